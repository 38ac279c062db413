import Testing

@testable import Rapporteur

@Suite struct VerbatimTests {
  private func blocks(_ text: String, _ breaks: String? = nil) throws -> [String] {
    try document(text, breaks).blocks.map { "\($0.kind.rawValue): " + Text(text)[$0.range] }
  }

  private func document(_ text: String, _ breaks: String? = nil) throws -> Document {
    var options = Options.defaults(of: "verbatim")
    if let breaks {
      let node = ConfigurationNode(.scalar(breaks), line: 1, column: 1)
      let entry = ConfigurationNode.Entry(key: "soft_line_breaks", line: 1, column: 1, node: node)
      options = Options(stage: "verbatim", file: "", entries: [entry]) { _ throws(Options.FileFault) in [] }
    }
    let stage = Verbatim(&options)
    #expect(options.faults.isEmpty)
    let page = Page(id: "a", source: .init(), content: .text(Text(text)), published: "2026-03-04")
    var document = try PageDecoder.decode(page)
    try stage.process(&document)
    return document
  }

  @Test func `the text is the page, a block is a line`() throws {
    let text = "  The ministers met.  \r\n\r\n\t1. They spoke at length. \n\n\n"
    let document = try document(text)
    #expect(document.text == Text(text))
    #expect(document.metadata.published == "2026-03-04")
    #expect(document.blocks.map { document.text[$0.range] } == ["The ministers met.", "1. They spoke at length."])
    #expect(document.blocks.map(\.kind) == [.paragraph, .listItem])
    #expect(document.blocks.allSatisfy { $0.source == $0.range })
  }

  @Test func `an empty page has no blocks`() throws {
    #expect(try document(" \n\n ").blocks.isEmpty)
    #expect(try document("").metadata.language == nil)
  }

  @Test func `auto joins what was wrapped`() throws {
    let wrapped = "The bridge was closed \nfor a week."
    #expect(try blocks(wrapped) == ["paragraph: The bridge was closed", "paragraph: for a week."])
    #expect(try blocks(wrapped, "auto") == ["paragraph: " + wrapped])
    let list = "pears\nred apples\nplums, cherries\n"
    #expect(try blocks(list, "auto").count == 3)
    #expect(try blocks(list, "join").count == 1)
    let numbered = "Bring along\n1. a coat\n2. a lamp"
    #expect(try blocks(numbered, "auto").count == 3)
    #expect(try blocks("これは母の\n車です。", "auto").count == 1)
  }

  @Test func `auto knows the width that a text was wrapped at`() throws {
    let text = """
      The committee met on Tuesday to look at the plans for the harbour wall.
      Members heard that the old stones had moved. Repairs would take most of
      the summer and cost more than was put aside. A vote is due next month.
      The wall has stood for two hundred years.

      Nobody spoke against it.
      """
    #expect(try blocks(text, "auto").count == 2)
  }

  @Test func `a long line of its own does not hide the width`() throws {
    let text = """
      MINUTES OF THE HARBOUR COMMITTEE, 14 MARCH 2031, IN THE OLD CUSTOMS HOUSE BY THE WATER (UNCORRECTED, FOR MEMBERS)

      The committee met on Tuesday to look at the plans for the wall.
      Members heard that the old stones had moved. Repairs would take
      most of the summer and cost more than was put aside.

      The engineer asked for three pumps and a crane, and for a second
      barge if the weather should turn before the end of September.
      """
    #expect(try blocks(text, "auto").count == 3)
  }

  @Test func `a line that ends in an abbreviation goes on`() throws {
    let senate = "The plan was read at noon to all the delegates of the U.S.\nSenate and of the House."
    #expect(try blocks(senate, "auto").count == 1)
    let general = "The plan was read at noon to the delegates and to Gen.\nMoss, who slept."
    #expect(try blocks(general, "auto").count == 1)
    #expect(try blocks("He was born in the U.S.\nShe was not.", "auto").count == 2)
    let parted = "The plan was read at noon to all the delegates of the U.S.\n\nSenate and House met."
    #expect(try blocks(parted, "auto").count == 2)
    let quoted = """
      The committee met on Tuesday to see the plans for “the harbour wall.”
      Members heard — so they said — that the “old stones” had been moved.
      Repairs would take the summer, and then some more. Costs would rise.
      The wall has stood for two hundred years, and nobody built a better.
      """
    #expect(try blocks(quoted, "auto").count == 1)
  }

  @Test func `an initial starts no item of a list`() throws {
    #expect(try blocks("M. Dupont est venu.") == ["paragraph: M. Dupont est venu."])
    #expect(try blocks("A. B. Moss came.") == ["paragraph: A. B. Moss came."])
    #expect(try blocks("B. The second point") == ["list_item: B. The second point"])
  }

  @Test func `a heading is a short line like a title above prose`() throws {
    let text = "Trade And Transport\nThe two sides spoke about roads, railways and the ports that link them both.\nYes"
    #expect(try blocks(text).first == "heading: Trade And Transport")
  }
}
