/// A hash of case-folded bytes, 64 bits wide.
///
/// Eight bytes are packed before they are mixed: a word of up to seven bytes has a value of its own, and longer ones
/// cost a multiplication for eight bytes instead of one a byte. Values hold within one version of the program.
package struct WordHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    pending = pending << 8 | UInt64(byte)
    count &+= 1
    if count & 7 == 0 {
      state = Self.mix(state ^ pending)
      pending = 0
    }
  }

  package init() {}

  package mutating func add(scalar: UInt32) {
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

  /// The hash of the bytes so far.
  @inline(__always)
  package var value: UInt64 { Self.mix(state ^ pending ^ count << 56) }

  /// The hash of bytes that need no folding.
  static func of(_ bytes: Span<UInt8>, _ range: TextRange) -> UInt64 {
    var hash = WordHash()
    for index in range.indices { hash.add(bytes[index]) }
    return hash.value
  }

  /// A one-to-one mapping after which every bit counts (the finalizer of MurmurHash3).
  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 33
  }
}
