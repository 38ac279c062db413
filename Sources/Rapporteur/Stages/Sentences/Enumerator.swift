/// The mark of a list's item at a sentence's start: "1.", "2)", "(3)", "1.)", "a.", "•".
struct Enumerator {
  enum Style: Equatable {
    case digitStop, digitBracket, digitStopBracket, digitInBrackets
    case letterStop, letterBracket, letterStopBracket, letterInBrackets
    case capitalStop, capitalBracket, capitalStopBracket, capitalInBrackets
    case bullet(UInt32)
  }

  let style: Style

  /// The number, or the letter's place in the alphabet; 0 for a bullet.
  let value: Int

  /// How many tokens it has.
  let length: Int

  init?(_ bytes: [UInt8], _ tokens: [Token], at start: Int, before limit: Int) {
    let first = tokens[start]
    if first.shape.contains(.mark) {
      switch SentenceMark(bytes, first) {
      case .bullet:
        style = .bullet(UTF8Scan.scalar(bytes.span, at: first.start).value)
        value = 0
        var length = 1
        // "• 9. The item"; a run of bullets is no item.
        if start + 1 < limit, tokens[start + 1].shape.isDisjoint(with: .mark),
          let inner = Enumerator(bytes, tokens, at: start + 1, before: limit)
        {
          length += inner.length
        }
        self.length = length
      case .openingBracket:
        guard bytes[first.start] != 0x5B, start + 2 < limit, let (kind, value) = Self.value(bytes, tokens[start + 1]),
          Self.closes(bytes, tokens[start + 2])
        else { return nil }
        style = kind == 0 ? .digitInBrackets : kind == 1 ? .letterInBrackets : .capitalInBrackets
        self.value = value
        length = 3
      default: return nil
      }
      return
    }
    guard start + 1 < limit, let (kind, value) = Self.value(bytes, first),
      !tokens[start + 1].shape.contains(.spaceBefore)
    else { return nil }
    self.value = value
    let second = tokens[start + 1]
    if Self.closes(bytes, second) {
      style = kind == 0 ? .digitBracket : kind == 1 ? .letterBracket : .capitalBracket
      length = 2
    } else if bytes[second.start] == 0x2E, second.length == 1 {
      if start + 2 < limit, !tokens[start + 2].shape.contains(.spaceBefore) {
        guard Self.closes(bytes, tokens[start + 2]) else { return nil }
        style = kind == 0 ? .digitStopBracket : kind == 1 ? .letterStopBracket : .capitalStopBracket
        length = 3
      } else {
        style = kind == 0 ? .digitStop : kind == 1 ? .letterStop : .capitalStop
        length = 2
      }
    } else {
      return nil
    }
  }

  /// Whether it may stand right behind `other` in one list.
  func follows(_ other: Enumerator) -> Bool {
    guard style == other.style else { return false }
    if case .bullet = style { return true }
    return value == other.value + 1
  }

  /// Number (0), small (1) or capital letter (2), and its value.
  private static func value(_ bytes: [UInt8], _ token: Token) -> (kind: Int, value: Int)? {
    if token.shape.contains(.number) {
      guard token.length <= 3 else { return nil }
      var value = 0
      for index in token.start..<token.end {
        guard bytes[index] >= 0x30 && bytes[index] <= 0x39 else { return nil }
        value = value * 10 + Int(bytes[index] - 0x30)
      }
      return (0, value)
    }
    guard token.length == 1 else { return nil }
    let byte = bytes[token.start]
    if byte >= 0x61 && byte <= 0x7A { return (1, Int(byte) - 0x60) }
    if byte >= 0x41 && byte <= 0x5A { return (2, Int(byte) - 0x40) }
    return nil
  }

  private static func closes(_ bytes: [UInt8], _ token: Token) -> Bool {
    guard token.shape.contains(.mark), !token.shape.contains(.spaceBefore) else { return false }
    return bytes[token.start] == 0x29 || SentenceMark(bytes, token) == .closingBracket
  }
}
