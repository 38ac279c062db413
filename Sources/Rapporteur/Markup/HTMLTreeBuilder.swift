/// Makes the flat tree of the parser's events, and finds the place of each in the page.
struct HTMLTreeBuilder {
  var nodes: [HTMLTree.Node] = []
  var text: [UInt8] = []

  /// How many elements were left out because they nest too deep.
  private(set) var tooDeep = 0

  let pieces: [HTMLGuard.Piece]
  let guarded: [UInt8]
  var open: [Int32] = []
  /// The piece that the parser has reached.
  var cursor = 0
  /// Where the last event ended, in guarded bytes.
  var last = 0
  /// Where the run ends that the next characters may go on with, in guarded bytes; -1 for none.
  var joint = -1
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

  /// From so many nodes on, runs and references that follow each other become one: a page of five million references
  /// would need ten million nodes.
  private static let manyNodes = 1 << 18

  /// Lets the last run go on with text of `length` bytes from `source`, where there are many nodes.
  mutating func merge(_ source: TextRange, length: Int) -> Bool {
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

  mutating func append(_ source: TextRange) {
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
  mutating func advance(to offset: Int) {
    while cursor + 1 < pieces.count, Int(pieces[cursor + 1].guarded) <= offset { cursor += 1 }
    // Elements that a text implies are reported before it, when the parser has read it already.
    while cursor > 0, Int(pieces[cursor].guarded) > offset { cursor -= 1 }
  }

  /// The place in the page of a guarded offset near the cursor.
  func page(_ offset: Int) -> Int {
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

  func isSame(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start + bytes.count <= guarded.count else { return false }
    for index in 0..<bytes.count where bytes[index] != guarded[start + index] { return false }
    return true
  }
}
