/// Speakers who speak together.
extension SpeakerResolver {
  /// "both sides", "the two heads of state", "the leaders of China and the ROK".
  func group(_ source: Range<Int>) -> Resolved? {
    if let both = bothOf(source) { return both }
    let noun = source.first { passage.has($0, .group) && passage.mention($0)?.type != .person }
    let paired =
      (source.lowerBound..<(noun ?? source.upperBound)).contains { passage.has($0, .two) }
      || source.count == 2 && passage.tokens[source.lowerBound + 1].word == Self.sides
    guard let noun else { return paired ? titled(source) : nil }
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
    if named.isEmpty, !passage.has(noun, [.personGroup, .countryGroup]), principals.countries.count == 2 {
      members = principals.countries
    }
    // "The Ministers" are the two who spoke together, rather than their countries.
    if members.isEmpty, passage.has(noun, .personGroup), previous.count == 2,
      previous.allSatisfy({ $0.entity.map { passage.entities[$0].type == .person } ?? false })
    {
      return together(previous)
    }
    if members.isEmpty, paired || !passage.has(noun, .personGroup) { members = principals.countries }
    if members.count == 2, passage.has(noun, .personGroup), paired, let pair = titled(source),
      Set(pair.speakers.map(\.entity)) != Set(members)
    {
      return pair
    }
    guard members.count == 2 else {
      if paired, let pair = titled(source) { return pair }
      if paired, passage.has(noun, .personGroup), let pair = latestPersons(before: source.lowerBound, count: 2) {
        return pair
      }
      return paired
        ? Resolved(speakers: [], mention: nil, unresolved: .group) : nil
    }
    return Resolved(speakers: members.map { speaker($0, .group) }, mention: nil, unresolved: nil)
  }

  private static let sides = Lexicon.shared.id(of: "sides")

  /// "both", "the two", "the pair", "the trio", "the former", "the latter".
  private func bothOf(_ source: Range<Int>) -> Resolved? {
    guard source.count <= 2 else { return nil }
    let last = source.upperBound - 1
    let word = passage.string(last..<source.upperBound).lowercased()
    guard source.count == 1 && word == "both" || passage.has(source.lowerBound, .determiner) else { return nil }
    switch word {
    case "former", "latter":
      guard pair.count == 2 else { return nil }
      let speaker = word == "former" ? pair[0] : pair[1]
      return Resolved(
        speakers: [Speaker(entity: speaker.entity, name: speaker.name, resolution: .pronoun)], mention: nil,
        unresolved: nil)
    case "trio", "three": return latestPersons(before: source.lowerBound, count: 3)
    case "both", "two", "pair", "duo":
      guard source.count == 1 || word != "both" else { return nil }
      if previous.count == 2 { return together(previous) }
      if principals.persons.count == 2 { return together(principals.persons.map { speaker($0, .group) }) }
      if let pair = latestPersons(before: source.lowerBound, count: 2) { return pair }
      return principals.countries.count == 2 ? together(principals.countries.map { speaker($0, .group) }) : nil
    default: return nil
    }
  }

  private func together(_ speakers: [Speaker]) -> Resolved {
    Resolved(
      speakers: speakers.map { Speaker(entity: $0.entity, name: $0.name, resolution: .group) }, mention: nil,
      unresolved: nil)
  }

  /// "the two ministers", "both agencies": the two who were called so last.
  private func titled(_ source: Range<Int>) -> Resolved? {
    titles.titledPair(source, head: source.upperBound - 1, isPaired: true, among: principals.persons).map {
      together($0)
    }
  }

  /// Those whom the text named last, in its order.
  private func latestPersons(before token: Int, count: Int) -> Resolved? {
    var found: [Int] = []
    for voice in history.reversed() where voice.isPerson {
      if let entity = voice.speaker.entity, !found.contains(entity) { found.append(entity) }
      if found.count == count { break }
    }
    if found.count < count {
      for entity in persons.before(passage.tokens[token].start) where !found.contains(entity) {
        found.append(entity)
        if found.count == count { break }
      }
    }
    return found.count == count ? together(found.reversed().map { speaker($0, .group) }) : nil
  }

  /// "her Bolivian counterpart", "his guest": the other of two.
  func counterpart(_ source: Range<Int>, head: Int) -> Speaker? {
    guard passage.has(source.lowerBound, .possessive), source.count <= 5,
      Self.others.contains(passage.string(head..<head + 1).lowercased())
    else { return nil }
    if let mention = source.lazy.compactMap({ passage.mention($0) }).first(where: { $0.type == .nationality }),
      let country = mention.entity.flatMap({ passage.entities[$0].country }),
      let entity = persons.before(passage.tokens[source.lowerBound].start).first(where: {
        passage.entities[$0].country == country && $0 != focus?.speaker.entity
      })
    {
      return speaker(entity, .title)
    }
    guard principals.persons.count == 2, let own = focus?.speaker.entity, principals.persons.contains(own) else {
      return nil
    }
    return principals.persons.first { $0 != own }.map { speaker($0, .title) }
  }

  private static let others: Set<String> = [
    "colleague", "counterpart", "guest", "host", "interlocutor", "opponent", "partner", "rival", "visitor",
  ]

  /// "the Frenchman", "the Russian": the person of that country who spoke or was named last.
  func compatriot(_ source: Range<Int>) -> Speaker? {
    guard source.count == 2, passage.has(source.lowerBound, .determiner) else { return nil }
    let last = source.lowerBound + 1
    guard let mention = passage.mention(last), mention.type == .nationality,
      mention.range.end == passage.tokens[last].end,
      let country = mention.entity.flatMap({ passage.entities[$0].country })
    else { return nil }
    let written = passage.string(last..<last + 1).lowercased()
    let isMan = written.hasSuffix("man") && !written.hasSuffix("german") && !written.hasSuffix("oman")
    let isSingular =
      isMan || written.hasSuffix("woman")
      || !["s", "sh", "ch", "ese", "men"].contains { written.hasSuffix($0) } && written != "german"
    guard isSingular else { return nil }
    if let voice = history.last(where: { voice in
      voice.isPerson && voice.speaker.entity.map { passage.entities[$0].country == country } ?? false
    }), let entity = voice.speaker.entity {
      return speaker(entity, .title)
    }
    if let entity = persons.before(passage.tokens[last].start).first(where: {
      passage.entities[$0].country == country
    }) {
      return speaker(entity, .title)
    }
    if isMan || written.hasSuffix("woman"), let focus {
      return Speaker(entity: focus.speaker.entity, name: focus.speaker.name, resolution: .title)
    }
    return nil
  }
}
