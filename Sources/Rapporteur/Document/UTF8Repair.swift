/// Finds what is no UTF-8, and puts U+FFFD in its place.
///
/// One replacement character for each maximal subpart of an ill-formed sequence, as the Unicode Standard (chapter 3,
/// "U+FFFD Substitution of Maximal Subparts") and every browser do it.
public enum UTF8Repair {
  /// The offset of the first byte from `start` on that is not part of a well-formed sequence; the number of bytes where
  /// all are.
  public static func firstFault(_ bytes: Span<UInt8>, from start: Int = 0) -> Int {
    var at = start
    let count = bytes.count
    while at < count {
      // Thirty-two at a time: the compiler turns the inner loop into vector instructions.
      while at + 32 <= count {
        var all: UInt8 = 0
        for i in at..<at + 32 { all |= bytes[i] }
        if all >= 0x80 { break }
        at += 32
      }
      let limit = min(at + 32, count)
      while at < limit {
        if bytes[at] < 0x80 {
          at += 1
          continue
        }
        let (isValid, length) = sequence(bytes, at: at)
        if !isValid { return at }
        at += length
      }
    }
    return count
  }

  /// Whether the sequence that starts at `offset` is well formed, and its length; of an ill-formed one the length of
  /// the maximal subpart, at least 1.
  @inline(__always)
  static func sequence(_ bytes: Span<UInt8>, at offset: Int) -> (isValid: Bool, length: Int) {
    let lead = bytes[offset]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let length: Int
    switch lead {
    case 0..<0x80: return (true, 1)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (false, 1)
    }
    var at = offset + 1
    let end = offset + length
    while at < end {
      guard at < bytes.count, bytes[at] >= low, bytes[at] <= high else { return (false, at - offset) }
      low = 0x80
      high = 0xBF
      at += 1
    }
    return (true, length)
  }

  /// The bytes with every fault replaced, and how many there were. Valid bytes come back as they are, without a copy.
  public static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], faults: Int) {
    let span = bytes.span
    var at = firstFault(span)
    if at == span.count { return (bytes, 0) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var copied = 0
    var faults = 0
    while at < span.count {
      result.append(contentsOf: bytes[copied..<at])
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      faults += 1
      at += sequence(span, at: at).length
      copied = at
      at = firstFault(span, from: at)
    }
    result.append(contentsOf: bytes[copied...])
    return (result, faults)
  }
}
