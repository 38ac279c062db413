/// Prepares a page for libxml2: one scan that keeps from it what it is slow at, or loses text over.
///
/// What is left are bare tags and text. Attributes are read here (libxml2 is quadratic in them and allocates each), the
/// bodies of script and style, comments, declarations and processing instructions are cut, NUL becomes a space, and end
/// tags of elements that were never opened are left out. None of this changes the tree: tags end where libxml2 2.9.14
/// ends them, and it ignores what is left out. Only where it would lose the rest of a page (a quotation mark that is
/// never closed) the tag ends sooner.
struct HTMLGuard {
  /// What libxml2 is given, and a NUL behind it.
  private(set) var bytes: [UInt8] = []

  /// Where the guarded bytes stood in the page, in order; the last one ends the map and holds no byte.
  private(set) var pieces: [Piece] = []

  /// The attributes of all tags, in page order.
  private(set) var attributes: [HTMLAttribute.Use] = []

  /// The texts of JSON-LD scripts, in the page.
  private(set) var linkedData: [TextRange] = []

  /// How many tags had more attributes than are kept.
  private(set) var cappedTags = 0

  /// How many NUL bytes became spaces.
  private(set) var nulCount = 0

  /// How many end tags of elements that were never opened were left out.
  private(set) var strayEnds = 0

  /// A stretch of guarded bytes that stood together in the page.
  ///
  /// A tag whose attributes were taken out is followed by a piece that starts at its `>` or `/>` and holds them: they
  /// reach from `firstAttribute` to that of the next piece.
  struct Piece {
    var guarded: UInt32
    var page: UInt32
    var firstAttribute: UInt32
    /// Whether readers never see its text: `<![endif]>`, which libxml2 takes for text.
    var isHidden = false
  }

  /// How many bytes the page has.
  let pageLength: Int

  /// Where the first declaration, comment or instruction stands in the page; `nil` for none.
  private(set) var firstDeclaration: Int?

  /// How many attributes of a tag are kept; libxml2 would need their number squared.
  static let attributeCap = 255

  private var copied = 0
  private var opened = OpenedNames()
  private var unclosedQuotes: (double: Bool, single: Bool) = (false, false)
  /// The first `>` from an offset on: asking for it from many offsets before it stays linear.
  private var knownClose: (from: Int, at: Int) = (0, -1)

  /// - Parameter page: The decoded page, UTF-8.
  init(_ page: Span<UInt8>) {
    pageLength = page.count
    bytes.reserveCapacity(page.count / 2 + 64)
    pieces.reserveCapacity(page.count / 64 + 8)
    attributes.reserveCapacity(page.count / 64 + 8)
    pieces.append(Piece(guarded: 0, page: 0, firstAttribute: 0))
    let names = (tags: HTMLTag.byName, attributes: HTMLAttribute.byName)
    var at = 0
    while let start = ByteSearch.first(0x3C, in: page, from: at), start + 1 < page.count {
      let next = page[start + 1]
      // A start tag begins with a letter, though a name may begin with a colon or an underscore.
      if (next | 0x20) &- 0x61 < 26 {
        at = startTag(page, from: start, names.tags, names.attributes)
      } else if next == 0x2F {
        at = endTag(page, from: start, names.tags)
      } else if next == 0x21 {
        at = declaration(page, from: start)
      } else if next == 0x3F {
        at = instruction(page, from: start)
      } else {
        at = start + 1
      }
    }
    cut(page, page.count, page.count)
    if ByteSearch.first(0, in: bytes.span, from: 0) != nil {
      for index in bytes.indices where bytes[index] == 0 {
        bytes[index] = 0x20
        nulCount += 1
      }
    }
    bytes.append(0)
  }

  /// Leaves out the page's bytes from `start` to `end`.
  private mutating func cut(_ page: Span<UInt8>, _ start: Int, _ end: Int, firstAttribute: Int? = nil) {
    ByteSearch.append(page, copied..<start, to: &bytes)
    copied = end
    let piece = Piece(
      guarded: UInt32(bytes.count), page: UInt32(end), firstAttribute: UInt32(firstAttribute ?? attributes.count))
    if firstAttribute == nil, let last = pieces.last, last.guarded == piece.guarded, !last.isHidden,
      Int(last.firstAttribute) == attributes.count
    {
      pieces[pieces.count - 1] = piece
    } else {
      pieces.append(piece)
    }
  }

  /// The first `>` from `start` on.
  private mutating func close(_ page: Span<UInt8>, from start: Int) -> Int? {
    if start < knownClose.from || start > knownClose.at {
      knownClose = (start, ByteSearch.first(0x3E, in: page, from: start) ?? page.count)
    }
    return knownClose.at < page.count ? knownClose.at : nil
  }

  /// The tag that starts at `start`; returns the offset behind it.
  private mutating func startTag(
    _ page: Span<UInt8>, from start: Int, _ tags: borrowing NameTable, _ names: borrowing NameTable
  ) -> Int {
    let (nameEnd, key) = Self.name(page, from: start + 1)
    let tag = tags.value(key)
    opened.insert(tag, key)
    let firstAttribute = attributes.count
    let end = readAttributes(page, from: nameEnd, names)
    let isClosed = end < page.count
    if nameEnd < end { cut(page, nameEnd, end, firstAttribute: firstAttribute) }
    if !isClosed {
      if copied < end { cut(page, end, end) }
      bytes.append(0x3E)
      return end
    }
    if page[end] == 0x2F { return end + 2 }
    if tag == HTMLTag.script.rawValue || tag == HTMLTag.style.rawValue {
      return rawText(page, from: end + 1, of: start + 1..<nameEnd, isLinkedData(page, from: firstAttribute))
    }
    return end + 1
  }

  /// Leaves out the body of a script or style element; it ends, as for libxml2, where `</` and its name stand.
  private mutating func rawText(
    _ page: Span<UInt8>, from start: Int, of name: Range<Int>, _ isLinkedData: Bool
  ) -> Int {
    var at = start
    while let found = ByteSearch.first(0x3C, in: page, from: at) {
      if found + 1 + name.count < page.count, page[found + 1] == 0x2F {
        var same = 0
        while same < name.count, page[found + 2 + same] | 0x20 == page[name.lowerBound + same] | 0x20 { same += 1 }
        if same == name.count {
          if isLinkedData { linkedData.append(TextRange(start, found)) }
          if start < found { cut(page, start, found) }
          return found
        }
      }
      at = found + 1
    }
    if isLinkedData { linkedData.append(TextRange(start, page.count)) }
    cut(page, start, page.count)
    return page.count
  }

  private func isLinkedData(_ page: Span<UInt8>, from first: Int) -> Bool {
    for index in first..<attributes.count where attributes[index].attribute == .type {
      let value = UTF8Scan.trim(page, attributes[index].value)
      let wanted: StaticString = "application/ld+json"
      guard value.count >= wanted.utf8CodeUnitCount else { return false }
      for i in 0..<wanted.utf8CodeUnitCount {
        let byte = page[value.start + i]
        if unsafe (byte &- 0x41 < 26 ? byte | 0x20 : byte) != wanted.utf8Start[i] { return false }
      }
      return true
    }
    return false
  }

  /// The end tag that starts at `start`; returns the offset behind it.
  private mutating func endTag(_ page: Span<UInt8>, from start: Int, _ tags: borrowing NameTable) -> Int {
    guard start + 2 < page.count, Self.isNameStart(page[start + 2]) || page[start + 2] == 0x2E else { return start + 2 }
    let (nameEnd, key) = Self.name(page, from: start + 2)
    let end = close(page, from: nameEnd)
    if !opened.contains(tags.value(key), key) {
      strayEnds += 1
      cut(page, start, end.map { $0 + 1 } ?? nameEnd)
      return copied
    }
    guard let end else {
      // Without its `>` the tag would take the rest of the page with it.
      cut(page, nameEnd, nameEnd)
      bytes.append(0x3E)
      pieces.append(
        Piece(guarded: UInt32(bytes.count), page: UInt32(nameEnd), firstAttribute: UInt32(attributes.count)))
      return nameEnd
    }
    if nameEnd < end { cut(page, nameEnd, end) }
    return end + 1
  }

  /// The comment or declaration that starts at `start`; returns the offset behind it.
  private mutating func declaration(_ page: Span<UInt8>, from start: Int) -> Int {
    let end: Int
    if start + 3 < page.count, page[start + 2] == 0x2D, page[start + 3] == 0x2D {
      end = Self.commentEnd(page, from: start + 4)
    } else {
      guard let close = close(page, from: start + 2) else { return start + 1 }
      if isDoctype(page, from: start + 2) {
        end = close + 1
      } else {
        // To libxml2 a tag inside is a tag.
        end = ByteSearch.first(0x3C, in: page.extracting(0..<close), from: start + 2) ?? close + 1
        cut(page, start, start)
        pieces[pieces.count - 1].isHidden = true
        cut(page, end, end)
        return end
      }
    }
    if firstDeclaration == nil { firstDeclaration = start }
    cut(page, start, end)
    return end
  }

  private func isDoctype(_ page: Span<UInt8>, from start: Int) -> Bool {
    let name: StaticString = "doctype"
    guard start + name.utf8CodeUnitCount < page.count else { return false }
    for index in 0..<name.utf8CodeUnitCount where unsafe page[start + index] | 0x20 != name.utf8Start[index] {
      return false
    }
    return true
  }

  /// The offset behind the `-->` or `--!>` that ends a comment whose body starts at `start`.
  private static func commentEnd(_ page: Span<UInt8>, from start: Int) -> Int {
    if start < page.count, page[start] == 0x3E { return start + 1 }
    if start + 1 < page.count, page[start] == 0x2D, page[start + 1] == 0x3E { return start + 2 }
    var at = start
    while let found = ByteSearch.first(0x3E, in: page, from: at) {
      if found >= start + 2, page[found - 1] == 0x2D, page[found - 2] == 0x2D { return found + 1 }
      if found >= start + 3, page[found - 1] == 0x21, page[found - 2] == 0x2D, page[found - 3] == 0x2D {
        return found + 1
      }
      at = found + 1
    }
    return page.count
  }

  /// The processing instruction that starts at `start`; returns the offset behind it.
  private mutating func instruction(_ page: Span<UInt8>, from start: Int) -> Int {
    var end = start + 2
    if end < page.count, Self.isNameStart(page[end]) || page[end] >= 0x80, let close = close(page, from: end) {
      end = close + 1
    }
    if firstDeclaration == nil { firstDeclaration = start }
    cut(page, start, end)
    return end
  }

  /// Reads attributes as libxml2 does; returns the offset of the `>` or `/>` that ends the tag, or the page's end.
  private mutating func readAttributes(_ page: Span<UInt8>, from start: Int, _ names: borrowing NameTable) -> Int {
    let count = page.count
    var seen = 0
    var at = start
    while true {
      while at < count, Self.isBlank(page[at]) { at += 1 }
      guard at < count, page[at] != 0x3E else { return at }
      if page[at] == 0x2F, at + 1 < count, page[at + 1] == 0x3E { return at }
      guard Self.isNameStart(page[at]) || page[at] == 0x2E else {
        while at < count, !Self.isBlank(page[at]), page[at] != 0x3E {
          if page[at] == 0x2F, at + 1 < count, page[at + 1] == 0x3E { break }
          at += 1
        }
        continue
      }
      let (nameEnd, key) = Self.name(page, from: at)
      at = nameEnd
      while at < count, Self.isBlank(page[at]) { at += 1 }
      var value = TextRange(nameEnd, nameEnd)
      if at < count, page[at] == 0x3D {
        at += 1
        while at < count, Self.isBlank(page[at]) { at += 1 }
        (value, at) = self.value(page, from: at)
      }
      seen += 1
      if seen == Self.attributeCap + 1 { cappedTags += 1 }
      guard seen <= Self.attributeCap, let attribute = HTMLAttribute(rawValue: names.value(key)) else { continue }
      attributes.append(HTMLAttribute.Use(attribute: attribute, value: value))
    }
  }

  /// The value that starts at `start`, and the offset behind it.
  private mutating func value(_ page: Span<UInt8>, from start: Int) -> (value: TextRange, end: Int) {
    guard start < page.count else { return (TextRange(start, start), start) }
    let mark = page[start]
    if mark == 0x22 || mark == 0x27 {
      let isKnownUnclosed = mark == 0x22 ? unclosedQuotes.double : unclosedQuotes.single
      if !isKnownUnclosed, let end = ByteSearch.first(mark, in: page, from: start + 1) {
        return (TextRange(start + 1, end), end + 1)
      }
      // The mark stands nowhere in the rest of the page: looking again would make the scan quadratic.
      if mark == 0x22 { unclosedQuotes.double = true } else { unclosedQuotes.single = true }
      let end = close(page, from: start + 1) ?? page.count
      return (TextRange(start + 1, end), end)
    }
    var end = start
    while end < page.count, page[end] != 0x3E, !Self.isBlank(page[end]) { end += 1 }
    return (TextRange(start, end), end)
  }

  /// Where the name that starts at `start` ends, and its key. Names end after 100 bytes, as libxml2's do.
  @inline(__always)
  private static func name(_ page: Span<UInt8>, from start: Int) -> (end: Int, key: UInt64) {
    var end = start
    var key: UInt64 = 0
    let limit = min(page.count, start + 100)
    while end < limit, isNameByte(page[end]) {
      key = NameTable.next(key, page[end])
      end += 1
    }
    return (end, key)
  }

  @inline(__always)
  private static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x3A
  }

  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 11 || byte == 0x2D || byte == 0x5F || byte == 0x2E
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}

/// The names that were opened so far, kept so that it may say yes too often, but never no for one that was.
private struct OpenedNames {
  private var known = [Bool](repeating: false, count: 256)
  private var others = [Bool](repeating: false, count: 1024)

  init() {
    // libxml2 gives these end tags a meaning of their own.
    for tag in [HTMLTag.html, .head, .body, .p, .br] { known[Int(tag.rawValue)] = true }
  }

  mutating func insert(_ tag: UInt8, _ key: UInt64) {
    if tag != 0 { known[Int(tag)] = true } else { others[place(key)] = true }
  }

  func contains(_ tag: UInt8, _ key: UInt64) -> Bool { tag != 0 ? known[Int(tag)] : others[place(key)] }

  private func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) }
}
