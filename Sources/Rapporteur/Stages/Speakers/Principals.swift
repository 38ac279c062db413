/// The two parties that a report is about: whom "the two sides" and "both leaders" mean.
struct Principals {
  /// Indices of persons' entities, in the order of the lead; two, or none.
  private(set) var persons: [Int] = []

  /// Indices of countries' entities; two, or none.
  private(set) var countries: [Int] = []

  /// Whether the lead says that somebody met or held talks.
  private(set) var isMeeting = false

  /// How many sentences a lead has at most.
  private static let lead = 8

  init(_ passage: Passage) {
    var place = 0
    for sentence in passage.sentences where place < Self.lead {
      let kind = passage.blocks[sentence.block].kind
      if kind != .title && kind != .caption { place += 1 }
      if place <= 3, Self.reportsMeeting(passage, sentence) { isMeeting = true }
      if persons.isEmpty { persons = Self.pair(passage, sentence, [.person]) }
    }
    place = 0
    for sentence in passage.sentences where place < Self.lead {
      place += 1
      if countries.isEmpty { countries = Self.pair(passage, sentence, [.country]) }
    }
    let codes = persons.compactMap { passage.entities[$0].country }
    if codes.count == 2, codes[0] != codes[1] {
      let found = codes.compactMap { code in
        passage.entities.firstIndex { $0.type == .country && $0.key == code }
          ?? passage.entities.firstIndex { $0.type == .country && $0.country == code }
      }
      if found.count == 2 { countries = found }
    }
    if countries.count != 2 { countries = Self.frequent(passage, .country, atLeast: 3) }
    if persons.count != 2 { persons = Self.leaders(passage, countries) }
  }

  /// Whether somebody met, called or spoke in a sentence.
  private static func reportsMeeting(_ passage: Passage, _ sentence: Sentence) -> Bool {
    var sawPerson = false
    guard let first = sentence.tokens.first else { return false }
    if !passage.tokens[first].shape.isDisjoint(with: [.ideographic, .hangul]) {
      let words = passage.string(sentence.tokens)
      return ["会谈", "会见", "会晤", "通电话", "通话", "회담", "만났", "통화", "면담", "접견"].contains { words.contains($0) }
    }
    for token in sentence.tokens {
      if let type = passage.mention(token)?.type, type == .person || type == .role { sawPerson = true }
      if sawPerson, passage.has(token, .meet), passage.has(token, .scene) { return true }
    }
    return false
  }

  /// The two that meet in a sentence: one before the verb, another behind it, or joined by "and".
  private static func pair(_ passage: Passage, _ sentence: Sentence, _ types: Set<EntityType>) -> [Int] {
    var found: [Int] = []
    var meeting: Int?
    for token in sentence.tokens {
      if passage.has(token, .meet), meeting == nil { meeting = token }
      guard let mention = passage.mention(token), types.contains(mention.type), let entity = mention.entity,
        mention.range.start == passage.tokens[token].start, isParty(passage.entities[entity])
      else { continue }
      if !found.contains(entity) { found.append(entity) }
    }
    guard meeting != nil, found.count >= 2 else { return [] }
    return Array(found.prefix(2))
  }

  /// Whether it can be one of the sides: a country rather than a town, and nobody of the press.
  private static func isParty(_ entity: Entity) -> Bool {
    switch entity.type {
    case .country: entity.key.utf8.count == 2
    case .person: !press.contains(entity.role?.lowercased() ?? "")
    default: true
    }
  }

  private static let press: Set<String> = [
    "correspondent", "editor", "journalist", "photographer", "reporter", "기자", "摄影", "编辑", "记者",
  ]

  private static func frequent(_ passage: Passage, _ type: EntityType, atLeast: Int) -> [Int] {
    var counts: [Int: Int] = [:]
    for mention in passage.mentions {
      guard let entity = mention.entity, passage.entities[entity].type == type, isParty(passage.entities[entity])
      else { continue }
      counts[entity, default: 0] += 1
    }
    let ranked = counts.filter { $0.value >= atLeast }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2).map(
      \.key)
    return ranked.count == 2 ? ranked.sorted() : []
  }

  /// The persons with a title of the two countries, one of each.
  private static func leaders(_ passage: Passage, _ countries: [Int]) -> [Int] {
    guard countries.count == 2 else { return [] }
    var counts = Array(repeating: 0, count: passage.entities.count)
    for mention in passage.mentions {
      if let entity = mention.entity, mention.type == .person { counts[entity] += 1 }
    }
    let found = countries.compactMap { country in
      passage.entities.indices.filter {
        passage.entities[$0].type == .person && passage.entities[$0].role != nil && isParty(passage.entities[$0])
          && passage.entities[$0].country == passage.entities[country].country && passage.entities[$0].country != nil
      }.max { (counts[$0], $1) < (counts[$1], $0) }
    }
    return found.count == 2 ? found : []
  }
}
