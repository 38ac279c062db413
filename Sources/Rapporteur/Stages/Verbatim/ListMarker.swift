/// What stands before an item of a list: a bullet, a number, a letter.
enum ListMarker {
  /// The length in bytes of the marker that `range` starts with, white space behind it included; 0 for none.
  static func length(_ bytes: Span<UInt8>, _ range: TextRange) -> Int {
    guard !range.isEmpty else { return 0 }
    let bullet = self.bullet(bytes, range)
    if bullet > 0 { return bullet }
    var at = range.start
    let opened = opening(bytes, at, range.end)
    at += opened
    let numeral = numeral(bytes, at, range.end)
    guard numeral > 0 else { return circled(bytes, range) }
    at += numeral
    let closed = closing(bytes, at, range.end, isOpened: opened > 0)
    guard closed > 0 else { return 0 }
    at += closed
    // Chinese writes no space behind "一、" or "（一）"; elsewhere "1.5" and "a.m." are no markers.
    let isEastern = bytes[at - 1] >= 0x80
    let space = skipSpace(bytes, at, range.end)
    if isInitial(bytes, range, space) { return 0 }
    if space == at && !isEastern {
      guard at < range.end, bytes[at] >= 0xE3, bytes[at] <= 0xED else { return 0 }
    }
    return space < range.end ? space - range.start : 0
  }

  /// Whether a letter and its stop are part of a name: "M. Dupont", "J. Moss", "A. B. Moss". Lists seldom come as far
  /// as J.
  ///
  /// - Parameters:
  ///   - next: What stands behind the stop and its space.
  private static func isInitial(_ bytes: Span<UInt8>, _ range: TextRange, _ next: Int) -> Bool {
    let letter = bytes[range.start]
    guard letter >= 0x41, letter <= 0x5A, range.start + 2 < range.end, bytes[range.start + 1] == 0x2E,
      UTF8Scan.whiteSpace(bytes, at: range.start + 2) > 0
    else { return false }
    if letter >= 0x4A && letter != 0x56 && letter != 0x58 { return true }
    guard next + 1 < range.end else { return false }
    return bytes[next] >= 0x41 && bytes[next] <= 0x5A && bytes[next + 1] == 0x2E
  }

  private static func bullet(_ bytes: Span<UInt8>, _ range: TextRange) -> Int {
    let (scalar, length) = UTF8Scan.scalar(bytes, at: range.start)
    let at = range.start + length
    guard at < range.end else { return 0 }
    switch scalar {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x25A0, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25CB, 0x25CF, 0x25E6, 0x2605,
      0x2713, 0x2714, 0x27A2, 0x27A4, 0x2B25, 0xB7, 0x30FB, 0x25C6, 0x25A1, 0xFFED, 0xF0B7:
      return skipSpace(bytes, at, range.end) - range.start
    case 0x2D, 0x2A, 0x2013, 0x2014, 0x2B:
      let space = skipSpace(bytes, at, range.end)
      return space > at ? space - range.start : 0
    default: return 0
    }
  }

  /// ① to ⑳, ⑴ to ⒛, ㈠ to ㈩, ❶ to ❿.
  private static func circled(_ bytes: Span<UInt8>, _ range: TextRange) -> Int {
    let (scalar, length) = UTF8Scan.scalar(bytes, at: range.start)
    switch scalar {
    case 0x2460...0x249B, 0x3220...0x3229, 0x3280...0x3289, 0x2776...0x2793:
      return skipSpace(bytes, range.start + length, range.end) - range.start
    default: return 0
    }
  }

  private static func opening(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    if bytes[at] == 0x28 || bytes[at] == 0x5B { return 1 }
    guard bytes[at] >= 0x80 else { return 0 }
    let (scalar, length) = UTF8Scan.scalar(bytes, at: at)
    return scalar == 0xFF08 || scalar == 0x3014 || scalar == 0x3010 ? length : 0
  }

  private static func closing(_ bytes: Span<UInt8>, _ at: Int, _ end: Int, isOpened: Bool) -> Int {
    guard at < end else { return 0 }
    let (scalar, length) = UTF8Scan.scalar(bytes, at: at)
    if isOpened {
      switch scalar {
      case 0x29, 0x5D, 0xFF09, 0x3015, 0x3011: return length
      default: return 0
      }
    }
    switch scalar {
    case 0x2E, 0xFF0E:
      // "1.)", as some write.
      return at + length < end && bytes[at + length] == 0x29 ? length + 1 : length
    case 0x29, 0x3001, 0xFF09, 0xFF61: return length
    default: return 0
    }
  }

  /// Digits, one letter, small Roman or Chinese figures.
  private static func numeral(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end else { return 0 }
    var at = start
    while at < end, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    if at > start { return at - start <= 3 ? at - start : 0 }
    let folded = bytes[start] | 0x20
    if folded >= 0x61 && folded <= 0x7A {
      while at < end, isRoman(bytes[at]) { at += 1 }
      // One letter, or Roman figures in one case: "iv", "XII".
      if at - start >= 2 {
        for index in start..<at where (bytes[index] ^ bytes[start]) & 0x20 != 0 { return 0 }
        return at - start <= 5 ? at - start : 0
      }
      return 1
    }
    while at < end, bytes[at] >= 0xE4 {
      let (scalar, length) = UTF8Scan.scalar(bytes, at: at)
      guard isChineseFigure(scalar) else { break }
      at += length
    }
    return at - start <= 9 ? at - start : 0
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    let folded = byte | 0x20
    return folded == 0x69 || folded == 0x76 || folded == 0x78
  }

  private static func isChineseFigure(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }

  private static func skipSpace(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let length = UTF8Scan.whiteSpace(bytes, at: at)
      if length == 0 { break }
      at += length
    }
    return at
  }
}
