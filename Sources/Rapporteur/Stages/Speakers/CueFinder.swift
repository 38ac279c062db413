/// Finds the verbs of an English sentence that report, with their subjects and complements; rejects nouns, adjectives,
/// denials, attempts, suppositions and passives without an agent.
struct CueFinder {
  let passage: Passage
  private let subjects: SubjectFinder
  private let complements: ComplementFinder

  init(_ passage: Passage) {
    self.passage = passage
    subjects = SubjectFinder(passage)
    complements = ComplementFinder(passage)
  }

  /// The cues between two tokens, in order.
  func find(_ low: Int, _ high: Int) -> [CueCandidate] {
    var result: [CueCandidate] = []
    for token in low..<high {
      guard passage.tokens[token].shape.contains(.word), passage.quotationOf[token] < 0 else { continue }
      if let verb = passage.verb(token) {
        if let candidate = candidate(verb, token, low, high) { result.append(candidate) }
      } else if passage.has(token, [.express, .make]), let candidate = phrase(token, low, high) {
        result.append(candidate)
      }
    }
    return result
  }

  private func candidate(_ verb: ReportingVerb, _ token: Int, _ low: Int, _ high: Int) -> CueCandidate? {
    var verb = verb
    if verb.inflections == .gerund, token > low + 1, passage.has(token - 1, .as) {
      return quotedAs(verb, token, low, high)
    }
    if passage.isCapitalised(token), token > low, !passage.tokens[token].shape.contains(.sentenceStart),
      !passage.has(token - 1, .quoteMark)
    {
      return nil  // part of a name
    }
    if token + 1 < high, passage.has(token + 1, .hyphen) || (token > low && passage.has(token - 1, .hyphen)) {
      return nil
    }
    if token > low {
      // "the said country", "their agreed framework", "Trump's claim": nouns and adjectives.
      let value = passage.classes[token - 1]
      if !value.isDisjoint(with: [.determiner, .possessive]) && value.isDisjoint(with: [.adverb, .that, .subject])
        || passage.tokens[token - 1].shape.contains(.possessive)
      {
        return nil
      }
      let isGerund = verb.inflections == .gerund
      if value.contains(.preposition), !value.contains(.to), !isGerund, value.isDisjoint(with: [.adverb, .time]) {
        return nil
      }
    }
    var subject = subjects.find(before: token, low: low)
    if subject.isNegated || subject.isInfinitive { return nil }
    if subject.goesOn, verb.inflections != .base { return nil }
    if subject.isModal && !(verb.act == .say && subject.isPerfect) { return nil }
    var isGerund = false
    if verb.inflections == .gerund {
      if !subject.isProgressive {
        let opens =
          token == low || passage.has(token - 1, [.comma, .quoteMark, .dash, .semicolon, .coordinator, .adverb])
        let byMeans = token > low && passage.has(token - 1, [.preposition, .document])
        let fronted = (low..<token).allSatisfy { passage.has($0, [.adverb, .coordinator, .comma, .quoteMark]) }
        guard opens || byMeans || fronted else { return nil }
        isGerund = true
      }
    } else if subject.isPassive {
      return passive(verb, token, subject, low, high)
    }
    if subject.before >= low, !isGerund, passage.has(subject.before, .condition) {
      return nil
    }
    if let range = subject.subject, range.count == 1, passage.has(range.lowerBound, .subordinator),
      !passage.has(range.lowerBound, [.relative, .that])
    {
      return nil  // "When asked"
    }
    if verb.inflections == .base, let range = subject.subject, !isPlural(range), let both = listed(range, low) {
      subject.subject = both
      subject.before = both.lowerBound - 1
    } else if verb.inflections == .base, !subject.goesOn {
      guard let range = subject.subject, isPlural(range) else { return nil }
    }
    if verb.inflections == .participle && !subject.isPerfect { return nil }
    let mayTrail =
      subject.before >= low && !subject.isRelative && passage.has(subject.before, [.comma, .quoteMark, .dash])
    guard var complement = complements.find(verb, at: token, high: high, mayTrail: mayTrail) else { return nil }
    var inverted: Range<Int>?
    if subject.subject == nil, !isGerund, !subject.isShared {
      guard complement.complements.contains(.quotation), subject.isDetached, token > low,
        let speaker = invertedSpeaker(token, high)
      else { return nil }
      inverted = speaker
      complement.kind = .none
      complement.start = speaker.upperBound
    }
    if let range = subject.subject {
      // "The set includes a charger and boasts …": a verb that no list holds stands inside.
      if passage.has(range.upperBound - 1, .coordinator) { return nil }
      let needsVoice = complement.complements.contains(.weak) || complement.kind == .noun
      if needsVoice, !subjects.canSpeak(range) { return nil }
      if complement.complements.contains(.document), !range.contains(where: { passage.has($0, .document) }) {
        return nil
      }
    } else if complement.complements.contains(.document), inverted == nil {
      return nil
    }
    if isGerund, complement.kind == .none { return nil }
    if subject.isDetached, !isGerund, inverted == nil { return nil }
    verb.particles = []
    return CueCandidate(
      verb: token, cue: token..<complement.cueEnd, act: complement.act ?? verb.act, isGerund: isGerund,
      isThird: verb.inflections == .third, subject: subject, complement: complement, inverted: inverted, agent: nil)
  }

  /// "Kim was quoted by the paper as saying …".
  private func quotedAs(_ verb: ReportingVerb, _ token: Int, _ low: Int, _ high: Int) -> CueCandidate? {
    guard
      let quoted = (max(low, token - 12)..<token - 1).last(where: {
        passage.looksPast($0) && (passage.has($0, .quoting))
      })
    else { return nil }
    let subject = subjects.find(before: quoted, low: low)
    guard let range = subject.subject, subject.isPassive, !subject.isNegated, subjects.canSpeak(range) else {
      return nil
    }
    let mayTrail = subject.before >= low && passage.has(subject.before, [.comma, .quoteMark, .dash])
    guard let complement = complements.find(verb, at: token, high: high, mayTrail: mayTrail) else { return nil }
    return CueCandidate(
      verb: token, cue: token..<complement.cueEnd, act: complement.act ?? verb.act, isGerund: false, isThird: false,
      subject: subject, complement: complement, inverted: nil, agent: nil)
  }

  /// "…,” said Kim": the speaker behind the cue, where nothing but time and place follows.
  private func invertedSpeaker(_ token: Int, _ high: Int) -> Range<Int>? {
    let start = passage.skippingAdverbials(token + 1, high: high)
    guard start == token + 1, start < high, complements.opensNoun(start), !passage.has(start, [.that, .object]) else {
      return nil
    }
    guard let speaker = subjects.nounPhrase(from: start, high: high), subjects.canSpeak(speaker) else { return nil }
    if speaker.upperBound < high, subjects.isVerbLike(speaker.upperBound, from: low(of: token)) { return nil }
    return speaker
  }

  private func low(of token: Int) -> Int { max(0, token - 1) }

  /// "is widely interpreted by the community as …": only with its agent.
  private func passive(
    _ verb: ReportingVerb, _ token: Int, _ subject: SubjectFinder.Found, _ low: Int, _ high: Int
  ) -> CueCandidate? {
    guard token + 2 < high, passage.has(token + 1, .by),
      let agent = subjects.nounPhrase(from: token + 2, high: high, stoppingAt: [.as, .to, .that]),
      subjects.canSpeak(agent), agent.upperBound + 1 < high
    else { return nil }
    let next = agent.upperBound
    let fits =
      passage.has(next, .as) && verb.complements.contains(.asObject)
      || passage.has(next, .that) && verb.complements.contains(.that)
      || passage.has(next, .to) && verb.complements.contains(.object)
    guard fits else { return nil }
    let start = passage.has(next, .to) ? next : next + 1
    let complement = ComplementFinder.Found(
      kind: .asObject, start: start, cueEnd: token + 1, quotation: nil, complements: verb.complements)
    return CueCandidate(
      verb: token, cue: token..<token + 1, act: verb.act, isGerund: false, isThird: false, subject: subject,
      complement: complement, inverted: nil, agent: agent)
  }

  /// "expressed the hope that", "made it clear that".
  private func phrase(_ token: Int, _ low: Int, _ high: Int) -> CueCandidate? {
    var at = token + 1
    while at < high, at < token + 6, !passage.has(at, passage.has(token, .express) ? .attitude : .clear) {
      if passage.has(at, [.comma, .stop, .preposition, .auxiliary]) { return nil }
      at += 1
    }
    guard at + 1 < high, at < token + 6, passage.has(at, [.attitude, .clear]) else { return nil }
    let next = at + 1
    let isThat = passage.has(next, .that)
    guard isThat || passage.has(next, .to) && passage.has(at, .attitude) else { return nil }
    if !isThat, at + 2 < high {
      // "expressed gratitude to the king".
      if passage.has(at + 2, [.determiner, .possessive, .object]) || passage.isCapitalised(at + 2) { return nil }
    }
    let subject = subjects.find(before: token, low: low)
    if subject.isNegated || subject.isInfinitive || subject.isModal || subject.isPassive && !subject.isProgressive {
      return nil
    }
    let isGerund = passage.looksGerund(token) && !subject.isProgressive
    if isGerund {
      guard token == low || passage.has(token - 1, [.comma, .coordinator, .adverb]) else { return nil }
    } else if subject.subject == nil && !subject.isShared {
      return nil
    }
    let complement = ComplementFinder.Found(
      kind: isThat ? .that : .infinitive, start: isThat ? next + 1 : next, cueEnd: at + 1, quotation: nil,
      complements: [.that])
    return CueCandidate(
      verb: token, cue: token..<at + 1, act: passage.has(token, .express) ? .believe : .stress, isGerund: isGerund,
      isThird: false, subject: subject, complement: complement, inverted: nil, agent: nil)
  }

  /// "China, Zambia agree": the names of a headline from its start.
  private func listed(_ last: Range<Int>, _ low: Int) -> Range<Int>? {
    guard last.lowerBound - low <= 5, last.lowerBound - low >= 2, passage.has(last.lowerBound - 1, .comma),
      last.count <= 3, passage.isCapitalised(low),
      (low..<last.upperBound).allSatisfy({ passage.isCapitalised($0) || passage.has($0, [.comma, .hyphen]) })
    else { return nil }
    return low..<last.upperBound
  }

  private func isPlural(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    if range.count == 1, passage.has(last, .subject) { return !passage.has(last, [.he, .she, .it]) }
    if range.contains(where: { passage.has($0, .and) }) { return true }
    let end = passage.tokens[last].end
    return passage.text[end - 1] == 0x73 && !passage.tokens[last].shape.contains(.possessive)
      || passage.has(last, [.human, .group]) || passage.has(range.lowerBound, .relative)
      || range.contains { passage.has($0, .group) }
  }
}
