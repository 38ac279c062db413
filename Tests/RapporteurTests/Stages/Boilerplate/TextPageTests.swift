import Testing

@testable import Rapporteur

/// Flattened pages, written so that each line says what becomes of it: "+ paragraph" or "- share" before its text.
@Suite struct TextPageTests {
  static let report = """
    - navigation: Home
    - navigation: World
    - navigation: Business
    - metadata: date 2025-03-04
    + title: Ministers Agree on New Ferry Link Across the Strait
    - metadata: March 4, 2025
    + byline: By Ana Silva
    + paragraph: PORT LOUIS, March 3 (Reuters) -- The transport ministers of the two islands agreed on Monday to open a \
    ferry line, saying that it would bring their peoples closer together.
    + paragraph: The line would run twice a day from the first of June, the ministers said after three hours of talks in \
    the capital, and would carry both cars and freight.
    - advertisement: Sponsor Advertisement
    + paragraph: "We have waited for this for a very long time," one of them told reporters, adding that tickets would \
    be cheap enough for students and for the old.
    + caption: The two ministers shake hands in Port Louis on Monday. (Xinhua/Li Tao)
    + paragraph: They also signed a plan for the ports, which will be widened before the end of next year so that larger \
    ships can enter them in any weather.
    - related: Read more: Harbour wall to be repaired
    - share: Share on Facebook
    - comments: Leave a comment
    - copyright: Copyright 2025 The Strait Herald. All rights reserved.
    """

  /// Where no date line stands, the page's day is told by the line with the byline, or by the article's opening.
  @Test(arguments: [
    ("By ANNA QUIST 14:02, 19 June 2031", "The port of Halm was closed on Monday after a storm.", "2031-06-19"),
    ("Notes from the coast", "PORT HALM, 3rd November, 2033 (HNA) -- The port was closed after a storm.", "2033-11-03"),
    ("Notes from the coast", "The port of Halm, which opened on 3 May 1950, was closed on Monday.", nil),
  ])
  func aByLineOrTheOpeningTellsTheDay(_ line: String, _ opening: String, _ day: String?) throws {
    let text =
      "Storm shuts the port of Halm\n\n\(line)\n\n\(opening) The mayor said that all boats were safe, and "
      + "that the harbour would be opened again as soon as the wind had turned.\n\nShe spoke to the fishermen "
      + "at the old pier, who had waited there since the morning and wanted to go out."
    let document = try Self.process(text)
    #expect(document.metadata.published == day)
  }

  static let glossary = """
    + paragraph: The two countries are friendly neighbours and have made great progress in trade, in science and in the \
    exchanges between their peoples.
    + paragraph: Both sides should respect each other's interests and keep the bilateral relations on the right track, \
    the president said during the talks.
    + paragraph: The exchanges between schools and museums should be increased for the long-term and stable growth of \
    the ties between the two peoples.
    - glossary: 海上丝路 maritime silk road
    - glossary: 互利共赢 mutual benefit
    - glossary: 长期稳定 long-term stability
    """

  static let headlines = """
    - metadata: October 3, 2022
    - related: • 2:57 pm Ten ways to cross a river
    - related: • 8:12 am Who owns the old railway?
    - related: • 7:40 am Daily briefing on grain prices
    + paragraph: The prime minister met with the head of the bank on Monday and called for lower rates, so that builders \
    could borrow again before the winter.
    + paragraph: She said that the two of them had agreed on most points, and that a plan would be laid before parliament \
    within a few weeks.
    """

  @Test(arguments: [report, glossary, headlines])
  func `every line is kept as what it is or cut with its kind`(marked: String) throws {
    var page = ""
    var wanted: [String] = []
    for line in marked.split(separator: "\n") {
      let mark = line.prefix(2)
      let rest = line.dropFirst(2)
      guard let colon = rest.firstIndex(of: ":") else { continue }
      let text = rest[rest.index(colon, offsetBy: 2)...]
      wanted.append("\(mark)\(rest[..<colon]): \(text)")
      // The headline of the first page stands in one line with its date.
      page += text.hasPrefix("date ") ? text + " " : text + "\n\n"
    }
    let document = try Self.process(page)
    #expect(FlattenedPage.pieces(document) == wanted)
  }

  @Test func `a flattened page tells title, dates, byline and dateline`() throws {
    let page = Self.report.split(separator: "\n").map { line in
      let text = line.drop { $0 != ":" }.dropFirst(2)
      return text.hasPrefix("date ") ? text + " " : text + "\n\n"
    }.joined()
    let metadata = try Self.process(page).metadata
    #expect(metadata.title == "Ministers Agree on New Ferry Link Across the Strait")
    #expect(metadata.published == "2025-03-04")
    #expect(metadata.byline == "Ana Silva")
    #expect(metadata.language == "en")
    #expect(metadata.dateline == .init(place: "PORT LOUIS", date: "2025-03-03", agency: "Reuters"))
  }

  @Test func `every block is an exact slice of the page`() throws {
    let page =
      "Menu\n\n\u{FEFF}Die Fähre fährt ab Juni zweimal am Tag, sagte der Minister am Montag in der Hauptstadt.\r\n"
    let document = try Self.process(page + page)
    for block in document.blocks {
      let source = try #require(block.source)
      #expect(document.text[block.range] == document.decoded[source])
    }
  }

  @Test(arguments: ["", "\n\n", "Home\nAbout us\nContact\n", "Log in | Register | Cart"])
  func `a page without an article has no main block`(page: String) throws {
    let document = try Self.process(page)
    #expect(!document.blocks.contains { $0.isMain })
    #expect(document.warnings.contains { $0.code == "no_content" })
  }

  static func process(_ page: String) throws -> Document {
    var document = try PageDecoder.decode(Page(id: "a", text: page))
    try keeping().process(&document)
    return document
  }

  static func keeping(_ options: [String: String] = [:]) -> Boilerplate {
    var entries: [ConfigurationNode.Entry] = []
    for (key, value) in options.merging(["keep_removed": "true"], uniquingKeysWith: { a, _ in a }).sorted(by: {
      $0.key < $1.key
    }) {
      let node = ConfigurationNode(.scalar(value), line: 1, column: 1)
      entries.append(.init(key: key, line: 1, column: 1, node: node))
    }
    var read = Options(stage: "boilerplate", file: "", entries: entries) { _ throws(Options.FileFault) in [] }
    return Boilerplate(&read)
  }

  @Test func aNoteOfOneSentenceIsAnArticle() throws {
    for (page, form) in [
      ("The minister is back, said Mr. Smith.", "text"), ("<p>The talks in Lima went on.</p>", "html"),
    ] {
      var document = try PageDecoder.decode(
        Page(id: "a", source: Page.Source(), content: form == "text" ? .text(Text(page)) : .html(Text(page))))
      var options = Options.defaults(of: Boilerplate.name)
      try Boilerplate(&options).process(&document)
      #expect(document.blocks.map(\.isMain) == [true], "\(page)")
    }
  }
}
