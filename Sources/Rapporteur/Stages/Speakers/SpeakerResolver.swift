/// Tells who the speakers of statements are, in sieves; the one that fired is recorded.
///
/// "He" is the speaker of the statement before, or the subject of the sentence between, not the nearest name: names in
/// what is said mislead.
struct SpeakerResolver {
  let passage: Passage
  let principals: Principals
  let subjects: SubjectFinder
  let persons: NamedPersons
  var titles: TitleMemory

  /// The person that a pronoun means now.
  var focus: Voice?

  /// What pronouns and titles have told of persons whose gender nothing else tells.
  var genders: [Int: Entity.Gender] = [:]

  /// Who spoke before, the latest last.
  var history: [Voice] = []

  /// How many of those who spoke before a pronoun is held against.
  static let reach = 200

  /// The speakers of the statement before.
  var previous: [Speaker] = []

  /// The two who last spoke together or were named as a pair: "the former", "the latter".
  var pair: [Speaker] = []

  /// The body that issued the page: the "we" of a communique.
  private lazy var issuer: Speaker? = Issuer.find(passage, subjects)
  var previousMention: TextRange?
  private(set) var previousSentence = -1

  /// The sentence up to which subjects have been looked at.
  var seen = 0

  /// The last body or people that were the subject of a sentence without a statement.
  var between: (subject: Range<Int>, sentence: Int)?

  /// Names without an entity, for documents whose entities are not known.
  var surfaces: [(last: WordID, name: String)] = []

  init(_ passage: Passage) {
    self.passage = passage
    principals = Principals(passage)
    subjects = SubjectFinder(passage)
    persons = NamedPersons(passage)
    titles = TitleMemory(passage)
  }

  /// One who spoke.
  struct Voice {
    var speaker: Speaker

    /// Whether it is one person, whom "he" or "she" can mean.
    var isPerson: Bool
    var gender: Entity.Gender?
  }

  /// Who speaks, where it is written, and why nobody is named.
  struct Resolved {
    var speakers: [Speaker]
    var mention: TextRange?
    var unresolved: Attribution.Unresolved?
  }

  /// Resolves the next statement of the document.
  mutating func resolve(_ draft: StatementDraft) -> Resolved {
    look(before: draft.sentence)
    var result: Resolved
    if draft.sharesSpeaker {
      let inherits = draft.isContinued || draft.sentence != previousSentence
      result = Resolved(
        speakers: previous.map { inherits ? Speaker(entity: $0.entity, name: $0.name, resolution: .inherited) : $0 },
        mention: inherits ? nil : previousMention, unresolved: previous.isEmpty ? .noSpeaker : nil)
    } else if let source = draft.source {
      result = resolve(source, isLabel: draft.rule == .transcript && draft.label == nil)
      if draft.label != nil || draft.isImplied {
        result.speakers = result.speakers.map { Speaker(entity: $0.entity, name: $0.name, resolution: .inherited) }
        result.mention = draft.label.map { passage.range($0) }
      } else {
        result.mention = passage.range(source)
      }
    } else if let name = draft.calling {
      result = Resolved(
        speakers: [Speaker(entity: nil, name: name, resolution: .description)],
        mention: draft.label.map { passage.range($0) }, unresolved: nil)
    } else {
      result = Resolved(speakers: [], mention: draft.label.map { passage.range($0) }, unresolved: .noSpeaker)
    }
    previous = result.speakers
    previousMention = result.mention
    previousSentence = draft.sentence
    seen = max(seen, draft.sentence + 1)
    if result.speakers.count == 2 { pair = result.speakers }
    let asked = draft.act == .ask ? asked(by: result.speakers, from: draft.cue?.upperBound, draft.content) : nil
    if !draft.sharesSpeaker, draft.calling == nil {
      for speaker in result.speakers { remember(speaker, draft.source, isAlone: result.speakers.count == 1) }
    }
    if let asked { focus = asked }
    return result
  }

  /// Keeps one who spoke for the pronouns to come.
  private mutating func remember(_ speaker: Speaker, _ source: Range<Int>?, isAlone: Bool) {
    let voice = Voice(
      speaker: speaker, isPerson: isPerson(speaker, source), gender: source.flatMap { gender(of: $0) })
    if let entity = speaker.entity, let gender = voice.gender, passage.entities[entity].gender == nil {
      genders[entity] = gender
    }
    if isAlone, voice.isPerson { focus = voice }
    history.append(voice)
  }

  /// What a noun phrase tells of its person's gender: "the spokeswoman".
  func gender(of source: Range<Int>) -> Entity.Gender? {
    for token in source where !passage.has(token, [.possessive, .object]) {
      if passage.has(token, [.preposition, .comma]) { return nil }
      if passage.has(token, [.feminine, .she]) { return .feminine }
      if passage.has(token, [.masculine, .he]), !passage.tokens[token].shape.contains(.allCapitals) {
        return .masculine
      }
    }
    return nil
  }

  /// Takes a statement that is resolved already as the one before.
  mutating func follow(_ attribution: Attribution, in sentence: Int) {
    if previousSentence < 0 { seen = max(0, sentence - 3) }
    look(before: sentence)
    previous = attribution.speakers
    previousMention = attribution.mention
    previousSentence = sentence
    seen = max(seen, sentence + 1)
    let asked =
      attribution.act == .ask
      ? asked(by: previous, from: nil, attribution.content.compactMap { passage.tokens(of: $0) }) : nil
    for speaker in previous { remember(speaker, nil, isAlone: previous.count == 1) }
    if let asked { focus = asked }
  }

  /// "She asked him what he wanted. He …": the one in focus before, whom a question that names him with a pronoun is
  /// put to.
  ///
  /// - Parameter start: The first token behind the cue.
  private func asked(by asking: [Speaker], from start: Int?, _ content: [Range<Int>]) -> Voice? {
    guard asking.count == 1, let asker = asking[0].entity, let first = content.first, let last = content.last else {
      return nil
    }
    let other = persons.before(passage.tokens[first.lowerBound].start).first { $0 != asker }.map {
      Voice(speaker: speaker($0, .name), isPerson: true, gender: nil)
    }
    let isOther = focus.map { $0.isPerson && $0.speaker.entity != asker } ?? false
    guard let asked = isOther ? focus : other else { return nil }
    let question = max(0, min(start ?? first.lowerBound - 2, first.lowerBound))..<last.upperBound
    let isMeant = question.contains { token in
      passage.has(token, [.he, .she]) && (!passage.has(token, .possessive) || passage.has(token, .object))
        || passage.tokens[token].word == Self.him
    }
    return isMeant ? asked : nil
  }

  private static let him = Lexicon.shared.id(of: "him")

  /// Learns the titles of the text up to a token, so that a copy need not.
  mutating func learnTitles(before token: Int) { _ = titles.honoured(token..<token) }

  /// Whom a noun phrase of a sentence means, behind the statements followed so far.
  mutating func speakers(of phrase: Range<Int>, in sentence: Int) -> [Speaker] {
    if previousSentence < 0 { seen = max(0, sentence - 8) }
    look(before: sentence)
    return resolve(phrase).speakers
  }

  private func isPerson(_ speaker: Speaker, _ source: Range<Int>?) -> Bool {
    if let entity = speaker.entity { return passage.entities[entity].type == .person }
    guard let source else { return false }
    if source.count == 1, passage.has(source.lowerBound, [.he, .she]) { return true }
    if source.contains(where: { passage.has($0, .and) }) { return false }
    if speaker.resolution == .name, passage.tokens[source.lowerBound].shape.contains(.ideographic) { return true }
    if speaker.resolution == .name, passage.tokens[source.lowerBound].shape.contains(.hangul) { return true }
    let head = head(source)
    return titles.isSingular(head) || source.upperBound - 1 == head && passage.endsName(head)
  }

  /// The last token of a noun phrase's head: before the first preposition that follows it.
  func head(_ source: Range<Int>) -> Int {
    var at = source.lowerBound
    var depth = 0
    while at < source.upperBound {
      if passage.has(at, .openBracket) { depth += 1 }
      let own =
        passage.mentionOf[at] >= 0 && at > source.lowerBound && passage.mentionOf[at] == passage.mentionOf[at - 1]
      if depth > 0
        || at > source.lowerBound && passage.has(at, [.preposition, .comma, .relative, .dash, .subordinator]) && !own
      {
        break
      }
      at += 1
    }
    return max(source.lowerBound, at - 1)
  }

  mutating func resolve(_ source: Range<Int>, isLabel: Bool = false) -> Resolved {
    if source.count <= 2, passage.has(source.lowerBound, [.subject, .object]),
      source.count == 1 || passage.has(source.lowerBound, .they)
    {
      if source.count == 1, passage.has(source.lowerBound, .firstPerson) { return ourselves() }
      return pronoun(source)
    }
    if source.count == 1, passage.has(source.lowerBound, .possessive) { return pronoun(source) }
    if source.count == 1, passage.has(source.lowerBound, .relative) {
      let low = passage.sentences[min(seen, passage.sentences.count - 1)].tokens.lowerBound
      guard let antecedent = subjects.antecedent(of: source.lowerBound, low: low) else {
        return Resolved(speakers: [], mention: nil, unresolved: .pronoun)
      }
      return resolve(antecedent)
    }
    if let speaker = titles.honoured(source) { return one(speaker) }
    if source.count > 1, titles.isExcellency(source.lowerBound), passage.mentionOf[source.lowerBound] < 0 {
      return resolve(source.lowerBound + 1..<source.upperBound)
    }
    let head = head(source)
    if let speaker = Apposition.name(behind: source, head: head, passage) {
      titles.learn(source, speaker)
      return one(speaker)
    }
    if let speaker = WideNames(passage: passage).speaker(
      source, latest: { titles.latest(of: Set($0), before: source.lowerBound) })
    {
      return one(speaker)
    }
    if let group = group(source) { return group }
    let parts = split(source)
    if parts.count > 1 {
      let all = parts.map { part in
        let apposed = part == parts.last ? Apposition.name(behind: part, head: self.head(part), passage) : nil
        return apposed ?? named(part)
      }
      if let member = member(parts, all) { return one(member) }
      if all.allSatisfy({ $0 != nil }) {
        var speakers: [Speaker] = []
        for speaker in all.compactMap({ $0 })
        where speaker.entity == nil || !speakers.contains(where: { $0.entity == speaker.entity }) {
          speakers.append(speaker)
        }
        return Resolved(speakers: speakers, mention: nil, unresolved: nil)
      }
      if let pair = unknownPair(parts) { return pair }
    }
    if let owner = owner(source, head: head) { return owner }
    if let speaker = compatriot(source) { return one(speaker) }
    if let speaker = named(source) {
      titles.learn(source, speaker)
      return one(speaker)
    }
    let recent = ([focus].compactMap { $0 } + history.suffix(12).reversed()).map(\.speaker)
    if let speaker = counterpart(source, head: head) { return one(speaker) }
    if let speaker = titles.titled(source, head: head, recent: recent, isLabel: isLabel) { return one(speaker) }
    if let pair = titles.titledPair(source, head: head, among: principals.persons) {
      return Resolved(speakers: pair, mention: nil, unresolved: nil)
    }
    if let wide = widePronoun(source) { return wide }
    if source.count == 1, passage.has(head, .personGroup), let issuer, Issuer.isIssued(passage) {
      return one(Speaker(entity: issuer.entity, name: issuer.name, resolution: .organisation))
    }
    if let speaker = titles.fallback(source, head: head, focus: focus, history: history) { return one(speaker) }
    return one(described(source))
  }

  func one(_ speaker: Speaker) -> Resolved { Resolved(speakers: [speaker], mention: nil, unresolved: nil) }

  /// "We" outside quotation marks: the body that issued the page.
  private mutating func ourselves() -> Resolved {
    if let issuer, Issuer.isIssued(passage) { return one(issuer) }
    return Resolved(speakers: [], mention: nil, unresolved: .pronoun)
  }

  func speaker(_ entity: Int, _ resolution: Speaker.Resolution) -> Speaker {
    Speaker(entity: entity, name: passage.entities[entity].name, resolution: resolution)
  }
}
