/// What stands behind a stop: how a sentence would start there.
struct Opening {
  enum Kind {
    case capital, lower, digit
    /// Han, kana, Hangul and letters without case.
    case wide
    /// "$", "@" …
    case sign
    case other
  }

  let kind: Kind

  /// The first token that is neither quotation mark, bracket, dash nor bullet.
  let word: Int

  /// Whether a quotation opens before the word.
  let isQuoted: Bool

  init(_ bytes: [UInt8], _ tokens: [Token], at start: Int, before limit: Int) {
    var index = start
    var isQuoted = false
    var kind = Kind.other
    scan: while index < limit, index < start + 6 {
      let token = tokens[index]
      guard token.shape.contains(.mark) else {
        if token.shape.contains(.number) {
          kind = .digit
        } else if token.shape.contains(.capitalised) {
          kind = .capital
        } else if !token.shape.isDisjoint(with: [.ideographic, .hangul]) {
          kind = .wide
        } else if token.shape.contains(.hasDigit) {
          kind = .digit
        } else {
          kind = .lower
        }
        break
      }
      switch SentenceMark(bytes, token) {
      case .openingQuote: isQuoted = true
      case .closingQuote where !token.shape.contains(.closesQuote) || token.shape.contains(.opensQuote): isQuoted = true
      case .openingBracket, .bullet, .dash: break
      case .ellipsis where index == start: break
      case .sign:
        kind = .sign
        break scan
      default: break scan
      }
      index += 1
    }
    self.kind = kind
    self.isQuoted = isQuoted
    word = min(index, limit - 1)
  }
}
