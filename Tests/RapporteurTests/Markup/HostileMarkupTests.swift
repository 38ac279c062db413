import Glibc
import Testing

@testable import Rapporteur

/// Pages made to hang, crash or lose text. Every limit is ten times what a debug build needs.
@Suite(.serialized) struct HostileMarkupTests {
  private func bytes(_ pieces: (String, Int)...) -> [UInt8] {
    var result: [UInt8] = []
    for (piece, count) in pieces {
      let utf8 = Array(piece.utf8)
      for _ in 0..<count { result.append(contentsOf: utf8) }
    }
    return result
  }

  private func text(_ tree: HTMLTree) -> String { String(decoding: tree.text, as: UTF8.self) }

  @Test(.timeLimit(.minutes(1))) func survivesAMillionNestedTags() {
    let tree = HTMLTree(bytes(("<body>", 1), ("<i>", 1_000_000), ("deep", 1), ("</i>", 1_000_000), ("<p>end</p>", 1)))
    #expect(text(tree) == "deepend")
    #expect(tree.warnings.map(\.code) == ["depth_capped"])
    var index = XPathIndex(tree)
    #expect(tree.first(.p).map { index.path(of: $0) } == "/html/body/p")
    #expect(tree.nodes.allSatisfy { Int($0.depth) <= HTMLTree.depthCap })
  }

  @Test func keepsTextBehindThreeHundredUnclosedTags() {
    let page = bytes(("<body>", 1), ("<div>", 300), ("deep", 1), ("<p>end", 1))
    let tree = HTMLTree(page)
    #expect(text(tree) == "deepend")
    #expect(tree.warnings.isEmpty)
    var index = XPathIndex(tree)
    let paths = tree.nodes.indices.filter { $0 > 0 && tree.nodes[$0].tag != .text }.map { index.path(of: $0) }
    #expect(paths == LibraryTree.paths(page))
  }

  @Test(.timeLimit(.minutes(1))) func ignoresEightyThousandStrayEndTags() {
    let tree = HTMLTree(bytes(("<body>", 1), ("<i>", 80_000), ("a", 1), ("</u>", 80_000), ("b", 1)))
    #expect(text(tree) == "ab")
  }

  @Test(.timeLimit(.minutes(1))) func ignoresStrayEndTagsOfNamesThatWereOpened() {
    let tree = HTMLTree(
      bytes(("<ul>", 1), ("<li>", 20_000), ("</ul>", 1), ("<i>", 20_000), ("</li>", 20_000), ("b", 1)))
    #expect(text(tree) == "b")
  }

  @Test(.timeLimit(.minutes(1))) func capsAttributes() throws {
    var page = Array("<p class=x ".utf8)
    for index in 0..<20_000 { page.append(contentsOf: "a\(index)=\(index) id=\(index) ".utf8) }
    page.append(contentsOf: "title='y'>text</p>".utf8)
    let tree = HTMLTree(page)
    #expect(text(tree) == "text")
    #expect(tree.warnings.map(\.code) == ["attributes_capped"])
    #expect(tree.string(.class, of: try #require(tree.first(.p))) == "x")
  }

  @Test(.timeLimit(.minutes(1))) func keepsAThirtyMegabyteText() {
    let tree = HTMLTree(bytes(("<p>", 1), ("text and ", 3_500_000), ("</p>", 1)))
    #expect(tree.text.count == 31_500_000)
    #expect(tree.nodes.filter { $0.tag == .text }.count == 1)
  }

  @Test(.timeLimit(.minutes(1))) func decodesFiveMegabytesOfReferences() {
    let tree = HTMLTree(bytes(("<p>", 1), ("&amp;", 500_000), ("&#8217;", 300_000), ("&bogus;", 50_000), ("&", 1000)))
    #expect(tree.text.count == 500_000 + 900_000 + 350_000 + 1000)
  }

  @Test(arguments: [
    "<p cla\0ss=x>one</p><p>two</p>", "<p>one</p><\0p>two</p>", "<p>one\0 </p>\0<p>two", "<\0><p>one</p></\0p>two",
    "<!-- \0 --><p>one</p><script>\0</script>two",
  ])
  func keepsTextBehindANul(_ page: String) {
    let tree = HTMLTree(Array(page.utf8))
    #expect(text(tree).contains("one"))
    #expect(text(tree).contains("two"))
  }

  @Test(arguments: [
    "<p>one<a href=\"x>two</a>", "<p>one<a href='x>two</a><p title='>three", "one<b two", "one</b two", "<p>one</p",
    "<p>one<!x two", "<p>one<?x two", "<table><td colspan=99999999999>one", "<p>one &#xFFFFFFFFFF; two",
    "<plaintext>one", "<xmp>one", "<body>one</body></html>", "<frameset>one", "<isindex>one", "</p>one", "<p>one<br",
  ])
  func losesNoText(_ page: String) { #expect(text(HTMLTree(Array(page.utf8))).contains("one")) }

  @Test(arguments: [
    "one<_b c=1>two", "one<:b c='x'>two", "one<: two", "one<.b c>two", "&Scy;<:é?xm", "one<1 a=b>two", "one</_b c>two",
  ])
  func aTagBeginsWithALetter(_ page: String) {
    let tree = HTMLTree(Array(page.utf8))
    #expect(text(tree) == LibraryTree.texts(Array(page.utf8), ["/html/body"]).first)
    #expect(tree.nodes.allSatisfy { Int($0.sourceEnd) <= tree.page.count })
  }

  /// The parser reports a long text in pieces, and skips control characters.
  @Test func aLongTextWithControlCharactersIsWhole() {
    let page = "<p>" + String(repeating: "第一，", count: 200) + "\u{1E}" + String(repeating: "第一，", count: 400)
    let tree = HTMLTree(Array((page + "</p>").utf8))
    #expect(String(validating: tree.text, as: UTF8.self) == String(repeating: "第一，", count: 600))
  }

  @Test func wellFormedMarkupEndsWhereThePageEnds() {
    let tree = HTMLTree(Array("<div><p>a".utf8))
    #expect(tree.nodes.allSatisfy { Int($0.end) <= tree.nodes.count && Int($0.sourceEnd) <= tree.page.count })
  }

  /// Twice the input takes at most 2.6 times the work.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "<!x", "<?x", "</x", "<a b=\"", "<a b='>", "&", "<", "<!--", "<script>", "<p title=\"", "<li><i></ul>", "<a ",
      "\0<p>",
      "</p>", "<b><p>", "<table><td>", "<o:p>", "<x y>", "<!-- --><b>", "&amp", "<![if]>", "<p a=1 b=2>x<br>", "\u{1}x",
    ])
  func isLinear(_ piece: String) {
    // Of this thread alone: other tests run beside it.
    func time() -> Duration {
      var now = timespec()
      _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
      return .seconds(now.tv_sec) + .nanoseconds(now.tv_nsec)
    }
    func work(_ count: Int) -> Duration {
      let page = bytes((piece, count), (">", 1))
      return (0..<3).map { _ in
        let start = time()
        _ = HTMLTree(page)
        return time() - start
      }.min() ?? .zero
    }
    let count = 8_000
    let once = work(count)
    let twice = work(2 * count)
    // Below some milliseconds the clock measures the machine.
    #expect(twice < once * 2.6 + .milliseconds(15), "\(once), \(twice)")
  }
}
