/// What a mark is to the end of a sentence.
enum SentenceMark {
  /// "." alone.
  case stop
  /// Two stops or more, or "…".
  case ellipsis
  /// "?" and "!" and their kin.
  case exclamation
  /// The stops of Chinese and Japanese, which need no space behind them.
  case wideStop
  /// A quotation mark that closes, or by its form may.
  case closingQuote
  /// A quotation mark that opens.
  case openingQuote
  /// 《: a title inside which marks end nothing.
  case openingTitle
  case closingTitle
  case closingBracket
  case openingBracket
  case comma
  case dash
  case bullet
  case colon
  /// "$", "#", "@" and others with which a sentence may start.
  case sign
  /// U+FFFD: what is left of a mark that was decoded wrongly, most often a quotation mark.
  case garbled
  case other

  /// The kind of a mark token.
  init(_ bytes: [UInt8], _ token: Token) {
    let scalar = UTF8Scan.scalar(bytes.span, at: token.start).value
    switch scalar {
    case 0x2E: self = token.length == 1 ? .stop : .ellipsis
    case 0x2026, 0x22EF: self = .ellipsis
    case 0x2C: self = .comma
    case 0x21, 0x3F, 0x203C, 0x203D, 0x2047...0x2049: self = .exclamation
    case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61: self = .wideStop
    case 0x22, 0x27, 0x2019, 0x201D, 0xBB, 0x203A, 0x300D, 0x300F, 0xFF02, 0xFF63, 0x301E, 0x301F:
      self = .closingQuote
    case 0x60, 0x2018, 0x201A, 0x201C, 0x201E, 0xAB, 0x2039, 0x300C, 0x300E, 0xFF62, 0x301D:
      self = .openingQuote
    case 0x300A, 0x3008: self = .openingTitle
    case 0x300B, 0x3009: self = .closingTitle
    case 0x29, 0x5D, 0x7D, 0xFF09, 0x3011, 0xFF3D, 0x3015, 0xFF5D: self = .closingBracket
    case 0x28, 0x5B, 0x7B, 0xFF08, 0x3010, 0xFF3B, 0x3014, 0xFF5B: self = .openingBracket
    case 0x2D, 0x2010...0x2015: self = .dash
    case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25A0, 0x25CF, 0x25CB, 0x25E6, 0x25B6, 0x25BA, 0x2B1B, 0x2219, 0xB7, 0x30FB,
      0x2713, 0x2714, 0x27A4:
      self = .bullet
    case 0x3A, 0xFF1A: self = .colon
    case 0xFFFD: self = .garbled
    case 0x24, 0x23, 0x40, 0x20AC, 0xA3, 0xA5, 0xA7, 0xBF, 0xA1, 0x2A: self = .sign
    default: self = .other
    }
  }
}
