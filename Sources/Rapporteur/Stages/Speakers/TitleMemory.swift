/// Remembers by which nouns the text calls its persons: "the spokesman", "His Highness", "the chairperson".
struct TitleMemory {
  let passage: Passage

  /// Whom a noun meant where the name stood beside it.
  private var names: [WordID: Speaker] = [:]

  /// The token up to which honorifics and titles have been looked at.
  private var honours = 0

  /// Whom the whole text calls by a noun beside the name, with the places.
  private let known: [WordID: [(place: Int, entity: Int)]]

  init(_ passage: Passage) {
    self.passage = passage
    known = Self.callings(passage)
  }

  /// "the colonel is Kim", "the midwife, Kim", "Farmer Kim", "chaired by Kim".
  private static func callings(_ passage: Passage) -> [WordID: [(place: Int, entity: Int)]] {
    var known: [WordID: [(place: Int, entity: Int)]] = [:]
    let chaired = Lexicon.shared.id(of: "chaired")
    let chairs = ["chair", "chairman", "chairperson", "chairwoman", "president"].map { Lexicon.shared.id(of: $0) }
    let chairing = ["chairmanship", "chairpersonship", "presidency"].map { Lexicon.shared.id(of: $0) }
    for token in passage.tokens.indices.dropLast(2) {
      let isChair =
        passage.tokens[token].word == chaired && passage.has(token + 1, .by)
        || chairing.contains(passage.tokens[token].word) && passage.has(token + 1, .of)
      guard isChair || passage.has(token, .human) else { continue }
      var at = token + 1
      if isChair || passage.has(at, [.comma, .be]) { at += 1 }
      while at < min(token + 6, passage.tokens.count - 1),
        passage.has(at, [.honorific, .masculine, .feminine, .he]) || passage.mention(at)?.type == .role
          || passage.has(at, .stop) && passage.tokens[at - 1].length <= 3 || passage.tokens[at].shape.contains(.hasStop)
      {
        at += 1
      }
      guard let mention = passage.mention(at), mention.type == .person, let entity = mention.entity,
        mention.range.start == passage.tokens[at].start
      else { continue }
      for word in isChair ? chairs : [passage.tokens[token].word] {
        known[word, default: []].append((passage.tokens[token].start, entity))
      }
    }
    return known
  }

  /// "His Highness": whom the text called so last with the name beside it.
  mutating func honoured(_ source: Range<Int>) -> Speaker? {
    while honours < source.lowerBound {
      if passage.has(honours, .honorific), let speaker = honoured(behind: honours) {
        names[passage.tokens[honours].word] = speaker
      } else if passage.has(honours, .human), let speaker = apposed(behind: honours) {
        names[passage.tokens[honours].word] = speaker
      }
      honours += 1
    }
    guard source.count <= 3, let token = source.first(where: { passage.has($0, .honorific) }),
      let speaker = names[passage.tokens[token].word]
    else { return nil }
    return Speaker(entity: speaker.entity, name: speaker.name, resolution: .title)
  }

  private func honoured(behind honorific: Int) -> Speaker? {
    var found: Mention?
    for token in honorific + 1..<min(honorific + 12, passage.tokens.count) {
      if passage.has(token, [.comma, .stop, .scene, .be, .have, .with]) { break }
      if let mention = passage.mention(token), mention.type == .person,
        !mention.range.covers(passage.tokens[honorific].range),
        mention.range.count > found?.range.count ?? 0
      {
        found = mention
      }
    }
    return found?.entity.map { speaker($0, .title) }
  }

  /// "The chairperson of the board, H.E. Kim": the name behind a title's comma.
  private func apposed(behind title: Int) -> Speaker? {
    var at = title + 1
    let end = min(title + 12, passage.tokens.count)
    while at < end, !passage.has(at, .comma) {
      if passage.has(at, [.stop, .scene, .be, .have, .with, .and]) || passage.verb(at) != nil { return nil }
      at += 1
    }
    at += 1
    while at < end, passage.has(at, [.honorific, .masculine, .feminine, .stop, .human, .he]) || isExcellency(at) {
      at += 1
    }
    guard at < end, let mention = passage.mention(at), mention.type == .person else { return nil }
    return mention.entity.map { speaker($0, .title) }
  }

  /// "H.E.", "HE" or "HH" before a name or title.
  func isExcellency(_ token: Int) -> Bool {
    passage.tokens[token].shape.contains(.hasStop) && passage.isCapitalised(token)
      || passage.has(token, [.he, .honorific]) && passage.tokens[token].shape.contains(.allCapitals)
  }

  /// "the spokesman", "the ministry": who was called so where the name stood.
  ///
  /// - Parameter recent: Who spoke before, the latest first; of several who can be meant the first counts.
  func titled(_ source: Range<Int>, head: Int, recent: [Speaker], isLabel: Bool = false) -> Speaker? {
    guard isLabel || passage.has(source.lowerBound, .determiner) && isDefinite(source.lowerBound) else { return nil }
    let latest: ([Int]) -> Int? = { found in
      recent.lazy.compactMap(\.entity).first { found.contains($0) }
        ?? self.latest(of: Set(found), before: source.lowerBound)
    }
    if let speaker = TitleForms.holder(of: source, passage, latest: latest) { return speaker }
    if isLabel, source.count > 1 { return nil }
    guard passage.has(head, [.human, .institution]) else { return nil }
    let word = passage.tokens[head].word
    if let speaker = names[word] { return Speaker(entity: speaker.entity, name: speaker.name, resolution: .title) }
    let written = String(decoding: passage.text[passage.tokens[head].range.indices], as: UTF8.self).lowercased()
    if passage.has(head, .human) {
      let found = passage.entities.indices.filter {
        passage.entities[$0].type == .person && (passage.entities[$0].role?.lowercased().contains(written) ?? false)
      }
      if found.count == 1, source.count <= 8 { return speaker(found[0], .title) }
      guard source.count <= 3 else { return nil }
      if let last = recent.first(where: { $0.entity.map { found.contains($0) } ?? false }) {
        return Speaker(entity: last.entity, name: last.name, resolution: .title)
      }
      // "The Romanian leader" is nobody of another country.
      let country = source.lazy.compactMap { passage.mention($0)?.entity }.first
        .flatMap { passage.entities[$0].country }
      if found.isEmpty, Self.callings.contains(word),
        let last = recent.first(where: { speaker in
          speaker.entity.map {
            passage.entities[$0].type == .person && (country == nil || passage.entities[$0].country == country)
          } ?? false
        })
      {
        return Speaker(entity: last.entity, name: last.name, resolution: .title)
      }
      if found.isEmpty, Self.callings.contains(word), let country {
        let compatriots = passage.entities.indices.filter {
          passage.entities[$0].type == .person && passage.entities[$0].country == country
        }
        return self.latest(of: Set(compatriots), before: source.lowerBound).map { speaker($0, .title) }
      }
      return latest(found).map { speaker($0, .title) }
    }
    let found = passage.entities.indices.filter {
      passage.entities[$0].type == .organisation && passage.entities[$0].name.lowercased().contains(written)
    }
    return found.count == 1 && source.count <= 3 ? speaker(found[0], .organisation) : nil
  }

  /// What anybody who holds an office can be called.
  private static let callings = words("calling")

  /// The words of the list for one class of persons.
  private static func words(_ kind: String) -> WordSet {
    WordSet(WordList("person_words").entries.filter { $0.fields.first == kind }.map(\.text))
  }

  /// The person of the set whom the text named last.
  func latest(of persons: Set<Int>, before token: Int) -> Int? {
    guard !persons.isEmpty else { return nil }
    let place = passage.tokens[token].start
    return passage.mentions.last { mention in
      mention.range.end <= place && mention.entity.map { persons.contains($0) } ?? false
    }?.entity
  }

  /// "the ministers": the two who were called so and spoke or were named last.
  ///
  /// - Parameter isPaired: Whether "two" or "both" stands with the noun: bodies may be meant too.
  func titledPair(
    _ source: Range<Int>, head: Int, isPaired: Bool = false, among called: [Int] = []
  ) -> [Speaker]? {
    guard source.count <= 4, isPaired || passage.has(source.lowerBound, .determiner) && isDefinite(source.lowerBound)
    else { return nil }
    let written = String(decoding: passage.text[passage.tokens[head].range.indices], as: UTF8.self).lowercased()
    guard written.count > 4, written.hasSuffix("s") else { return nil }
    let title = written.hasSuffix("ies") ? written.dropLast(3) + "y" : written.dropLast()
    let place = passage.tokens[source.lowerBound].start
    var found: [Int] = []
    for mention in passage.mentions.reversed() where mention.range.end <= place && found.count < 6 {
      guard let entity = mention.entity, !found.contains(entity) else { continue }
      let thing = passage.entities[entity]
      let isCalled =
        thing.type == .person && (thing.role?.lowercased().contains(title) ?? false)
        || isPaired && thing.type == .organisation
          && thing.name.lowercased().split(separator: " ").contains { $0 == title }
      guard isCalled else { continue }
      found.append(entity)
    }
    if found.count > 2, called.count == 2, called.allSatisfy(found.contains) { found = called.reversed() }
    guard found.count == 2 else { return nil }
    return found.reversed().map { speaker($0, .group) }
  }

  /// Whether a noun means one person: "colonel", not "officials" or "staff".
  func isSingular(_ token: Int) -> Bool {
    guard passage.has(token, .human), !passage.has(token, [.personGroup, .countryGroup]) else { return false }
    let word = passage.string(token..<token + 1).lowercased()
    return
      !(word.hasSuffix("s") && !word.hasSuffix("ss") || word.hasSuffix("men")
      || Self.crowds.contains(passage.tokens[token].word))
  }

  private static let crowds = words("crowd")

  /// Whom a description means that nothing else tells: one who was called so without a name, or who spoke last.
  func fallback(
    _ source: Range<Int>, head: Int, focus: SpeakerResolver.Voice?, history: [SpeakerResolver.Voice]
  ) -> Speaker? {
    guard passage.has(source.lowerBound, .determiner), isDefinite(source.lowerBound), source.count <= 3,
      isSingular(head)
    else { return nil }
    let word = passage.string(head..<head + 1).lowercased()
    if let known = Self.latest(known[passage.tokens[head].word] ?? [], before: passage.tokens[head].start) {
      return speaker(known, .title)
    }
    if let voice = history.last(where: { $0.speaker.entity == nil && $0.speaker.name.lowercased().hasSuffix(word) }) {
      return Speaker(entity: nil, name: voice.speaker.name, resolution: .title)
    }
    guard let focus, focus.isPerson, !Self.unnamed.contains(word) else { return nil }
    // "the minister" is nobody who is known to hold another office.
    if Self.offices.contains(word),
      let role = focus.speaker.entity.flatMap({ passage.entities[$0].role?.lowercased() }),
      !role.isEmpty, !role.contains(word)
    {
      return nil
    }
    let wanted: Entity.Gender? =
      passage.has(head, .feminine) ? .feminine : passage.has(head, .masculine) ? .masculine : nil
    let own = focus.speaker.entity.flatMap { passage.entities[$0].gender } ?? focus.gender
    if let wanted, let own, wanted != own {
      let other = history.last { voice in
        let gender = voice.speaker.entity.flatMap { passage.entities[$0].gender } ?? voice.gender
        return voice.isPerson && (gender ?? wanted) == wanted
      }
      return other.map { Speaker(entity: $0.speaker.entity, name: $0.speaker.name, resolution: .title) }
    }
    return Speaker(entity: focus.speaker.entity, name: focus.speaker.name, resolution: .title)
  }

  /// Who is nobody's title: descriptions of those who want no name.
  private static let unnamed: Set<String> = [
    "person", "source", "witness", "member", "resident", "reporter", "maker", "owner", "operator", "publisher",
    "insurer", "supplier", "producer", "manufacturer", "carrier", "developer", "contractor",
  ]

  /// Titles that one holder of an office is not called by for another's.
  private static let offices: Set<String> = [
    "ambassador", "cardinal", "chancellor", "colonel", "commissioner", "general", "governor", "judge", "justice",
    "mayor", "minister", "ombudsman", "pope", "premier", "president", "prosecutor", "rector", "secretary", "senator",
    "sheriff", "speaker",
  ]

  /// The last entity named so before a place, else the first behind it.
  private static func latest(_ known: [(place: Int, entity: Int)], before place: Int) -> Int? {
    known.last { $0.place <= place }?.entity ?? known.first?.entity
  }

  private func isDefinite(_ token: Int) -> Bool {
    let bytes = passage.text[passage.tokens[token].range.indices]
    return bytes.count == 3 && bytes.first.map { $0 | 0x20 == 0x74 } ?? false
  }

  /// Remembers the nouns that stand beside a name.
  mutating func learn(_ source: Range<Int>, _ speaker: Speaker) {
    for token in source where passage.has(token, .human) { names[passage.tokens[token].word] = speaker }
    // The apposition behind: "Kim, the envoy,".
    var at = source.upperBound
    guard at < passage.tokens.count, passage.has(at, .comma) else { return }
    at += 1
    while at < passage.tokens.count, at < source.upperBound + 14, !passage.has(at, [.comma, .stop]) {
      if passage.has(at, .human) { names[passage.tokens[at].word] = speaker }
      at += 1
    }
  }

  private func speaker(_ entity: Int, _ resolution: Speaker.Resolution) -> Speaker {
    Speaker(entity: entity, name: passage.entities[entity].name, resolution: resolution)
  }
}
