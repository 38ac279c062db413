/// Whose a set of points is by possessives, titles and surnames.
extension SubjectReader {
  /// "Xi's four-point proposal"; of a passive without an agent also "during Xi's visit".
  func owner(of start: Int, in sentence: Range<Int>, passive: Bool) -> Speaker? {
    for index in (max(sentence.lowerBound, start - 40)..<max(sentence.lowerBound, start)).reversed()
    where text.tokens[index].shape.contains(.possessive) {
      let end = text.tokens[index].start
      let mention = document.mentions[..<firstMention(from: end)].suffix(3).last {
        $0.range.end == end && $0.entity != nil
      }
      if let entity = mention?.entity, index == start - 1 || passive && mention?.type == .person {
        return Speaker(entity: entity, name: document.entities[entity].name, resolution: .name)
      }
      if document.mentions.isEmpty, index == start - 1 || passive { return holder(before: index, in: sentence) }
    }
    return nil
  }

  /// Whose "her five demands" are: the person named between the verb and them.
  func ownerNamed(between verb: Int, and start: Int) -> Speaker? {
    guard verb < start,
      (max(verb + 1, start - 2)..<start).contains(where: {
        text.classes[$0].contains(.his) && text.classes[$0].isDisjoint(with: .firstPerson)
      })
    else { return nil }
    let range = TextRange(text.tokens[verb].end, text.tokens[start].start)
    let named = document.mentions[firstMention(from: range.start)..<firstMention(from: range.end)].last {
      $0.type == .person && $0.entity != nil
    }
    guard let entity = named?.entity else { return nil }
    return Speaker(entity: entity, name: document.entities[entity].name, resolution: .pronoun)
  }

  /// The words that a possessive closes: a run of names, or a noun with its determiner.
  private func holder(before possessive: Int, in sentence: Range<Int>) -> Speaker? {
    var start = possessive
    let isNamed = possessive > sentence.lowerBound && text.tokens[possessive - 1].shape.contains(.capitalised)
    while start > sentence.lowerBound, possessive - start < 6, !breaksPhrase(start - 1),
      !isNamed || text.tokens[start - 1].shape.contains(.capitalised)
    {
      start -= 1
    }
    guard start < possessive else { return nil }
    let name = String(decoding: text.bytes[text.tokens[start].start..<text.tokens[possessive - 1].end], as: UTF8.self)
    return Speaker(entity: nil, name: name, resolution: isNamed ? .name : .description)
  }

  /// The one person whose title stands for him: "The Chairman", in headlines "Danish health minister".
  func holder(of described: [Speaker]) -> [Speaker]? {
    guard described.count == 1, let name = described.first?.name else { return nil }
    let words = Set(name.lowercased().split(separator: " "))
    guard words.count <= 6, let title = name.lowercased().split(separator: " ").last, title.utf8.count > 3 else {
      return nil
    }
    let holders = document.entities.indices.filter { index in
      let person = document.entities[index]
      guard person.type == .person, let role = person.role?.lowercased() else { return false }
      let own = Set(role.split(separator: " "))
      // "The finance minister" is not the Health Minister, "the minister" may be, "the deputy minister" is another.
      return role.split(separator: " ").last == title && words.isDisjoint(with: Self.ranks.subtracting(own))
        && (own.isSubset(of: words) || words.subtracting(["the"]).isSubset(of: own))
    }
    guard holders.count == 1, let entity = holders.first else { return nil }
    return [Speaker(entity: entity, name: document.entities[entity].name, resolution: .title)]
  }

  private static let ranks: Set<Substring> = ["acting", "deputy", "ex", "former", "shadow", "then", "vice"]

  /// The one person of the document whose surname the words start with: "한 장관", "세메사 특사".
  func surnamed(_ phrase: Range<Int>) -> Speaker? {
    guard let first = phrase.first, text.tokens[first].shape.contains(.hangul) else { return nil }
    let end = phrase.dropFirst().first { text.tokens[$0].shape.contains(.spaceBefore) } ?? phrase.upperBound
    let surname = text.bytes[text.tokens[first].start..<text.tokens[end - 1].end]
    let known = document.entities.indices.filter { index in
      guard document.entities[index].type == .person else { return false }
      let name = Array(document.entities[index].name.utf8)
      return name.starts(with: surname) || surname.count > 3 && name.reversed().starts(with: surname.reversed())
    }
    guard known.count == 1, let entity = known.first else { return nil }
    return Speaker(entity: entity, name: document.entities[entity].name, resolution: .surname)
  }
}
