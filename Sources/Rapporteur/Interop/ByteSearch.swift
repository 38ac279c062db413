internal import Glibc

/// Finding a byte with the C library's `memchr`, which looks at 32 of them in one step.
enum ByteSearch {
  /// The offset of the first `byte` from `start` on.
  static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      guard let found = unsafe memchr(base + start, Int32(byte), buffer.count - start) else { return nil }
      return unsafe UnsafeRawPointer(base).distance(to: found)
    }
  }

  /// Whether two ranges of the same length hold the same bytes.
  static func areEqual(_ bytes: Span<UInt8>, _ one: TextRange, _ other: TextRange) -> Bool {
    let (first, second) = (bytes.extracting(one.indices), bytes.extracting(other.indices))
    return unsafe first.withUnsafeBytes { first in
      unsafe second.withUnsafeBytes { second in
        guard let a = first.baseAddress, let b = second.baseAddress else { return first.count == second.count }
        return unsafe first.count == second.count && memcmp(a, b, first.count) == 0
      }
    }
  }

  /// Appends the bytes in `range` to `target`.
  static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to target: inout [UInt8]) {
    let piece = bytes.extracting(range)
    unsafe piece.withUnsafeBufferPointer { unsafe target.append(contentsOf: $0) }
  }
}
