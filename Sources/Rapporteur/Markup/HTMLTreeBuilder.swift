/// Makes the flat tree of the parser's events, and finds the place of each in the page.
struct HTMLTreeBuilder {
  private(set) var nodes: [HTMLTree.Node] = []
  private(set) var text: [UInt8] = []

  /// How many elements were left out because they nest too deep.
  private(set) var tooDeep = 0

  private let pieces: [HTMLGuard.Piece]
  private let guarded: [UInt8]
  private var open: [Int32] = []
  /// The piece that the parser has reached.
  private var cursor = 0
  /// Where the last event ended, in guarded bytes.
  private var last = 0
  /// Where the run ends that the next characters may go on with, in guarded bytes; -1 for none.
  private var joint = -1
  private var endsToSkip = 0
  private let firstDeclaration: Int?
  private let pageLength: Int

  init(_ guarded: HTMLGuard) {
    pieces = guarded.pieces
    self.guarded = guarded.bytes
    firstDeclaration = guarded.firstDeclaration
    pageLength = guarded.pageLength
    nodes.reserveCapacity(guarded.bytes.count / 16 + 8)
    text.reserveCapacity(guarded.bytes.count / 2 + 8)
    nodes.append(HTMLTree.Node(tag: .document, depth: 0, parent: -1, textStart: 0, sourceStart: 0, sourceEnd: 0))
    open.append(0)
  }

  /// A builder without a page.
  static let empty = HTMLTreeBuilder(HTMLGuard([UInt8]().span))

  /// An element begins.
  ///
  /// - Parameters:
  ///   - tag: Its name, `.other` for one that HTML does not know.
  ///   - nameLength: In bytes.
  ///   - offset: Where the parser stands in the guarded bytes: at the `>` or `/>` of a tag of the page; anywhere before
  ///     it when the element is implied.
  /// - Returns: Whether the element is too deep and has to end here.
  mutating func start(_ tag: HTMLTag, nameLength: Int, at offset: Int) -> Bool {
    joint = -1
    advance(to: offset)
    let byte = guarded[offset]
    let isTag = (byte == 0x3E || byte == 0x2F) && isWritten(nameLength, before: offset)
    if isTag { last = min(offset + (byte == 0x2F ? 2 : 1), guarded.count - 1) }
    let source = page(isTag ? offset - nameLength - 1 : min(last, offset))
    if open.count >= HTMLTree.depthCap, isTag {
      tooDeep += 1
      endsToSkip += 1
      // It stands empty beside what it held: where a block began is still to be seen.
      nodes.append(
        HTMLTree.Node(
          tag: tag, depth: UInt16(truncatingIfNeeded: open.count), parent: open[open.count - 1],
          end: Int32(nodes.count + 1), textStart: UInt32(text.count), sourceStart: UInt32(source),
          sourceEnd: UInt32(source)))
      return true
    }
    // Behind the end of the first root libxml2 goes on inside it, unless the page begins with a declaration.
    if open.count == 1, nodes.count > 1, Int(nodes[1].sourceStart) <= firstDeclaration ?? Int.max { open.append(1) }
    let parent = open[open.count - 1]
    var node = HTMLTree.Node(
      tag: tag, depth: UInt16(truncatingIfNeeded: open.count), parent: parent, textStart: UInt32(text.count),
      sourceStart: UInt32(source), sourceEnd: UInt32(source))
    if isTag, Int(pieces[cursor].guarded) == offset, cursor + 1 < pieces.count {
      node.firstAttribute = pieces[cursor].firstAttribute
      node.attributeCount = UInt8(truncatingIfNeeded: pieces[cursor + 1].firstAttribute - node.firstAttribute)
    }
    open.append(Int32(nodes.count))
    nodes.append(node)
    return false
  }

  /// The innermost element ends.
  ///
  /// - Parameters:
  ///   - key: Of the element's name.
  ///   - nameLength: In bytes.
  ///   - offset: Where the parser stands: behind its end tag, or anywhere near what closed it.
  mutating func end(_ key: UInt64, nameLength: Int, at offset: Int) {
    joint = -1
    if endsToSkip > 0 {
      endsToSkip -= 1
      last = max(last, offset)
      return
    }
    guard open.count > 1 else { return }
    advance(to: offset)
    let index = Int(open.removeLast())
    if isOwnEnd(key, nameLength, before: offset) { last = max(last, offset) }
    nodes[index].end = Int32(nodes.count)
    nodes[index].sourceEnd = UInt32(pageEnd(last))
  }

  /// Whether the end tag before `offset` is that of the element, not of one around it.
  private func isOwnEnd(_ key: UInt64, _ nameLength: Int, before offset: Int) -> Bool {
    let start = offset - nameLength - 1
    guard start >= 2, guarded[offset - 1] == 0x3E, guarded[start - 1] == 0x2F, guarded[start - 2] == 0x3C else {
      return false
    }
    return NameTable.key(guarded.span, start..<offset - 1) == key
  }

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

  /// From so many nodes on, runs and references that follow each other become one: a page of five million references
  /// would need ten million nodes.
  private static let manyNodes = 1 << 18

  /// Lets the last run go on with text of `length` bytes from `source`, where there are many nodes.
  private mutating func merge(_ source: TextRange, length: Int) -> Bool {
    guard nodes.count > Self.manyNodes else { return false }
    let last = nodes[nodes.count - 1]
    guard last.tag == .text, last.parent == open[open.count - 1] else { return false }
    // A run of as many bytes as it has in the page stands there as it is: what goes on right behind it keeps that true,
    // and nothing else may seem to.
    let textLength = text.count - Int(last.textStart)
    let isNext = Int(last.sourceEnd) == source.start && source.count == length
    let goesOn = isNext && Int(last.sourceEnd - last.sourceStart) == textLength
    guard goesOn || source.end - Int(last.sourceStart) != textLength + length else { return false }
    nodes[nodes.count - 1].sourceEnd = UInt32(source.end)
    return true
  }

  private mutating func append(_ source: TextRange) {
    nodes.append(
      HTMLTree.Node(
        tag: .text, depth: UInt16(truncatingIfNeeded: open.count), parent: open[open.count - 1],
        end: Int32(nodes.count + 1), textStart: UInt32(text.count), sourceStart: UInt32(source.start),
        sourceEnd: UInt32(source.end)))
  }

  /// Closes what is open at the end of the page.
  mutating func finish() {
    while let index = open.popLast() {
      nodes[Int(index)].end = Int32(nodes.count)
      nodes[Int(index)].sourceEnd = UInt32(pageLength)
    }
  }

  /// Moves the cursor to the last piece that starts at or before `offset`.
  @inline(__always)
  private mutating func advance(to offset: Int) {
    while cursor + 1 < pieces.count, Int(pieces[cursor + 1].guarded) <= offset { cursor += 1 }
    // Elements that a text implies are reported before it, when the parser has read it already.
    while cursor > 0, Int(pieces[cursor].guarded) > offset { cursor -= 1 }
  }

  /// The place in the page of a guarded offset near the cursor.
  private func page(_ offset: Int) -> Int {
    var index = cursor
    while index > 0, Int(pieces[index].guarded) > offset { index -= 1 }
    while index + 1 < pieces.count, Int(pieces[index + 1].guarded) <= offset { index += 1 }
    // The guard closes a tag that the page leaves open at its end: that byte stands nowhere.
    return min(Int(pieces[index].page) + offset - Int(pieces[index].guarded), pageLength)
  }

  /// The place in the page behind the byte that stands before a guarded offset.
  private func pageEnd(_ offset: Int) -> Int { offset == 0 ? 0 : min(page(offset - 1) + 1, pageLength) }

  /// Whether a `<` and a name of `length` bytes stand before `offset`.
  private func isWritten(_ length: Int, before offset: Int) -> Bool {
    let start = offset - length - 1
    guard start >= last || start >= 0, guarded[start] == 0x3C else { return false }
    return true
  }

  private func isSame(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start + bytes.count <= guarded.count else { return false }
    for index in 0..<bytes.count where bytes[index] != guarded[start + index] { return false }
    return true
  }
}
