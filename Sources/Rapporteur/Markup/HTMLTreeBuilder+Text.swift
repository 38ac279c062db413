// Runs of text: those that stand as they are in the page, references, and what the parser skipped.
extension HTMLTreeBuilder {
  /// Characters, decoded.
  ///
  /// - Parameter offset: Where the parser stands: behind them.
  mutating func characters(_ bytes: Span<UInt8>, at offset: Int) {
    // A text goes on where the last event ended, unless the parser stepped over something that it does not report.
    // Where it stands itself is the second guess: it reports a long text, and a `<` that begins no tag, before it has
    // stepped over its last character.
    let isReference = guarded[last] == 0x26
    let start = offset - bytes.count
    if !isReference, isSame(bytes, at: last) {
      plain(bytes, from: last)
    } else if start >= last, !isReference || start == last, isSame(bytes, at: start) {
      plain(bytes, from: start)
    } else if bytes.count == 1, bytes[0] == 0x3C, !isReference, offset >= last, guarded[offset] == 0x3C {
      plain(bytes, from: offset)
    } else {
      decoded(bytes, endingAt: offset)
    }
  }

  /// Characters as they stand in the page.
  private mutating func plain(_ bytes: Span<UInt8>, from start: Int) {
    let end = start + bytes.count
    var at = start
    last = end
    // Behind the root there is only white space: the parser puts everything else into elements.
    if open.count == 1 { return }
    while at < end {
      advance(to: at)
      // What was cut in the middle of a text parts it: a run is one piece of the page.
      var stop = end
      if cursor + 1 < pieces.count { stop = min(end, max(at + 1, Int(pieces[cursor + 1].guarded))) }
      if !pieces[cursor].isHidden {
        if at == joint, Int(pieces[cursor].guarded) < at {
          nodes[nodes.count - 1].sourceEnd += UInt32(stop - at)
        } else {
          let first = page(at)
          if !merge(TextRange(first, first + stop - at), length: stop - at) {
            append(TextRange(first, first + stop - at))
          }
        }
        ByteSearch.append(bytes, at - start..<stop - start, to: &text)
        joint = stop
      }
      at = stop
    }
  }

  /// What a reference stands for, or text that the parser left control characters out of.
  private mutating func decoded(_ bytes: Span<UInt8>, endingAt offset: Int) {
    joint = -1
    guard bytes.count <= 4, let start = ampersand(before: offset) else {
      withoutControls(bytes, endingAt: offset)
      return
    }
    // An unknown reference comes as an ampersand and a name.
    let isBare = bytes.count == 1 && bytes[0] == 0x26 && guarded[offset - 1] != 0x3B
    last = isBare ? start + 1 : offset
    advance(to: start)
    if pieces[cursor].isHidden || open.count == 1 { return }
    let first = page(start)
    let source = TextRange(first, first + last - start)
    // `&#146;` is an apostrophe to every browser.
    let isControl = bytes.count == 2 && bytes[0] == 0xC2 && bytes[1] < 0xA0
    let mark = isControl ? CharacterReference.windows1252(bytes[1]).map { String($0).utf8 } : nil
    if !merge(source, length: mark?.count ?? bytes.count) { append(source) }
    if let mark { text.append(contentsOf: mark) } else { ByteSearch.append(bytes, 0..<bytes.count, to: &text) }
  }

  /// Text between whose characters others stood that are none in XML, and that the parser skipped.
  private mutating func withoutControls(_ bytes: Span<UInt8>, endingAt offset: Int) {
    // A long text is reported before the parser has stepped over its last character.
    var width = 1
    while width < 4, width < bytes.count, bytes[bytes.count - width] & 0xC0 == 0x80 { width += 1 }
    for end in [offset, min(offset + width, guarded.count - 1)] {
      guard let stretches = stretches(of: bytes, before: end) else { continue }
      for stretch in stretches { plain(bytes.extracting(stretch.bytes), from: stretch.start) }
      last = max(last, end)
      return
    }
    guard open.count > 1 else {
      last = offset
      return
    }
    advance(to: last)
    let first = page(last)
    advance(to: offset)
    append(TextRange(first, max(first, page(offset))))
    ByteSearch.append(bytes, 0..<bytes.count, to: &text)
    last = offset
  }

  /// Where the text stands, piece by piece, when it ends before `end`; `nil` where it does not.
  private func stretches(of bytes: Span<UInt8>, before end: Int) -> [(bytes: Range<Int>, start: Int)]? {
    var left = bytes.count
    var start = end
    while left > 0, start > last {
      if guarded[start - 1] == bytes[left - 1] { left -= 1 }
      start -= 1
    }
    guard left == 0 else { return nil }
    var stretches: [(bytes: Range<Int>, start: Int)] = []
    var done = 0
    while done < bytes.count, start < end {
      var length = 0
      while done + length < bytes.count, start + length < end, guarded[start + length] == bytes[done + length] {
        length += 1
      }
      // What was skipped are whole characters.
      if done + length < bytes.count, bytes[done + length] & 0xC0 == 0x80 { return nil }
      if length > 0 { stretches.append((done..<done + length, start)) }
      done += length
      start += length + 1
    }
    return done == bytes.count ? stretches : nil
  }

  /// The `&` that starts the reference that ends before `offset`.
  private func ampersand(before offset: Int) -> Int? {
    var at = offset - 1
    let floor = max(last, offset - 1024)
    while at >= floor {
      if guarded[at] == 0x26 { return at }
      at -= 1
    }
    return nil
  }
}
