/// Verbs that report with a noun or adjective, and reports in the infinitive.
extension CueFinder {
  /// A phrase that reports, and what follows it.
  private struct Phrase {
    var act: SpeechAct
    var complement: ComplementFinder.Found
  }

  /// "expressed the hope that", "made the case that", "is of the view that".
  func phrase(_ token: Int, _ low: Int, _ high: Int) -> CueCandidate? {
    guard passage.has(token, .express) || passage.phrases(token) != nil else { return nil }
    if token > low {
      let value = passage.classes[token - 1]
      if !value.isDisjoint(with: [.determiner, .possessive]) && value.isDisjoint(with: [.adverb, .that, .subject])
        || passage.tokens[token - 1].shape.contains(.possessive)
      {
        return nil
      }
      if passage.isCapitalised(token), !passage.tokens[token].shape.contains(.sentenceStart) { return nil }
    }
    guard let found = attitude(token, high) ?? listed(token, high) else { return nil }
    var subject = subjects.find(before: token, low: low)
    let forms = passage.verb(token)?.inflections ?? passage.phrases(token)?.inflections
    let isBase = forms?.contains(.base) ?? false
    if subject.isInfinitive, isBase, let performer = performer(before: token, low: low) { subject = performer }
    if subject.isNegated || subject.isInfinitive || subject.isModal { return nil }
    let isGerund = passage.looksGerund(token) && !subject.isProgressive
    if isGerund {
      guard token == low || passage.has(token - 1, [.comma, .coordinator, .adverb]) else { return nil }
    } else if subject.isPassive && !passage.looksGerund(token) || subject.subject == nil && !subject.isShared {
      return nil
    }
    if let range = subject.subject {
      if !isGerund, forms == .base, !subject.goesOn, !isPlural(range) { return nil }
      if passage.has(token, .be) {
        // "It is clear that", "I'm convinced that".
        guard subjects.canSpeak(range), !passage.has(range.lowerBound, [.it, .firstPerson]) else { return nil }
      } else if passage.phrases(token) != nil, !passage.has(token, .express), !subjects.canSpeak(range) {
        return nil
      }
      if passage.has(range.lowerBound, .condition) || passage.has(range.upperBound - 1, .coordinator) { return nil }
    }
    if subject.before >= low, !isGerund, passage.has(subject.before, .condition) { return nil }
    return CueCandidate(
      verb: token, cue: token..<found.complement.cueEnd, act: found.act, isGerund: isGerund,
      isThird: forms == .third, subject: subject, complement: found.complement, inverted: nil, agent: nil)
  }

  /// "expressed the hope that", "signalled its willingness to".
  private func attitude(_ token: Int, _ high: Int) -> Phrase? {
    guard passage.has(token, .express) else { return nil }
    var at = token + 1
    while at < high, at < token + 6, !passage.has(at, .attitude) {
      if passage.has(at, [.comma, .stop, .preposition, .auxiliary]) { return nil }
      at += 1
    }
    guard at + 2 < high, at < token + 6 else { return nil }
    let isThat = passage.has(at + 1, .that)
    guard isThat || passage.has(at + 1, .to) && !isAddressee(at + 2) else { return nil }
    return Phrase(
      act: .believe,
      complement: ComplementFinder.Found(
        kind: isThat ? .that : .infinitive, start: isThat ? at + 2 : at + 1, cueEnd: at + 1, quotation: nil,
        complements: [.that]))
  }

  /// Whether behind "to" stands somebody rather than a verb: "expressed gratitude to the king".
  private func isAddressee(_ token: Int) -> Bool {
    passage.has(token, [.determiner, .possessive, .object]) || passage.isCapitalised(token)
  }

  /// A phrase of the list.
  private func listed(_ token: Int, _ high: Int) -> Phrase? {
    for phrase in passage.phrases(token)?.phrases ?? [] {
      guard let act = phrase.act, let end = end(of: phrase, behind: token, high),
        let complement = complement(phrase.complements, end, high)
      else { continue }
      return Phrase(act: act, complement: complement)
    }
    return nil
  }

  /// What the phrase that ends at a token reports.
  private func complement(
    _ wanted: ReportingVerb.Complements, _ end: Int, _ high: Int
  ) -> ComplementFinder.Found? {
    guard end + 1 < high else { return nil }
    var found = ComplementFinder.Found(
      kind: .none, start: end, cueEnd: end, quotation: nil, complements: [.that])
    let at = passage.skippingAdverbials(end, high: high)
    guard at + 1 < high else { return nil }
    if wanted.contains(.that), passage.has(at, .that) { return complements.with(found, .that, at + 1) }
    if !wanted.isDisjoint(with: [.that, .quotation]), passage.has(at, .colon) {
      if let quotation = complements.openQuotation(at + 1) { return complements.quoted(found, quotation) }
      return complements.with(found, .clause, at + 1)
    }
    if wanted.contains(.question), passage.has(at, .wh) { return complements.with(found, .question, at) }
    if wanted.contains(.infinitive), passage.has(at, .to), !isAddressee(at + 1) {
      return complements.with(found, .infinitive, at)
    }
    if wanted.contains(.object), complements.opensNoun(at), complements.objectInfinitive(at, high) {
      return complements.with(found, .object, at)
    }
    if wanted.contains(.noun), at == end, complements.opensNoun(at) {
      found.complements = [.noun]
      return complements.with(found, .noun, at)
    }
    return nil
  }

  /// How many words stand between a verb and the words of its phrase at most.
  private static let gap = 4

  /// The token behind a phrase whose verb is at a token.
  private func end(of phrase: ReportingPhrase, behind verb: Int, _ high: Int) -> Int? {
    guard let first = phrase.words.first else { return nil }
    var at = verb + 1
    while at < high, passage.tokens[at].word != first {
      if phrase.isAdjacent || at > verb + Self.gap || passage.quotationOf[at] >= 0 || passage.tokens[at].word == noWord
        || passage.has(at, [.comma, .stop, .colon, .semicolon, .preposition, .auxiliary, .coordinator, .negation])
        || passage.has(at, .that)
      {
        return nil
      }
      at += 1
    }
    guard at + phrase.words.count <= high else { return nil }
    for (offset, word) in phrase.words.enumerated() where passage.tokens[at + offset].word != word { return nil }
    return at + phrase.words.count
  }

  /// Who reports in the infinitive: "took to the floor to say", "used the call to urge".
  func performer(before verb: Int, low: Int) -> SubjectFinder.Found? {
    var to = verb - 1
    while to > low, !passage.has(to, .to), passage.has(to, .adverb) { to -= 1 }
    guard to > low, passage.has(to, .to) else { return nil }
    var at = to - 1
    while at >= low, to - at <= Self.performance, passage.quotationOf[at] < 0,
      !passage.has(at, [.comma, .stop, .semicolon, .colon, .that, .coordinator]),
      !passage.has(at, .subordinator) || passage.has(at, .adverb)
    {
      let isNoun = at > low && passage.has(at - 1, [.determiner, .possessive])
      let isPerformance =
        !isNoun
        && passage.phrases(at)?.phrases.contains { $0.act == nil && end(of: $0, behind: at, to + 1) != nil } ?? false
      if isPerformance {
        var found = subjects.find(before: at, low: low)
        if found.isNegated || found.isInfinitive || found.isModal || found.isPassive { return nil }
        if found.subject == nil && !found.isShared { return nil }
        if let range = found.subject, !subjects.canSpeak(range) { return nil }
        found.goesOn = true
        return found
      }
      at -= 1
    }
    return nil
  }

  /// How many tokens such a verb stands before "to" at most.
  private static let performance = 14
}
