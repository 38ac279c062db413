/// Finds who puts an announced set of points forward.
struct Proposer {
  private let document: Document
  private let text: PointText
  private let statements: StatementIndex
  private let phrases: SubjectReader
  // Who speaks for the text itself, and who wrote it.
  private let voice: [Speaker]
  private let authors: [Speaker]
  private var references: ReferenceReader

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
      if let known = parties(found, before: announcement.range.start) ?? phrases.holder(of: found) { return known }
      if !found.isEmpty { return found }
    } else if let lead, let verb = lead.last {
      if let said = statements.first(withCue: text.tokens[verb].range), isKnown(said.speakers) { return said.speakers }
      let names = phrases.names(in: lead.lowerBound..<verb)
      if !names.isEmpty { return names }
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
    var cueSpeakers: [Speaker] = []
    if let verb = announcement.verb {
      if let owner = phrases.ownerNamed(between: verb, and: start) { return [owner] }
      if isWide(verb), let own = ownSide(sentence.lowerBound..<verb) { return own }
      if let said = statements.first(withCue: text.tokens[verb].range), !announcement.isRelative {
        // "This brief recommends": its authors do.
        let isOwn = announcement.subject == .author || said.speakers.first?.name.hasPrefix("This ") ?? false
        if isOwn, !authors.isEmpty, !isKnown(said.speakers) { return authors }
        if isKnown(said.speakers) { return said.speakers }
        cueSpeakers = said.speakers
      }
      if announcement.isPassive {
        let agents = phrases.agents(behind: verb, in: sentence)
        if !agents.isEmpty { return agents }
      } else {
        let found = subject(of: verb, announcement, in: sentence)
        if isKnown(found) || cueSpeakers.isEmpty && !found.isEmpty { return found }
      }
    }
    if let owner = phrases.owner(of: start, in: sentence, passive: announcement.isPassive) { return [owner] }
    if announcement.verb == nil {
      // "A three-point plan by the minister"
      let agents = phrases.agents(behind: announcement.tokens.upperBound - 1, in: sentence, within: 2)
      if !agents.isEmpty { return agents }
    }
    if announcement.isPassive { return [] }
    if !cueSpeakers.isEmpty { return cueSpeakers }
    if isOwnVoice(announcement), !voice.isEmpty { return voice }
    if let verb = announcement.verb, verb < start, announcement.subject == .third,
      let phrase = phrases.nounPhrase(sentence.lowerBound..<verb)
    {
      let known = references.speakers(of: phrase)
      return known.isEmpty ? [phrases.described(phrase)] : known
    }
    if let covered = statements.first(near: announcement.range, where: { $0.covers(announcement.range) }) {
      return covered.speakers
    }
    if let clause = phrases.reportClause(in: sentence) {
      let known = references.speakers(of: clause)
      if !known.isEmpty { return known }
    }
    return sentenceSubject(announcement, in: sentence)
  }

  /// "The ministers", "the pair": who spoke together before.
  private func parties(_ described: [Speaker], before offset: Int) -> [Speaker]? {
    guard isGroup(described) else { return nil }
    let joint = statements.lastJoint(before: offset)
    return joint?.speakers.map { Speaker(entity: $0.entity, name: $0.name, resolution: .group) }
  }

  private func isGroup(_ described: [Speaker]) -> Bool {
    guard described.count == 1, let words = described.first?.name.split(separator: " "), words.count <= 3,
      let word = words.last.flatMap({ Lexicon.shared.ids(of: String($0)).first?.word })
    else { return false }
    return ProposalLexicon.shared.classes(of: word).contains(.group)
  }

  /// The subject of the verb that puts the points forward.
  private mutating func subject(of verb: Int, _ announcement: Announcement, in sentence: Range<Int>) -> [Speaker] {
    let start = announcement.tokens.lowerBound
    if announcement.isRelative {
      let end = announcement.tokens.upperBound
      return named(min(end + 1, verb)..<verb)
    }
    let clause = sentence.lowerBound..<(verb < start ? verb : isWide(verb) ? start : sentence.lowerBound)
    if let topic = phrases.topic(clause) { return known(topic) }
    // "X said …, and demanded three things": who said the one demands the other.
    if let last = clause.last, text.classes[last].contains(.and) || text.mark(last) == 0x2C,
      let before = statements.last(before: text.tokens[verb].start),
      before.content.last.map({ $0.start >= text.tokens[sentence.lowerBound].start }) ?? false
    {
      return before.speakers
    }
    return named(clause)
  }

  /// The names that a clause starts with; a pronoun is whoever spoke last.
  private mutating func named(_ clause: Range<Int>) -> [Speaker] {
    let names = phrases.names(in: clause)
    if !names.isEmpty { return names }
    guard let pronoun = clause.last(where: { text.classes[$0].contains(.thirdPerson) }) else { return [] }
    let known = references.speakers(of: pronoun..<pronoun + 1)
    if isKnown(known) || !known.isEmpty && isGroup(known) { return known }
    let sentence = text.sentence(of: pronoun)
    if sentence.lowerBound > 0, text.blockOf[sentence.lowerBound - 1] == text.blockOf[pronoun] {
      let before = phrases.names(in: text.sentence(of: sentence.lowerBound - 1))
      if !before.isEmpty { return before }
    }
    let speaker = statements.last(before: text.tokens[pronoun].start)?.speakers.first { $0.entity != nil }
    return speaker.map { [Speaker(entity: $0.entity, name: $0.name, resolution: .pronoun)] } ?? known
  }

  /// 中方 and 我部 are whoever speaks for them.
  private func ownSide(_ clause: Range<Int>) -> [Speaker]? {
    guard
      let side = clause.dropLast().last(where: {
        Self.own.contains(text.scalar($0)) && Self.sides.contains(text.scalar($0 + 1))
      })
    else { return nil }
    let place = text.tokens[side].range
    let sentence = text.sentence(of: side)
    let near = [
      statements.first(near: place) { $0.covers(place) }, statements.last(before: place.start),
      statements.last(before: text.tokens[sentence.lowerBound].start),
    ]
    return near.compactMap { $0?.speakers }.first { isKnown($0) && $0.contains(where: isPerson) }
  }

  /// Whether somebody is known by name.
  private func isKnown(_ speakers: [Speaker]) -> Bool { speakers.contains { $0.entity != nil } }

  private func isPerson(_ speaker: Speaker) -> Bool {
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
    // "The Assembly, gathered in Port Vale," above "RESOLVES:"
    guard sentence.count <= 4, announcement.block > 0 else { return [] }
    var above = announcement.block - 1
    // "THE COUNCIL," stands above what it recalls and considers.
    while above > 0, !text.isBody(above) || endsWithComma(above) && endsWithComma(above - 1) { above -= 1 }
    let tokens = text.blockTokens[above]
    guard endsWithComma(above) else { return [] }
    let names = phrases.names(in: tokens)
    if !names.isEmpty { return names }
    let end = tokens.first { text.mark($0) == 0x2C } ?? tokens.upperBound
    return phrases.nounPhrase(tokens.lowerBound..<end).map { known($0) } ?? []
  }

  private func endsWithComma(_ block: Int) -> Bool {
    text.blockTokens[block].last.map { text.mark($0) == 0x2C || text.mark($0) == 0x3B } ?? false
  }

  private mutating func known(_ phrase: Range<Int>) -> [Speaker] {
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

  private func isWide(_ index: Int) -> Bool {
    text.tokens[index].shape.contains(.ideographic) || text.tokens[index].shape.contains(.hangul)
  }

  // 中, 我
  private static let own: Set<UInt32> = [0x4E2D, 0x6211]
  // 方, 部, 们, 們
  private static let sides: Set<UInt32> = [0x65B9, 0x90E8, 0x4EEC, 0x5011]
}
