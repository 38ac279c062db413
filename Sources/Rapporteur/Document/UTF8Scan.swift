/// Questions about UTF-8 bytes that every stage asks. None allocates.
public enum UTF8Scan {
  /// Whether every byte is below 128.
  public static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    let count = bytes.count
    // Thirty-two at a time: the compiler turns the inner loop into vector instructions.
    while index + 32 <= count {
      var all: UInt8 = 0
      for i in index..<index + 32 { all |= bytes[i] }
      if all >= 0x80 { return false }
      index += 32
    }
    while index < count {
      if bytes[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }

  /// The scalar that starts at `offset` and its length in bytes. The bytes are valid UTF-8 and `offset` a border.
  @inlinable
  public static func scalar(_ bytes: Span<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(bytes[offset + 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[offset + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
  }

  /// The scalar that ends before `offset` and its length in bytes; `offset` is a border above zero.
  @inlinable
  public static func scalar(_ bytes: Span<UInt8>, before offset: Int) -> (value: UInt32, length: Int) {
    var start = offset - 1
    while start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(bytes, at: start)
  }

  /// The length in bytes of the white space that starts at `offset`, 0 where there is none.
  ///
  /// White space is Unicode's White_Space property: what Python's `str.strip` removes, but for four control characters.
  @inlinable
  public static func whiteSpace(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F) ? 1 : 0 }
    guard byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) else { return 0 }
    let (value, length) = scalar(bytes, at: offset)
    return isWideSpace(value) ? length : 0
  }

  /// Whether a scalar above U+007F is white space.
  @inlinable
  public static func isWideSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// `range` without the white space at its ends.
  public static func trim(_ bytes: Span<UInt8>, _ range: TextRange) -> TextRange {
    var start = range.start
    var end = range.end
    while start < end {
      let length = whiteSpace(bytes, at: start)
      if length == 0 { break }
      start += length
    }
    while end > start {
      var last = end - 1
      while last > start && bytes[last] & 0xC0 == 0x80 { last -= 1 }
      if whiteSpace(bytes, at: last) == 0 { break }
      end = last
    }
    return TextRange(start, end)
  }

  /// Whether the scalar is written without spaces between words: Han, kana and their marks.
  @inlinable
  public static func isIdeographic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3005, 0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Whether the scalar is a Hangul syllable or letter.
  @inlinable
  public static func isHangul(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: true
    default: false
    }
  }
}
