/// Character references in attribute values: `&amp;`, `&#8217;`. Those in text are libxml2's work.
enum CharacterReference {
  /// The bytes in `range` with every reference decoded; what is none stays as it is.
  static func decode(_ bytes: Span<UInt8>, _ range: TextRange) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var at = range.start
    while at < range.end {
      if bytes[at] == 0x26, let (scalar, end) = reference(bytes, from: at, to: range.end) {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        at = end
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  /// The reference that starts at `start`, and the offset behind it.
  private static func reference(
    _ bytes: Span<UInt8>, from start: Int, to limit: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var at = start + 1
    guard at < limit else { return nil }
    if bytes[at] == 0x23 {
      at += 1
      var value: UInt32 = 0
      let isHexadecimal = at < limit && bytes[at] | 0x20 == 0x78
      if isHexadecimal { at += 1 }
      let first = at
      while at < limit, let digit = digit(bytes[at], isHexadecimal) {
        value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
        at += 1
      }
      guard at > first else { return nil }
      if at < limit, bytes[at] == 0x3B { at += 1 }
      if value >= 0x80, value < 0xA0, let mark = windows1252(UInt8(value)) { return (mark, at) }
      return (value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", at)
    }
    var name: [UInt8] = []
    while at < limit, name.count < 32, (bytes[at] | 0x20) &- 0x61 < 26 || bytes[at] &- 0x30 < 10 {
      name.append(bytes[at])
      at += 1
    }
    // `?a=1&copy=2` is no copyright sign: in attributes a name needs its semicolon.
    guard !name.isEmpty, at < limit, bytes[at] == 0x3B, let scalar = EntityName.scalar(name) else { return nil }
    return (scalar, at + 1)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x37)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x57)
    default: nil
    }
  }

  /// What 0x80 to 0x9F are in windows-1252, which is what a page means by them (WHATWG HTML, "numeric character
  /// reference end state"); `nil` for the five that are free.
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80, byte < 0xA0 else { return nil }
    let value = marks[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static let marks: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}
