extension Comparison {
  /// A line counts as kept when half of it is.
  func compareLines(_ scores: inout Scoreboard, _ list: inout DifferenceList) {
    var mask = [Bool](repeating: false, count: text.count)
    for unit in found.units where unit.isKept {
      for index in unit.range.clamped(to: 0..<text.count) { mask[index] = true }
    }
    var kept = Score()
    var stripped = Score()
    for unit in gold.units {
      let isKept = 2 * mask[unit.range.clamped(to: 0..<text.count)].count { $0 } >= unit.range.count
      kept += Score(
        right: unit.isKept && isKept ? 1 : 0, found: isKept ? 1 : 0, gold: unit.isKept ? 1 : 0)
      stripped += Score(
        right: !unit.isKept && !isKept ? 1 : 0, found: isKept ? 0 : 1, gold: unit.isKept ? 0 : 1)
      if unit.isKept != isKept {
        list.add(
          .lines, unit.isKept ? .missed : .extra, at: unit.range.lowerBound,
          gold: unit.isKept ? "\(unit.label) \(shown([unit.range], around: 0))" : nil,
          found: unit.isKept ? nil : "\(unit.label) \(shown([unit.range], around: 0))")
      }
    }
    scores.add(.linesKept, kept)
    scores.add(.linesStripped, stripped)
    if let title = gold.title {
      let isRight = SpokenName.words(title).sorted() == SpokenName.words(found.title ?? "").sorted()
      scores.add(.pageTitle, Score(isRight))
      if !isRight { list.add(.lines, .wrong, at: 0, gold: "title \(title)", found: "title \(found.title ?? "–")") }
    }
    if let published = gold.published {
      let isRight = (found.published ?? "").prefix(10) == published
      scores.add(.pagePublished, Score(isRight))
      if !isRight {
        list.add(.lines, .wrong, at: 0, gold: "published \(published)", found: "published \(found.published ?? "–")")
      }
    }
  }

  /// The ends of the sentences in the blocks that hold prose.
  func compareSentences(_ scores: inout Scoreboard, _ list: inout DifferenceList) {
    guard let sentences = gold.sentences else { return }
    let prose = Places(gold.units.filter(\.isProse).map(\.range))
    let wanted = Set(sentences.map(\.upperBound))
    let ends = Set((found.sentences ?? []).filter { prose.contains($0.lowerBound) }.map(\.upperBound))
    scores.add(.sentenceEnds, Score(ends, wanted))
    for end in wanted.subtracting(ends) {
      list.add(.sentences, .missed, at: end, gold: shown([end..<end], around: 50))
    }
    for end in ends.subtracting(wanted) {
      list.add(.sentences, .extra, at: end, found: shown([end..<end], around: 50))
    }
  }
}
