/// Text in the columns of a terminal.
enum TerminalText {
  /// The columns that text takes: two for a wide character (UAX 11), none for a combining mark.
  static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

  /// Padded with spaces to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(text)))
  }

  /// The lines of a text: broken at spaces, behind hyphens and slashes and
  /// between wide characters, and inside words that are longer than a line.
  static func wrapped(_ text: String, _ limit: Int) -> [String] {
    let limit = max(2, limit)
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var lineWidth = 0
    // Where the line may be broken: behind so many of its scalars, so many columns.
    var stop: (count: Int, width: Int)?
    for scalar in text.unicodeScalars {
      let wide = width(scalar)
      if scalar == " " || wide == 2 && !stays(scalar) || line.last.map(ends) == true { stop = (line.count, lineWidth) }
      if lineWidth + wide > limit, !line.isEmpty {
        let whole = (count: line.count, width: lineWidth)
        let cut = stop.flatMap { $0.count > 0 ? $0 : nil } ?? whole
        lines.append(String(String.UnicodeScalarView(line.prefix(cut.count))))
        let isSpace = cut.count < line.count && line.dropFirst(cut.count).first == " "
        line = String.UnicodeScalarView(line.dropFirst(cut.count + (isSpace ? 1 : 0)))
        lineWidth = lineWidth - cut.width - (isSpace ? 1 : 0)
        stop = nil
        if scalar == " " && line.isEmpty { continue }
      }
      line.append(scalar)
      lineWidth += wide
    }
    if !line.isEmpty || lines.isEmpty { lines.append(String(line)) }
    return lines
  }

  /// Whether a wide character does not begin a line: a closing mark, or Hangul, which has spaces.
  private static func stays(_ scalar: Unicode.Scalar) -> Bool {
    (0xAC00...0xD7A3).contains(scalar.value) || "、。，．；：？！）」』】》".unicodeScalars.contains(scalar)
  }

  /// Whether a long name may be broken behind the mark.
  private static func ends(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "/" || scalar == "_" }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: 1
      }
    }
  }
}
