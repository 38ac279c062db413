import Testing

@testable import Rapporteur

@Suite struct BlockTextBuilderTests {
  /// The text of a page's paragraphs (`p` and `pre`), with the source of every run in brackets where asked for.
  private func blocks(_ page: String, runs: Bool = false) -> [String] {
    let tree = HTMLTree(Array(page.utf8))
    var builder = BlockTextBuilder(recordsRuns: runs)
    var written: [BlockTextBuilder.Written] = []
    for index in tree.nodes.indices where [.p, .pre].contains(tree.nodes[index].tag) {
      builder.append(tree, below: index)
      if let block = builder.endBlock() { written.append(block) }
    }
    let text = Text(valid: builder.utf8)
    return written.map { block in
      if !runs { return text[block.range] }
      return block.runs.map { run in
        "\(text[run.range])<\(String(decoding: tree.page[run.source.indices], as: UTF8.self))"
      }.joined(separator: "|")
    }
  }

  @Test(arguments: [
    ("<p>  a \n\t b  </p>", "a b"), ("<p>a <b> b</b> <i> </i> c</p>", "a b c"),
    ("<p>a<br>b<br/> <br>c<br></p>", "a\nb\nc"),
    ("<p>&nbsp;&nbsp;a&nbsp;b\u{A0}</p>", "a b"), ("<p>co&shy;op\u{AD}er\u{200B}ate\u{FEFF}</p>", "cooperate"),
    ("<p>\u{645}\u{6CC}\u{200C}\u{62E}\u{648} a\u{200C}b</p>", "\u{645}\u{6CC}\u{200C}\u{62E}\u{648} ab"),
    ("<p>👩\u{200D}🚀</p>", "👩\u{200D}🚀"), ("<p>\u{3000}\u{3000}中文，\u{3000}好。\u{3000}</p>", "中文，\u{3000}好。"),
    ("<pre>\n if a:\n   b\n\n c \n</pre>", "if a:\n   b\n\n c"), ("<p>ﬁne “x” e\u{301}</p>", "ﬁne “x” e\u{301}"),
    ("<p>a&lt;b &amp; c</p>", "a<b & c"), ("<p>a<!-- x --> b</p>", "a b"), ("<p>a\u{1}b\u{7F}c</p>", "abc"),
  ])
  func followsThePolicy(_ page: String, _ expected: String) { #expect(blocks(page) == [expected]) }

  @Test func leavesEmptyBlocksOut() { #expect(blocks("<p>a</p><p> &nbsp;<br></p><p>b</p>") == ["a", "b"]) }

  @Test func partsBlocksByABlankLine() {
    let tree = HTMLTree(Array("<p>a</p><p>b</p>".utf8))
    var builder = BlockTextBuilder()
    for index in tree.nodes.indices where tree.nodes[index].tag == .p {
      builder.append(tree, below: index)
      _ = builder.endBlock()
    }
    #expect(String(decoding: builder.utf8, as: UTF8.self) == "a\n\nb")
  }

  @Test(arguments: [
    ("<p>a b</p>", "a b<a b"), ("<p>a  <b>b</b> c </p>", "a <a |b<b| c< c"), ("<p>R&amp;D</p>", "R<R|&<&amp;|D<D"),
    ("<p>a\u{AD}b</p>", "a<a|b<b"), ("<p>中 文\u{A0}x</p>", "中 文<中 文| <\u{A0}|x<x"),
  ])
  func notesWhereRunsStood(_ page: String, _ expected: String) { #expect(blocks(page, runs: true) == [expected]) }

  @Test func sourceIsTheHullOfTheCharacters() throws {
    let page = "<p> \u{A0}He <b>said</b> &#8220;yes&#8221; </p>"
    let tree = HTMLTree(Array(page.utf8))
    var builder = BlockTextBuilder()
    builder.append(tree, below: try #require(tree.first(.p)))
    let written = builder.endBlock()
    let block = try #require(written)
    let hull = String(decoding: tree.page[block.source.indices], as: UTF8.self)
    #expect(hull == "He <b>said</b> &#8220;yes&#8221;")
  }
}
