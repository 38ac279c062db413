/// Finds the verbs of an English sentence that report, with their subjects and complements; rejects nouns, adjectives,
/// denials, attempts, suppositions and passives without an agent.
struct CueFinder {
  let passage: Passage
  let subjects: SubjectFinder
  let complements: ComplementFinder
  let whatWord: WordID
  let noWord: WordID
  private let statesWord: WordID
  private let wants: Set<WordID>

  init(_ passage: Passage) {
    self.passage = passage
    whatWord = Lexicon.shared.id(of: "what")
    noWord = Lexicon.shared.id(of: "no")
    statesWord = Lexicon.shared.id(of: "states")
    wants = Set(["want", "wanted", "wants", "wanting"].map { Lexicon.shared.id(of: $0) })
    subjects = SubjectFinder(passage)
    complements = ComplementFinder(passage)
  }

  /// The cues between two tokens, in order.
  func find(_ low: Int, _ high: Int) -> [CueCandidate] {
    var result: [CueCandidate] = []
    for token in low..<high {
      guard passage.tokens[token].shape.contains(.word), passage.quotationOf[token] < 0 else { continue }
      if let candidate = phrase(token, low, high) {
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
        if subject.contains(candidate.verb), later.complement.kind != .none || candidate.complement.kind == .none {
          return true
        }
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
    if subject.isInfinitive, verb.inflections.contains(.base), let performer = performer(before: token, low: low) {
      subject = performer
    }
    if subject.isNegated || subject.isInfinitive { return nil }
    if subject.goesOn, !verb.inflections.contains(.base) { return nil }
    let isWanted = subject.goesOn && token >= low + 2 && wants.contains(passage.tokens[token - 2].word)
    if isWanted != verb.complements.contains(.wanted) { return nil }
    if subject.isModal && !(verb.act == .say && subject.isPerfect) { return nil }
    if subject.isDetached, token > low, lists(verb, token, low, high) {
      subject.isDetached = false
      subject.isShared = true
    }
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
    if isGerund, complement.kind == .noun, complement.cueEnd > token + 1, verb.act == .say {
      return nil  // "Pointing to a map"
    }
    if isGerund, complement.kind == .clause, token + 1 < high, passage.has(token + 1, .preposition),
      !passage.has(token + 1, .to), complement.start == complement.cueEnd
    {
      return nil  // "Writing in the paper, …"
    }
    if passage.tokens[token].word == statesWord, complement.kind == .noun || complement.kind == .clause,
      !passage.has(complement.start, [.determiner, .possessive])
    {
      return nil  // "member states"
    }
    if subject.isDetached, !isGerund, inverted == nil { return nil }
    verb.particles = []
    return CueCandidate(
      verb: token, cue: (isWanted ? token - 2 : token)..<complement.cueEnd, act: complement.act ?? verb.act,
      isGerund: isGerund, isThird: verb.inflections == .third, subject: subject, complement: complement,
      inverted: inverted, agent: nil)
  }

  /// "emphasised the need for a truce, called on all to stop, and agreed to …": a verb in the midst of a list of reports.
  private func lists(_ verb: ReportingVerb, _ token: Int, _ low: Int, _ high: Int) -> Bool {
    guard verb.inflections.contains(.past), passage.has(token - 1, .comma) else { return false }
    let reports: (Int) -> Bool = { at in
      passage.verb(at)?.inflections.contains(.past) ?? false && passage.quotationOf[at] < 0
        && !passage.isCapitalised(at)
    }
    guard (low..<token - 1).contains(where: reports) else { return false }
    return (token + 2..<max(token + 2, high - 2)).contains { at in
      passage.has(at, .and) && (reports(at + 1) || passage.has(at + 1, .adverb) && reports(at + 2))
    }
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

  /// "China, Zambia agree": the names of a headline from its start.
  private func listed(_ last: Range<Int>, _ low: Int) -> Range<Int>? {
    guard last.lowerBound - low <= 5, last.lowerBound - low >= 2, passage.has(last.lowerBound - 1, .comma),
      last.count <= 3, passage.isCapitalised(low),
      (low..<last.upperBound).allSatisfy({ passage.isCapitalised($0) || passage.has($0, [.comma, .hyphen]) })
    else { return nil }
    return low..<last.upperBound
  }

  func isPlural(_ range: Range<Int>) -> Bool {
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
