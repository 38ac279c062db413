/// Finds who puts an announced set of points forward.
struct Proposer {
  let document: Document
  let text: PointText
  let statements: StatementIndex
  let phrases: SubjectReader
  var references: ReferenceReader

  // Who speaks for the text itself, and who wrote it.
  let voice: [Speaker]
  private let authors: [Speaker]

  init(document: Document, text: PointText) {
    self.document = document
    self.text = text
    statements = StatementIndex(document.attributions)
    phrases = SubjectReader(document: document, text: text)
    let own = DocumentVoice(document: document, text: text)
    voice = own.speakers
    authors = own.authors
    references = ReferenceReader(document)
  }

  /// The speakers of a set.
  ///
  /// - Parameters:
  ///   - announcement: The words that announce it.
  ///   - items: Its points; their statements tell where the announcement does not.
  ///   - lead: What stands before the first point in its sentence, to the verb that proposes.
  mutating func speakers(_ announcement: Announcement?, items: [TextRange], lead: Range<Int>? = nil) -> [Speaker] {
    if let announcement {
      let found = subject(of: announcement)
      if isKnown(found) { return found }
      if let known = parties(found, before: announcement.tokens.lowerBound) ?? phrases.holder(of: found) {
        return known
      }
      if !found.isEmpty { return found }
    } else if let lead, let verb = lead.last {
      if isWide(verb), let own = ownSide(lead.lowerBound..<verb) { return own }
      if let said = statements.first(withCue: text.tokens[verb].range), isKnown(said.speakers) { return said.speakers }
      if !isWide(verb), let found = actor(of: verb), !found.isEmpty { return found }
      let found = named(lead.lowerBound..<verb)
      if !found.isEmpty { return found }
    } else if let body = gathered(above: items) {
      return body
    }
    if announcement == nil, let topic = asking(items) { return known(topic) }
    if let first = items.first, let last = items.last {
      let hull = TextRange(first.start, last.end)
      // Direct speech goes on to its cue, often behind the last point.
      for range in [first, hull] {
        // Who reports inside a point without a name ("a nurse who reports dirty water") puts nothing forward.
        if let inside = statements.first(near: range, where: { $0.overlaps(range) }),
          inside.kind != .indirect || isKnown(inside.speakers)
        {
          return inside.speakers
        }
      }
    }
    // Whoever spoke just before goes on to speak; an announcement without a subject keeps its secret.
    guard let anchor = items.first?.start, announcement?.isPassive != true else { return [] }
    let before = statements.last(before: anchor)
    guard let before, let end = before.content.last?.end, anchor - end < 600 else { return voice }
    return before.speakers.map { Speaker(entity: $0.entity, name: $0.name, resolution: .inherited) }
  }

  /// The topic of a Korean sentence whose verb stands behind its points.
  private func asking(_ items: [TextRange]) -> Range<Int>? {
    guard let first = items.first, let token = text.firstToken(from: first.start) else { return nil }
    let sentence = text.sentence(of: token)
    return sentence.lowerBound < token ? phrases.topic(sentence.lowerBound..<token) : nil
  }

  private mutating func subject(of announcement: Announcement) -> [Speaker] {
    let start = announcement.tokens.lowerBound
    let sentence = text.sentence(of: start)
    // Whoever answers an interview speaks, and not who asks.
    if text.isInterview, announcement.subject != .third, announcement.subject != .author, !voice.isEmpty {
      return voice
    }
    if let unveiling = unveiled(sentence.lowerBound..<start) { return unveiling }
    var cueSpeakers: [Speaker] = []
    if let verb = announcement.verb {
      if let owner = phrases.ownerNamed(between: verb, and: start) { return [owner] }
      if isWide(verb), let own = ownSide(sentence.lowerBound..<verb) { return own }
      if let said = statements.first(withCue: text.tokens[verb].range), !announcement.isRelative {
        // "This brief recommends": its authors do.
        let isOwn = announcement.subject == .author || said.speakers.first?.name.hasPrefix("This ") ?? false
        if isOwn, !authors.isEmpty, !isKnown(said.speakers) { return authors }
        if isKnown(said.speakers) {
          return isWide(verb) || verb > start ? said.speakers : all(of: said.speakers, sentence.lowerBound..<verb)
        }
        cueSpeakers = said.speakers
      }
      if announcement.isPassive {
        let agents = agents(behind: verb, in: sentence)
        if !agents.isEmpty { return agents }
      } else {
        let found = subject(of: verb, announcement, in: sentence)
        if isKnown(found) || cueSpeakers.isEmpty && !found.isEmpty { return found }
      }
    }
    if let owner = phrases.owner(of: start, in: sentence, passive: announcement.isPassive) { return [owner] }
    // "The group's demands"
    if start > sentence.lowerBound + 1, text.tokens[start - 1].shape.contains(.possessive),
      let phrase = phrases.nounPhrase(sentence.lowerBound..<start - 1)
    {
      return whom(phrase)
    }
    if announcement.verb == nil || announcement.isPassive || announcement.isRecalled {
      // "A three-point plan by the minister", "the four demands of the union"
      let agents = agents(behind: announcement.tokens.upperBound - 1, in: sentence, within: 2)
      if !agents.isEmpty { return agents }
      if let holder = holder(behind: announcement.tokens.upperBound, in: sentence) { return holder }
    }
    if announcement.isPassive { return [] }
    if !cueSpeakers.isEmpty { return cueSpeakers }
    if isOwnVoice(announcement), !voice.isEmpty { return voice }
    if let verb = announcement.verb, verb < start, announcement.subject == .third,
      let phrase = phrases.nounPhrase(sentence.lowerBound..<verb), isWide(verb) || !isDocument(phrase)
    {
      let known = references.speakers(of: phrase)
      return known.isEmpty ? [phrases.described(phrase)] : known
    }
    if let covered = covering(announcement.range) { return covered.speakers }
    if let clause = phrases.reportClause(in: sentence) {
      let known = references.speakers(of: clause)
      if !known.isEmpty { return known }
    }
    return sentenceSubject(announcement, in: sentence)
  }

  /// The statement that says what stands at a place.
  func covering(_ range: TextRange) -> Attribution? { statements.first(near: range) { $0.covers(range) } }

  /// The subject of the verb that puts the points forward.
  private mutating func subject(of verb: Int, _ announcement: Announcement, in sentence: Range<Int>) -> [Speaker] {
    let start = announcement.tokens.lowerBound
    if announcement.isRelative {
      let end = announcement.tokens.upperBound
      return named(min(end + 1, verb)..<verb)
    }
    let clause = sentence.lowerBound..<(verb <= start ? verb : isWide(verb) ? start : sentence.lowerBound)
    if let topic = phrases.topic(clause) { return known(topic) }
    // "X said …, and demanded three things": who said the one demands the other.
    if let last = clause.last, text.classes[last].contains(.and) || text.mark(last) == 0x2C,
      let before = statements.last(before: text.tokens[verb].start), isKnown(before.speakers),
      before.content.last.map({ $0.start >= text.tokens[sentence.lowerBound].start }) ?? false
    {
      return before.speakers
    }
    if verb <= start, !isWide(verb), let found = actor(of: verb) { return all(of: found, clause) }
    return named(clause)
  }

  /// Also those whom commas join: "Lithuania, Latvia and Estonia".
  private func all(of found: [Speaker], _ clause: Range<Int>) -> [Speaker] {
    guard isKnown(found) else { return found }
    let names = phrases.names(in: clause)
    let isMore = names.count > found.count && found.allSatisfy { one in names.contains { $0.entity == one.entity } }
    return isMore ? names : found
  }

  /// The names that a clause starts with; a pronoun is whoever spoke last.
  private mutating func named(_ clause: Range<Int>) -> [Speaker] {
    let names = phrases.names(in: clause)
    if !names.isEmpty { return names }
    guard let pronoun = clause.last(where: { text.classes[$0].contains(.thirdPerson) }) else { return [] }
    return referred(pronoun)
  }

  /// Whom a pronoun means.
  mutating func referred(_ pronoun: Int) -> [Speaker] {
    let known = references.speakers(of: pronoun..<pronoun + 1)
    if isKnown(known) || !known.isEmpty && isGroup(known) { return known }
    let sentence = text.sentence(of: pronoun)
    if let before = subject(before: sentence, of: pronoun) { return before }
    if sentence.lowerBound > 0, text.blockOf[sentence.lowerBound - 1] == text.blockOf[pronoun] {
      let before = phrases.names(in: text.sentence(of: sentence.lowerBound - 1))
      if !before.isEmpty { return before }
    }
    if isThing(pronoun), let body = body(before: text.tokens[pronoun].start) { return [body] }
    let asked = statements.last(before: text.tokens[pronoun].start) { said in
      said.act != .ask && said.speakers.contains { $0.entity != nil }
    }
    let speaker = asked?.speakers.first { $0.entity != nil }
    return speaker.map { [Speaker(entity: $0.entity, name: $0.name, resolution: .pronoun)] } ?? known
  }

  /// The subject of the sentence before, where a pronoun can mean it.
  private mutating func subject(before sentence: Range<Int>, of pronoun: Int) -> [Speaker]? {
    let index = Int(text.sentenceOf[pronoun]) - 1
    guard index >= 0, sentence.lowerBound > 0, !isWide(pronoun),
      text.blocks[text.sentences[index].block].kind != .title,
      let phrase = references.subject(ofSentence: index)
    else { return nil }
    let head = references.head(of: phrase)
    let isBody = references.isInstitution(head) || text.classes[head].contains(.body)
    let known = references.speakers(of: phrase)
    if isKnown(known), known.contains(where: isPerson) != isThing(pronoun) { return known }
    guard known.isEmpty, isThing(pronoun) ? isBody : references.isHuman(head) else { return nil }
    return [phrases.described(phrase)]
  }

  /// Whether somebody is known by name.
  func isKnown(_ speakers: [Speaker]) -> Bool { speakers.contains { $0.entity != nil } }

  func isPerson(_ speaker: Speaker) -> Bool {
    speaker.entity.map { document.entities[$0].type == .person } ?? true
  }

  /// Where no verb puts the points forward: what the sentence starts with, or the sentence that this one goes on with.
  private mutating func sentenceSubject(_ announcement: Announcement, in sentence: Range<Int>) -> [Speaker] {
    let start = announcement.tokens.lowerBound
    let clause = sentence.lowerBound..<start
    // "Washington should do three things" says the author.
    if clause.contains(where: { text.classes[$0].contains(.modal) }) { return voice }
    if isWide(start), let topic = phrases.topic(clause) { return known(topic) }
    let own = phrases.names(in: clause)
    if !own.isEmpty { return own }
    if !isWide(start), let phrase = references.subject(ofSentence: Int(text.sentenceOf[start])),
      phrase.upperBound <= start, references.canSpeak(phrase)
    {
      let known = whom(phrase)
      if isKnown(known) { return known }
    }
    // "The Assembly, gathered in Port Vale," above "RESOLVES:"
    guard sentence.count <= 4 else { return [] }
    return gathered(above: announcement.block) ?? []
  }

  mutating func known(_ phrase: Range<Int>) -> [Speaker] {
    let names = phrases.names(in: phrase)
    if !names.isEmpty { return names }
    if let surnamed = phrases.surnamed(phrase) { return [surnamed] }
    let known = references.speakers(of: phrase)
    return known.isEmpty ? [phrases.described(phrase)] : known
  }

  /// Whether the text itself speaks: in the first person, as "this brief", or nobody does.
  private func isOwnVoice(_ announcement: Announcement) -> Bool {
    let first = announcement.tokens.lowerBound
    guard !text.isReported[first], !text.isQuoted[first] else { return false }
    switch announcement.subject {
    case .first, .author: return true
    case .reader, .third: return false
    case nil: return !text.isReport
    }
  }

  func isWide(_ index: Int) -> Bool {
    text.tokens[index].shape.contains(.ideographic) || text.tokens[index].shape.contains(.hangul)
  }
}
