/// Cuts a text into words, numbers and marks.
///
/// * A word is a run of letters, digits and combining marks, with apostrophes between letters ("don't"); the
///   possessive 's is a token of its own; hyphens separate ("China-ROK" is three tokens).
/// * A number keeps commas and stops between its digits.
/// * Letters that alternate with stops are one token ("U.S.", "p.m.").
/// * Han, kana and Hangul: a token per character. Names and titles of these scripts are matched against lists, and a
///   dictionary's word borders would cut names apart.
/// * Marks are a token each; runs of one and the same stop, hyphen or asterisk are one.
package struct Tokenizer {
  /// A token before its word is known.
  struct Piece {
    var start: Int
    var end: Int
    /// Of the case-folded bytes, 0 for marks that have no identity.
    var hash: UInt64
    var shape: TokenShape
  }

  private var position: Int
  private let start: Int
  private let end: Int

  /// A tokenizer for the bytes in `range`.
  init(_ range: TextRange) {
    position = range.start
    start = range.start
    end = range.end
  }

  /// Cuts `range` and appends its tokens.
  static func tokenize(
    _ bytes: Span<UInt8>, in range: TextRange, lexicon: Lexicon, into tokens: inout [Token]
  ) {
    var tokenizer = Tokenizer(range)
    while let piece = tokenizer.next(bytes) {
      tokens.append(
        Token(
          offset: piece.start, length: piece.end - piece.start, word: lexicon.id(ofHash: piece.hash),
          shape: piece.shape))
    }
  }

  /// The next token, `nil` at the end.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Piece? {
    var shape: TokenShape = position == start ? .spaceBefore : []
    while position < end {
      let byte = bytes[position]
      if byte > 0x20 && byte < 0x7F { break }
      let length = Self.blank(bytes, at: position)
      if length == 0 { break }
      shape.insert(.spaceBefore)
      position += length
    }
    guard position < end else { return nil }
    let byte = bytes[position]
    if Self.isASCIILetter(byte) { return word(bytes, from: position, shape) }
    if byte < 0x80 {
      return Self.isDigit(byte) ? number(bytes, from: position, shape) : mark(bytes, from: position, shape)
    }
    return wide(bytes, from: position, shape)
  }

  /// The length of the white space, control character or invisible format character at the offset, 0 for none.
  private static func blank(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    if bytes[offset] < 0x80 { return 1 }
    let (scalar, width) = UTF8Scan.scalar(bytes, at: offset)
    switch scalar {
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return width
    default: return UTF8Scan.isWideSpace(scalar) ? width : 0
    }
  }

  /// The token that starts with a scalar above U+007F.
  private mutating func wide(_ bytes: Span<UInt8>, from start: Int, _ before: TokenShape) -> Piece {
    let (scalar, length) = UTF8Scan.scalar(bytes, at: start)
    // The modifier apostrophe is a letter by its class: at the begin of a token it is a mark like the other one.
    if scalar >= 0x2010 && scalar <= 0x2027 || scalar == 0x2BC { return mark(bytes, from: start, before) }
    let isHangul = UTF8Scan.isHangul(scalar)
    if isHangul || UTF8Scan.isIdeographic(scalar) {
      position = start + length
      let shape = before.union(isHangul ? [.word, .hangul] : [.word, .ideographic])
      return Piece(start: start, end: position, hash: WordHash.of(bytes, TextRange(start, position)), shape: shape)
    }
    switch Scalar.kind(scalar) {
    case .upper, .lower: return word(bytes, from: start, before)
    case .digit:
      position = start + length
      let shape = before.union([.number, .hasDigit])
      return Piece(start: start, end: position, hash: WordHash.of(bytes, TextRange(start, position)), shape: shape)
    // A lone combining mark is none of a word: "❤️" ends with one.
    case .combining, .space, .ignorable, .mark: return mark(bytes, from: start, before)
    }
  }

  private mutating func word(_ bytes: Span<UInt8>, from start: Int, _ before: TokenShape) -> Piece {
    if start + 1 < end, bytes[start + 1] == 0x2E, let letters = stoppedLetters(bytes, from: start, before) {
      return letters
    }
    var hash = WordHash()
    var at = start
    var letters = LetterCase()
    let limit = min(end, start + Token.longest - 4)
    let first = bytes[at]
    if first < 0x80 {
      letters.add(isUpper: first & 0x20 == 0)
      hash.add(first | 0x20)
      at += 1
    }
    let tail = at
    while at < limit {
      let byte = bytes[at]
      guard byte &- 0x61 < 26 else { break }
      hash.add(byte)
      at += 1
    }
    letters.addSmall(at - tail)
    // Most words end here, before a space or a stop.
    if at < limit, bytes[at] >= 0x80 || bytes[at] == 0x27 || Self.isDigit(bytes[at]) || Self.isASCIILetter(bytes[at]) {
      at = restOfWord(bytes, from: at, limit, &letters, &hash)
    }
    position = at
    return Piece(start: start, end: at, hash: hash.value, shape: before.union(letters.shape))
  }

  /// The end of a word that has more than ASCII letters.
  private func restOfWord(
    _ bytes: Span<UInt8>, from start: Int, _ limit: Int, _ letters: inout LetterCase, _ hash: inout WordHash
  ) -> Int {
    var at = start
    while at < limit {
      let byte = bytes[at]
      if Self.isASCIILetter(byte) {
        letters.add(isUpper: byte & 0x20 == 0)
        hash.add(byte | 0x20)
        at += 1
      } else if Self.isDigit(byte) {
        letters.hasDigit = true
        hash.add(byte)
        at += 1
      } else if byte < 0x80 {
        guard byte == 0x27, continuesAfterApostrophe(bytes, at: at, width: 1) else { break }
        hash.add(0x27)
        at += 1
      } else {
        let (scalar, width) = UTF8Scan.scalar(bytes, at: at)
        if scalar == 0x2019 || scalar == 0x2BC {
          guard continuesAfterApostrophe(bytes, at: at, width: width) else { break }
          hash.add(0x27)
          at += width
          continue
        }
        if UTF8Scan.isIdeographic(scalar) || UTF8Scan.isHangul(scalar) { break }
        let kind = Scalar.kind(scalar)
        let isLetter = kind == .upper || kind == .lower
        guard isLetter || kind == .combining || scalar == 0xAD || scalar == 0x200D else { break }
        if isLetter { letters.add(isUpper: kind == .upper) }
        if scalar != 0xAD { hash.add(scalar: Scalar.lower(scalar)) }
        at += width
      }
    }
    return at
  }

  /// "U.S.", "p.m.": single ASCII letters, each with its stop, at least two.
  private mutating func stoppedLetters(_ bytes: Span<UInt8>, from start: Int, _ before: TokenShape) -> Piece? {
    guard start + 3 < end else { return nil }
    var at = start
    var hash = WordHash()
    while at + 1 < end, Self.isASCIILetter(bytes[at]), bytes[at + 1] == 0x2E, at - start < Token.longest - 2 {
      hash.add(bytes[at] | 0x20)
      hash.add(0x2E)
      at += 2
    }
    guard at - start >= 4 else { return nil }
    // "A.B.Smith": the last letter belongs to a word.
    if at < end, Self.isASCIILetter(bytes[at]) { return nil }
    var shape = before.union([.word, .hasStop])
    if bytes[start] < 0x61 { shape.formUnion([.capitalised, .allCapitals]) }
    position = at
    return Piece(start: start, end: at, hash: hash.value, shape: shape)
  }

  /// Whether letters follow the apostrophe that are not just the possessive s.
  private func continuesAfterApostrophe(_ bytes: Span<UInt8>, at: Int, width: Int) -> Bool {
    let next = at + width
    guard next < end, isLetter(bytes, next) else { return false }
    guard bytes[next] | 0x20 == 0x73 else { return true }
    return next + 1 < end && isLetter(bytes, next + 1)
  }

  private func isLetter(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return Self.isASCIILetter(byte) }
    let scalar = UTF8Scan.scalar(bytes, at: at).value
    if UTF8Scan.isIdeographic(scalar) || UTF8Scan.isHangul(scalar) { return false }
    let kind = Scalar.kind(scalar)
    return kind == .upper || kind == .lower
  }

  private mutating func number(_ bytes: Span<UInt8>, from start: Int, _ before: TokenShape) -> Piece {
    var hash = WordHash()
    var at = start
    let limit = min(end, start + Token.longest - 4)
    var hasLetters = false
    while at < limit {
      let byte = bytes[at]
      if Self.isDigit(byte) {
        hash.add(byte)
      } else if Self.isASCIILetter(byte) {
        hasLetters = true
        hash.add(byte | 0x20)
      } else {
        guard byte == 0x2C || byte == 0x2E, !hasLetters, at + 1 < limit, Self.isDigit(bytes[at + 1]) else { break }
        hash.add(byte)
      }
      at += 1
    }
    position = at
    let shape = before.union(hasLetters ? [.word, .hasDigit] : [.number, .hasDigit])
    return Piece(start: start, end: at, hash: hash.value, shape: shape)
  }

  private mutating func mark(_ bytes: Span<UInt8>, from start: Int, _ before: TokenShape) -> Piece {
    var shape = before.union(.mark)
    let byte = bytes[start]
    var at = start
    if byte < 0x80 {
      at += 1
      switch byte {
      case 0x27 where isPossessive(bytes, start, width: 1): return possessive(bytes, start, width: 1, shape)
      case 0x2D, 0x2E, 0x2A, 0x5F, 0x3D:  // - . * _ =
        while at < end, bytes[at] == byte, at - start < Token.longest { at += 1 }
      case 0x22: shape.formUnion([.opensQuote, .closesQuote])
      default: break
      }
      if byte == 0x27 { shape.formUnion([.opensQuote, .closesQuote]) }
    } else {
      let (scalar, width) = UTF8Scan.scalar(bytes, at: start)
      at += width
      switch scalar {
      case 0x201C, 0x201E, 0x2018, 0x201A, 0xAB, 0x2039, 0x300C, 0x300E, 0x300A: shape.insert(.opensQuote)
      case 0x2019, 0x2BC:
        if isPossessive(bytes, start, width: width) { return possessive(bytes, start, width: width, shape) }
        shape.insert(.closesQuote)
      case 0x201D, 0xBB, 0x203A, 0x300D, 0x300F, 0x300B: shape.insert(.closesQuote)
      default: break
      }
    }
    position = at
    return Piece(start: start, end: at, hash: WordHash.of(bytes, TextRange(start, at)), shape: shape)
  }

  /// Whether an apostrophe right behind a word or figure, with a lone s.
  private func isPossessive(_ bytes: Span<UInt8>, _ start: Int, width: Int) -> Bool {
    let next = start + width
    guard start > 0, next < end, bytes[next] | 0x20 == 0x73 else { return false }
    guard next + 1 >= end || !isLetter(bytes, next + 1) else { return false }
    let before = bytes[start - 1]
    return before >= 0x80 || Self.isASCIILetter(before) || Self.isDigit(before) || before == 0x2E
  }

  private mutating func possessive(_ bytes: Span<UInt8>, _ start: Int, width: Int, _ shape: TokenShape) -> Piece {
    position = start + width + 1
    var hash = WordHash()
    hash.add(0x27)
    hash.add(0x73)
    return Piece(
      start: start, end: position, hash: hash.value,
      shape: shape.subtracting([.mark, .opensQuote, .closesQuote]).union([.word, .possessive]))
  }

  @inline(__always)
  private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
