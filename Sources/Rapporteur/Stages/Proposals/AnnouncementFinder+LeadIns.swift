/// Sentences that lead into a list without counting its points.
extension AnnouncementFinder {
  /// A sentence that ends its block with a colon behind a proposing verb: "The union called on the ministry to:".
  func leadIn(_ sentence: Sentence) -> Announcement? {
    let tokens = sentence.tokens
    guard Self.colons.contains(text.mark(tokens.upperBound - 1)),
      text.blockTokens[sentence.block].upperBound == tokens.upperBound, tokens.count > 1
    else { return nil }
    // "Decides:" below what a body recalls and considers.
    if tokens.count == 2, text.classes[tokens.lowerBound].contains(.propose), text.mark(tokens.lowerBound) == 0 {
      var found = make(tokens.lowerBound..<tokens.lowerBound + 1, nil, base: 0.5, head: .weak, sentence)
      found?.grade = 2.5
      found?.subject = .third
      found?.standsAlone = false
      return found
    }
    for index in tokens.reversed()
    where text.classes[index].contains(.urge) || isResolved(index) || isOrder(index, before: tokens.upperBound) {
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

  func isResolved(_ index: Int) -> Bool { spells(index, "resolved") || spells(index, "resolves") }

  /// "It is hereby ordered:" right before the colon.
  private func isOrder(_ index: Int, before end: Int) -> Bool {
    end - index <= 3
      && (spells(index, "ordered") || spells(index, "orders") || spells(index, "decreed") || spells(index, "decrees")
        || spells(index, "directs") || spells(index, "decided") || spells(index, "decides"))
  }

  /// A colon inside a sentence between what asks and the first number: "called for: 1) …", "her demands: (a) …".
  func innerLeadIn(_ sentence: Sentence) -> Announcement? {
    let tokens = sentence.tokens
    guard text.tokens[tokens.lowerBound].shape.isDisjoint(with: [.ideographic, .hangul]) else { return nil }
    for colon in tokens.dropFirst().dropLast(4) where Self.colons.contains(text.mark(colon)) {
      let isWord = lexicon.ordinal(text.tokens.span, at: colon + 1, before: tokens.upperBound)?.number == 1
      guard isWord || opensList(colon + 1, before: tokens.upperBound) else { continue }
      for index in (max(tokens.lowerBound, colon - 6)..<colon).reversed() {
        let isNoun = text.classes[index].contains(.strong) && text.mark(index) == 0
        if isWord, !isNoun { continue }
        guard isNoun || text.classes[index].contains(.urge) || isResolved(index) else { continue }
        guard
          var found = make(
            index..<index + 1, nil, base: isNoun ? 2 : 0.5, head: isNoun ? .strong : .weak, sentence),
          isNoun || found.verb != nil
        else { return nil }
        if isNoun { found.grade = max(found.grade, 2.5) }
        found.pointsAhead = true
        found.standsAlone = false
        return found
      }
    }
    return nil
  }

  /// Whether a list's first number stands at a token: "(1)", "a)", "①".
  private func opensList(_ index: Int, before end: Int) -> Bool {
    if PointNumeral.circled(text.scalar(index)) == 1 { return true }
    let mark = text.mark(index)
    let start = mark == 0x28 || mark == 0xFF08 ? index + 1 : index
    guard let numeral = PointNumeral(text, at: start, before: end), start + numeral.length < end else { return false }
    let close = text.mark(start + numeral.length)
    return (close == 0x29 || close == 0xFF09) && numeral.readings.contains { $0.value == 1 }
  }

  /// "Priorities for the longer term:" below what somebody is reported to say.
  func nounLeadIn(_ sentence: Sentence) -> Announcement? {
    let tokens = sentence.tokens
    guard Self.colons.contains(text.mark(tokens.upperBound - 1)),
      text.blockTokens[sentence.block].upperBound == tokens.upperBound, (2...9).contains(tokens.count),
      let noun = tokens.prefix(3).first(where: { !text.classes[$0].isDisjoint(with: [.strong, .weak]) }),
      text.mark(noun) == 0, text.classes[noun].isDisjoint(with: [.negative, .say, .light]),
      tokens.allSatisfy({ $0 == noun || text.classes[$0].isDisjoint(with: Self.clause) }),
      // "Steps to reset the phone:"
      !isTo(noun + 1), isSpoken(before: sentence.block),
      var found = make(noun..<noun + 1, nil, base: 2.5, head: .weak, sentence)
    else { return nil }
    found.grade = max(found.grade, 2.5)
    found.standsAlone = false
    return found
  }

  private func isTo(_ index: Int) -> Bool { spells(index, "to") }

  /// Whether one of the two paragraphs before the block tells what somebody says.
  private func isSpoken(before block: Int) -> Bool {
    var seen = 0
    var at = block - 1
    while at >= 0, seen < 2 {
      if text.blocks[at].isMain, !text.blockTokens[at].isEmpty {
        seen += 1
        if text.blockTokens[at].contains(where: { text.isReported[$0] }) { return true }
        // The points of a list before this one.
        if text.blocks[at].kind == .listItem || text.blockTokens[at].count < 40 { seen -= 1 }
      }
      at -= 1
      if block - at > 10 { break }
    }
    return false
  }

  private static let clause: PointWord = [.be, .modal, .propose, .urge, .secondPerson, .firstPerson, .howTo]
}
