/// Turns byte offsets of a text into offsets of another unit.
///
/// A count for every 64 bytes is kept, the rest is counted at each question. Where bytes and units are the same
/// thing, nothing is kept and nothing counted.
package struct OffsetIndex {
  private let utf8: [UInt8]
  private let counts: [UInt32]
  private let unit: OffsetUnit

  package init(_ text: Text, unit: OffsetUnit) {
    self.unit = unit
    utf8 = text.utf8
    guard !text.isASCII, unit != .utf8 else {
      counts = []
      return
    }
    var counts: [UInt32] = []
    counts.reserveCapacity(text.count / 64 + 2)
    var total = 0
    let bytes = text.utf8.span
    var start = 0
    while start <= bytes.count {
      counts.append(UInt32(total))
      total += Self.units(in: bytes, start, min(start + 64, bytes.count), unit)
      start += 64
    }
    self.counts = counts
  }

  /// The number of units before the byte at `offset`, which stands on a scalar border.
  package func callAsFunction(_ offset: Int) -> Int {
    if counts.isEmpty { return offset }
    let block = offset / 64
    return Int(counts[block]) + Self.units(in: utf8.span, block * 64, offset, unit)
  }

  /// The units whose first byte stands in `start..<end`, which is at most 64 bytes.
  private static func units(in bytes: Span<UInt8>, _ start: Int, _ end: Int, _ unit: OffsetUnit) -> Int {
    // Bytes are added up, without a branch: the compiler turns the loops into vector instructions.
    var count: UInt8 = 0
    for index in start..<end { count &+= bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
    if unit == .utf16 {
      for index in start..<end { count &+= bytes[index] >= 0xF0 ? 1 : 0 }
    }
    return Int(count)
  }
}
