/// Noun phrases with a name, and those that only describe.
extension SpeakerResolver {
  /// "its letter", "the statement" behind the ministry's: who wrote it.
  mutating func owner(_ source: Range<Int>, head: Int) -> Resolved? {
    guard passage.has(head, .document), source.count <= 3 else { return nil }
    if passage.has(source.lowerBound, .possessive) {
      if passage.has(source.lowerBound, [.he, .she, .they]) {
        let result = pronoun(source.lowerBound..<source.lowerBound + 1)
        return result.speakers.isEmpty ? nil : result
      }
      guard passage.string(source.lowerBound..<source.lowerBound + 1).lowercased() == "its", let last = body() else {
        return nil
      }
      return one(Speaker(entity: last.entity, name: last.name, resolution: .pronoun))
    }
    guard source.count == 2, passage.has(source.lowerBound, .determiner), previous.count == 1,
      Self.letters.contains(passage.string(head..<head + 1).lowercased())
    else { return nil }
    return Resolved(
      speakers: previous.map { Speaker(entity: $0.entity, name: $0.name, resolution: .title) }, mention: nil,
      unresolved: nil)
  }

  /// The parts that "and" and commas join.
  func split(_ source: Range<Int>) -> [Range<Int>] {
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
  func named(_ part: Range<Int>) -> Speaker? {
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
      mention.type == .country || mention.type == .nationality
        || mention.type == .organisation && passage.entities[entity].type == .organisation, isSide(head)
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

  func covers(_ mention: Mention, _ token: Int) -> Bool { mention.range.covers(passage.tokens[token].range) }

  func isSide(_ token: Int) -> Bool { Self.isSide(token, passage) }

  static func isSide(_ token: Int, _ passage: Passage) -> Bool {
    let bytes = passage.text[passage.tokens[token].range.indices]
    return bytes.elementsEqual("side".utf8) || bytes.elementsEqual("delegation".utf8)
  }

  /// What the text calls the speaker; where no entities are known, a name stands for its longer form.
  mutating func described(_ source: Range<Int>) -> Speaker {
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

  static let letters: Set<String> = [
    "communique", "communiqué", "letter", "memo", "message", "post", "reply", "statement", "transcript", "tweet",
  ]
}
