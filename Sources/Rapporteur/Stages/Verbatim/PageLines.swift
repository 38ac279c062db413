/// The lines of a plain text that hold anything, without the white space at their ends.
struct PageLines {
  /// In order.
  private(set) var lines: [Line] = []

  struct Line {
    var range: TextRange
    /// How many blank lines stand before it.
    var blanksBefore: Int
    /// Whether white space stands between its last word and the line break.
    var hasTrailingSpace: Bool
  }

  /// Cuts at every line break that Unicode calls mandatory.
  init(_ bytes: Span<UInt8>) {
    var start = 0
    var blanks = 0
    var at = 0
    let count = bytes.count
    while at <= count {
      var length = 0
      if at < count {
        let byte = bytes[at]
        if byte >= 0x20 && byte < 0xC2 {
          at += 1
          continue
        }
        length = Self.lineBreak(bytes, at: at)
        if length == 0 {
          at += 1
          continue
        }
      }
      let range = UTF8Scan.trim(bytes, TextRange(start, at))
      if range.isEmpty {
        blanks += 1
      } else {
        lines.append(Line(range: range, blanksBefore: blanks, hasTrailingSpace: range.end < at))
        blanks = 0
      }
      at += max(length, 1)
      start = at
    }
  }

  /// The length of the line break at `offset`, 0 where there is none.
  static func lineBreak(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0A, 0x0B, 0x0C: return 1
    case 0x0D: return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
      return bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}
