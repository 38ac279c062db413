// Start tags with their attributes, end tags, and the bodies of scripts.
extension HTMLGuard {
  /// The tag that starts at `start`; returns the offset behind it.
  mutating func startTag(
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

  /// The end tag that starts at `start`; returns the offset behind it.
  mutating func endTag(_ page: Span<UInt8>, from start: Int, _ tags: borrowing NameTable) -> Int {
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
}
