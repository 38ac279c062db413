/// Objects that say what is said together with a second part.
extension ComplementFinder {
  /// "called the plan “a disaster”", "called it a mistake", "called the strike illegal".
  func named(_ found: Found, _ high: Int) -> Found? {
    guard found.start < high, opensNoun(found.start) || openQuotation(found.start) != nil else { return nil }
    if passage.has(found.start, .time) { return nil }
    for at in found.start..<high {
      if passage.has(at, [.stop, .semicolon]) { return closesWithAdjective(found.start, at) ? naming(found) : nil }
      if passage.quotationOf[at] >= 0 { return naming(found) }
      if at > found.start, at < found.start + 10, passage.has(at, .determiner),
        !passage.has(at - 1, [.preposition, .determiner])
      {
        return naming(found)
      }
      if at > found.start, passage.has(at, [.comma, .preposition]), !passage.has(at, .of) {
        return closesWithAdjective(found.start, at) ? naming(found) : nil
      }
    }
    return nil
  }

  private func naming(_ found: Found) -> Found { with(found, .naming, found.start) }

  /// Whether a noun phrase and an adjective stand there: "it irresponsible", "the walkout illegal".
  private func closesWithAdjective(_ start: Int, _ end: Int) -> Bool {
    let pronoun = passage.has(start, .object) || passage.has(start, .it)
    guard end - start >= (pronoun ? 2 : 3), passage.has(start, [.determiner, .possessive, .object, .it]) else {
      return false
    }
    let last = end - 1
    if passage.has(last - 1, [.determiner, .possessive, .preposition]) || passage.isCapitalised(last) { return false }
    return Self.adjectives.contains { suffix in
      passage.text[..<passage.tokens[last].end].suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        && passage.tokens[last].length > suffix.utf8.count + 2
    }
  }

  private static let adjectives = [
    "able", "ible", "ful", "less", "ous", "ive", "egal", "onal", "tical", "ical", "air", "ific", "istic", "ature",
    "acceptable", "ant", "ent", "false", "wrong", "ched", "sed", "tic",
  ]

  /// Whether an object is itself a claim: "the charge that", "an idea floated by Kim that".
  func claims(_ from: Int, _ high: Int) -> Bool {
    guard opensNoun(from),
      let noun = (from..<min(high, from + 6)).first(where: { passage.noun($0).contains(.claim) })
    else { return false }
    for at in noun + 1..<max(noun + 1, min(high - 1, noun + 14)) {
      if passage.has(at, .that) { return !passage.has(at + 1, .auxiliary) }
      if passage.has(at, [.stop, .semicolon, .colon]) || passage.quotationOf[at] >= 0 { return false }
    }
    return false
  }

  /// Whether the first verb behind a noun phrase is the speaker's own next one: "underscored the cost and condemned …".
  func joinsVerb(_ from: Int, _ high: Int, _ complements: ReportingVerb.Complements) -> Bool {
    guard complements.contains(.noun), let verb = firstVerb(from, high), verb > from + 1,
      passage.classes[verb].isDisjoint(with: .auxiliary)
    else { return false }
    let before = passage.has(verb - 1, .adverb) ? verb - 2 : verb - 1
    return before > from && passage.has(before, .and)
  }

  /// Whether the second part follows: "accused him of", "blamed it on", "put the cost at two million".
  func hasSecondPart(_ pairs: ReportingVerb.Complements, _ at: Int, _ high: Int, mayBlame: Bool) -> Bool {
    guard opensNoun(at) else { return false }
    for place in at..<min(high, at + 20) where place > at {
      if passage.has(place, [.stop, .semicolon, .that, .colon]) { return false }
      let word = passage.tokens[place].word
      if pairs.contains(.ofObject), passage.has(place, .of) { return true }
      if pairs.contains(.forObject), passage.has(place, .for) || word == on && mayBlame { return true }
      if pairs.contains(.withObject), word == with { return true }
      if pairs.contains(.toObject), passage.has(place, .to) || word == with { return true }
      if pairs.contains(.atObject), word == self.at {
        return (place + 1..<min(high, place + 5)).contains {
          passage.tokens[$0].shape.contains(.hasDigit) || passage.has($0, .two)
        }
      }
    }
    return false
  }

  func objectInfinitive(_ from: Int, _ high: Int) -> Bool {
    var at = from + 1
    while at < min(high, from + 25) {
      if passage.has(at, .to), at + 1 < high {
        return !passage.has(at + 1, [.determiner, .possessive]) || at + 2 >= high
      }
      if passage.has(at, [.stop, .semicolon, .that]) { return false }
      at += 1
    }
    return false
  }
}
