/// FNV-1a over case-folded bytes, 64 bits wide, with a final mix so that every bit counts.
struct WordHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(scalar: UInt32) {
    if scalar < 0x80 {
      add(UInt8(scalar))
    } else if scalar < 0x800 {
      add(UInt8(0xC0 | scalar >> 6))
      add(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      add(UInt8(0xE0 | scalar >> 12))
      add(UInt8(0x80 | scalar >> 6 & 0x3F))
      add(UInt8(0x80 | scalar & 0x3F))
    } else {
      add(UInt8(0xF0 | scalar >> 18))
      add(UInt8(0x80 | scalar >> 12 & 0x3F))
      add(UInt8(0x80 | scalar >> 6 & 0x3F))
      add(UInt8(0x80 | scalar & 0x3F))
    }
  }

  var value: UInt64 {
    let mixed = (state ^ state >> 32) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  /// The hash of bytes that need no folding.
  static func of(_ bytes: Span<UInt8>, _ range: TextRange) -> UInt64 {
    var hash = WordHash()
    for index in range.indices { hash.add(bytes[index]) }
    return hash.value
  }
}
