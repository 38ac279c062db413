import Glibc
import Rapporteur
import Testing

@Suite struct SentenceInvariantsTests {
  private static let hostile = [
    ".", "?", "\"", "“", "”", "(", ")", "[", "A. ", "1. ", "a) ", "• ", ". ", "...", "。", "“。", "《！", "@", "://",
    "a@b.c ",
    ":) ", "U.S. ", "\n", "\u{200B}", "é. ", "한. ", "요 ", "'s", "[1] ", "Mr. ", "\"A.\" ",
  ]

  private func check(_ text: String) throws {
    let document = try MarkedSentences.document(text)
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
      for _ in 0..<3 {
        let start = now()
        _ = try MarkedSentences.document(text, language: "en")
        best = min(best, now() - start)
      }
      return best
    }
    let short = try work(2000)
    let long = try work(8000)
    // Four times the text: a quadratic step would show as sixteen.
    #expect(Double(long) < Double(short) * 8 || long < 10_000_000)
  }

  @Test func theFirstWordIsMarked() throws {
    let document = try MarkedSentences.document("“We agree.” (So) do they.", language: "en")
    let marked = document.tokens.filter { $0.shape.contains(.sentenceStart) }.map { document.text[$0.range] }
    #expect(marked == ["We", "So"])
  }
}
