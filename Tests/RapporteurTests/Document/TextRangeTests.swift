import Rapporteur
import Testing

@Suite struct TextRangeTests {
  @Test func ordersByStartAndPutsTheLongerFirst() {
    let ranges = [TextRange(3, 4), TextRange(0, 2), TextRange(0, 9), TextRange(3, 8)]
    #expect(ranges.sorted() == [TextRange(0, 9), TextRange(0, 2), TextRange(3, 8), TextRange(3, 4)])
  }

  @Test func touchingRangesShareNothing() {
    #expect(!TextRange(0, 3).overlaps(TextRange(3, 5)))
    #expect(TextRange(0, 4).overlaps(TextRange(3, 5)))
    #expect(TextRange(0, 9).covers(TextRange(0, 9)))
    #expect(!TextRange(0, 3).contains(3))
  }

  @Test func isTwoWords() {
    #expect(MemoryLayout<TextRange>.size == 8)
    #expect(MemoryLayout<Token>.size == 12)
  }
}

@Suite struct TextTests {
  @Test(arguments: [
    ("  a b \n", "a b"), ("\u{3000}中文\u{00A0}", "中文"), (" \u{2003}\t", ""), ("é", "é"), ("", ""),
  ]) func trimsUnicodeWhiteSpace(_ raw: String, _ trimmed: String) {
    let text = Text(raw)
    #expect(text[text.trimmed(text.range)] == trimmed)
  }

  @Test func knowsScalarBorders() {
    let text = Text("a中b")
    #expect((0...5).filter(text.isScalarBorder) == [0, 1, 4, 5])
  }

  @Test func seesTheOneByteThatIsNotASCII() {
    for place in [0, 31, 32, 63, 70] {
      var bytes = [UInt8](repeating: 0x61, count: 71)
      #expect(Text(valid: bytes).isASCII)
      bytes.replaceSubrange(place..<place + 1, with: Array("é".utf8))
      #expect(!Text(valid: bytes).isASCII)
    }
  }
}
