/// A word, number or mark of the text: 12 bytes, made once by the sentences stage, walked by every later one.
public struct Token: Sendable, Equatable {
  /// The offset of its first byte in the text.
  public var offset: UInt32

  /// Which word it is, whatever its case.
  public var word: WordID

  /// The number of its bytes. A longer run is cut into several tokens.
  public var length: UInt16

  /// What it looks like.
  public var shape: TokenShape

  public init(offset: Int, length: Int, word: WordID, shape: TokenShape) {
    self.offset = UInt32(offset)
    self.length = UInt16(length)
    self.word = word
    self.shape = shape
  }

  /// The longest token, in bytes.
  public static let longest = 255

  /// The offset of its first byte.
  @inlinable public var start: Int { Int(offset) }

  /// The offset behind its last byte.
  @inlinable public var end: Int { Int(offset) + Int(length) }

  /// Its place in the text.
  @inlinable public var range: TextRange { TextRange(start, end) }
}

/// Which word a token is, case folded: an entry of the lexicon, or for a word that no list holds its hash.
///
/// Equal words have equal ids in every document. Two different words outside the lexicon share an id once in about
/// two thousand million pairs; where that would matter, compare the bytes.
public struct WordID: Sendable, Hashable {
  public let raw: UInt32

  @inlinable public init(raw: UInt32) { self.raw = raw }

  /// No word at all.
  public static let none = WordID(raw: 0)

  /// Whether the lexicon knows the word: then `raw` is its index there.
  @inlinable public var isKnown: Bool { raw < 0x8000_0000 }
}

/// What a token looks like, as flags.
public struct TokenShape: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Letters, perhaps with digits or inner marks.
  public static let word = TokenShape(rawValue: 1 << 0)
  /// Digits, perhaps with inner commas and stops.
  public static let number = TokenShape(rawValue: 1 << 1)
  /// Neither letter nor digit.
  public static let mark = TokenShape(rawValue: 1 << 2)
  /// The first letter is upper case.
  public static let capitalised = TokenShape(rawValue: 1 << 3)
  /// Two or more letters, all upper case.
  public static let allCapitals = TokenShape(rawValue: 1 << 4)
  /// An upper-case letter behind a lower-case one ("McKinsey").
  public static let mixedCase = TokenShape(rawValue: 1 << 5)
  /// At least one digit.
  public static let hasDigit = TokenShape(rawValue: 1 << 6)
  /// A stop belongs to the token ("U.S.", "Mr.").
  public static let hasStop = TokenShape(rawValue: 1 << 7)
  /// A hyphen inside.
  public static let hasHyphen = TokenShape(rawValue: 1 << 8)
  /// White space, or the text's begin, stands before it.
  public static let spaceBefore = TokenShape(rawValue: 1 << 9)
  /// Han or kana.
  public static let ideographic = TokenShape(rawValue: 1 << 10)
  /// Hangul.
  public static let hangul = TokenShape(rawValue: 1 << 11)
  /// A mark that opens a quotation or may ("“", "\"").
  public static let opensQuote = TokenShape(rawValue: 1 << 12)
  /// A mark that closes a quotation or may.
  public static let closesQuote = TokenShape(rawValue: 1 << 13)
  /// The first token of its sentence.
  public static let sentenceStart = TokenShape(rawValue: 1 << 14)
  /// 's or ’s, cut from the word before.
  public static let possessive = TokenShape(rawValue: 1 << 15)
}
