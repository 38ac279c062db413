/// Counts and the nouns they belong to.
extension AnnouncementFinder {
  /// "four-point proposal", "six-pronged plan", "4 point plan".
  func compound(_ index: Int, _ next: Int, _ count: Int, _ sentence: Sentence) -> Announcement? {
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
        var found = make(index..<head + 1, count, base: weak ? 1 : 2.5, head: weak ? .weak : .strong, sentence)
        // "what he called a three-step truce"
        if weak, classes.contains(.plan), let own = found, own.isCalledSo || own.subject == .third {
          found?.standsAlone = own.grade >= 2.5
        }
        return found
      }
      if !classes.isDisjoint(with: [.preposition, .and, .be, .modal]) { break }
      head += 1
    }
    // "a three-part credit window", "a four-point note": any noun, if somebody puts it forward.
    var last = head - 1
    while last > at, text.mark(last) != 0 { last -= 1 }
    guard last > at, hyphen, text.blocks[sentence.block].kind != .title,
      text.classes[last].isDisjoint(with: [.negative, .author, .unit, .plan]),
      var found = make(index..<last + 1, count, base: 1, head: .weak, sentence),
      found.verb != nil && found.subject != .author || found.pointsAhead
    else { return nil }
    found.standsAlone = false
    return found
  }

  /// "threefold" and its like: a count that ends so.
  func isFold(_ index: Int) -> Bool {
    let word = text.bytes[text.tokens[index].range.indices]
    return word.count > 6 && word.suffix(4).elementsEqual("fold".utf8)
  }

  /// "a threefold plan", "Our demand is threefold".
  func fold(_ index: Int, _ next: Int, _ count: Int, _ sentence: Sentence) -> Announcement? {
    for at in next..<max(next, min(sentence.tokens.upperBound, next + 3)) where text.mark(at) == 0 {
      guard !text.classes[at].isDisjoint(with: [.plan, .weakPlan]) else { continue }
      let isWeak = text.classes[at].contains(.weakPlan)
      return make(index..<at + 1, count, base: isWeak ? 1 : 2.5, head: isWeak ? .weak : .strong, sentence)
    }
    let before = sentence.tokens.lowerBound..<index
    guard before.suffix(3).contains(where: { !text.classes[$0].isDisjoint(with: [.be, .normative]) }),
      before.contains(where: {
        text.mark($0) == 0
          && !text.classes[$0].isDisjoint(with: [.plan, .weakPlan, .singular, .strong, .weak])
      }), !before.contains(where: { text.classes[$0].contains(.negative) }),
      var found = make(index..<index + 1, count, base: 2.5, head: .weak, sentence)
    else { return nil }
    found.standsAlone = false
    return found
  }

  /// Whether the words before a count speak of somebody's plan: "Her promise has three parts", "unveiled a plan in two
  /// parts". An agenda or a deal that nobody tables has parts of its own.
  func isOfPlan(before index: Int, in sentence: Sentence) -> Bool {
    let before = max(sentence.tokens.lowerBound, index - 12)..<index
    let isTabled = before.contains { at in
      text.classes[at].contains(.propose) && text.classes[at].isDisjoint(with: [.plan, .singular, .preposition])
    }
    return before.dropFirst().contains { at in
      guard text.mark(at) == 0, !text.classes[at].isDisjoint(with: [.plan, .weakPlan, .singular]) else { return false }
      return isTabled || isPersonal(at, in: sentence) || text.classes[at - 1].contains(.firstPerson)
    }
  }

  /// "three amendments of her own"
  func isOwn(_ index: Int, before limit: Int) -> Bool {
    index + 2 < limit && spells(index, "of") && text.classes[index + 1].contains(.his) && spells(index + 2, "own")
  }

  /// "countered with two." before its points.
  private func bareCount(_ index: Int, _ next: Int, _ count: Int, _ sentence: Sentence) -> Announcement? {
    guard next == sentence.tokens.upperBound - 1, index > sentence.tokens.lowerBound, spells(index - 1, "with"),
      var found = make(index..<next, count, base: 1, head: .weak, sentence), found.verb != nil, found.subject == .third
    else { return nil }
    found.standsAlone = false
    return found
  }

  /// "three of her own:"
  func ownCount(_ index: Int, _ next: Int, _ count: Int, _ sentence: Sentence) -> Announcement? {
    if let bare = bareCount(index, next, count, sentence) { return bare }
    guard isOwn(next, before: sentence.tokens.upperBound),
      var found = make(index..<next + 3, count, base: 1.5, head: .weak, sentence), found.pointsAhead
    else { return nil }
    found.grade += 1
    found.standsAlone = false
    return found
  }

  func quote(_ index: Int) -> Bool {
    text.tokens[index].shape.contains(.opensQuote) || text.tokens[index].shape.contains(.closesQuote)
  }

  func isPoint(_ index: Int) -> Bool { spells(index, "point") }
  func isPronged(_ index: Int) -> Bool { spells(index, "pronged") }

  func spells(_ index: Int, _ word: StaticString) -> Bool {
    let token = text.tokens[index]
    guard Int(token.length) == word.utf8CodeUnitCount else { return false }
    for offset in 0..<Int(token.length) {
      let wanted = unsafe word.utf8Start[offset]
      guard text.bytes[token.start + offset] | 0x20 == wanted else { return false }
    }
    return true
  }

  /// The plural noun that a count or "following" belongs to, a few words on.
  func head(from next: Int, before limit: Int) -> Int? {
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
  func objects(_ index: Int, _ next: Int, _ count: Int, _ sentence: Sentence) -> Announcement? {
    guard text.blocks[sentence.block].kind != .title, let noun = plural(from: next, before: sentence.tokens.upperBound),
      var found = make(index..<noun + 1, count, base: 0.5, head: .weak, sentence)
    else { return nil }
    found.standsAlone = false
    // "things" can be points, "reasons" cannot.
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
  func plural(from next: Int, before limit: Int) -> Int? {
    for at in next..<max(next, min(limit, next + 4)) {
      let token = text.tokens[at]
      guard token.shape.contains(.word), !token.shape.contains(.capitalised),
        text.classes[at].isDisjoint(with: [.preposition, .determiner, .and])
      else { return nil }
      let ending = text.bytes[token.range.indices].suffix(2)
      let goesOn = at + 1 < limit && text.mark(at + 1) == 0 && text.classes[at + 1].isDisjoint(with: Self.closesPhrase)
      if token.length > 3, ending.last == 0x73, ending.first != 0x73, !goesOn {
        return text.classes[at].contains(.unit) ? nil : at
      }
    }
    return nil
  }

  private static let closesPhrase: PointWord = [.preposition, .determiner, .and, .modal, .be, .thirdPerson]

  func base(_ head: Int) -> Double {
    let classes = text.classes[head]
    return classes.contains(.strong) ? 2 : classes.contains(.weak) ? (classes.contains(.howTo) ? 0.5 : 1) : -4
  }

  /// 四点建议, 三项举措, 네 가지 제안: a count, a classifier, a noun.
  func counted(_ index: Int, _ next: Int, _ count: Int, _ sentence: Sentence) -> Announcement? {
    let limit = min(sentence.tokens.upperBound, next + 8)
    var at = next
    var end = next
    var found: PointWord = []
    while at < limit {
      if text.mark(at) != 0 && !quote(at) { break }
      let classes = text.classes[at].intersection([.strong, .weak, .negative, .firm])
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

}
