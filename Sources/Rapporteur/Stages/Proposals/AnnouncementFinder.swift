/// Finds announcements: a count and a noun, "the following" and a noun, or a proposing verb before a list's colon.
struct AnnouncementFinder {
  let text: PointText
  let lexicon: ProposalLexicon

  /// In document order, not overlapping.
  func announcements() -> [Announcement] {
    var result: [Announcement] = []
    for sentence in text.sentences where !sentence.tokens.isEmpty {
      let kind = text.blocks[sentence.block].kind
      guard text.blocks[sentence.block].isMain || kind == .title || kind == .subtitle else { continue }
      var index = sentence.tokens.lowerBound
      let known = result.count
      while index < sentence.tokens.upperBound {
        if let found = announcement(at: index, in: sentence) {
          result.append(found)
          index = max(index + 1, found.tokens.upperBound)
        } else {
          index += 1
        }
      }
      if result.count == known, let found = leadIn(sentence) ?? nounLeadIn(sentence) ?? innerLeadIn(sentence) {
        result.append(found)
      }
    }
    return result
  }

  private func announcement(at index: Int, in sentence: Sentence) -> Announcement? {
    let limit = sentence.tokens.upperBound
    if text.classes[index].contains(.following) {
      return following(at: index, before: limit, sentence)
    }
    guard let count = count(at: index, before: limit), count.value >= 2, count.value <= 40 else { return nil }
    let next = index + count.length
    guard next < limit else { return nil }
    if text.classes[next].contains(.measureWord) {
      return counted(index, next + max(1, Int(text.phraseLength[next])), count.value, sentence)
    }
    guard !text.tokens[index].shape.contains(.ideographic), !text.tokens[index].shape.contains(.hangul) else {
      return nil
    }
    if isFold(index) { return fold(index, next, count.value, sentence) }
    if let found = compound(index, next, count.value, sentence) ?? ownCount(index, next, count.value, sentence) {
      return found
    }
    guard let head = head(from: next, before: limit) else {
      return objects(index, next, count.value, sentence)
    }
    if text.classes[head].contains(.portion), isOfPlan(before: index, in: sentence) {
      return make(index..<head + 1, count.value, base: 2, head: .weak, sentence)
    }
    if text.classes[head].contains(.negative), let found = objects(index, next, count.value, sentence) { return found }
    let capitalised =
      text.tokens[index].shape.contains(.capitalised) && text.tokens[head].shape.contains(.capitalised)
    // "Five Principles of …" is the name of a policy.
    if capitalised, index > sentence.tokens.lowerBound, text.blocks[sentence.block].kind != .title { return nil }
    return make(index..<head + 1, count.value, base: base(head), head: text.classes[head], sentence)
  }

  func count(at index: Int, before limit: Int) -> (length: Int, value: Int)? {
    let token = text.tokens[index]
    if token.shape.contains(.number) {
      guard let value = PointNumeral.digits(text, token) else { return nil }
      return (1, value)
    }
    guard token.shape.contains(.word) else { return nil }
    return lexicon.number(text.tokens.span, at: index, before: limit)
  }

  /// "the following measures", "以下几点建议".
  private func following(at index: Int, before limit: Int, _ sentence: Sentence) -> Announcement? {
    let next = index + max(1, Int(text.phraseLength[index]))
    guard next < limit else { return nil }
    if text.tokens[index].shape.contains(.ideographic) || text.tokens[index].shape.contains(.hangul) {
      // The count announces: "다음과 같은 네 가지 요구사항".
      for near in next..<min(limit, next + 3) where count(at: near, before: limit) != nil { return nil }
      var at = next
      while at < min(limit, next + 8), text.mark(at) == 0 {
        if !text.classes[at].isDisjoint(with: [.strong, .weak, .negative]) {
          let end = at + max(1, Int(text.phraseLength[at]))
          var found = make(index..<end, nil, base: base(at), head: text.classes[at], sentence)
          found?.pointsAhead = true
          return found
        }
        at += 1
      }
      return nil
    }
    if count(at: next, before: limit) != nil { return nil }
    if let head = head(from: next, before: limit) {
      var found = make(index..<head + 1, nil, base: base(head), head: text.classes[head], sentence)
      found?.pointsAhead = true
      found?.standsAlone = false
      return found
    }
    guard Self.colons.contains(text.mark(next)),
      var found = make(index..<index + 1, nil, base: 0.5, head: .weak, sentence)
    else { return nil }
    // "The league demanded the following:"
    if found.subject == .third, found.grade > 0, let verb = found.verb, text.classes[verb].contains(.urge) {
      found.grade += 0.5
    }
    found.pointsAhead = true
    found.standsAlone = false
    return found
  }

  func make(
    _ tokens: Range<Int>, _ count: Int?, base: Double, head: PointWord, _ sentence: Sentence
  ) -> Announcement? {
    var result = Announcement(
      range: TextRange(text.tokens[tokens.lowerBound].start, text.tokens[tokens.upperBound - 1].end), tokens: tokens,
      count: count, grade: base, block: sentence.block)
    // A sentence without end is a page without sentences; what is further away says nothing of the announcement.
    let near =
      max(
        sentence.tokens.lowerBound, tokens.lowerBound - 60)..<min(
        sentence.tokens.upperBound, tokens.upperBound + 60)
    let isStrong = head.contains(.strong)
    if base > 0 {
      let verb = ProposingVerb(text, around: tokens, in: near, isStrong: isStrong || head.contains(.firm))
      addVerb(verb, isStrong, to: &result)
    }
    if tokens.lowerBound > sentence.tokens.lowerBound {
      let before = text.classes[tokens.lowerBound - 1]
      result.isDefinite = before.contains(.definite) && !before.contains(.his)
      if text.tokens[tokens.lowerBound - 1].shape.contains(.possessive) || before.contains(.his) {
        result.grade += base > 0 ? 0.5 : 0
        result.isDefinite = result.isDefinite || result.verb == nil
      }
    }
    result.isPast = near.contains {
      text.classes[$0].contains(.ago) || text.classes[$0].contains(.past) || isYear($0)
    }
    result.isRecalled = result.isRelative || (near.lowerBound..<tokens.lowerBound).contains { isRecall($0) }
    result.isCalledSo = (max(near.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound).contains {
      spells($0, "called") || spells($0, "termed") || spells($0, "dubbed") || spells($0, "billed")
    }
    // "Her three points: …"
    if base > 0, base < 2, count != nil, tokens.upperBound < sentence.tokens.upperBound,
      isPersonal(tokens.lowerBound, in: sentence),
      Self.colons.contains(text.mark(tokens.upperBound)) || text.classes[tokens.upperBound].contains(.be)
    {
      result.grade += 1
    }
    if isOwn(tokens.upperBound, before: sentence.tokens.upperBound) { result.grade += base > 0 ? 1.5 : 0 }
    let told = near.lowerBound..<(count == nil ? near.upperBound : tokens.lowerBound)
    if !isStrong, base > 0, tellsThePublic(told) { result.grade = -3 }
    result.pointsAhead = pointsAhead(tokens, in: sentence)
    result.standsAlone = standsAlone(result, head: head, base: base)
    // "Three things. First …": a sentence of its own.
    if base > 0, count != nil, result.verb == nil, sentence.tokens.count <= 8,
      text.blocks[sentence.block].kind != .title,
      tokens.upperBound == sentence.tokens.upperBound - 1, !sentence.tokens.contains(where: { isVerb($0) })
    {
      result.grade += 1.5
      result.standsAlone = false
    }
    return result
  }

  /// Whether a person's possessive stands before a count: "her", "Kim's".
  func isPersonal(_ index: Int, in sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound else { return false }
    let before = index - 1
    if text.classes[before].contains(.his) {
      return text.classes[before].isDisjoint(with: .firstPerson) && !spells(before, "its")
    }
    return before > sentence.tokens.lowerBound && text.tokens[before].shape.contains(.possessive)
      && text.tokens[before - 1].shape.contains(.capitalised)
  }

  private func addVerb(_ verb: ProposingVerb?, _ isStrong: Bool, to result: inout Announcement) {
    result.verb = verb?.token
    result.subject = verb?.subject
    result.isPassive = verb?.isPassive ?? false
    result.isRelative = verb?.isRelative ?? false
    switch verb?.subject {
    case .third: result.grade += isStrong || verb?.isLight == true ? 1 : 2
    case .first:
      let isAsked = verb.map { text.classes[$0.token].contains(.urge) } ?? false
      result.grade += isStrong ? 1 : isAsked ? 1.5 : 0.5
    case .reader, .author: result.grade -= 1
    case nil: break
    }
    let first = result.tokens.lowerBound
    if text.isReported[first] {
      result.grade += verb == nil ? 1 : 0.5
    } else if text.isQuoted[first] {
      result.grade += 0.5
    }
  }

  /// Whether a colon or dash behind the words sends the reader on, or the words that follow "the following".
  private func pointsAhead(_ tokens: Range<Int>, in sentence: Sentence) -> Bool {
    let last = text.mark(sentence.tokens.upperBound - 1)
    if Self.colons.contains(last) || last == 0x2014 || last == 0x2013 { return true }
    let behind = tokens.upperBound..<min(sentence.tokens.upperBound, tokens.upperBound + 14)
    if behind.contains(where: { Self.colons.contains(text.mark($0)) || text.classes[$0].contains(.namely) }) {
      return true
    }
    return (max(sentence.tokens.lowerBound, tokens.lowerBound - 6)..<tokens.lowerBound).contains {
      text.classes[$0].contains(.following)
    }
  }

  private func standsAlone(_ announcement: Announcement, head: PointWord, base: Double) -> Bool {
    if head.contains(.strong) {
      return base >= 2.5 || announcement.verb != nil || text.blocks[announcement.block].kind == .title
    }
    // "tabled two recommendations", "出台八项措施"
    guard head.contains(.firm), let verb = announcement.verb else { return false }
    let putsForward = text.classes[verb].contains(.light) && text.classes[verb + 1].contains(.particle)
    return (text.classes[verb].contains(.table) || putsForward) && announcement.subject == .third
      && announcement.grade >= 2.5
  }

  /// "urged motorists to", "提醒旅客": advice to the public, which nobody has to agree to.
  private func tellsThePublic(_ before: Range<Int>) -> Bool {
    before.contains { text.classes[$0].contains(.audience) }
      && before.contains { !text.classes[$0].isDisjoint(with: [.urge, .say, .normative]) }
  }

  /// "recalled the four-point proposal", "welcomed", "thanks for".
  private func isRecall(_ index: Int) -> Bool { text.classes[index].contains(.recall) }

  /// "In 2029": the year of something else.
  private func isYear(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.length == 4, token.shape.contains(.number), index > 0, text.classes[index - 1].contains(.preposition)
    else { return false }
    return text.bytes[token.start] == 0x32 && text.bytes[token.start + 1] == 0x30
      || text.bytes[token.start] == 0x31 && text.bytes[token.start + 1] == 0x39
  }

  private func isVerb(_ index: Int) -> Bool {
    let classes = text.classes[index]
    return !classes.isDisjoint(with: [.be, .modal, .thirdPerson])
      || classes.contains(.say) && !classes.contains(.strong)
  }

  static let colons: Set<UInt32> = [0x3A, 0xFF1A]
}
