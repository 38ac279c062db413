/// The charset that a page declares in its head: `<meta charset>`, `<meta http-equiv content>` or an XML declaration.
///
/// What the WHATWG calls the prescan, over the first 4096 bytes (browsers look at 1024; crawled pages put scripts first).
enum MetaCharset {
  /// The label as it is written, `nil` without one.
  static func label(in page: Span<UInt8>) -> String? {
    let head = page.extracting(0..<min(page.count, 4096))
    if let label = xmlDeclaration(head) { return label }
    var at = 0
    while let start = ByteSearch.first(0x3C, in: head, from: at) {
      at = start + 1
      if matches(head, at: start, "<!--") {
        guard let end = find("-->", in: head, from: start + 4) else { return nil }
        at = end + 3
        continue
      }
      guard matches(head, at: start, "<meta"), start + 5 < head.count,
        head[start + 5] <= 0x20 || head[start + 5] == 0x2F
      else { continue }
      let end = ByteSearch.first(0x3E, in: head, from: start) ?? head.count
      // Both forms hold the word, and no other attribute of meta has a value that begins with it and a sign of equality.
      var from = start + 5
      while let found = find("charset", in: head, from: from), found < end {
        from = found + 7
        var index = from
        while index < end, head[index] <= 0x20 { index += 1 }
        guard index < end, head[index] == 0x3D else { continue }
        index += 1
        while index < end, head[index] <= 0x20 || head[index] == 0x22 || head[index] == 0x27 { index += 1 }
        let first = index
        while index < end, isLabelByte(head[index]) { index += 1 }
        if index > first { return string(head, first..<index) }
      }
      at = end
    }
    return nil
  }

  private static func xmlDeclaration(_ head: Span<UInt8>) -> String? {
    guard matches(head, at: 0, "<?xml"), let end = ByteSearch.first(0x3E, in: head, from: 0),
      let found = find("encoding", in: head, from: 5), found < end
    else { return nil }
    var index = found + 8
    while index < end, [0x20, 0x3D, 0x22, 0x27].contains(head[index]) { index += 1 }
    let first = index
    while index < end, isLabelByte(head[index]) { index += 1 }
    return index > first ? string(head, first..<index) : nil
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 11 || byte == 0x2D || byte == 0x5F || byte == 0x2E
  }

  private static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var result: [UInt8] = []
    for index in range { result.append(bytes[index]) }
    return String(decoding: result, as: UTF8.self)
  }

  private static func find(_ word: StaticString, in bytes: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    while at + word.utf8CodeUnitCount <= bytes.count {
      if matches(bytes, at: at, word) { return at }
      at += 1
    }
    return nil
  }

  private static func matches(_ bytes: Span<UInt8>, at offset: Int, _ word: StaticString) -> Bool {
    guard offset + word.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      let byte = bytes[offset + index]
      if unsafe (byte &- 0x41 < 26 ? byte | 0x20 : byte) != word.utf8Start[index] { return false }
    }
    return true
  }
}
