package import Rapporteur

/// The text of a record, with the bytes at which its offsets stand.
package struct StoredText {
  package let text: Text
  package let unit: OffsetUnit
  /// The byte of each offset; empty where both are the same.
  private let bytes: [UInt32]

  package init(_ text: Text, unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    guard !text.isASCII, unit != .utf8 else {
      bytes = []
      return
    }
    var bytes: [UInt32] = []
    bytes.reserveCapacity(text.count + 1)
    let utf8 = text.utf8
    for index in utf8.indices where utf8[index] & 0xC0 != 0x80 {
      bytes.append(UInt32(index))
      // The second half of a pair: no span begins or ends there.
      if unit == .utf16 && utf8[index] >= 0xF0 { bytes.append(.max) }
    }
    bytes.append(UInt32(utf8.count))
    self.bytes = bytes
  }

  /// The bytes from one offset to another; `nil` where that is no span of the text.
  package func range(_ start: Int, _ end: Int) -> TextRange? {
    guard let start = byte(start), let end = byte(end), start <= end else { return nil }
    return TextRange(start, end)
  }

  private func byte(_ offset: Int) -> Int? {
    if bytes.isEmpty { return text.isScalarBorder(offset) ? offset : nil }
    guard bytes.indices.contains(offset), bytes[offset] != .max else { return nil }
    return Int(bytes[offset])
  }
}
