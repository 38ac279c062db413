internal import Rapporteur

/// Scores as a table that people read and Markdown understands.
package struct ScoreTable {
  private let header: [String]
  private var rows: [[String]] = []

  /// One row a measure, by stage.
  package init(_ scores: Scoreboard) {
    header = ["what", "precision", "recall", "F1", "right", "of"]
    for (measure, score) in scores.rows {
      if measure == .linkingRecall { continue }
      var row = [measure.name, "", "", "", "", Self.count(score.gold)]
      if measure == .linkingPrecision {
        let (precision, recall) = (score.recall, scores[.linkingRecall].recall)
        let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        row = ["linking B³", Self.figure(precision), Self.figure(recall), Self.figure(f1), "", Self.count(score.gold)]
      } else if measure.isShare {
        row[4] = Self.figure(score.recall)
      } else {
        row[1] = Self.figure(score.precision)
        row[2] = Self.figure(score.recall)
        row[3] = Self.figure(score.f1)
      }
      rows.append(row)
    }
  }

  /// One row a document, the measures that stand for a stage each.
  package init(_ documents: [Evaluation.Outcome]) {
    header = ["document", "mean"] + Measure.overall.map(\.name) + ["form", "difficulty"]
    for document in documents {
      let figures = Measure.overall.map { document.scores.figure($0).map(Self.figure) ?? "" }
      rows.append(
        [document.id, Self.figure(document.scores.overall)] + figures + [document.cell.form, document.cell.difficulty])
    }
  }

  /// One row for every group of documents.
  package init(_ groups: [(name: String, documents: [Evaluation.Outcome])], by name: String) {
    header = [name, "documents"] + Measure.overall.map(\.name)
    for group in groups {
      var scores = Scoreboard()
      for document in group.documents { scores.add(document.scores) }
      let figures = Measure.overall.map { scores.figure($0).map(Self.figure) ?? "" }
      rows.append([group.name, "\(group.documents.count)"] + figures)
    }
  }

  package var text: String {
    let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - cells[column].count)
        let isNumber = cells[column].first?.isNumber ?? false
        return isNumber ? space + cells[column] : cells[column] + space
      }
      return "| " + padded.joined(separator: " | ") + " |\n"
    }
    let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|\n"
    return line(header) + rule + rows.map(line).joined()
  }

  /// Four decimals.
  package static func figure(_ value: Double) -> String {
    let digits = String(Int((value * 10_000).rounded()))
    return value >= 0.99995 ? "1.0000" : "0." + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func count(_ value: Double) -> String { String(Int(value.rounded())) }
}
