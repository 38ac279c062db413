/// Finds who puts an announced set of points forward.
struct Proposer {
  private let document: Document
  private let text: PointText
  private let statements: StatementIndex
  private var references: ReferenceReader

  init(document: Document, text: PointText) {
    self.document = document
    self.text = text
    statements = StatementIndex(document.attributions)
    references = ReferenceReader(document)
  }

  /// The speakers of a set.
  ///
  /// - Parameters:
  ///   - announcement: The words that announce it.
  ///   - items: Its points; their statements tell where the announcement does not.
  mutating func speakers(_ announcement: Announcement?, items: [TextRange]) -> [Speaker] {
    if let announcement {
      let found = subject(of: announcement)
      if !found.isEmpty { return found }
    }
    if let first = items.first, let last = items.last {
      let hull = TextRange(first.start, last.end)
      // Direct speech goes on to its cue, often behind the last point.
      for range in [first, hull] {
        if let inside = statements.first(near: range, where: { $0.overlaps(range) }) { return inside.speakers }
      }
    }
    // Whoever spoke just before goes on to speak; an announcement without a subject keeps its secret.
    guard let anchor = items.first?.start, announcement?.isPassive != true else { return [] }
    let before = statements.last(before: anchor)
    guard let before, let end = before.content.last?.end, anchor - end < 600 else { return [] }
    return before.speakers.map { Speaker(entity: $0.entity, name: $0.name, resolution: .inherited) }
  }

  private mutating func subject(of announcement: Announcement) -> [Speaker] {
    let start = announcement.tokens.lowerBound
    let sentence = text.sentence(of: start)
    if let verb = announcement.verb {
      let cue = text.tokens[verb].range
      if let attribution = statements.first(withCue: cue) { return attribution.speakers }
      if announcement.isPassive {
        if let agent = agent(behind: verb, in: sentence) { return [agent] }
      } else {
        let isWide = text.tokens[start].shape.contains(.ideographic) || text.tokens[verb].shape.contains(.hangul)
        let clause = sentence.lowerBound..<(verb < start ? verb : isWide ? start : sentence.lowerBound)
        // "X said …, and demanded three things": who said the one demands the other.
        if let last = clause.last, text.classes[last].contains(.and) || text.mark(last) == 0x2C,
          let before = statements.last(before: text.tokens[verb].start),
          before.content.last.map({ $0.start >= text.tokens[sentence.lowerBound].start }) ?? false
        {
          return before.speakers
        }
        let subject = mentionSubject(clause)
        if !subject.isEmpty { return subject }
      }
    }
    if let owner = owner(of: start, in: sentence, passive: announcement.isPassive) { return [owner] }
    if announcement.isPassive { return [] }
    let verb = announcement.verb.flatMap { $0 < start ? $0 : nil }
    if let verb, announcement.subject == .third, let phrase = nounPhrase(sentence.lowerBound..<verb) {
      let known = references.speakers(of: phrase)
      return known.isEmpty ? [described(phrase)] : known
    }
    let covered = statements.first(near: announcement.range) { $0.covers(announcement.range) }
    return covered?.speakers ?? []
  }

  /// The first person or body of the clause that no preposition governs; a pronoun is whoever spoke last.
  private mutating func mentionSubject(_ clause: Range<Int>) -> [Speaker] {
    guard let first = clause.first, let last = clause.last else { return [] }
    let range = TextRange(text.tokens[first].start, text.tokens[last].end)
    let mentions = document.mentions[firstMention(from: range.start)..<firstMention(from: range.end)]
    var token = first
    var choice: Mention?
    for (offset, mention) in mentions.enumerated() {
      guard let entity = mention.entity else { continue }
      let type = document.entities[entity].type
      guard type == .person || type == .organisation || type == .country || type == .role else { continue }
      while token < clause.upperBound, text.tokens[token].start < mention.range.start { token += 1 }
      if token > first, text.classes[token - 1].contains(.preposition) { continue }
      // "Chinese President Xi": the last of the run is the one who speaks.
      let rest = mentions.dropFirst(offset + 1)
      if let next = rest.first, next.range.start - mention.range.end <= 2, next.entity != nil { continue }
      choice = mention
      break
    }
    if let choice, let entity = choice.entity {
      return [Speaker(entity: entity, name: document.entities[entity].name, resolution: .name)]
    }
    guard let pronoun = clause.last(where: { text.classes[$0].contains(.thirdPerson) }) else { return [] }
    let known = references.speakers(of: pronoun..<pronoun + 1)
    if !known.isEmpty { return known }
    let at = text.tokens[pronoun].start
    let speaker = statements.last(before: at)?.speakers.first
    return speaker.map { [Speaker(entity: $0.entity, name: $0.name, resolution: .pronoun)] } ?? []
  }

  /// "put forward by X".
  private func agent(behind verb: Int, in sentence: Range<Int>) -> Speaker? {
    let end = min(sentence.upperBound, verb + 8)
    guard let by = (verb..<end).first(where: { isBy($0) }) else { return nil }
    let range = TextRange(text.tokens[by].end, text.tokens[sentence.upperBound - 1].end)
    let mentions = document.mentions[firstMention(from: range.start)..<firstMention(from: range.end)]
    // "by Chinese President Xi": the last mention of the run behind the word.
    var agent: Mention?
    for mention in mentions where mention.entity != nil {
      guard mention.range.start - (agent?.range.end ?? range.start + 5) <= 2 else { break }
      agent = mention
    }
    guard let entity = agent?.entity else {
      return nounPhrase(by + 1..<min(sentence.upperBound, by + 7)).map { described($0) }
    }
    return Speaker(entity: entity, name: document.entities[entity].name, resolution: .name)
  }

  private func isBy(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.length == 2 && text.bytes[token.start] | 0x20 == 0x62 && text.bytes[token.start + 1] | 0x20 == 0x79
  }

  /// "Xi's four-point proposal"; of a passive without an agent also "during Xi's visit".
  private func owner(of start: Int, in sentence: Range<Int>, passive: Bool) -> Speaker? {
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

  /// The subject as written, where nobody told names: the noun phrase that no preposition governs.
  private func nounPhrase(_ clause: Range<Int>) -> Range<Int>? {
    var end = clause.upperBound
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
    for index in start..<end where Self.topics.contains(text.scalar(index)) && index > start {
      end = index
      break
    }
    return start..<end
  }

  /// A speaker who is only described, in the words of the text.
  private func described(_ phrase: Range<Int>) -> Speaker {
    let range = TextRange(text.tokens[phrase.lowerBound].start, text.tokens[phrase.upperBound - 1].end)
    let name = String(decoding: text.bytes[range.indices], as: UTF8.self)
    let isDescription = text.classes[phrase.lowerBound].contains(.determiner)
    return Speaker(entity: nil, name: name, resolution: isDescription ? .description : .name)
  }

  private func breaksPhrase(_ index: Int) -> Bool {
    let mark = text.mark(index)
    if mark == 0x2D || mark == 0x2019 { return text.tokens[index].shape.contains(.spaceBefore) }
    return mark != 0 || text.classes[index].contains(.preposition)
  }

  private static let noSubject: PointWord = [.be, .preposition, .modal, .also, .propose, .light, .particle, .say]
  // 就, 在, 对, 對, 向, 今, 은, 는
  private static let topics: Set<UInt32> = [0x5C31, 0x5728, 0x5BF9, 0x5C0D, 0x5411, 0x4ECA, 0xC740, 0xB294]
  // 我
  private static let firstPersons: Set<UInt32> = [0x6211]

  /// The first mention at or behind the offset.
  private func firstMention(from offset: Int) -> Int {
    var low = 0
    var high = document.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if document.mentions[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
