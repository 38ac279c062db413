extension Comparison {
  /// A statement with its words.
  private struct Spoken {
    var statement: Annotation.Statement
    var words: Set<Range<Int>>
  }

  /// Statements are matched by their words, the best pairs first, where at least half of all words of a pair are in
  /// both.
  func compareStatements(_ scores: inout Scoreboard, _ list: inout DifferenceList) {
    let wanted = gold.statements.map { Spoken(statement: $0, words: words.words(in: $0.content)) }
    let goldWords = wanted.reduce(into: Set<Range<Int>>()) { $0.formUnion($1.words) }
    // What the points of a proposal say, headlines and captions may be statements or not.
    let ignored = words.words(
      in: gold.proposals.flatMap(\.items).map(\.range)
        + gold.units.filter { !$0.isKept || $0.label == "title" || $0.label == "caption" }.map(\.range))
    let got = found.statements.compactMap { statement -> Spoken? in
      let spoken = Spoken(statement: statement, words: words.words(in: statement.content))
      let counts =
        !spoken.words.isDisjoint(with: goldWords)
        || 2 * spoken.words.subtracting(ignored).count > spoken.words.count
      return spoken.words.isEmpty || !counts ? nil : spoken
    }
    let foundWords = got.reduce(into: Set<Range<Int>>()) { $0.formUnion($1.words) }
    scores.add(.words, Score(foundWords.subtracting(ignored.subtracting(goldWords)), goldWords))

    let pairs = pairs(wanted, got)
    var matched: [Int: Int] = [:]
    var taken: Set<Int> = []
    for pair in pairs where pair.share >= 0.5 && matched[pair.gold] == nil && !taken.contains(pair.found) {
      matched[pair.gold] = pair.found
      taken.insert(pair.found)
      score(wanted[pair.gold].statement, got[pair.found].statement, &scores, &list)
    }
    let count = Double(matched.count)
    scores.add(.statements, Score(right: count, found: Double(got.count), gold: Double(wanted.count)))

    let isRun = { (spoken: Spoken) in spoken.statement.kind == .continued }
    let (runs, foundRuns) = (wanted.count(where: isRun), got.count(where: isRun))
    let same = pairs.count { pair in
      pair.share >= 0.5 && isRun(wanted[pair.gold]) && isRun(got[pair.found]) && matched[pair.gold] != nil
        && taken.contains(pair.found)
    }
    scores.add(
      .runs, Score(right: Double(min(same, runs, foundRuns)), found: Double(foundRuns), gold: Double(runs)))

    for index in wanted.indices where matched[index] == nil {
      let statement = wanted[index].statement
      list.add(.statements, .missed, at: statement.content.first?.lowerBound, gold: described(statement))
    }
    for index in got.indices where !taken.contains(index) {
      let statement = got[index].statement
      list.add(.statements, .extra, at: statement.content.first?.lowerBound, found: described(statement))
    }
  }

  /// All pairs that share a word, the likest first.
  private func pairs(_ wanted: [Spoken], _ got: [Spoken]) -> [(share: Double, gold: Int, found: Int)] {
    var pairs: [(share: Double, gold: Int, found: Int)] = []
    for i in wanted.indices {
      for j in got.indices {
        let common = wanted[i].words.intersection(got[j].words).count
        if common == 0 { continue }
        let all = wanted[i].words.count + got[j].words.count - common
        pairs.append((Double(common) / Double(all), i, j))
      }
    }
    return pairs.sorted { ($0.share, $0.gold, $0.found) > ($1.share, $1.gold, $1.found) }
  }

  /// Speaker, kind and cue of a pair.
  private func score(
    _ wanted: Annotation.Statement, _ got: Annotation.Statement, _ scores: inout Scoreboard,
    _ list: inout DifferenceList
  ) {
    var isRight = wanted.kind == got.kind
    scores.add(.kind, Score(isRight))
    if !wanted.speakers.isEmpty {
      let same = SpokenName.matches(got.speakers, wanted.speakers, alternatives: wanted.alternatives)
      scores.add(.speaker, Score(same))
      isRight = isRight && same
    }
    if let cue = wanted.cue {
      let overlaps = got.cue.map { $0.lowerBound < cue.upperBound && cue.lowerBound < $0.upperBound } ?? false
      scores.add(.cue, Score(overlaps))
      isRight = isRight && overlaps
    }
    if !isRight {
      list.add(
        .statements, .wrong, at: wanted.content.first?.lowerBound, gold: described(wanted), found: described(got))
    }
  }

  private func described(_ statement: Annotation.Statement) -> String {
    let speakers = statement.speakers.isEmpty ? "nobody" : statement.speakers.joined(separator: "; ")
    let source = statement.source.map { " “\(string($0).shortened(40))”" } ?? ""
    let cue = statement.cue.map { " \(string($0))" } ?? ""
    return "\(speakers)\(source)\(cue) (\(statement.kind.rawValue)) \(shown(statement.content, around: 0))"
  }
}
