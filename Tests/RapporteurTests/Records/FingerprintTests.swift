import Testing

@testable import Rapporteur

@Suite struct FingerprintTests {
  private func fingerprint(_ text: String, main: Bool = true) -> String? {
    var document = Document(
      id: "x", source: .init(), inputDate: nil, decoded: Text(text), form: .text, digest: Digest(of: []))
    document.text = Text(text)
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let range = TextRange(start, start + line.utf8.count)
      document.blocks.append(Block(range: range, kind: .paragraph, isMain: main))
      start = range.end + 1
    }
    return Fingerprint.of(document)
  }

  @Test func copiesOfAReportShareIt() {
    let one = fingerprint(
      "The talks in Nairobi were “open and frank”, she said.\nBoth sides will meet again in May.\nEnd")
    let other = fingerprint(
      "(Agency) --\nThe talks in Nairobi were \"open and frank\", she said.\n\nBoth sides will meet again in MAY. \nEnd"
    )
    #expect(one != nil && one?.count == 32)
    #expect(one != other, "another line is among the three longest")
    let third = fingerprint(
      "The talks in NAIROBI were \"open and frank\", she said.\n\nx\nBoth sides will meet again in May\nEnd")
    #expect(one == third)
  }

  @Test func aTextWithoutLettersHasNone() {
    #expect(fingerprint("") == nil)
    #expect(fingerprint("—\n…") == nil)
    #expect(fingerprint("Words that are not main", main: false) == nil)
  }
}
