/// A figure, a letter or a Roman number that may number a point.
struct PointNumeral {
  /// In tokens.
  let length: Int

  /// What it can be: "i" is the ninth letter and the first Roman number.
  let readings: [(form: Form, value: Int)]

  enum Form {
    case digits, letter, roman, ideographic

    var parenthesised: PointMarker.Family {
      switch self {
      case .digits, .ideographic: .parentheses
      case .letter: .letterParentheses
      case .roman: .romanParentheses
      }
    }

    var closed: PointMarker.Family {
      switch self {
      case .digits, .ideographic: .closing
      case .letter: .letterClosing
      case .roman: .romanClosing
      }
    }

    var stopped: PointMarker.Family {
      switch self {
      case .digits: .stop
      case .ideographic: .ideographic
      case .letter: .letterStop
      case .roman: .romanStop
      }
    }
  }

  /// The numeral that starts at a token.
  ///
  /// - Parameter lexicon: Given, numbers in words count too ("one").
  init?(_ text: borrowing PointText, at index: Int, before limit: Int, lexicon: ProposalLexicon? = nil) {
    guard index < limit else { return nil }
    let token = text.tokens[index]
    if token.shape.contains(.number), let value = Self.digits(text, token) {
      length = 1
      readings = [(.digits, value)]
      return
    }
    if token.shape.contains(.ideographic) {
      guard let count = ProposalLexicon.shared.number(text.tokens.span, at: index, before: limit) else { return nil }
      length = count.length
      readings = [(.ideographic, count.value)]
      return
    }
    guard token.shape.contains(.word), token.length <= 5, text.bytes[token.start] < 0x80 else { return nil }
    if let lexicon, let count = lexicon.number(text.tokens.span, at: index, before: limit) {
      length = count.length
      readings = [(.digits, count.value)]
      return
    }
    var found: [(form: Form, value: Int)] = []
    if let roman = Self.roman(text.bytes, token) { found.append((.roman, roman)) }
    if token.length == 1 {
      let letter = text.bytes[token.start] | 0x20
      if letter >= 0x61 && letter <= 0x7A { found.append((.letter, Int(letter) - 0x60)) }
    }
    guard !found.isEmpty else { return nil }
    length = 1
    readings = found
  }

  /// The number of one to three ASCII digits.
  static func digits(_ text: PointText, _ token: Token) -> Int? {
    guard token.length <= 3 || text.bytes.count < 1 << 20 && token.length <= 6 else { return nil }
    var value = 0
    for index in token.start..<token.end {
      let byte = text.bytes[index]
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte) - 0x30
    }
    return value > 0 ? value : nil
  }

  /// The number in a circle or with its own brackets or stop: ①, ⑴, ⒈.
  static func circled(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x2460...0x2473: Int(scalar) - 0x245F
    case 0x2474...0x2487: Int(scalar) - 0x2473
    case 0x2488...0x249B: Int(scalar) - 0x2487
    case 0x2776...0x277F: Int(scalar) - 0x2775
    default: nil
    }
  }

  private static func roman(_ bytes: [UInt8], _ token: Token) -> Int? {
    var total = 0
    var last = 0
    for index in (token.start..<token.end).reversed() {
      let value: Int
      switch bytes[index] | 0x20 {
      case 0x69: value = 1
      case 0x76: value = 5
      case 0x78: value = 10
      default: return nil
      }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return total > 0 && total <= 30 ? total : nil
  }
}
