import Testing

@testable import Rapporteur

/// Pages whose markup says of the whole article what is true of a menu, and pages that hold their text twice.
@Suite struct TreeRepeatTests {
  private static let prose = """
    <h1>Locks of the old canal open again</h1>
    <p>The ministers of the two lake states agreed on Monday to open the canal again, saying that it had been closed for
    far too long.</p><p>They will meet once more in the spring, and the engineers of both sides will look at the old locks
    before then.</p><p>The gates of the upper lock were cast eighty years ago, and nobody is sure that they will hold the
    water of a wet winter.</p><p>“We shall see in June,” the keeper of the lock said, and he laughed as he went back to
    his garden.</p>
    """

  private func process(_ body: String) throws -> Document {
    var document = try PageDecoder.decode(
      Page(id: "a", source: .init(), content: .html(Text("<html><head></head><body>\(body)</body></html>"))))
    try TextPageTests.keeping().process(&document)
    return document
  }

  private func relieved(_ body: String) -> (tree: HTMLTree, passages: TreePassages) {
    let tree = HTMLTree(Array("<html><head></head><body>\(body)</body></html>".utf8))
    var passages = TreePassages(tree, SignReader())
    var reader = PassageReader()
    let text = passages.text
    let measures = passages.pieces.map { reader.measure(text.span, $0.range) }
    passages.relieve(tree, measures)
    return (tree, passages)
  }

  @Test(arguments: [
    "<nav><ul><li><a href='/'>Home</a><div>", "<header><div>", "<div class='navigation sidebar'>", "<form><div>",
    "<div class='tag-photo media image'>",
  ])
  func `an element that holds the article says nothing of it`(opening: String) {
    let (_, passages) = relieved(opening + Self.prose)
    let signs = passages.pieces.dropFirst(passages.pieces.count - 4).map(\.signs)
    let none: ElementSigns = [
      .inNav, .inHeader, .inForm, .navigation, .side, .metadata, .caption, .form, .inButton,
    ]
    #expect(signs.allSatisfy { $0.isDisjoint(with: none) })
  }

  @Test func `what stands beside the article keeps its signs`() {
    let (_, passages) = relieved(
      "<nav><a href='/'>Home</a></nav><main>\(Self.prose)</main><aside><p>Most read</p></aside>")
    #expect(passages.pieces.first?.signs.contains(.inNav) == true)
    #expect(passages.pieces.last?.signs.contains(.inAside) == true)
  }

  @Test func `text that stands twice for two screens is kept once`() throws {
    let part = """
      <h2>What is planned</h2><p>A new wall of stone will be built on the northern side of the harbour before the end of the
      coming year.</p><p>The ferries will get a deeper channel, and the fishermen a quay of their own behind the old
      customs house.</p>
      """
    let document = try process(
      "<main>\(Self.prose)<div class='wide'>\(part)</div><div class='small'>\(part)</div></main>")
    let texts = document.blocks.map { document.text[$0.range] }
    #expect(texts.filter { $0 == "What is planned" }.count == 1)
    #expect(texts.filter { $0.hasPrefix("A new wall") }.count == 1)
    #expect(document.removed.filter { $0.reason == .repeated }.count == 3)
  }

  @Test func `a short line may stand twice`() throws {
    let document = try process(
      """
      <main>\(Self.prose)<p>The council asked the two engineers the same question at the end of the day.</p><p>Will it
      hold?</p><p>Both of them looked at the wall for a long time before they gave an answer.</p><p>Will it hold?</p></main>
      """)
    #expect(document.blocks.filter { document.text[$0.range].hasPrefix("Will") }.count == 2)
  }
}
