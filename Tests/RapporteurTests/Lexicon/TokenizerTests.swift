import Testing

@testable import Rapporteur

@Suite struct TokenizerTests {
  /// The tokens of a text, with "|" between them.
  private func cut(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return Lexicon.shared.ids(of: text).map { String(decoding: bytes[$0.range.indices], as: UTF8.self) }
      .joined(separator: "|")
  }

  private func shapes(_ text: String) -> [TokenShape] {
    Lexicon.shared.ids(of: text).map { $0.shape.subtracting(.spaceBefore) }
  }

  @Test(arguments: [
    ("Mr. Smith's dogs' tails", "Mr|.|Smith|'s|dogs|'|tails"),
    ("don’t O'Neill’s l'homme", "don’t|O'Neill|’s|l'homme"),
    ("the 1990's U.S.'s", "the|1990|'s|U.S.|'s"),
    ("China-ROK well-known", "China|-|ROK|well|-|known"),
    ("U.S. p.m. A.B.C. Ph.D. J.K.Rowling", "U.S.|p.m.|A.B.C.|Ph|.|D|.|J|.|K|.|Rowling"),
    ("1,000.25, 3.5% 20th 5G $4bn 1.", "1,000.25|,|3.5|%|20th|5G|$|4bn|1|."),
    ("end.Next a.b@c.de", "end|.|Next|a|.|b|@|c|.|de"),
    ("wait... -- ***", "wait|...|--|***"),
    ("中国GDP增长5.2%。", "中|国|GDP|增|长|5.2|%|。"),
    ("한국의 AI는", "한|국|의|AI|는"),
    ("カナ３．２", "カ|ナ|３|．|２"),
    ("naïve Straße Ünal ПРИВЕТ", "naïve|Straße|Ünal|ПРИВЕТ"),
    ("e\u{301}te\u{301} co\u{AD}op", "e\u{301}te\u{301}|co\u{AD}op"),
    ("a\u{200B}b\u{FEFF}c\u{200F}.", "a|b|c|."),
    ("❤\u{FE0F} ok", "❤|\u{FE0F}|ok"),
    ("“Yes,” ‘no’ «da»", "“|Yes|,|”|‘|no|’|«|da|»"),
    ("'tis 'quoted'", "'|tis|'|quoted|'"),
    ("Oahuʼs Hawaiʼi ʼ ʼtis oʼ x", "Oahu|ʼs|Hawaiʼi|ʼ|ʼ|tis|o|ʼ|x"),
    ("", ""), ("  \n\t", ""),
  ])
  func tokens(_ text: String, _ expected: String) { #expect(cut(text) == expected) }

  @Test func spaceBefore() {
    let flags = Lexicon.shared.ids(of: "a b.c\u{3000}d").map { $0.shape.contains(.spaceBefore) }
    #expect(flags == [true, true, false, false, true])
    let bytes = Array("x\n\nword".utf8)
    var tokens: [Token] = []
    Tokenizer.tokenize(bytes.span, in: TextRange(3, 7), lexicon: .shared, into: &tokens)
    #expect(tokens.first?.shape.contains(.spaceBefore) == true)
  }

  private static let shapesOfWords: [(String, [TokenShape])] = [
    ("word", [.word]),
    ("Word", [.word, .capitalised]),
    ("WHO", [.word, .capitalised, .allCapitals]),
    ("McKinsey", [.word, .capitalised, .mixedCase]),
    ("iPhone", [.word, .mixedCase]),
    ("I", [.word, .capitalised]),
    ("COVID19", [.word, .capitalised, .allCapitals, .hasDigit]),
    ("5G", [.word, .hasDigit]),
    ("1,000", [.number, .hasDigit]),
    ("Élan", [.word, .capitalised]),
    ("ÖVP", [.word, .capitalised, .allCapitals]),
    ("U.S.", [.word, .capitalised, .allCapitals, .hasStop]),
    ("p.m.", [.word, .hasStop]),
    ("中", [.word, .ideographic]),
    ("한", [.word, .hangul]),
    ("\"", [.mark, .opensQuote, .closesQuote]),
    ("“", [.mark, .opensQuote]),
    ("”", [.mark, .closesQuote]),
    (".", [.mark]),
    ("٣", [.number, .hasDigit]),
  ]

  @Test(arguments: shapesOfWords)
  func shape(_ text: String, _ flags: [TokenShape]) {
    #expect(shapes(text) == [flags.reduce(TokenShape()) { $0.union($1) }])
  }

  @Test func wordsAreTheSameInAnyCase() {
    let lexicon = Lexicon.shared
    #expect(lexicon.id(of: "january") == lexicon.id(of: "JANUARY"))
    #expect(lexicon.id(of: "january").isKnown)
    #expect(lexicon.id(of: "élan") == lexicon.id(of: "ÉLAN"))
    #expect(lexicon.id(of: "don’t") == lexicon.id(of: "don't"))
    #expect(lexicon.id(of: "qwyjibo") == lexicon.id(of: "Qwyjibo"))
    #expect(!lexicon.id(of: "qwyjibo").isKnown)
  }

  @Test func longRunsAreCut() {
    for piece in ["x", "é", "7", ".", "-", "a.", "1,", "\u{301}"] {
      let tokens = Lexicon.shared.ids(of: String(repeating: piece, count: 2000))
      #expect(tokens.allSatisfy { Int($0.length) <= Token.longest })
      for (a, b) in zip(tokens, tokens.dropFirst()) { #expect(a.end == b.start) }
    }
  }

  /// A token without a byte would be cut for ever.
  @Test func everyScalarMakesProgress() {
    var stuck: [UInt32] = []
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(scalar.utf8) + [0x20]
      var tokenizer = Tokenizer(TextRange(0, bytes.count))
      guard let piece = tokenizer.next(bytes.span) else { continue }
      if piece.end == piece.start { stuck.append(value) }
    }
    #expect(stuck.isEmpty)
  }
}
