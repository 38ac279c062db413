/// What stands behind a stop: how a sentence would start there.
struct Opening {
  enum Kind {
    case capital, lower, digit
    /// Han, kana, Hangul.
    case wide
    /// "$", "@" …
    case sign
    /// A web address.
    case address
    /// What is added to the sentence before: a dash and a name, a figure in brackets.
    case remark
    case other
  }

  let kind: Kind

  /// The first token that is neither quotation mark, bracket, dash nor bullet.
  let word: Int

  /// Whether a quotation opens before the word.
  let isQuoted: Bool

  /// Whether a dash stands before the word.
  let isDashed: Bool

  init(_ bytes: [UInt8], _ tokens: [Token], at start: Int, before limit: Int) {
    var index = start
    var isQuoted = false
    var isBracketed = false
    var isDash = false
    var isHyphen = false
    var kind = Kind.other
    scan: while index < limit, index < start + 6 {
      let token = tokens[index]
      if token.shape.isDisjoint(with: .mark) {
        kind = Self.kind(of: token, bytes)
        if isDash && kind == .capital || isBracketed && kind == .digit { kind = .remark }
        break
      }
      switch SentenceMark(bytes, token) {
      case .openingQuote, .openingTitle: isQuoted = !isBracketed
      case .closingQuote:
        // ‘’ and '' open as often as they close.
        if !token.shape.contains(.opensQuote) && index == start && !token.shape.contains(.spaceBefore) { break scan }
        isQuoted = !isBracketed
      case .openingBracket: isBracketed = true
      case .dash:
        if bytes[token.start] == 0xE2 { isDash = true } else { isHyphen = true }
      case .bullet, .garbled: break
      case .ellipsis:
        if index > start && !isQuoted { break scan }
      case .sign:
        kind = .sign
        break scan
      case .other:
        // "<대부>": a title.
        guard bytes[token.start] == 0x3C, index + 1 < limit, !tokens[index + 1].shape.contains(.spaceBefore),
          !tokens[index + 1].shape.isDisjoint(with: [.ideographic, .hangul])
        else { break scan }
      default: break scan
      }
      index += 1
    }
    self.kind = kind
    self.isQuoted = isQuoted
    isDashed = isDash || isHyphen
    word = min(index, limit - 1)
  }

  private static func kind(of token: Token, _ bytes: [UInt8]) -> Kind {
    if token.shape.contains(.number) { return .digit }
    if token.shape.contains(.capitalised) { return .capital }
    if !token.shape.isDisjoint(with: [.ideographic, .hangul]) { return .wide }
    if token.shape.contains(.hasDigit) && bytes[token.start] < 0x3A { return .digit }
    if token.shape.contains(.mixedCase) { return .capital }
    let isWeb = token.length >= 3 && token.length <= 5 && isWebWord(bytes, token)
    return isWeb ? .address : .lower
  }

  /// "http", "https", "www".
  private static func isWebWord(_ bytes: [UInt8], _ token: Token) -> Bool {
    let start = token.start
    if token.length == 3 { return bytes[start] == 0x77 && bytes[start + 1] == 0x77 && bytes[start + 2] == 0x77 }
    return bytes[start] == 0x68 && bytes[start + 1] == 0x74 && bytes[start + 2] == 0x74 && bytes[start + 3] == 0x70
  }
}
