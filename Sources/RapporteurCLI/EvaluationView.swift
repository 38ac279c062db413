import Rapporteur
import RapporteurEvaluation

/// Figures and differences for eyes.
struct EvaluationView {
  private let evaluation: Evaluation
  private let ink: Ink

  init(_ evaluation: Evaluation, ink: Ink) {
    self.evaluation = evaluation
    self.ink = ink
  }

  /// The figures of all documents.
  var summary: String {
    let count = evaluation.documents.count
    var text = "\(count) \(count == 1 ? "document" : "documents")\n\n" + ScoreTable(evaluation.scores).text
    for document in evaluation.documents {
      if let failure = document.failure { text += "\n\(document.path): \(failure)" }
    }
    return text
  }

  /// The documents whose figures are lowest.
  func worst(_ count: Int) -> String { ScoreTable(Array(evaluation.worst.prefix(count))).text }

  /// The figures by what the documents have in common.
  func groups(_ grouping: EvaluateCommand.Grouping) -> String {
    let groups = Dictionary(grouping: evaluation.documents) { document in
      switch grouping {
      case .source: document.cell.source
      case .form: document.cell.form
      case .topic: document.cell.topic
      case .difficulty: document.cell.difficulty
      case .language: document.language
      case .split: Split(id: document.id).rawValue
      }
    }
    let rows = groups.sorted { $0.key < $1.key }.map { (name: $0.key, documents: $0.value) }
    return ScoreTable(rows, by: grouping.rawValue).text
  }

  /// Gold and found side by side in the worst documents.
  func differences(_ count: Int, _ stage: Difference.Stage?) -> String {
    var text = ""
    for document in evaluation.worst.prefix(count) {
      let differences = document.differences.filter { stage == nil || $0.stage == stage }
      if differences.isEmpty { continue }
      let cell = [document.cell.form, document.cell.difficulty].filter { !$0.isEmpty }.joined(separator: ", ")
      text += "\n" + ink.strong(document.path) + "  \(ScoreTable.figure(document.scores.overall))"
      text += cell.isEmpty ? "\n" : "  " + ink.faint("(\(cell))") + "\n"
      var last: Difference.Stage?
      for difference in differences {
        if difference.stage != last { text += "  \(ink.strong(difference.stage.rawValue))\n" }
        last = difference.stage
        text += lines(of: difference)
      }
    }
    return text
  }

  private func lines(of difference: Difference) -> String {
    var text = ""
    let verdict = difference.verdict.rawValue
    if let gold = difference.gold {
      text += "    \(padded(verdict)) gold   \(painted(gold, ink.place))\n"
    }
    if let found = difference.found {
      text += "    \(padded(text.isEmpty ? verdict : "")) found  \(painted(found, ink.cut))\n"
    }
    return text
  }

  private func padded(_ text: String) -> String { text + String(repeating: " ", count: max(0, 6 - text.count)) }

  /// The text between the marks in colour; without colours the marks stay.
  private func painted(_ text: String, _ colour: (String) -> String) -> String {
    guard ink.isColoured else {
      return text.split(separator: "⟦⟧", omittingEmptySubsequences: false).joined(separator: "⟦|⟧")
    }
    return text.split(separator: "⟦", omittingEmptySubsequences: false).enumerated().map { index, part in
      if index == 0 { return String(part) }
      let pieces = part.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      // A border between two sentences has no text of its own.
      let marked = pieces[0].isEmpty ? colour("|") : colour(pieces[0])
      return marked + (pieces.count > 1 ? pieces[1] : "")
    }.joined()
  }
}
