/// Acronyms in brackets and what they stand for.
extension NameFinder {
  /// An acronym in brackets behind its long form; the index behind the bracket.
  mutating func bracket(_ at: Int) -> Int? {
    guard at + 2 < end, word(at + 2) == lists.closing, isCapital(at + 1), tokens[at + 1].length >= 2,
      tokens[at + 1].length <= 10, shape(at + 1).contains(.allCapitals) || shape(at + 1).contains(.mixedCase)
    else { return nil }
    var before = at
    if before - 1 > start && shape(before - 1).contains(.closesQuote) { before -= 1 }
    var long = spanEnding(at: before)
    if let found = long, shape(spans[found].tokens.upperBound).contains(.possessive) { long = nil }
    if let found = long, isUntied(found, before, at + 1) {
      guard !isListOfCountries(found) else { return nil }
      long = nil
      if initials(before) == nil { return nil }
    }
    if let long, initials(before) == nil || spans[long].rule != .capitals {
      let type = spans[long].type == .nationality ? EntityType.country : spans[long].type
      guard type != .person && type != .role else { return nil }
      var span = NameSpan(at + 1..<at + 2, sentence: sentence, type, .acronym, 0.95)
      span.owner = long
      spans.append(span)
      return at + 3
    }
    guard let first = initials(before), !(first..<before).contains(where: { kind($0)?.sort == .role }) else {
      return nil
    }
    while let last = spans.indices.last, spans[last].sentence == sentence, spans[last].tokens.upperBound > first {
      spans.removeLast()
    }
    var type = EntityType.organisation
    for index in first..<before where part(index).headType != nil { type = part(index).headType ?? type }
    if let head = part(before - 1).headType { type = head }
    let long2 = emit(NameSpan(first..<before, sentence: sentence, type, .acronym, 0.85))
    var span = NameSpan(at + 1..<at + 2, sentence: sentence, type, .acronym, 0.9)
    span.owner = long2
    spans.append(span)
    return at + 3
  }

  /// Whether a bracket behind a place does not stand for it: "Southeast Asia (TAC)", "Jakarta (ANTARA)".
  private func isUntied(_ found: Int, _ before: Int, _ acronym: Int) -> Bool {
    let span = spans[found]
    guard span.type == .country || span.type == .nationality || span.type == .location || span.listed >= 0 else {
      return false
    }
    let known = listed[acronym - start]
    if known >= 0, span.listed >= 0, lists.names[Int(known)].key == lists.names[span.listed].key { return false }
    guard let first = initials(before) else {
      return span.type != .organisation && span.type != .agreement && span.type != .event
    }
    return first < span.tokens.lowerBound
  }

  /// "Russia-India-China (RIC)"
  private func isListOfCountries(_ found: Int) -> Bool {
    found > 0 && spans[found].type == .country && spans[found - 1].type == .country
      && spans[found - 1].tokens.upperBound + 1 == spans[found].tokens.lowerBound
      && isJoiningHyphen(spans[found - 1].tokens.upperBound)
  }

  /// Where the words begin whose initials the bracket at `before` (or behind its quotation mark) gives.
  private func initials(_ before: Int) -> Int? {
    var open = before
    while word(open) != lists.opening && open < end { open += 1 }
    guard open + 1 < end else { return nil }
    let letters = tokens[open + 1]
    var at = before
    var letter = letters.end - 1
    var first = -1
    while letter >= letters.start {
      let wanted = bytes[letter] | 0x20
      guard wanted >= 0x61 && wanted <= 0x7A else { return nil }
      at -= 1
      while at >= start,
        shape(at).isDisjoint(with: .word)
          || isSmall(at) && (!part(at).isDisjoint(with: [.reach, .particle]) || tokens[at].length <= 3)
      {
        if shape(at).contains(.mark) && !isJoiningHyphen(at) && !isApostrophe(at) && word(at) != lists.comma {
          return nil
        }
        if bytes[tokens[at].start] | 0x20 == wanted && shape(at).contains(.word) { break }
        at -= 1
      }
      guard at >= start, shape(at).contains(.word), bytes[tokens[at].start] | 0x20 == wanted else { return nil }
      first = at
      letter -= 1
    }
    guard first >= 0, before - first >= 2, isCapital(first) else { return nil }
    return first
  }
}
