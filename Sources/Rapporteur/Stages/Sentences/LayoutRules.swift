// Sentences that start without a stop before them: lines, lists, heads of messages, captions.
extension SentenceSplitter {
  /// Why the token starts a sentence of its own: an empty line before it, or an item of a list.
  func startsLine(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> SentenceRule? {
    let breaks = lineBreaks(before: tokens[index].start, bytes)
    if breaks > 1 { return .emptyLine }
    if breaks == 1 {
      guard Enumerator(bytes, tokens, at: index, before: range.upperBound) != nil else { return nil }
      return isBehindCounter(index, bytes, tokens) ? nil : .item
    }
    guard let item, let next = Enumerator(bytes, tokens, at: index, before: range.upperBound) else { return nil }
    guard next.follows(item), index >= sentenceStart + item.length else { return nil }
    // "H. Moss and S. I. Hale", "J. K. Moss": initials.
    if next.style == .capitalStop,
      index == sentenceStart + item.length || !tokens[index - 1].shape.contains(.mark)
        || isBehindInitial(index, bytes, tokens)
    {
      return nil
    }
    return .item
  }

  /// "Nov.\n3.": the line was wrapped before the number.
  private func isBehindCounter(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    let isStop = bytes[tokens[index - 1].start] == 0x2E
    let word = isStop ? index - 2 : index - 1
    return word >= sentenceStart && words[tokens[word].word].contains(.counter)
  }

  private func isBehindInitial(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    index - 2 > sentenceStart && bytes[tokens[index - 1].start] == 0x2E && isInitial(tokens[index - 2], bytes)
  }

  /// How many line breaks stand in the white space before the byte; looks at most 8 bytes back.
  private func lineBreaks(before start: Int, _ bytes: [UInt8]) -> Int {
    // One space behind a word, as nearly always.
    if start < 2 || (bytes[start - 1] == 0x20 && bytes[start - 2] > 0x20) { return 0 }
    var count = 0
    var at = start - 1
    while at >= 0, start - at <= 8 {
      if bytes[at] == 0x0A { count += 1 } else if bytes[at] > 0x20 { break }
      at -= 1
    }
    return count
  }

  /// Looks whether the capitalised word is a head ("Subject:", "Photo:") behind something without a stop, or the label
  /// of a picture.
  mutating func readCapital(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) {
    let traits = words[tokens[index].word]
    guard !traits.isDisjoint(with: [.credit, .picture]), index + 2 < range.upperBound else { return }
    if index > sentenceStart {
      guard traits.contains(.credit), bytes[tokens[index + 1].start] == 0x3A,
        tokens[index + 2].shape.contains(.spaceBefore), tokens[index - 1].shape.isDisjoint(with: .mark)
      else { return }
      begin(at: index, .credit, bytes, tokens)
      return
    }
    // "Figure 1.5 The map of the world": a number with a stop inside, then the legend.
    guard traits.contains(.picture), tokens[index + 1].shape.contains(.number),
      hasInnerStop(tokens[index + 1], bytes), tokens[index + 2].shape.isSuperset(of: [.spaceBefore, .capitalised])
    else { return }
    begin(at: index + 2, .label, bytes, tokens)
  }

  /// Whether the token is a line of marks: "-----", "=====", "*****".
  func isSeparator(_ token: Token) -> Bool { token.length >= 5 && token.shape.contains(.mark) }

  /// Makes the line of marks a sentence of its own.
  mutating func separate(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) {
    // "Name: ________" is a blank to fill in.
    if bytes[tokens[index].start] == 0x5F && tokens[index].length < 20 { return }
    if index > sentenceStart, tokens[index].shape.contains(.spaceBefore) {
      begin(at: index, .separator, bytes, tokens)
    }
    let next = index + 1
    if next < range.upperBound, tokens[next].shape.contains(.spaceBefore) {
      begin(at: next, .separator, bytes, tokens)
    }
  }

  /// A dash longer than a hyphen: a line of them, or one behind which somebody else speaks ("so maybe — That's me").
  mutating func readDash(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) {
    if bytes[tokens[index].start] == 0x2D {
      if isSeparator(tokens[index]) { separate(index, bytes, tokens) }
      return
    }
    let next = index + 1
    guard words.language == .en, index > sentenceStart, next < range.upperBound,
      tokens[index].shape.contains(.spaceBefore), tokens[next].shape.isSuperset(of: [.spaceBefore, .capitalised]),
      tokens[index - 1].shape.isDisjoint(with: [.capitalised, .mark, .hasDigit]), tokens[next].length > 1,
      words[tokens[next].word].contains(.turn)
    else { return }
    begin(at: next, .interruption, bytes, tokens)
  }

  /// A number: the date and hour of a message ("08/16/2000 12:05 PM") part what stands around them. The result is
  /// the token to go on with.
  mutating func readNumber(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    guard tokens[index].length <= 2, index + 7 < range.upperBound, bytes[tokens[index].end] == 0x2F else {
      return index + 1
    }
    func isNumber(_ at: Int, after mark: UInt8) -> Bool {
      at < range.upperBound && tokens[at].shape.contains(.number) && bytes[tokens[at - 1].start] == mark
        && !tokens[at].shape.contains(.spaceBefore) && !tokens[at - 1].shape.contains(.spaceBefore)
    }
    guard isNumber(index + 2, after: 0x2F), isNumber(index + 4, after: 0x2F),
      tokens[index + 5].shape.isSuperset(of: [.number, .spaceBefore]), isNumber(index + 7, after: 0x3A)
    else { return index + 1 }
    var next = index + 8
    if isNumber(next + 1, after: 0x3A) { next += 2 }
    if next < range.upperBound, isHalfOfDay(tokens[next], bytes) { next += 1 }
    let isBehindName =
      index == sentenceStart
      || (tokens[index - 1].shape.isDisjoint(with: .mark)
        ? tokens[index - 1].shape.contains(.capitalised) : bytes[tokens[index - 1].start] == 0x3E)
    if index > sentenceStart, isBehindName { begin(at: index, .stamp, bytes, tokens) }
    guard next < range.upperBound, tokens[next].shape.contains(.spaceBefore) else { return next }
    let first = tokens[next].shape
    // "3:14 PM EST" goes on.
    let isZone = first.contains(.allCapitals) && tokens[next].length <= 4
    if !isZone, first.contains(.capitalised) || (isBehindName && first.isDisjoint(with: .mark)) {
      begin(at: next, .stamp, bytes, tokens)
    }
    return next
  }

  /// "AM", "PM".
  private func isHalfOfDay(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.length == 2, bytes[token.start + 1] | 0x20 == 0x6D else { return false }
    return bytes[token.start] | 0x20 == 0x61 || bytes[token.start] | 0x20 == 0x70
  }

  /// "Best regards, Ann": a letter's closing words, and a name.
  func followsFarewell(_ comma: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard comma > sentenceStart, comma + 1 < range.upperBound, words[tokens[comma - 1].word].contains(.farewell),
      tokens[comma + 1].shape.isSuperset(of: [.spaceBefore, .capitalised])
    else { return false }
    return !words[tokens[comma + 1].word].contains(.starter)
  }

  /// The token behind an address. In flattened text a sentence often starts behind one without a stop.
  mutating func pass(_ run: Address, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    guard run.next < range.upperBound else { return run.next }
    var next = run.next
    if run.isWeb {
      if run.hasStop { return next }
    } else {
      // "Ann Lee <lee@example.org> Subject"
      guard bytes[tokens[next].start] == 0x3E, next + 1 < range.upperBound else { return next }
      next += 1
      if tokens[next].shape.isSuperset(of: [.spaceBefore, .number]) { begin(at: next, .addressEnd, bytes, tokens) }
    }
    guard tokens[next].shape.contains(.spaceBefore) || run.isWeb else { return run.next }
    let kind = Opening(bytes, tokens, at: next, before: range.upperBound).kind
    if tokens[next].shape.contains(.capitalised) || (run.isWeb && kind == .address) {
      begin(at: next, .addressEnd, bytes, tokens)
    }
    return next
  }

  /// ":)" and its kin end an informal sentence; the token to go on with.
  mutating func passEmoticon(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    guard tokens[index].shape.contains(.spaceBefore) || (index > 0 && tokens[index - 1].shape.contains(.mark))
    else { return index + 1 }
    var at = index + 1
    if at < range.upperBound, bytes[tokens[at].start] == 0x2D { at += 1 }
    guard at < range.upperBound, at == index + 1 || tokens[at].start == tokens[index].start + 2,
      bytes[tokens[at].start] == 0x29 || bytes[tokens[at].start] == 0x28, !tokens[at].shape.contains(.spaceBefore)
    else { return index + 1 }
    at += 1
    if at < range.upperBound, tokens[at].shape.isSuperset(of: [.spaceBefore, .capitalised]) {
      begin(at: at, .emoticon, bytes, tokens)
    }
    return at
  }
}
