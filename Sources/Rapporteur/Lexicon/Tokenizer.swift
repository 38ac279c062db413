/// Cuts a text into words, numbers and marks.
///
/// * A word is a run of letters, digits and combining marks, with apostrophes between letters ("don't"); the
///   possessive 's is a token of its own; hyphens separate ("China-ROK" is three tokens).
/// * A number keeps commas and stops between its digits.
/// * Letters that alternate with stops are one token ("U.S.", "p.m.").
/// * Han, kana and Hangul: a token per character. Names and titles of these scripts are matched against lists, and a
///   dictionary's word borders would cut names apart.
/// * Marks are a token each; runs of one and the same stop, hyphen or asterisk are one.
struct Tokenizer {
  /// A token before its word is known.
  struct Piece {
    var start: Int
    var end: Int
    /// Of the case-folded bytes, 0 for marks that have no identity.
    var hash: UInt64
    var shape: TokenShape
  }

  private var position: Int
  private let end: Int

  /// A tokenizer for the bytes in `range`.
  init(_ range: TextRange) {
    position = range.start
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
  mutating func next(_ bytes: Span<UInt8>) -> Piece? {
    var shape: TokenShape = []
    if position == 0 { shape.insert(.spaceBefore) }
    while position < end {
      let byte = bytes[position]
      var length = 1
      if byte < 0x80 {
        if byte > 0x20 && byte != 0x7F { break }
      } else {
        let (scalar, width) = UTF8Scan.scalar(bytes, at: position)
        length = width
        if !(UTF8Scan.isWideSpace(scalar) || scalar == 0x200B || scalar == 0xFEFF || scalar == 0xAD) { break }
      }
      shape.insert(.spaceBefore)
      position += length
    }
    guard position < end else { return nil }
    let start = position
    let byte = bytes[start]
    if byte < 0x80 {
      switch Self.ascii[Int(byte)] {
      case .letter: return word(bytes, from: start, shape)
      case .digit: return number(bytes, from: start, shape)
      case .mark: return mark(bytes, from: start, shape)
      }
    }
    let (scalar, length) = UTF8Scan.scalar(bytes, at: start)
    if UTF8Scan.isIdeographic(scalar) || UTF8Scan.isHangul(scalar) {
      position = start + length
      shape.formUnion(UTF8Scan.isHangul(scalar) ? [.word, .hangul] : [.word, .ideographic])
      return Piece(start: start, end: position, hash: WordHash.of(bytes, TextRange(start, position)), shape: shape)
    }
    switch Scalar.kind(scalar) {
    case .upper, .lower, .combining: return word(bytes, from: start, shape)
    case .digit:
      position = start + length
      shape.formUnion([.number, .hasDigit])
      return Piece(start: start, end: position, hash: WordHash.of(bytes, TextRange(start, position)), shape: shape)
    case .space, .ignorable, .mark: return mark(bytes, from: start, shape)
    }
  }

  private mutating func word(_ bytes: Span<UInt8>, from start: Int, _ before: TokenShape) -> Piece {
    if let abbreviation = stoppedLetters(bytes, from: start, before) { return abbreviation }
    var shape = before.union(.word)
    var hash = WordHash()
    var at = start
    var letters = 0
    var upper = 0
    var lowerSeen = false
    let limit = min(end, start + Token.longest - 4)
    while at < limit {
      let byte = bytes[at]
      if byte < 0x80 {
        switch Self.ascii[Int(byte)] {
        case .letter:
          let isUpper = byte < 0x61
          if isUpper {
            if at == start { shape.insert(.capitalised) }
            if lowerSeen { shape.insert(.mixedCase) }
            upper += 1
          } else {
            lowerSeen = true
          }
          letters += 1
          hash.add(isUpper ? byte | 0x20 : byte)
          at += 1
          continue
        case .digit:
          shape.insert(.hasDigit)
          hash.add(byte)
          at += 1
          continue
        case .mark:
          if byte == 0x27, continuesAfterApostrophe(bytes, at: at, width: 1) {
            hash.add(0x27)
            at += 1
            continue
          }
        }
        break
      }
      let (scalar, width) = UTF8Scan.scalar(bytes, at: at)
      if UTF8Scan.isIdeographic(scalar) || UTF8Scan.isHangul(scalar) { break }
      if scalar == 0x2019 || scalar == 0x2BC {
        guard continuesAfterApostrophe(bytes, at: at, width: width) else { break }
        hash.add(0x27)
        at += width
        continue
      }
      let kind = Scalar.kind(scalar)
      guard kind == .upper || kind == .lower || kind == .combining || scalar == 0xAD || scalar == 0x200D else { break }
      if kind == .upper {
        if at == start { shape.insert(.capitalised) }
        if lowerSeen { shape.insert(.mixedCase) }
        upper += 1
        letters += 1
      } else if kind == .lower {
        lowerSeen = true
        letters += 1
      }
      if scalar != 0xAD { hash.add(scalar: Scalar.lower(scalar)) }
      at += width
    }
    if at == start {  // a lone combining mark
      at += UTF8Scan.scalar(bytes, at: start).length
    }
    if upper >= 2 && upper == letters { shape.insert(.allCapitals) }
    position = at
    return Piece(start: start, end: at, hash: hash.value, shape: shape)
  }

  /// "U.S.", "p.m.": single ASCII letters, each with its stop, at least two.
  private mutating func stoppedLetters(_ bytes: Span<UInt8>, from start: Int, _ before: TokenShape) -> Piece? {
    guard start + 3 < end, bytes[start] < 0x80, bytes[start + 1] == 0x2E else { return nil }
    var at = start
    var hash = WordHash()
    while at + 1 < end, bytes[at] < 0x80, Self.ascii[Int(bytes[at])] == .letter, bytes[at + 1] == 0x2E,
      at - start < Token.longest - 2
    {
      hash.add(bytes[at] | 0x20)
      hash.add(0x2E)
      at += 2
    }
    guard at - start >= 4 else { return nil }
    // "A.B.Smith": the last letter belongs to a word.
    if at < end, bytes[at] < 0x80, Self.ascii[Int(bytes[at])] == .letter { return nil }
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
    if byte < 0x80 { return Self.ascii[Int(byte)] == .letter }
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
      if byte < 0x80 {
        let kind = Self.ascii[Int(byte)]
        if kind == .digit || kind == .letter {
          if kind == .letter { hasLetters = true }
          hash.add(kind == .letter ? byte | 0x20 : byte)
          at += 1
          continue
        }
        if byte == 0x2C || byte == 0x2E, !hasLetters, at + 1 < end, bytes[at + 1] < 0x80,
          Self.ascii[Int(bytes[at + 1])] == .digit
        {
          hash.add(byte)
          at += 1
          continue
        }
      }
      break
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
      case 0x2019:
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
    return before >= 0x80 || Self.ascii[Int(before)] != .mark || before == 0x2E
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

  private enum ASCII: UInt8 {
    case mark, letter, digit
  }

  private static let ascii: [ASCII] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    default: .mark
    }
  }
}
