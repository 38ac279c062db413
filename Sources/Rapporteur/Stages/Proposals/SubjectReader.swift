/// Reads who a clause is about: names, owners, agents, noun phrases, by their place in the sentence.
struct SubjectReader {
  let document: Document
  let text: PointText

  /// The persons, bodies and countries that a clause starts with and no preposition governs; several when they are
  /// joined ("Norway and Kenya").
  func names(in clause: Range<Int>) -> [Speaker] {
    let clause = withoutDateline(clause)
    guard let first = clause.first, let last = clause.last else { return [] }
    let range = TextRange(text.tokens[first].start, text.tokens[last].end)
    let mentions = document.mentions[firstMention(from: range.start)..<firstMention(from: range.end)]
    var found: [Speaker] = []
    var pending: [Speaker] = []
    var end: Int?
    var token = first
    var index = mentions.startIndex
    while index < mentions.endIndex {
      let start = mentions[index].range.start
      // "New Zealand's Deputy Prime Minister Peter Ngata": the last of the run is the one who speaks.
      while index + 1 < mentions.endIndex, goesOn(mentions[index], mentions[index + 1]) { index += 1 }
      let mention = mentions[index]
      index += 1
      while token < clause.upperBound, text.tokens[token].start < start { token += 1 }
      guard let speaker = speaker(mention), !isPartOfWord(mention, in: token..<clause.upperBound) else { continue }
      if let end {
        guard let joint = joint(end..<token) else { break }
        if !found.contains(where: { $0.entity == speaker.entity }) { pending.append(speaker) }
        if joint == .and {
          found += pending
          pending = []
        }
      } else {
        if token > first, text.classes[token - 1].contains(.preposition) || Self.at.contains(text.scalar(token - 1)) {
          continue
        }
        found.append(speaker)
      }
      end = firstToken(from: mention.range.end, in: token..<clause.upperBound)
    }
    return found
  }

  /// The clause behind "BAMAKO, March 3 (Lagoon) --".
  private func withoutDateline(_ clause: Range<Int>) -> Range<Int> {
    guard let first = clause.first, text.isFirst(first) else { return clause }
    if text.mark(first) == 0x28 { return withoutBrackets(clause) }
    let dash = clause.prefix(24).last { index in
      let mark = text.mark(index)
      // 电, 電: "新华社内罗毕5月6日电"
      let scalar = text.scalar(index)
      if scalar == 0x7535 || scalar == 0x96FB { return index + 1 < text.tokens.count && !text.touchesNext(index) }
      return mark == 0x2014 || mark == 0x2013 || mark == 0x2D && text.tokens[index].shape.contains(.spaceBefore)
    }
    guard let dash, !(first..<dash).contains(where: { !text.classes[$0].isDisjoint(with: Self.noName) }) else {
      return clause
    }
    return dash + 1..<clause.upperBound
  }

  /// The clause behind "(부산=남도통신)" and behind "윤가람 기자 =".
  private func withoutBrackets(_ clause: Range<Int>) -> Range<Int> {
    let dateline = clause.prefix(24)
    guard let close = dateline.first(where: { text.mark($0) == 0x29 }), close + 1 < clause.upperBound else {
      return clause
    }
    let equals = dateline.first { $0 > close && text.scalar($0) == 0x3D }
    return min((equals ?? close) + 1, clause.upperBound)..<clause.upperBound
  }

  private func goesOn(_ mention: Mention, _ next: Mention) -> Bool {
    guard next.entity != nil else { return false }
    let gap = text.bytes[mention.range.end..<max(mention.range.end, next.range.start)]
    return gap.count <= 1 || gap.count <= 5 && (gap.starts(with: "'s ".utf8) || gap.starts(with: "’s ".utf8))
  }

  /// "the Armenian side"
  private func isSide(behind mention: Mention) -> Bool {
    let end = document.text.utf8[mention.range.end...].prefix(12)
    return [" side", " government", " delegation"].contains { end.starts(with: $0.utf8) }
  }

  /// Whether a body's name goes on without a space into what it names: "联合国秘书长", "한국소비자단체".
  private func isPartOfWord(_ mention: Mention, in clause: Range<Int>) -> Bool {
    guard mention.type != .person, mention.type != .role else { return false }
    let next = firstToken(from: mention.range.end, in: clause)
    guard next < clause.upperBound, text.tokens[next].start == mention.range.end else { return false }
    let shape = text.tokens[next].shape
    if shape.contains(.ideographic) {
      // A short title, not a clause: "国务院办公厅印发通知，要求".
      let rest = (next..<clause.upperBound).prefix { !Self.topics.contains(text.scalar($0)) }
      guard rest.count <= 5, !rest.contains(where: { text.mark($0) != 0 }) else { return false }
    }
    return (shape.contains(.ideographic) || shape.contains(.hangul)) && !Self.topics.contains(text.scalar(next))
      && !Self.particles.contains(text.scalar(next)) && !text.classes[next].contains(.propose)
      && !text.classes[next].contains(.also)
  }

  private func speaker(_ mention: Mention) -> Speaker? {
    guard let entity = mention.entity else { return nil }
    switch mention.type {
    case .person, .role, .organisation, .country:
      return Speaker(entity: entity, name: document.entities[entity].name, resolution: .name)
    case .nationality where isSide(behind: mention):
      return Speaker(entity: entity, name: document.entities[entity].name, resolution: .country)
    default: return nil
    }
  }

  private enum Joint { case and, comma }

  /// What joins two names: "and his South African counterpart" does, a verb does not.
  private func joint(_ between: Range<Int>) -> Joint? {
    guard between.count <= 8 else { return nil }
    var joint: Joint?
    for index in between {
      if text.classes[index].contains(.and) || Self.joints.contains(text.scalar(index)) {
        joint = .and
      } else if text.mark(index) == 0x2C || text.mark(index) == 0x3001 {
        joint = joint ?? .comma
      } else if text.mark(index) != 0 && text.mark(index) != 0x2E
        || !text.classes[index].isDisjoint(with: Self.noName)
      {
        return nil
      }
    }
    return joint
  }

  private func firstToken(from offset: Int, in tokens: Range<Int>) -> Int {
    tokens.first { text.tokens[$0].start >= offset } ?? tokens.upperBound
  }

  func isBy(_ index: Int) -> Bool { spells(index, 0x62, 0x79) }
  func isOf(_ index: Int) -> Bool { spells(index, 0x6F, 0x66) }

  /// "that", "which"
  func isRelative(_ index: Int) -> Bool {
    let word = text.bytes[text.tokens[index].range.indices]
    return word.elementsEqual("that".utf8) || word.elementsEqual("which".utf8)
  }

  private func spells(_ index: Int, _ first: UInt8, _ second: UInt8) -> Bool {
    let token = text.tokens[index]
    return token.length == 2 && text.bytes[token.start] | 0x20 == first && text.bytes[token.start + 1] | 0x20 == second
  }

  /// The subject of a parenthesis that says who speaks: the pronoun or name of ", she explained,".
  func reportClause(in sentence: Range<Int>) -> Range<Int>? {
    for index in sentence where text.classes[index].contains(.say) && index > sentence.lowerBound + 1 {
      if text.classes[index - 1].contains(.thirdPerson), text.mark(index - 2) == 0x2C { return index - 1..<index }
      var start = index
      while start > sentence.lowerBound, index - start < 6, text.tokens[start - 1].shape.contains(.capitalised) {
        start -= 1
      }
      if start < index, start > sentence.lowerBound, text.mark(start - 1) == 0x2C { return start..<index }
    }
    return nil
  }

  /// What the particles of Korean mark as the subject: the words before the first 은, 는, 이, 가.
  func topic(_ clause: Range<Int>) -> Range<Int>? {
    let clause = withoutDateline(clause)
    for index in clause.dropFirst() where Self.particles.contains(text.scalar(index)) {
      guard !text.tokens[index].shape.contains(.spaceBefore), index + 1 < text.tokens.count,
        text.tokens[index + 1].shape.contains(.spaceBefore)
      else { continue }
      return withoutConnective(clause.lowerBound..<index)
    }
    return nil
  }

  /// Without "then" and the like before a Korean subject.
  private func withoutConnective(_ topic: Range<Int>) -> Range<Int> {
    guard let first = topic.first,
      let next = topic.dropFirst().first(where: { text.tokens[$0].shape.contains(.spaceBefore) })
    else { return topic }
    let word = String(decoding: text.bytes[text.tokens[first].start..<text.tokens[next - 1].end], as: UTF8.self)
    return KoreanReader.connectives.contains(word) ? next..<topic.upperBound : topic
  }

  /// The subject as written, where nobody told names: the noun phrase that no preposition governs.
  func nounPhrase(_ clause: Range<Int>) -> Range<Int>? {
    var end = withoutParenthesis(clause)
    var start = end
    for _ in 0..<4 {
      while end > clause.lowerBound,
        !text.classes[end - 1].isDisjoint(with: Self.noSubject) || text.mark(end - 1) != 0
          || text.tokens[end - 1].shape.contains(.number)
      {
        end -= 1
      }
      start = end
      while start > clause.lowerBound, !breaksPhrase(start - 1), end - start < 12 { start -= 1 }
      guard start > clause.lowerBound, text.classes[start - 1].contains(.preposition),
        !text.classes[start - 1].contains(.be)
      else { break }
      end = start - 1
    }
    while start < end, text.classes[start].contains(.and) { start += 1 }
    guard start < end, text.classes[start].isDisjoint(with: [.firstPerson, .thirdPerson]),
      !Self.firstPersons.contains(text.scalar(start))
    else { return nil }
    // "never put forward": an adverb is nobody.
    if end == start + 1, text.classes[start].isDisjoint(with: [.determiner, .definite]),
      text.tokens[start].shape.isDisjoint(with: [.capitalised, .allCapitals, .ideographic, .hangul]),
      !text.bytes[text.tokens[start].range.indices].suffix(1).elementsEqual("s".utf8)
    {
      return nil
    }
    for index in start..<end where Self.topics.contains(text.scalar(index)) && index > start {
      end = index
      break
    }
    return start..<end
  }

  /// The end of the clause before ", its bulletin says,".
  private func withoutParenthesis(_ clause: Range<Int>) -> Int {
    guard let last = clause.last, text.mark(last) == 0x2C,
      let comma = clause.dropLast().last(where: { text.mark($0) == 0x2C }), comma > clause.lowerBound,
      (comma..<last).contains(where: { text.classes[$0].contains(.say) })
    else { return clause.upperBound }
    return comma
  }

  /// A speaker who is only described, in the words of the text.
  func described(_ phrase: Range<Int>) -> Speaker {
    let range = TextRange(text.tokens[phrase.lowerBound].start, text.tokens[phrase.upperBound - 1].end)
    let name = String(decoding: text.bytes[range.indices], as: UTF8.self)
    let isDescription = text.classes[phrase.lowerBound].contains(.determiner)
    return Speaker(entity: nil, name: name, resolution: isDescription ? .description : .name)
  }

  func breaksPhrase(_ index: Int) -> Bool {
    let mark = text.mark(index)
    if mark == 0x2D || mark == 0x2019 { return text.tokens[index].shape.contains(.spaceBefore) }
    // "an alliance of villages"
    if text.classes[index].contains(.singular), text.classes[index].contains(.preposition) { return false }
    return mark != 0 || text.classes[index].contains(.preposition)
  }

  /// The first mention at or behind the offset.
  func firstMention(from offset: Int) -> Int {
    var low = 0
    var high = document.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if document.mentions[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static let noSubject: PointWord = [.be, .preposition, .modal, .also, .propose, .light, .particle, .say]
  private static let noName: PointWord = [.be, .preposition, .modal, .propose, .light, .say, .urge]
  // 就, 在, 对, 對, 向, 今, 还, 還, 也, 又, 再, 并, 은, 는
  private static let topics: Set<UInt32> = [
    0x5C31, 0x5728, 0x5BF9, 0x5C0D, 0x5411, 0x4ECA, 0x8FD8, 0x9084, 0x4E5F, 0x53C8, 0x518D, 0x5E76, 0xC740, 0xB294,
  ]
  // 在, 于, 於
  private static let at: Set<UInt32> = [0x5728, 0x4E8E, 0x65BC]
  // 和, 与, 與, 及, 同, 와, 과
  private static let joints: Set<UInt32> = [0x548C, 0x4E0E, 0x8207, 0x53CA, 0x540C, 0xC640, 0xACFC]
  // 은, 는, 이, 가
  private static let particles: Set<UInt32> = [0xC740, 0xB294, 0xC774, 0xAC00]
  // 我
  private static let firstPersons: Set<UInt32> = [0x6211]
}
