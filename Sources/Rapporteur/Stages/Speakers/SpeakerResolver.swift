/// Tells who the speakers of statements are, in sieves; the one that fired is recorded.
///
/// "He" is the speaker of the statement before, or the subject of the sentence between, not the nearest name: names in
/// what is said mislead.
struct SpeakerResolver {
  let passage: Passage
  private let principals: Principals
  private let subjects: SubjectFinder
  private let persons: NamedPersons
  private var titles: TitleMemory

  /// The person that a pronoun means now.
  private var focus: Speaker?

  /// What pronouns have told of persons whose gender nothing else tells.
  private var genders: [Int: Entity.Gender] = [:]

  /// Who spoke before, the latest last.
  private var history: [Speaker] = []

  /// How many of those who spoke before a pronoun is held against.
  private static let reach = 200

  /// The speakers of the statement before.
  private var previous: [Speaker] = []
  private var previousMention: TextRange?
  private var previousSentence = -1

  /// The sentence up to which subjects have been looked at.
  private var seen = 0

  /// Names without an entity, for documents whose entities are not known.
  private var surfaces: [(last: WordID, name: String)] = []

  init(_ passage: Passage) {
    self.passage = passage
    principals = Principals(passage)
    subjects = SubjectFinder(passage)
    persons = NamedPersons(passage)
    titles = TitleMemory(passage)
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
      result = resolve(source)
      if let label = draft.label {
        result.speakers = result.speakers.map { Speaker(entity: $0.entity, name: $0.name, resolution: .inherited) }
        result.mention = passage.range(label)
      } else {
        result.mention = passage.range(source)
      }
    } else {
      result = Resolved(speakers: [], mention: draft.label.map { passage.range($0) }, unresolved: .noSpeaker)
    }
    previous = result.speakers
    previousMention = result.mention
    previousSentence = draft.sentence
    seen = max(seen, draft.sentence + 1)
    if result.speakers.count == 1, let speaker = result.speakers.first {
      if isPerson(speaker, draft.source) { focus = speaker }
    }
    history += result.speakers
    return result
  }

  /// Takes a statement that is resolved already as the one before.
  mutating func follow(_ attribution: Attribution, in sentence: Int) {
    if previousSentence < 0 { seen = max(0, sentence - 3) }
    look(before: sentence)
    previous = attribution.speakers
    previousMention = attribution.mention
    previousSentence = sentence
    seen = max(seen, sentence + 1)
    if previous.count == 1, let speaker = previous.first, isPerson(speaker, nil) { focus = speaker }
    history += previous
  }

  /// Learns the titles of the text up to a token, so that a copy need not.
  mutating func learnTitles(before token: Int) { _ = titles.honoured(token..<token) }

  /// Whom a noun phrase of a sentence means, behind the statements followed so far.
  mutating func speakers(of phrase: Range<Int>, in sentence: Int) -> [Speaker] {
    if previousSentence < 0 { seen = max(0, sentence - 8) }
    look(before: sentence)
    return resolve(phrase).speakers
  }

  /// Sentences without a statement move the focus by their subjects.
  private mutating func look(before sentence: Int) {
    while seen < sentence {
      let tokens = passage.sentences[seen].tokens
      seen += 1
      guard passage.blocks[passage.sentences[seen - 1].block].isMain,
        let subject = subjects.sentenceSubject(tokens.lowerBound, tokens.upperBound)
      else { continue }
      let head = head(subject)
      if let mention = passage.mention(head), mention.type == .person || mention.type == .role,
        let entity = mention.entity, passage.entities[entity].type == .person
      {
        focus = Speaker(entity: entity, name: passage.entities[entity].name, resolution: .name)
      }
    }
  }

  private func isPerson(_ speaker: Speaker, _ source: Range<Int>?) -> Bool {
    if let entity = speaker.entity { return passage.entities[entity].type == .person }
    guard let source else { return false }
    return source.contains { passage.has($0, [.human, .he, .she]) } || passage.endsName(source.upperBound - 1)
  }

  /// The last token of a noun phrase's head: before the first preposition that follows it.
  private func head(_ source: Range<Int>) -> Int {
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

  private mutating func resolve(_ source: Range<Int>) -> Resolved {
    if source.count == 1, passage.has(source.lowerBound, [.subject, .object]) { return pronoun(source) }
    if source.count == 1, passage.has(source.lowerBound, .relative) {
      let low = passage.sentences[min(seen, passage.sentences.count - 1)].tokens.lowerBound
      guard let antecedent = subjects.antecedent(of: source.lowerBound, low: low) else {
        return Resolved(speakers: [], mention: nil, unresolved: .pronoun)
      }
      return resolve(antecedent)
    }
    if let speaker = titles.honoured(source) { return Resolved(speakers: [speaker], mention: nil, unresolved: nil) }
    if source.count > 1, titles.isExcellency(source.lowerBound), passage.mentionOf[source.lowerBound] < 0 {
      return resolve(source.lowerBound + 1..<source.upperBound)
    }
    if let group = group(source) { return group }
    let parts = split(source)
    if parts.count > 1 {
      let all = parts.map { named($0) }
      if all.allSatisfy({ $0 != nil }) {
        return Resolved(speakers: all.compactMap { $0 }, mention: nil, unresolved: nil)
      }
    }
    if let speaker = named(source) {
      titles.learn(source, speaker)
      return Resolved(speakers: [speaker], mention: nil, unresolved: nil)
    }
    let recent = [focus].compactMap { $0 } + history.reversed().prefix(12)
    if let speaker = titles.titled(source, head: head(source), recent: recent) {
      return Resolved(speakers: [speaker], mention: nil, unresolved: nil)
    }
    if let pair = titles.titledPair(source, head: head(source)) {
      return Resolved(speakers: pair, mention: nil, unresolved: nil)
    }
    if let wide = widePronoun(source) { return wide }
    return Resolved(speakers: [described(source)], mention: nil, unresolved: nil)
  }

  /// The parts that "and" and commas join.
  private func split(_ source: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = source.lowerBound
    for token in source where passage.has(token, [.and, .comma]) {
      let inside = passage.mentionOf[token] >= 0
      if inside { continue }
      if token > start { parts.append(start..<token) }
      start = token + 1
    }
    if start < source.upperBound { parts.append(start..<source.upperBound) }
    return parts
  }

  /// A name, or a title or country whose entity is known.
  private func named(_ part: Range<Int>) -> Speaker? {
    let head = head(part)
    if let mention = passage.mention(head), let entity = mention.entity {
      let thing = passage.entities[entity]
      let next = head + 1 < part.upperBound ? head + 1 : head
      switch mention.type {
      case .person:
        if passage.tokens[next].shape.contains(.possessive) { return nil }
        let written = mention.range.count
        return Speaker(entity: entity, name: thing.name, resolution: written < thing.name.utf8.count ? .surname : .name)
      case .role where thing.type == .person:
        return Speaker(entity: entity, name: thing.name, resolution: .title)
      case .organisation, .event, .facility, .agreement:
        return Speaker(entity: entity, name: thing.name, resolution: .organisation)
      case .country:
        return Speaker(entity: entity, name: thing.name, resolution: .country)
      case .nationality where part.count <= 2:
        return Speaker(entity: entity, name: thing.name, resolution: .country)
      default: return nil
      }
    }
    // "the ROK side", "the Chinese delegation".
    if passage.has(head, .group), head > part.lowerBound, let mention = passage.mention(head - 1),
      let entity = mention.entity,
      mention.type == .country || mention.type == .nationality, isSide(head)
    {
      return Speaker(entity: entity, name: passage.entities[entity].name, resolution: .country)
    }
    // A title with the name before an apposition or bracket, in Chinese and Korean the name before the title.
    let persons = part.compactMap { token -> (Int, Mention)? in
      guard let mention = passage.mention(token), mention.type == .person, mention.entity != nil else { return nil }
      return (token, mention)
    }
    if let (token, mention) = persons.first, let entity = mention.entity,
      !passage.tokens[token].shape.isDisjoint(with: [.ideographic, .hangul])
    {
      return Speaker(entity: entity, name: passage.entities[entity].name, resolution: .name)
    }
    if let role = part.lazy.compactMap({ passage.mention($0) }).last(where: { $0.type == .role }),
      let entity = role.entity,
      passage.entities[entity].type == .person, passage.has(part.lowerBound, [.determiner]), covers(role, head)
    {
      return Speaker(entity: entity, name: passage.entities[entity].name, resolution: .title)
    }
    return nil
  }

  private func covers(_ mention: Mention, _ token: Int) -> Bool { mention.range.covers(passage.tokens[token].range) }

  private func isSide(_ token: Int) -> Bool {
    let bytes = passage.text[passage.tokens[token].range.indices]
    return bytes.elementsEqual("side".utf8)
  }

  /// "both sides", "the two heads of state", "the leaders of China and the ROK".
  private func group(_ source: Range<Int>) -> Resolved? {
    let paired = source.contains { passage.has($0, .two) }
    guard let noun = source.first(where: { passage.has($0, .group) && passage.mention($0)?.type != .person }) else {
      return nil
    }
    guard paired || passage.has(noun, .personGroup) && passage.has(source.lowerBound, .determiner) else { return nil }
    var named: [Int] = []
    for token in noun..<source.upperBound {
      guard let mention = passage.mention(token), let entity = mention.entity, mention.type == .country else {
        continue
      }
      if !named.contains(entity) { named.append(entity) }
    }
    var members = principals.persons
    if named.count == 2, passage.has(noun, .personGroup) {
      let codes = Set(named.compactMap { passage.entities[$0].country })
      let theirs = Set(members.compactMap { passage.entities[$0].country })
      if !theirs.isEmpty, !theirs.isSubset(of: codes) { members = named }
      if members.isEmpty { members = named }
    } else if named.count > 0 && !paired {
      return nil
    } else if passage.has(noun, .countryGroup), principals.countries.count == 2 {
      members = principals.countries
    }
    if members.isEmpty { members = principals.countries }
    guard members.count == 2 else {
      return paired
        ? Resolved(speakers: [], mention: nil, unresolved: .group) : nil
    }
    return Resolved(speakers: members.map { speaker($0, .group) }, mention: nil, unresolved: nil)
  }

  private func speaker(_ entity: Int, _ resolution: Speaker.Resolution) -> Speaker {
    Speaker(entity: entity, name: passage.entities[entity].name, resolution: resolution)
  }

  private mutating func pronoun(_ source: Range<Int>) -> Resolved {
    let token = source.lowerBound
    if passage.has(token, .they) {
      if previous.count > 1 {
        return Resolved(
          speakers: previous.map { Speaker(entity: $0.entity, name: $0.name, resolution: .pronoun) }, mention: nil,
          unresolved: nil)
      }
      if let last = previous.first, last.entity == nil {
        return Resolved(
          speakers: [Speaker(entity: nil, name: last.name, resolution: .pronoun)], mention: nil, unresolved: nil)
      }
      if principals.persons.count == 2 {
        return Resolved(speakers: principals.persons.map { speaker($0, .group) }, mention: nil, unresolved: nil)
      }
      if principals.countries.count == 2 {
        return Resolved(speakers: principals.countries.map { speaker($0, .group) }, mention: nil, unresolved: nil)
      }
    } else if passage.has(token, .it) {
      if let last = history.suffix(Self.reach).last(where: {
        $0.entity.map { passage.entities[$0].type != .person } ?? true
      }) {
        return Resolved(
          speakers: [Speaker(entity: last.entity, name: last.name, resolution: .pronoun)], mention: nil, unresolved: nil
        )
      }
    } else if passage.has(token, [.he, .she]) {
      let wanted: Entity.Gender = passage.has(token, .she) ? .feminine : .masculine
      for candidate in [focus].compactMap({ $0 }) + history.suffix(Self.reach).reversed() {
        if let entity = candidate.entity {
          guard passage.entities[entity].type == .person, mayBe(wanted, entity) else { continue }
          genders[entity] = wanted
        }
        return Resolved(
          speakers: [Speaker(entity: candidate.entity, name: candidate.name, resolution: .pronoun)], mention: nil,
          unresolved: nil)
      }
      for entity in persons.before(passage.tokens[token].start) where mayBe(wanted, entity) {
        genders[entity] = wanted
        return Resolved(speakers: [speaker(entity, .pronoun)], mention: nil, unresolved: nil)
      }
    }
    return Resolved(speakers: [], mention: nil, unresolved: .pronoun)
  }

  private func mayBe(_ gender: Entity.Gender, _ entity: Int) -> Bool {
    let known = passage.entities[entity].gender ?? genders[entity]
    return known == nil || known == gender
  }

  /// 他, 她, 双方, 两国, 양측, 그는.
  private func widePronoun(_ source: Range<Int>) -> Resolved? {
    guard !passage.tokens[source.lowerBound].shape.isDisjoint(with: [.ideographic, .hangul]), source.count <= 6 else {
      return nil
    }
    let written = passage.string(source)
    if ["他", "她", "그", "그녀"].contains(written) || written.hasPrefix("他") && written != "他们" {
      guard let focus = focus ?? history.last else { return nil }
      return Resolved(
        speakers: [Speaker(entity: focus.entity, name: focus.name, resolution: .pronoun)], mention: nil, unresolved: nil
      )
    }
    if ["双方", "他们", "양측", "양국", "两国元首", "양 정상", "양국 정상", "两国", "两国领导人"].contains(where: { written.hasPrefix($0) }) {
      let members = principals.persons.count == 2 ? principals.persons : principals.countries
      guard members.count == 2 else { return nil }
      return Resolved(speakers: members.map { speaker($0, .group) }, mention: nil, unresolved: nil)
    }
    return nil
  }

  /// What the text calls the speaker; where no entities are known, a name stands for its longer form.
  private mutating func described(_ source: Range<Int>) -> Speaker {
    let written = passage.string(source)
    let last = source.upperBound - 1
    guard passage.mentions.isEmpty, passage.endsName(last), !source.contains(where: { passage.has($0, .and) })
    else {
      return Speaker(entity: nil, name: written, resolution: .description)
    }
    var start = source.lowerBound
    for token in source.dropLast() where passage.has(token, [.human, .determiner]) { start = token + 1 }
    let name = passage.string(start..<source.upperBound)
    if source.count == 1 || start == last, let known = surfaces.last(where: { $0.last == passage.tokens[last].word }) {
      return Speaker(entity: nil, name: known.name, resolution: .surname)
    }
    for token in start..<source.upperBound { surfaces.append((passage.tokens[token].word, name)) }
    return Speaker(entity: nil, name: name, resolution: .name)
  }
}
