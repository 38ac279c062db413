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
      if result.count == known, let found = leadIn(sentence) { result.append(found) }
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
    if let found = compound(index, next, count.value, sentence) { return found }
    guard let head = head(from: next, before: limit) else {
      return objects(index, next, count.value, sentence)
    }
    if text.classes[head].contains(.negative), let found = objects(index, next, count.value, sentence) { return found }
    let capitalised =
      text.tokens[index].shape.contains(.capitalised) && text.tokens[head].shape.contains(.capitalised)
    // "Five Principles of …" is the name of a policy.
    if capitalised, index > sentence.tokens.lowerBound, text.blocks[sentence.block].kind != .title { return nil }
    return make(index..<head + 1, count.value, base: base(head), head: text.classes[head], sentence)
  }

  private func count(at index: Int, before limit: Int) -> (length: Int, value: Int)? {
    let token = text.tokens[index]
    if token.shape.contains(.number) {
      guard let value = PointNumeral.digits(text, token) else { return nil }
      return (1, value)
    }
    guard token.shape.contains(.word) else { return nil }
    return lexicon.number(text.tokens.span, at: index, before: limit)
  }

  /// "four-point proposal", "six-pronged plan", "4 point plan".
  private func compound(_ index: Int, _ next: Int, _ count: Int, _ sentence: Sentence) -> Announcement? {
    let limit = sentence.tokens.upperBound
    var at = next
    let mark = text.mark(at)
    let hyphen = mark == 0x2D || mark == 0x2010 || mark == 0x2011
    if hyphen, !text.tokens[at].shape.contains(.spaceBefore) { at += 1 }
    guard at < limit, text.classes[at].contains(.compound), hyphen || text.classes[at].contains(.singular)
    else { return nil }
    let isStep = !text.classes[at].contains(.singular) || !isPoint(at)
    var head = at + 1
    while head < min(limit, at + 5), text.mark(head) == 0 || text.mark(head) == 0x2D || quote(head) {
      let classes = text.classes[head]
      if classes.contains(.plan) || classes.contains(.weakPlan) {
        // "proposal for peace", "peace plan": the last noun of the run.
        if head + 1 < limit, text.classes[head + 1].contains(.plan) {
          head += 1
          continue
        }
        let weak = classes.contains(.weakPlan) || isStep && !isPronged(at)
        return make(index..<head + 1, count, base: weak ? 1 : 2.5, head: weak ? .weak : .strong, sentence)
      }
      if classes.contains(.preposition) { return nil }
      head += 1
    }
    return nil
  }

  private func quote(_ index: Int) -> Bool {
    text.tokens[index].shape.contains(.opensQuote) || text.tokens[index].shape.contains(.closesQuote)
  }

  private func isPoint(_ index: Int) -> Bool { spells(index, "point") }
  private func isPronged(_ index: Int) -> Bool { spells(index, "pronged") }

  private func spells(_ index: Int, _ word: StaticString) -> Bool {
    let token = text.tokens[index]
    guard Int(token.length) == word.utf8CodeUnitCount else { return false }
    for offset in 0..<Int(token.length) {
      let wanted = unsafe word.utf8Start[offset]
      guard text.bytes[token.start + offset] | 0x20 == wanted else { return false }
    }
    return true
  }

  /// The plural noun that a count or "following" belongs to, a few words on.
  private func head(from next: Int, before limit: Int) -> Int? {
    var at = next
    while at < min(limit, next + 5) {
      let classes = text.classes[at]
      if !classes.isDisjoint(with: [.strong, .weak, .negative]) {
        // "policy measures": the last noun of the run.
        if at + 1 < limit, !text.classes[at + 1].isDisjoint(with: [.strong, .weak]), text.mark(at + 1) == 0 {
          at += 1
          continue
        }
        return at
      }
      if classes.contains(.preposition) || classes.contains(.determiner) { return nil }
      // "two countries face three tasks": the second count has the noun.
      if lexicon.number(text.tokens.span, at: at, before: limit) != nil { return nil }
      let mark = text.mark(at)
      guard mark == 0 || mark == 0x2D || mark == 0x2C || quote(at) || classes.contains(.and) else { return nil }
      at += 1
    }
    return nil
  }

  /// Any plural that somebody asks for or puts forward: "demanded three things", "asked for two habits".
  private func objects(_ index: Int, _ next: Int, _ count: Int, _ sentence: Sentence) -> Announcement? {
    guard text.blocks[sentence.block].kind != .title, let noun = plural(from: next, before: sentence.tokens.upperBound),
      var found = make(index..<noun + 1, count, base: 0.5, head: .weak, sentence)
    else { return nil }
    found.standsAlone = false
    // "things" can be points, "days" cannot.
    if text.classes[noun].contains(.negative), !text.classes[noun].contains(.weak) { return nil }
    let isAsked =
      found.verb.map { verb in
        verb < index && index - verb <= 3 && text.classes[verb].contains(.urge)
          && (verb + 1..<index).allSatisfy { text.mark($0) == 0 && !text.tokens[$0].shape.contains(.capitalised) }
      } ?? false
    guard isAsked || found.pointsAhead && text.isReported[index] else {
      return nil
    }
    if !found.pointsAhead { found.grade -= 0.5 }
    return found
  }

  /// A word in small letters that ends in -s, at most three words on.
  private func plural(from next: Int, before limit: Int) -> Int? {
    for at in next..<max(next, min(limit, next + 4)) {
      let token = text.tokens[at]
      guard token.shape.contains(.word), !token.shape.contains(.capitalised),
        text.classes[at].isDisjoint(with: [.preposition, .determiner, .and])
      else { return nil }
      let ending = text.bytes[token.range.indices].suffix(2)
      let goesOn = at + 1 < limit && text.mark(at + 1) == 0 && text.classes[at + 1].isDisjoint(with: Self.closesPhrase)
      if token.length > 3, ending.last == 0x73, ending.first != 0x73, !goesOn { return at }
    }
    return nil
  }

  private static let closesPhrase: PointWord = [.preposition, .determiner, .and, .modal, .be, .thirdPerson]

  private func base(_ head: Int) -> Double {
    let classes = text.classes[head]
    return classes.contains(.strong) ? 2 : classes.contains(.weak) ? 1 : -4
  }

  /// 四点建议, 三项举措, 네 가지 제안: a count, a classifier, a noun.
  private func counted(_ index: Int, _ next: Int, _ count: Int, _ sentence: Sentence) -> Announcement? {
    let limit = min(sentence.tokens.upperBound, next + 8)
    var at = next
    var end = next
    var found: PointWord = []
    while at < limit {
      if text.mark(at) != 0 && !quote(at) { break }
      let classes = text.classes[at].intersection([.strong, .weak, .negative])
      let length = max(1, Int(text.phraseLength[at]))
      if !classes.isEmpty {
        found = classes
        end = at + length
        break
      }
      at += 1
    }
    let base: Double =
      found.contains(.strong) ? 2 : found.contains(.weak) ? 1 : found.contains(.negative) ? -4 : 0.5
    guard var result = make(index..<end, count, base: base, head: found, sentence) else { return nil }
    if found.isEmpty {
      guard result.verb != nil else { return nil }
      result.standsAlone = false
    }
    return result
  }

  /// "the following measures", "以下几点建议".
  private func following(at index: Int, before limit: Int, _ sentence: Sentence) -> Announcement? {
    let next = index + max(1, Int(text.phraseLength[index]))
    guard next < limit else { return nil }
    if text.tokens[index].shape.contains(.ideographic) || text.tokens[index].shape.contains(.hangul) {
      if count(at: next, before: limit) != nil { return nil }  // the count announces
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
    guard Self.colons.contains(text.mark(next)) else { return nil }
    var found = make(index..<index + 1, nil, base: 0.5, head: .weak, sentence)
    found?.pointsAhead = true
    found?.standsAlone = false
    return found
  }

  /// A sentence that ends its block with a colon behind a proposing verb: "The union called on the ministry to:".
  private func leadIn(_ sentence: Sentence) -> Announcement? {
    let tokens = sentence.tokens
    guard Self.colons.contains(text.mark(tokens.upperBound - 1)),
      text.blockTokens[sentence.block].upperBound == tokens.upperBound, tokens.count > 2
    else { return nil }
    for index in tokens.reversed() where text.classes[index].contains(.urge) || isResolved(index) {
      var found = make(index..<index + 1, nil, base: 0.5, head: .weak, sentence)
      found?.pointsAhead = true
      found?.standsAlone = false
      return found?.verb == nil ? nil : found
    }
    // "Here is what the council should do:"
    if let modal = tokens.suffix(5).first(where: { text.classes[$0].contains(.modal) }),
      !tokens.contains(where: { text.classes[$0].contains(.secondPerson) }),
      var found = make(modal..<tokens.upperBound - 1, nil, base: 2, head: .weak, sentence)
    {
      found.standsAlone = false
      return found
    }
    // "Their demands are:"
    for index in tokens where text.classes[index].contains(.strong) && index > tokens.lowerBound {
      let before = text.tokens[index - 1].shape.contains(.possessive) || text.classes[index - 1].contains(.definite)
      guard before, var found = make(index..<index + 1, nil, base: 2, head: .strong, sentence) else { continue }
      found.grade = max(found.grade, 3)
      found.standsAlone = false
      return found
    }
    return nil
  }

  private func isResolved(_ index: Int) -> Bool { spells(index, "resolved") || spells(index, "resolves") }

  private func make(
    _ tokens: Range<Int>, _ count: Int?, base: Double, head: PointWord, _ sentence: Sentence
  ) -> Announcement? {
    var result = Announcement(
      range: TextRange(text.tokens[tokens.lowerBound].start, text.tokens[tokens.upperBound - 1].end), tokens: tokens,
      count: count, grade: base, block: sentence.block)
    let isStrong = head.contains(.strong)
    // A sentence without end is a page without sentences; what is further away says nothing of the announcement.
    let near =
      max(
        sentence.tokens.lowerBound, tokens.lowerBound - 60)..<min(
        sentence.tokens.upperBound, tokens.upperBound + 60)
    if base > 0 {
      let verb = ProposingVerb(text, around: tokens, in: near, isStrong: isStrong)
      result.verb = verb?.token
      result.subject = verb?.subject
      result.isPassive = verb?.isPassive ?? false
      switch verb?.subject {
      case .third: result.grade += isStrong ? 1 : 2
      case .first: result.grade += isStrong ? 1 : 0.5
      case .reader, .author: result.grade -= 1
      case nil: break
      }
      if text.isReported[tokens.lowerBound] {
        result.grade += verb == nil ? 1 : 0.5
      } else if text.isQuoted[tokens.lowerBound] {
        result.grade += 0.5
      }
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
      text.classes[$0].contains(.ago) || text.classes[$0].contains(.past)
    }
    if isOwn(tokens.upperBound, before: sentence.tokens.upperBound) { result.grade += base > 0 ? 1.5 : 0 }
    let last = text.mark(sentence.tokens.upperBound - 1)
    result.pointsAhead = Self.colons.contains(last) || Self.colons.contains(text.mark(tokens.upperBound))
    result.standsAlone = isStrong && (base >= 2.5 || result.verb != nil || text.blocks[sentence.block].kind == .title)
    return result
  }

  /// "three amendments of her own"
  private func isOwn(_ index: Int, before limit: Int) -> Bool {
    index + 2 < limit && spells(index, "of") && text.classes[index + 1].contains(.his) && spells(index + 2, "own")
  }

  static let colons: Set<UInt32> = [0x3A, 0xFF1A]
}
