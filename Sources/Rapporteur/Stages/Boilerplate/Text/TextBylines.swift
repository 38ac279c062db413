/// Tells lines that hold nothing but a name or an office from headlines: between the headline and the text they say who
/// wrote it, without "By".
struct TextBylines {
  private let lexicon: Lexicon
  private let givenNames: WordSet
  private let surnames: WordSet
  private let commonWords: WordSet

  static let shared = TextBylines()

  init(lexicon: Lexicon = .shared) {
    self.lexicon = lexicon
    givenNames = WordSet(list: "given_names", lexicon: lexicon)
    surnames = WordSet(list: "surnames", lexicon: lexicon)
    commonWords = WordSet(list: "common_words", lexicon: lexicon)
  }

  /// The names in a line like "Ana Silva, Political Reporter", "Ana Silva and Li Wei", "Our Staff Reporter".
  ///
  /// - Parameter isPlace: Whether the line stands where nothing but an author does; then two or three words of which none
  ///   is a common one are a name, known or not.
  func names(_ bytes: Span<UInt8>, _ passage: PassageMeasure, isPlace: Bool = false) -> String? {
    guard passage.words >= 2, passage.words <= 14, !passage.endsSentence, !passage.asks, !passage.endsInColon,
      passage.numbers == 0, !passage.hasMarker, passage.easternLetters == 0
    else { return nil }
    var tokens: [Token] = []
    Tokenizer.tokenize(bytes, in: passage.range, lexicon: lexicon, into: &tokens)
    var firstEnd = tokens.count
    for (index, token) in tokens.enumerated() where token.shape.contains(.mark) {
      switch UTF8Scan.scalar(bytes, at: token.start).value {
      case 0x2C, 0x7C, 0xB7, 0x2022, 0x2013, 0x2014: firstEnd = min(firstEnd, index)
      case 0x2D, 0x2E, 0x27, 0x2019, 0x26: break
      default: return nil
      }
    }
    guard tokens.allSatisfy({ isName($0) || $0.shape.contains(.mark) || isJoiner(bytes, $0) }) else { return nil }
    if isOffice(bytes, tokens[...]) && passage.words <= 4 { return text(bytes, tokens[..<firstEnd]) }
    // "Ana Little, Political Reporter": the office tells that the words before it are a name.
    if firstEnd < tokens.count, firstEnd <= 6, isOffice(bytes, tokens[firstEnd...]) {
      return text(bytes, tokens[..<firstEnd])
    }
    var known = 0
    for name in tokens[..<firstEnd].split(whereSeparator: { isAnd(bytes, $0) }) {
      guard let count = knownNames(bytes, name) else { return nil }
      known += count
    }
    let isLikely = known > 0 || isPlace && passage.words <= 3 && tokens.count == firstEnd
    return isLikely ? text(bytes, tokens[..<firstEnd]) : nil
  }

  /// Of a person's two to five words those known as names, or joined by a hyphen; `nil` where one is a common word.
  private func knownNames(_ bytes: Span<UInt8>, _ tokens: ArraySlice<Token>) -> Int? {
    var words = 0
    var known = 0
    for token in tokens {
      if token.shape.contains(.mark), bytes[token.start] == 0x2D, !token.shape.contains(.spaceBefore) { known += 1 }
      guard token.shape.contains(.word), isName(token) else { continue }
      words += 1
      if givenNames.contains(token.word) || surnames.contains(token.word) {
        known += 1
      } else if commonWords.contains(token.word) {
        return nil
      }
    }
    return words >= 2 && words <= 5 ? known : nil
  }

  private func isName(_ token: Token) -> Bool {
    !token.shape.isDisjoint(with: [.capitalised, .allCapitals]) && token.shape.isDisjoint(with: .hasDigit)
  }

  private func isJoiner(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    isAnd(bytes, token) || Self.joiners.contains(text(bytes, [token]))
  }

  private func isAnd(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    token.length == 3 && text(bytes, [token]) == "and" || token.length == 1 && bytes[token.start] == 0x26
  }

  private func isOffice(_ bytes: Span<UInt8>, _ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { Self.offices.contains(text(bytes, [$0]).lowercased()) }
  }

  private func text(_ bytes: Span<UInt8>, _ tokens: ArraySlice<Token>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    var copy: [UInt8] = []
    for index in first.start..<last.end { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }

  private static let joiners: Set<String> = [
    "of", "for", "in", "de", "da", "di", "del", "della", "van", "von", "der", "den", "al", "bin", "bint", "ibn", "la",
    "le", "el", "dos", "du", "ter", "ten", "y", "e",
  ]
  private static let offices: Set<String> = [
    "correspondent", "correspondents", "reporter", "reporters", "writer", "writers", "bureau", "staff", "newsroom",
    "desk", "editor", "editors", "columnist", "contributor", "contributors",
  ]
}
