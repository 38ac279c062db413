/// Noun phrases, read forwards and backwards.
extension SubjectFinder {
  /// The noun phrase whose last token is `end`, without what opens the sentence.
  func nounPhrase(endingAt end: Int, low: Int) -> Range<Int>? {
    guard end >= low else { return nil }
    if passage.has(end, .subject) { return end..<end + 1 }
    if end - low >= 2, passage.has(end, .object), passage.has(end - 1, .of),
      pronominal.contains(passage.tokens[end - 2].word)
    {
      return end - 2..<end + 1  // "one of them"
    }
    if passage.has(end, [.preposition, .auxiliary, .that, .object]) && !passage.isCapitalised(end) { return nil }
    var at = end
    var depth = 0
    var lastAnd: Int?
    while at >= low, end - at < Self.longest {
      let value = passage.classes[at]
      if value.contains(.closeBracket) { depth += 1 }
      if value.contains(.openBracket) {
        if depth == 0 { break }
        depth -= 1
      }
      if depth == 0 {
        if passage.quotationOf[at] >= 0 { break }
        if !value.isDisjoint(with: [.comma, .colon, .semicolon, .dash, .quoteMark]) { break }
        if value.contains(.stop), !isAbbreviation(at) { break }
        if !value.isDisjoint(with: .auxiliary) && !(value.contains(.modal) && passage.isCapitalised(at)) {
          // "a pilot who asked not to be named said"
          if lastAnd == nil, at < end, let pronoun = who(before: at, low: low) {
            return nounPhrase(endingAt: passage.has(pronoun - 1, .comma) ? pronoun - 2 : pronoun - 1, low: low)
          }
          break
        }
        if value.contains(.that) && at < end, !passage.has(at + 1, [.human, .institution, .document]) { break }
        if !value.isDisjoint(with: [.relative]) {
          // "officials who attended the talks said": the pronoun's clause belongs to the noun phrase.
          guard at > low, let head = nounPhrase(endingAt: passage.has(at - 1, .comma) ? at - 2 : at - 1, low: low)
          else { break }
          return head
        }
        if value.contains(.subordinator) && !value.contains(.that) && !passage.isCapitalised(at) { break }
        if value.contains(.subject) && at < end { break }
        if value.contains(.coordinator) {
          if !value.contains(.and) { break }
          lastAnd = at
        }
        if at < end, let verb = passage.verb(at), !verb.inflections.isDisjoint(with: [.past, .third]),
          !passage.isCapitalised(at), at > low, !passage.has(at - 1, [.determiner, .possessive, .preposition]),
          !passage.tokens[at - 1].shape.contains(.possessive), !passage.has(at, [.human, .document]),
          !isReduced(at, end)
        {
          break
        }
      }
      at -= 1
    }
    var start = at + 1
    if let lastAnd, passage.has(end, .subject) == false {
      // "went home and Kim said": left of the "and" stands a verb, so it joins clauses.
      let left = start..<lastAnd
      if left.isEmpty || left.contains(where: { isVerbLike($0, from: left.lowerBound) }) { start = lastAnd + 1 }
    }
    start = withoutOpening(start, end)
    guard start <= end else { return nil }
    if passage.tokens[start].shape.contains(.mark) && !passage.has(start, .openBracket) { return nil }
    return start..<end + 1
  }

  /// The "who" whose clause an auxiliary belongs to.
  func who(before auxiliary: Int, low: Int) -> Int? {
    var at = auxiliary - 1
    while at > low, auxiliary - at < 10 {
      if passage.tokens[at].word == whoWord { return at }
      if passage.has(at, [.comma, .semicolon, .colon, .dash, .stop, .quoteMark]) || passage.quotationOf[at] >= 0 {
        return nil
      }
      at -= 1
    }
    return nil
  }

  /// "two people briefed on the talks", "pictures reviewed by the paper": a participle behind its noun.
  func isReduced(_ verb: Int, _ end: Int) -> Bool {
    guard verb + 1 < end, passage.has(verb + 1, [.by, .preposition]), passage.looksPast(verb),
      let form = passage.verb(verb), form.inflections.contains(.participle),
      !form.particles.contains(where: { $0.word == passage.tokens[verb + 1].word })
    else { return false }
    return passage.has(verb - 1, [.human, .document, .institution]) && !passage.isCapitalised(verb - 1)
  }

  /// Whether a stop belongs to an abbreviation: its sentence goes on behind it.
  func isAbbreviation(_ token: Int) -> Bool {
    token > 0 && token + 1 < passage.tokens.count && passage.tokens[token - 1].shape.contains(.word)
      && !passage.tokens[token + 1].shape.contains(.sentenceStart)
  }

  /// Whether a token looks like the finite verb of a clause.
  func isVerbLike(_ token: Int, from start: Int) -> Bool {
    let value = passage.classes[token]
    if !value.isDisjoint(with: .auxiliary) && !(value.contains(.modal) && passage.isCapitalised(token)) { return true }
    if passage.isCapitalised(token) { return false }
    let afterDeterminer =
      token > start
      && (passage.has(token - 1, [.determiner, .possessive, .preposition])
        || passage.tokens[token - 1].shape.contains(.possessive))
    if afterDeterminer { return false }
    if value.contains(.scene) { return true }
    if let verb = passage.verb(token), !verb.inflections.isDisjoint(with: [.past, .third]) { return token > start }
    return token > start && passage.looksPast(token)
  }

  /// Skips "But", "However", "In Beijing" and the like before a subject.
  func withoutOpening(_ first: Int, _ end: Int) -> Int {
    var start = first
    while start < end, passage.has(start, [.coordinator, .adverb, .subordinator]),
      passage.classes[start].isDisjoint(with: [.determiner]) || passage.has(start, .that),
      passage.mention(start)?.type != .role, !passage.isCapitalised(start) || !passage.has(start + 1, .human)
    {
      start += 1
    }
    guard start < end, passage.has(start, .preposition) else { return start }
    // A prepositional phrase: the subject opens with a determiner, pronoun or name that no preposition governs.
    var at = start + 2
    while at <= end {
      if !passage.has(at - 1, [.preposition, .determiner, .possessive, .and]) {
        if passage.has(at, [.determiner, .possessive, .subject]) { return at }
        if let mention = passage.mention(at), mention.range.start == passage.tokens[at].start,
          mention.type == .person || mention.type == .role || mention.type == .organisation,
          !passage.tokens[at - 1].shape.contains(.possessive)
        {
          var begin = at
          while begin > start + 1, let earlier = passage.mention(begin - 1),
            earlier.type == .nationality || earlier.type == .role, !passage.has(begin - 1, .preposition)
          {
            begin -= 1
          }
          return begin
        }
      }
      at += 1
    }
    return end + 1
  }

  /// The subject of the sentence that starts at `low`: the first noun phrase behind what opens it.
  func sentenceSubject(_ low: Int, _ high: Int) -> Range<Int>? {
    var start = low
    var skipped = 0
    while start < high {
      if passage.has(start, [.comma, .coordinator, .openBracket, .closeBracket, .stop])
        || passage.has(start, .adverb) && !passage.has(start, .determiner)
      {
        start += 1
        continue
      }
      let opens =
        passage.has(start, [.preposition, .subordinator])
        || start == low && (passage.looksGerund(start) || passage.ends(start, 0x65, 0x64)) || passage.has(start, .time)
      guard opens, skipped < 3, let comma = nextComma(start, high) else { break }
      start = comma + 1
      skipped += 1
    }
    guard start < high, passage.quotationOf[start] < 0 else { return nil }
    var end = start
    while end < high, end - start < Self.longest {
      if passage.has(end, [.comma, .colon, .semicolon, .dash, .quoteMark, .relative]) { break }
      if passage.has(end, .stop), end + 1 >= high || !isAbbreviation(end) { break }
      if isVerbLike(end, from: start) { break }
      if let verb = passage.verb(end), end > start, !verb.inflections.isDisjoint(with: .finite),
        !passage.isCapitalised(end),
        !passage.has(end - 1, [.determiner, .possessive, .preposition])
      {
        break
      }
      end += 1
    }
    while end > start, passage.has(end - 1, [.adverb, .preposition]) && !passage.isCapitalised(end - 1) { end -= 1 }
    let bare = passage.skippingTimeBack(end - 1, low: start) + 1
    if bare > start { end = bare }
    return end > start ? start..<end : nil
  }

  func nextComma(_ from: Int, _ high: Int) -> Int? {
    var at = from
    while at < high {
      if passage.has(at, .comma) && passage.quotationOf[at] < 0 { return at }
      at += 1
    }
    return nil
  }

  /// The noun phrase from `start` on: behind an inverted cue or "according to".
  func nounPhrase(from start: Int, high: Int, stoppingAt words: WordClass = []) -> Range<Int>? {
    guard start < high else { return nil }
    var end = start
    while end < high, end - start < Self.longest {
      let value = passage.classes[end]
      if !value.isDisjoint(with: [.comma, .colon, .semicolon, .dash, .relative, .quoteMark]) { break }
      if value.contains(.stop), end + 1 >= high || !isAbbreviation(end) { break }
      if passage.quotationOf[end] >= 0 || !value.isDisjoint(with: words) { break }
      if end > start {
        if value.contains(.preposition), value.isDisjoint(with: [.of, .for, .to]), !passage.isCapitalised(end) {
          // "of", "for" and "from" build names and titles, the others say when and where.
          if value.contains(.as) || !passage.has(end - 1, [.human, .institution, .document, .determiner]) { break }
        }
        if isVerbLike(end, from: start) { break }
        if value.contains(.time), !passage.has(end - 1, [.determiner, .of]) { break }
      }
      end += 1
    }
    while end > start, passage.has(end - 1, [.preposition, .adverb, .coordinator]), !passage.isCapitalised(end - 1) {
      end -= 1
    }
    return end > start ? start..<end : nil
  }

  /// Whether the noun phrase names somebody or something that can speak.
  func canSpeak(_ range: Range<Int>) -> Bool {
    if range.count <= 3, pronominal.contains(passage.tokens[range.upperBound - 1].word) { return true }
    if range.count <= 5, pronominal.contains(passage.tokens[range.lowerBound].word),
      passage.has(range.upperBound - 1, [.object, .they])
    {
      return true  // "one of them"
    }
    for token in range {
      if passage.has(token, [.subject, .human, .group, .document, .institution, .relative]) { return true }
      if let mention = passage.mention(token) {
        switch mention.type {
        case .person, .role, .organisation, .country, .nationality: return true
        default: continue
        }
      }
      if passage.isCapitalised(token), !passage.tokens[token].shape.contains(.sentenceStart) || range.count == 1 {
        return true
      }
    }
    return false
  }
}
