/// Reports by a noun for something said.
extension ReportPhrases {
  /// How far from its sentence's start such a noun stands at most, in tokens.
  private static let reach = 30

  /// "Kim's message was that …", "Her point was simple: …", "The answer from the ministry: “…”".
  func message(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
    for token in low..<min(high, low + Self.reach) {
      if passage.quotationOf[token] >= 0 || passage.has(token, [.semicolon, .colon]) { return nil }
      guard passage.noun(token).contains(.message), passage.classes[token].isDisjoint(with: .auxiliary),
        token + 2 < high, !passage.has(token + 1, .hyphen), let owner = owner(of: token, low, high)
      else { continue }
      guard let (content, cueEnd) = said(behind: owner.end, high) else { continue }
      return StatementDraft(
        sentence: index, source: owner.source, cue: token..<max(token + 1, cueEnd), act: .say, content: [content],
        rule: .noun)
    }
    return nil
  }

  /// Whose answer it is, and the token behind both: "Kim's blunt answer", "her answer", "the answer of the minister".
  private func owner(of noun: Int, _ low: Int, _ high: Int) -> (source: Range<Int>, end: Int)? {
    var at = noun - 1
    while at > low, noun - at <= 3, passage.classes[at].isSubset(of: [.time, .adverb]),
      passage.tokens[at].shape.contains(.word), !passage.isCapitalised(at),
      !passage.tokens[at].shape.contains(.possessive)
    {
      at -= 1
    }
    if at >= low, passage.tokens[at].shape.contains(.possessive),
      let source = subjects.nounPhrase(endingAt: at - 1, low: low),
      subjects.canSpeak(source)
    {
      return (source, noun + 1)
    }
    if at >= low, passage.has(at, [.he, .she, .they, .it]) || passage.has(at, .possessive),
      passage.has(at, .possessive),
      !passage.has(at, .relative)
    {
      return (at..<at + 1, noun + 1)
    }
    guard at >= low, passage.has(at, .determiner), passage.has(noun + 1, .of) || passage.tokens[noun + 1].word == from,
      let source = subjects.nounPhrase(from: noun + 2, high: high), subjects.canSpeak(source)
    else { return nil }
    return (source, source.upperBound)
  }

  /// "was that …", "is simple: …", "was: “…”", ": “…”".
  private func said(behind end: Int, _ high: Int) -> (content: Range<Int>, cueEnd: Int)? {
    guard end + 2 < high else { return nil }
    if passage.has(end, .colon) {
      return (complements.openQuotation(end + 1)?.tokens ?? end + 1..<high, end)
    }
    guard passage.has(end, .be) else { return nil }
    var at = passage.skippingAdverbials(end + 1, high: high)
    guard at + 1 < high, !passage.has(at, .negation) else { return nil }
    if passage.has(at, .that) { return passage.has(at + 1, .auxiliary) ? nil : (at + 1..<high, end + 1) }
    if let quotation = complements.openQuotation(at) { return (quotation.tokens, end + 1) }
    let limit = min(high - 1, at + 5)
    while at < limit, !passage.has(at, .colon) {
      if passage.has(at, [.comma, .stop, .semicolon]) || passage.quotationOf[at] >= 0 { return nil }
      at += 1
    }
    guard at < limit else { return nil }
    return (complements.openQuotation(at + 1)?.tokens ?? at + 1..<high, end + 1)
  }

  /// "In Kim's opinion, …", "…, by her own account, …": what somebody thinks, told as such.
  func view(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
    for token in low..<high where passage.noun(token).contains(.view) && passage.quotationOf[token] < 0 {
      guard let phrase = viewPhrase(token, low, high) else { continue }
      var content: [Range<Int>]
      if phrase.start == low {
        guard phrase.end < high, passage.has(phrase.end, .comma) else { continue }
        content = [phrase.end + 1..<high]
      } else {
        guard passage.has(phrase.start - 1, .comma) else { continue }
        content = [low..<phrase.start - 1]
        if phrase.end + 1 < high, passage.has(phrase.end, .comma) { content.append(phrase.end + 1..<high) }
      }
      guard content.contains(where: { complements.hasVerb($0.lowerBound, $0.upperBound) }) else { continue }
      return StatementDraft(
        sentence: index, source: phrase.source, cue: phrase.cue, act: .believe, content: content, rule: .noun)
    }
    return nil
  }

  /// "in Kim's opinion", "by his own account", "in the view of the court": its tokens, and whose it is.
  private func viewPhrase(
    _ noun: Int, _ low: Int, _ high: Int
  ) -> (start: Int, end: Int, source: Range<Int>, cue: Range<Int>)? {
    var at = noun - 1
    while at > low, noun - at <= 2, passage.tokens[at].word == own { at -= 1 }
    guard at > low else { return nil }
    if passage.has(at, .possessive), !passage.has(at, [.firstPerson, .relative]), opensView(at - 1) {
      return (at - 1, noun + 1, at..<at + 1, noun..<noun + 1)
    }
    if passage.tokens[at].shape.contains(.possessive) {
      var start = at - 1
      while start > low, at - start < 12, !opensView(start) {
        if passage.has(start, [.comma, .stop, .semicolon, .colon]) { return nil }
        start -= 1
      }
      guard opensView(start), start + 1 < at, subjects.canSpeak(start + 1..<at) else { return nil }
      return (start, noun + 1, start + 1..<at, noun..<noun + 1)
    }
    guard passage.has(at, .determiner), opensView(at - 1), noun + 2 < high, passage.has(noun + 1, .of),
      let source = subjects.nounPhrase(from: noun + 2, high: high), subjects.canSpeak(source)
    else { return nil }
    return (at - 1, source.upperBound, source, at - 1..<noun + 2)
  }

  private func opensView(_ token: Int) -> Bool {
    passage.has(token, .by) || passage.tokens[token].word == inWord
  }
}
