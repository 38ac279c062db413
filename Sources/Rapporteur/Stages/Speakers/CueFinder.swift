/// Finds the verbs of an English sentence that report, with their subjects and complements; rejects nouns, adjectives,
/// denials, attempts, suppositions and passives without an agent.
struct CueFinder {
  let passage: Passage
  private let subjects: SubjectFinder
  private let complements: ComplementFinder
  private let wants: Set<WordID>
  private let whatWord: WordID
  private let attention: WordID
  private let note: WordID

  init(_ passage: Passage) {
    self.passage = passage
    whatWord = Lexicon.shared.id(of: "what")
    attention = Lexicon.shared.id(of: "attention")
    note = Lexicon.shared.id(of: "note")
    wants = Set(["want", "wanted", "wants", "wanting"].map { Lexicon.shared.id(of: $0) })
    subjects = SubjectFinder(passage)
    complements = ComplementFinder(passage)
  }

  /// The cues between two tokens, in order.
  func find(_ low: Int, _ high: Int) -> [CueCandidate] {
    var result: [CueCandidate] = []
    for token in low..<high {
      guard passage.tokens[token].shape.contains(.word), passage.quotationOf[token] < 0 else { continue }
      if passage.has(token, [.express, .make]), let candidate = phrase(token, low, high) {
        result.append(candidate)
      } else if let verb = passage.verb(token), let candidate = candidate(verb, token, low, high) {
        result.append(candidate)
      }
    }
    return result.count < 2 ? result : withoutSubjects(result)
  }

  /// Without the verbs that only tell who a later verb's speaker is: "two people briefed on the talks said", "an aide
  /// who asked not to be named said".
  private func withoutSubjects(_ candidates: [CueCandidate]) -> [CueCandidate] {
    candidates.indices.filter { place in
      let candidate = candidates[place]
      return !candidates[(place + 1)...].contains { later in
        guard let subject = later.subject.subject, !later.isGerund else { return false }
        if subject.contains(candidate.verb) { return true }
        guard candidate.subject.isRelative, let pronoun = candidate.subject.subject?.lowerBound else { return false }
        switch candidate.complement.kind {
        case .infinitive, .object, .noun: break
        default: return false
        }
        return subject.upperBound == pronoun || subject.upperBound + 1 == pronoun && passage.has(pronoun - 1, .comma)
      }
    }.map { candidates[$0] }
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
        && !standsAlone(token - 1, low) || passage.tokens[token - 1].shape.contains(.possessive)
      {
        return nil
      }
      let isGerund = verb.inflections == .gerund
      if value.contains(.preposition), !value.contains(.to), !isGerund, value.isDisjoint(with: [.adverb, .time]),
        token < low + 2 || !passage.has(token - 2, .have)
      {
        return nil
      }
    }
    var subject = subjects.find(before: token, low: low)
    if subject.isNegated || subject.isInfinitive { return nil }
    if subject.goesOn, verb.inflections != .base { return nil }
    let isWanted = subject.goesOn && token >= low + 2 && wants.contains(passage.tokens[token - 2].word)
    if isWanted != verb.complements.contains(.wanted) { return nil }
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
      return whatIsCalled(verb, token, subject, high)
    }
    if let range = subject.subject, range.count == 1, passage.has(range.lowerBound, .subordinator),
      !passage.has(range.lowerBound, [.relative, .that])
    {
      return nil  // "When asked"
    }
    if verb.inflections == .base, let range = subject.subject, !isPlural(range), let both = listed(range, low) {
      subject.subject = both
      subject.before = both.lowerBound - 1
    } else if verb.inflections == .base, !subject.goesOn, !subject.isEmphatic {
      guard let range = subject.subject, isPlural(range) else { return nil }
    }
    if verb.inflections == .participle && !subject.isPerfect { return nil }
    let mayTrail =
      subject.before >= low && !subject.isRelative && passage.has(subject.before, [.comma, .quoteMark, .dash])
    guard var complement = complements.find(verb, at: token, high: high, mayTrail: mayTrail) else { return nil }
    if complement.kind == .noun, complement.cueEnd > token + 1, verb.complements.contains(.atObject),
      isCount(complement.start, high)
    {
      return nil  // "put forward three points": the points are said, not that there are three
    }
    if complement.kind == .none, complement.cueEnd > token + 1, complement.cueEnd < high,
      passage.has(complement.cueEnd, .to), passage.has(token, .goOn)
    {
      return nil  // "went on to explain"
    }
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
      verb: token, cue: (isWanted ? token - 2 : token)..<complement.cueEnd, act: complement.act ?? verb.act,
      isGerund: isGerund, isThird: verb.inflections == .third, subject: subject, complement: complement,
      inverted: inverted, agent: nil)
  }

  /// Whether nothing but a number of things stands from a token to its clause's end: "two further demands".
  private func isCount(_ start: Int, _ high: Int) -> Bool {
    let end = (start..<high).first { passage.has($0, WordClass.border) } ?? high
    return end - start <= 4
  }

  /// Whether a determiner stands for its noun: "another said", "both agree".
  private func standsAlone(_ token: Int, _ low: Int) -> Bool {
    guard subjects.pronominal.contains(passage.tokens[token].word) else { return false }
    return token == low || passage.has(token - 1, [.comma, .semicolon, .coordinator, .quoteMark, .subordinator])
      || token == low + 1 && passage.has(low, .determiner)
  }

  /// "presented what he called “three planks”": the name is the speaker's.
  private func whatIsCalled(
    _ verb: ReportingVerb, _ token: Int, _ subject: SubjectFinder.Found, _ high: Int
  ) -> CueCandidate? {
    guard verb.complements.contains(.naming), passage.tokens[subject.before].word == whatWord, token + 2 < high,
      let range = subject.subject, subjects.canSpeak(range),
      complements.opensNoun(token + 1) || complements.openQuotation(token + 1) != nil
    else { return nil }
    let complement = ComplementFinder.Found(
      kind: .naming, start: token + 1, cueEnd: token + 1, quotation: complements.openQuotation(token + 1),
      complements: verb.complements)
    return CueCandidate(
      verb: token, cue: token..<token + 1, act: verb.act, isGerund: false, isThird: false, subject: subject,
      complement: complement, inverted: nil, agent: nil)
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
    let isExpress = passage.has(token, .express)
    var at = token + 1
    while at < high, at < token + 6, !passage.has(at, isExpress ? .attitude : .clear),
      isExpress || passage.tokens[at].word != note
    {
      if passage.has(at, [.comma, .stop, .preposition, .auxiliary]) { return nil }
      at += 1
    }
    guard at + 2 < high, at < token + 6 else { return nil }
    let next = at + 1
    let isThat = passage.has(next, .that)
    let isNoun =
      !isExpress
      && (passage.tokens[at].word == attention && passage.has(next, .to)
        || passage.tokens[at].word == note && passage.has(next, .of))
    guard isThat || isNoun || isExpress && passage.has(next, .to) else { return nil }
    if !isThat, !isNoun {
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
      kind: isThat ? .that : isNoun ? .noun : .infinitive, start: isThat || isNoun ? next + 1 : next,
      cueEnd: isNoun ? next + 1 : at + 1, quotation: nil,
      complements: [.that])
    return CueCandidate(
      verb: token, cue: token..<complement.cueEnd, act: passage.has(token, .express) ? .believe : .stress,
      isGerund: isGerund,
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
    if range.contains(where: { passage.has($0, [.and, .two]) }) { return true }
    if subjects.pronominal.contains(passage.tokens[last].word) { return true }
    if let head = range.first(where: {
      $0 > range.lowerBound && (passage.has($0, [.preposition, .relative]) || passage.looksPast($0))
    }), passage.text[passage.tokens[head - 1].end - 1] == 0x73,
      !passage.isCapitalised(head - 1) || passage.tokens[head - 1].shape.contains(.sentenceStart)
        || passage.has(head - 1, [.human, .document])
    {
      return true  // "growers in Brussels"
    }
    let end = passage.tokens[last].end
    return passage.text[end - 1] == 0x73 && !passage.tokens[last].shape.contains(.possessive)
      || passage.has(last, [.human, .group]) || passage.has(range.lowerBound, .relative)
      || range.contains { passage.has($0, .group) }
  }
}
