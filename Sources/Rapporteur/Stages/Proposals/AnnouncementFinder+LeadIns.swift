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

  func isResolved(_ index: Int) -> Bool { spells(index, "resolved") || spells(index, "resolves") }

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
