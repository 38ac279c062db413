/// The scores of a document or of many.
package struct Scoreboard: Sendable {
  private var scores: [Measure: Score] = [:]

  package init() {}

  /// What was measured, by stage; the measures that never had a case are left out.
  package var rows: [(measure: Measure, score: Score)] {
    Measure.allCases.compactMap { measure in
      guard let score = scores[measure], !score.isEmpty else { return nil }
      return (measure, score)
    }
  }

  package subscript(_ measure: Measure) -> Score { scores[measure] ?? Score() }

  /// The share or the F1, from 0 to 1; `nil` where there was no case.
  package func figure(_ measure: Measure) -> Double? {
    guard let score = scores[measure], !score.isEmpty else { return nil }
    return measure.isShare ? score.recall : score.f1
  }

  /// The mean of the document's figures for the measures that stand for a stage each.
  package var overall: Double {
    let figures = Measure.overall.compactMap { figure($0) }
    return figures.isEmpty ? 1 : figures.reduce(0, +) / Double(figures.count)
  }

  mutating func add(_ measure: Measure, _ score: Score) { scores[measure, default: Score()] += score }

  package mutating func add(_ other: Scoreboard) {
    for (measure, score) in other.scores { add(measure, score) }
  }
}
