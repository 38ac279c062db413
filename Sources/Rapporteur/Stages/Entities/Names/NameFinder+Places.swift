/// What a place of the sentence looks like.
extension NameFinder {
  func kind(_ at: Int) -> ListedKind? {
    guard at >= start && at < end, listed[at - start] >= 0 else { return nil }
    return lists.kinds[Int(listed[at - start])]
  }

  func length(_ at: Int) -> Int { Int(lengths[at - start]) }

  /// The type of the listed name that starts here.
  func listedType(_ at: Int) -> EntityType? {
    guard let kind = kind(at), case .name(let type) = kind.sort else { return nil }
    return type
  }

  func part(_ at: Int) -> WordPart { at >= start && at < end ? lists[tokens[at].word] : [] }

  func word(_ at: Int) -> WordID { at >= start && at < end ? tokens[at].word : .none }

  func shape(_ at: Int) -> TokenShape { at >= start && at < end ? tokens[at].shape : [] }

  func isCapital(_ at: Int) -> Bool {
    at >= start && at < end && tokens[at].shape.contains(.capitalised) && tokens[at].shape.contains(.word)
  }

  func isSmall(_ at: Int) -> Bool {
    at >= start && at < end && tokens[at].shape.contains(.word)
      && tokens[at].shape.isDisjoint(with: [.capitalised, .possessive, .ideographic, .hangul])
  }

  /// A hyphen that joins its neighbours.
  func isJoiningHyphen(_ at: Int) -> Bool {
    at > start && at + 1 < end && tokens[at].length == 1 && tokens[at].word == lists.hyphen
      && !tokens[at].shape.contains(.spaceBefore) && !tokens[at + 1].shape.contains(.spaceBefore)
  }

  func isApostrophe(_ at: Int) -> Bool {
    at > start && at < end && tokens[at].shape.contains(.mark) && lists.apostrophes.contains(tokens[at].word)
      && !tokens[at].shape.contains(.spaceBefore)
  }

  /// A digit ordinal ("19th").
  func isFigureOrdinal(_ at: Int) -> Bool {
    guard at >= start && at < end, tokens[at].shape.contains([.word, .hasDigit]) else { return false }
    let token = tokens[at]
    guard token.length >= 3, bytes[token.start] >= 0x30 && bytes[token.start] <= 0x39 else { return false }
    let last = bytes[token.end - 1] | 0x20
    return last == 0x68 || last == 0x74 || last == 0x64
  }

  /// A number of four digits that can be a year.
  func isYear(_ at: Int) -> Bool {
    guard at >= start && at < end, tokens[at].shape.contains(.number), tokens[at].length == 4 else { return false }
    let first = bytes[tokens[at].start]
    return first == 0x31 || first == 0x32
  }

  /// Whether capitals tell something at this place.
  func isInformative(_ at: Int) -> Bool { !isTitleCase && at > firstWord }

  /// The first word of the sentence.
  var firstWord: Int {
    var at = start
    while at < end && tokens[at].shape.contains(.mark) { at += 1 }
    return at
  }

  /// Whether the token opens a sentence, also one inside a quotation.
  func opensSentence(_ at: Int) -> Bool {
    if at <= firstWord { return true }
    let before = tokens[at - 1].shape
    return before.contains([.mark, .opensQuote, .spaceBefore])
  }

  mutating func emit(_ span: NameSpan) -> Int {
    spans.append(span)
    return spans.count - 1
  }

  /// The span that ends at `index`, over a possessive s.
  func spanEnding(at index: Int) -> Int? {
    guard let last = spans.indices.last, !spans[last].isDropped, spans[last].sentence == sentence else { return nil }
    if spans[last].tokens.upperBound == index { return last }
    let isPossessive = index > start && tokens[index - 1].shape.contains(.possessive) || isApostrophe(index - 1)
    return isPossessive && spans[last].tokens.upperBound == index - 1 ? last : nil
  }
}
