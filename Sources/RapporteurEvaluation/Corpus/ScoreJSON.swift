internal import Rapporteur

/// Scores for machines, with the keys of the evaluation data's scorer: a measure is
/// `{"P","R","F1","tp","fp","fn"}` or `{"share","of"}`.
package struct ScoreJSON {
  private var json = JSONOutput()

  package init(_ evaluation: Evaluation, documents: [Evaluation.Outcome]) {
    json.raw("{\"documents\":\(evaluation.documents.count),\"figures\":")
    add(evaluation.scores)
    json.raw(",\"by_document\":[")
    for (index, document) in documents.enumerated() {
      json.raw(index == 0 ? "{\"id\":" : ",{\"id\":")
      json.string(document.id)
      json.raw(",\"mean\":\(ScoreTable.figure(document.scores.overall)),\"failure\":")
      json.string(document.failure)
      json.raw(",\"figures\":")
      add(document.scores)
      if !document.differences.isEmpty {
        json.raw(",\"differences\":")
        json.list(document.differences) { json, _, difference in
          json.raw(
            "{\"stage\":\"\(difference.stage.rawValue)\",\"verdict\":\"\(difference.verdict.rawValue)\",\"gold\":")
          json.string(difference.gold)
          json.raw(",\"found\":")
          json.string(difference.found)
          json.raw("}")
        }
      }
      json.raw("}")
    }
    json.raw("]}")
  }

  /// One line.
  package var text: String { String(decoding: json.bytes, as: UTF8.self) + "\n" }

  private mutating func add(_ scores: Scoreboard) {
    json.raw("{")
    for (index, row) in scores.rows.enumerated() {
      if index > 0 { json.raw(",") }
      json.string(row.measure.name)
      let score = row.score
      if row.measure.isShare {
        json.raw(":{\"share\":\(ScoreTable.figure(score.recall)),\"of\":\(Int(score.gold))}")
      } else {
        let counts =
          "\"tp\":\(Int(score.right)),\"fp\":\(Int(score.found - score.right)),\"fn\":\(Int(score.gold - score.right))"
        json.raw(
          ":{\"P\":\(ScoreTable.figure(score.precision)),\"R\":\(ScoreTable.figure(score.recall)),"
            + "\"F1\":\(ScoreTable.figure(score.f1)),\(counts)}")
      }
    }
    json.raw("}")
  }
}
