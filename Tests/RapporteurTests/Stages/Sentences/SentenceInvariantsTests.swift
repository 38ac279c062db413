import Glibc
import Rapporteur
import Testing

@Suite struct SentenceInvariantsTests {
  private static let hostile = [
    ".", "?", "\"", "“", "”", "(", ")", "[", "A. ", "1. ", "a) ", "• ", ". ", "...", "。", "“。", "《！", "@", "://",
    "a@b.c ",
    ":) ", "A. A. A.", "U.S. ", "<", "> ", "`", "—", "-----", "*****", "Subject: ", "12/12/2000 12:00 PM ", "\u{FFFD} ",
    "regards, A", "Figure 1.5 ", "Acme Corp. Hale ", "ա: Ա", "ω; Ω", "《", "（他？）", "니다 ", "…", "12 ", "? — ",
    "U.S.", "\n", "\u{200B}", "é. ", "한. ", "요 ", "'s", "[1] ", "Mr. ", "\"A.\" ",
  ]

  private func check(_ text: String, language: String? = nil) throws {
    let document = try MarkedSentences.document(text, language: language)
    let bytes = document.text.utf8
    var at = 0
    var token = 0
    for sentence in document.sentences {
      #expect(sentence.range.start >= at)
      #expect(document.text.trimmed(sentence.range) == sentence.range)
      let between = TextRange(at, sentence.range.start)
      #expect(document.text.trimmed(between).isEmpty)
      #expect(document.text.isScalarBorder(sentence.range.start) && document.text.isScalarBorder(sentence.range.end))
      #expect(sentence.tokens.lowerBound == token)
      for index in sentence.tokens { #expect(sentence.range.covers(document.tokens[index].range)) }
      token = sentence.tokens.upperBound
      at = sentence.range.end
    }
    #expect(document.text.trimmed(TextRange(at, bytes.count)).isEmpty)
    #expect(token == document.tokens.count)
  }

  @Test(arguments: [
    "", " \n ", "a", "One. Two.", "\u{200B}", " Eins. ‘Zwei.’ 三。四！ \u{3000}", "e\u{301}t\u{301}. X", "👩‍👩‍👧. A",
    "\u{FEFF}a. B", "a\u{0}b. C", "no end", "?!?! ... \" ' [ ( «",
  ])
  func nothingIsLost(_ text: String) throws { try check(text) }

  @Test(arguments: hostile)
  func repeatedMarks(_ piece: String) throws { try check(String(repeating: piece, count: 300)) }

  @Test func randomMixtures() throws {
    var state: UInt64 = 42
    for _ in 0..<60 {
      var text = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.hostile[Int(state >> 33) % Self.hostile.count]
      }
      try check(text)
    }
  }

  /// Text of every script, mark and space that Unicode has.
  @Test func randomScalars() throws {
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let planes: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0xA0...0x24F, 0x300...0x5FF, 0x600...0x6FF, 0x900...0x1100, 0x2000...0x206F,
      0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF00...0xFFFD, 0x1F300...0x1F6FF, 0x0...0x10FFFF,
    ]
    let often = Array(". . .?!\"”“)(。？」: \n  A a".unicodeScalars)
    for _ in 0..<30 {
      var text = String.UnicodeScalarView()
      for _ in 0..<80 {
        let plane = planes[next(planes.count)]
        let value = plane.lowerBound + UInt32(next(Int(plane.upperBound - plane.lowerBound) + 1))
        if next(3) == 0 { text.append(often[next(often.count)]) }
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      for language in ["en", "zh", "ko", "de"] { try check(String(text), language: language) }
    }
  }

  @Test(arguments: hostile)
  func workGrowsWithTheText(_ piece: String) throws {
    /// The processor time of this thread alone, so that other tests do not count.
    func now() -> Int {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
    func work(_ count: Int) throws -> Int {
      let text = String(repeating: piece, count: count)
      var best = Int.max
      for _ in 0..<2 {
        let start = now()
        _ = try MarkedSentences.document(text, language: "en")
        best = min(best, now() - start)
      }
      return best
    }
    let short = try work(600)
    let long = try work(2400)
    // Four times the text: a quadratic step would show as sixteen.
    #expect(Double(long) < Double(short) * 8 || long < 10_000_000)
  }

  @Test func theFirstWordIsMarked() throws {
    let document = try MarkedSentences.document("“We agree.” (So) do they.", language: "en")
    let marked = document.tokens.filter { $0.shape.contains(.sentenceStart) }.map { document.text[$0.range] }
    #expect(marked == ["We", "So"])
  }
}
