internal import Glibc

/// Finding bytes with the C library's `memchr`, which looks at 32 of them in one step.
enum ByteSearch {
  /// The index of the first `byte` within `range`.
  static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      guard let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
      return unsafe UnsafeRawPointer(base).distance(to: found)
    }
  }

  /// Moves the bytes in `range` to the front.
  static func moveToFront(_ range: Range<Int>, of bytes: inout [UInt8]) {
    unsafe bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress, range.lowerBound > 0 else { return }
      unsafe memmove(base, base + range.lowerBound, range.count)
    }
  }

  /// Whether `bytes` begin with `letters` at `index`, whatever the case. `letters` are in lower case.
  static func isWord(_ letters: StaticString, in bytes: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + letters.utf8CodeUnitCount <= bytes.count else { return false }
    return letters.withUTF8Buffer { word in
      for offset in 0..<word.count where unsafe lowercased(bytes[index + offset]) != word[offset] { return false }
      return true
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
