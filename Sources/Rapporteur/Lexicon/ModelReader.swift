/// Reads the numbers of a model's file, little-endian, one after the other.
struct ModelReader {
  private let bytes: [UInt8]
  var position: Int

  /// - Parameter position: Where the first number stands.
  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position >= bytes.count }

  mutating func next16() -> UInt16 {
    defer { position += 2 }
    return UInt16(bytes[position]) | UInt16(bytes[position + 1]) << 8
  }

  mutating func next32() -> UInt32 {
    let low = next16()
    return UInt32(low) | UInt32(next16()) << 16
  }

  mutating func nextFloat() -> Float { Float(bitPattern: next32()) }
}
