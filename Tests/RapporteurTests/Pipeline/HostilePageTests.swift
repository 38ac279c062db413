import Glibc
import Testing

@testable import Rapporteur

/// Pages made to hang or to lose text, through all stages. `tools/fuzz/hostile` tries the same at full size.
@Suite(.serialized) struct HostilePageTests {
  private static let prose = """
    <p>The ministers of the two lake states agreed on Monday to open the canal again, saying that it had been closed for
    far too long.</p><p>They will meet once more in the spring, and the last word of this page is Omega.</p>
    """

  private func document(_ html: [UInt8]) throws -> Document {
    try Pipeline.standard.process(Page(id: "a", bytes: html))
  }

  private func repeated(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

  @Test(arguments: [
    ("<div>", 255), ("<i>", 20_000), ("<p><b><font size=1>", 2000), ("<ul><li>", 2000), ("<a href=\"x>\">", 1),
    ("<table><tr><td colspan=9007199254740991 rowspan=9007199254740991>1</td></tr></table>", 3),
    ("<table><tr><td>1</td><td>2</td></tr></table>", 500), ("<iframe src='#' srcdoc='<iframe src=#>'></iframe>", 2000),
    ("<p>a\0b and the canal is open</p>", 500), ("<p cla\0ss=x>a and the canal is open</p>", 500),
    ("<!-- a -->b", 3000), ("<b><i></b></i>", 3000),
    ("<svg><path d='M0'/></svg>", 2000), ("&amp; ", 20_000), ("&bad;", 10_000), ("a<br>", 10_000), (" ", 500_000),
  ])
  func `text behind hostile markup is kept`(_ piece: String, _ count: Int) throws {
    let html = "<html><head><title>Canal opens</title></head><body><h1>Canal opens in June</h1>"
    var document = try PageDecoder.decode(
      Page(id: "a", bytes: Array((html + repeated(piece, count) + Self.prose + "</body></html>").utf8)))
    try TextPageTests.keeping().process(&document)
    let all = document.text[TextRange(0, document.text.count)] + document.removed.map(\.text).joined()
    #expect(all.contains("Omega"))
  }

  @Test(arguments: [false, true]) func `two bytes a character need no mark`(isBigEndian: Bool) throws {
    let html = "<html><head><title>Canal opens</title></head><body>" + repeated(Self.prose, 4) + "</body></html>"
    let bytes = html.utf16.flatMap { unit in
      isBigEndian
        ? [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)] : [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
    }
    // The same text four times is kept once.
    #expect(try document(bytes).sentences.count == 2)
  }

  @Test func `a charset that lies is found out`() throws {
    let body = repeated("<p>Zoë and José say that the canal is ready for the ships of both states.</p>", 6)
    let claims = try document(Array("<html><head><meta charset=gb18030></head><body>\(body)</body></html>".utf8))
    #expect(claims.text[TextRange(0, claims.text.count)].contains("Zoë and José"))
    let latin = "<html><head><meta charset=utf-8></head><body>\(body)</body></html>".unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    }
    let kept = try document(latin)
    #expect(kept.text[TextRange(0, kept.text.count)].contains("Zoë and José") || !kept.warnings.isEmpty)
  }

  /// Millions of references are one run.
  @Test func `so many references need no node each`() {
    let count = 300_000
    let tree = HTMLTree(Array(("<p>" + repeated("&amp;", count) + "&#146;é</p>").utf8))
    #expect(tree.text.count == count + 5)
    #expect(tree.nodes.count < count)
    #expect(tree.nodes.allSatisfy { Int($0.sourceEnd) <= tree.page.count })
    var builder = BlockTextBuilder(recordsRuns: true)
    builder.append(tree, below: 0)
    #expect(builder.endBlock()?.range.count == count + 5)
  }

  @Test func `unknown references need no node each`() {
    let tree = HTMLTree(Array(("<p>" + repeated("&bad;", 200_000) + "</p>").utf8))
    #expect(tree.text.count == 1_000_000)
    #expect(tree.nodes.count < 300_000)
  }

  @Test func `a text without end is split as far as it goes`() throws {
    let text = repeated("The canal is open. ", 50)
    var document = try PageDecoder.decode(Page(id: "a", text: text + "\n\n" + text))
    var options = Options.defaults(of: Verbatim.name)
    try Verbatim(&options).process(&document)
    options = Options.defaults(of: Sentences.name)
    var stage = Sentences(&options)
    stage.limit = 500
    try stage.process(&document)
    #expect(document.warnings.map(\.code) == ["text_capped"])
    #expect(document.sentences.count == 27)
    #expect(document.sentences.allSatisfy { $0.range.end <= 500 })
    #expect(document.text.count > 1800)
  }

  /// Twice the text takes at most 2.6 times the work.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "the canal and the lake ", ".", "“\"", "两国部长星期一同意再次开放运河", "First, we open the canal. Second, we close it. ",
      "Ana Silva Of The Lake Council And ", "“We agree,” he said, adding that they had said so. ", "(((",
      "1,000,000.5 ", "A.B.C. U.S. p.m. ", "One short line.\n", "By Ana Silva\n", "March 4, 2025\n", "1. One point\n",
      "Mary Silva left. He said that it rains.\n\n", "By Mary Silva\n\nHe said that it rains.\n\n", "王毅说运河开放",
      "部长说：“运河开放，”",
      "Mr. Silva, the president of the council, ", "한국과 일본은 ", "a-b-c-", "@a.example ", "Nov. 1 (Agency) -- ",
    ])
  func `the work grows with the text`(_ piece: String) throws {
    func work(_ count: Int) throws -> Duration {
      let page = Page(id: "a", text: repeated(piece, count) + "\nThe end of the page.")
      return try (0..<2).map { _ in
        var start = timespec()
        var end = timespec()
        // Of this thread alone: other tests run beside it.
        _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
        _ = try Pipeline.standard.process(page)
        _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        return .seconds(end.tv_sec - start.tv_sec) + .nanoseconds(end.tv_nsec - start.tv_nsec)
      }.min() ?? .zero
    }
    let count = 6_000 / piece.utf8.count
    // A busy machine may slow one of the two, and of a longer page another part may be the article; what is quadratic is
    // slow every time.
    let isLinear = try [count, 2 * count, 2 * count].contains { count in
      let once = try work(count)
      return try work(2 * count) < once * 2.6 + .milliseconds(30)
    }
    #expect(isLinear)
  }
}
