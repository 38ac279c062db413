import Testing

@testable import Rapporteur

/// Titles, bylines and dates of pages whose head says less, or other things, than their text.
@Suite struct TreeHeadTests {
  private static let prose = """
    <p>The ministers of the two lake states agreed on Monday to open the canal again, saying that it had been closed for
    far too long.</p><p>They will meet once more in the spring, and the engineers of both sides will look at the old locks
    before then.</p>
    """

  private func read(head: String, body: String) throws -> Document {
    var document = try PageDecoder.decode(
      Page(id: "a", source: .init(), content: .html(Text("<html><head>\(head)</head><body>\(body)</body></html>"))))
    try TextPageTests.keeping().process(&document)
    return document
  }

  @Test func `an old layout parts headline, author and date`() throws {
    let document = try read(
      head: "<title>Opinion | A canal is a promise</title>",
      body: """
        <table><tr><td><h2>A canal is a promise</h2><b>By Ana Silva</b><br><i>Published: 4 March 2025</i><br><br>
        The canal between the two lakes has been closed for so long that the fish have taken it for their own.<br><br>
        Nobody asks the fish, of course, and the ministers of both states have now agreed to open it again in June.<br>
        <br><font size=1>The author is a fellow of the Lake Institute. The views expressed are her own and do not
        necessarily reflect those of this paper.</font></td></tr></table>
        """)
    #expect(document.metadata.title == "A canal is a promise")
    #expect(document.metadata.byline == "Ana Silva")
    #expect(document.metadata.published == "2025-03-04")
    #expect(document.blocks.map(\.kind) == [.title, .byline, .paragraph, .paragraph])
    #expect(document.removed.last?.kind == .disclaimer)
  }

  @Test(arguments: [
    ("2025-03-04T23:10:00Z", "March 5, 2025", "2025-03-05"), ("2021-01-10", "Updated March 4, 2025", "2025-03-04"),
    ("2025-03-01", "Updated: March 4, 2025", "2025-03-01"), ("2025-03-04", "Canal desk", "2025-03-04"),
  ])
  func `the day that the page shows goes before the declared one`(declared: String, shown: String, day: String) throws {
    let document = try read(
      head: "<title>Canal opens</title><meta property='article:published_time' content='\(declared)'>",
      body: "<h1>Canal opens in June</h1><div>\(shown)</div>\(Self.prose)")
    #expect(document.metadata.published == day)
  }

  @Test(
    arguments: [
      ("", "<div>Updated March 4, 2025</div>", "2025-03-04"),
      ("<meta property='article:modified_time' content='2025-03-04'>", "<div>Updated March 4, 2025</div>", nil),
      ("", "<div><span>Updated</span> March 9, 2025</div><div>Published March 4, 2025</div>", "2025-03-04"),
      (
        "", "<div><a href='/lakes'>Lakes</a><span>MARCH 4, 2025</span><span>Updated: May 5, 2025</span></div>",
        "2025-03-04"
      ),
      ("<meta name='published' content='March 4, 2025'>", "", "2025-03-04"),
      ("<meta name='citation_publication_date' content='2025 Mar 4'>", "", "2025-03-04"),
    ] as [(String, String, String?)])
  func `an update is no publication where the page knows better`(head: String, line: String, day: String?) throws {
    let document = try read(
      head: "<title>Canal opens</title>\(head)", body: "<h1>Canal opens in June</h1>\(line)\(Self.prose)")
    #expect(document.metadata.published == day)
  }

  @Test(arguments: [
    "<header><div>Friday, March 7, 2025</div><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></header>",
    "<div class='latest'><div>March 7, 2025</div><div>10:20 Ferry fares go up in spring</div></div>",
  ])
  func `today's date in the page's head is none of the article`(head: String) throws {
    let document = try read(
      head: "<title>Canal opens in June</title>", body: "\(head)<h1>Canal opens in June</h1>\(Self.prose)")
    #expect(document.metadata.published == nil)
  }

  @Test func `a page without an address is at the one it calls its own`() throws {
    let link = "<link rel='canonical' href='https://a.example/canal?a=1&amp;b=2'>"
    let document = try read(
      head: "<title>Canal opens</title>\(link)", body: "<h1>Canal opens in June</h1>\(Self.prose)")
    #expect(document.source.url == "https://a.example/canal?a=1&b=2")
    let other = try read(
      head: "<link rel='canonical' href='/canal'>", body: "<h1>Canal opens in June</h1>\(Self.prose)")
    #expect(other.source.url == nil)
  }

  @Test func `a title is known by its opening`() throws {
    let document = try read(
      head: "<title>Locks - Learn to run a canal | Handbook</title>",
      body: "<h1>Locks</h1><h2>Learn to run a canal</h2>\(Self.prose)")
    #expect(document.metadata.title == "Locks")
  }

  @Test(arguments: [
    "<div>By</div><div>Ana Silva</div>", "<div>Written by:</div><div>Ana Silva</div>",
    "<div>Posted on March 4, 2025 by <span>Ana Silva</span></div>", "<div>Maria Silva</div><div>March 4, 2025</div>",
  ])
  func `a name is found behind its opener`(byline: String) throws {
    let document = try read(
      head: "<title>Canal opens in June</title>", body: "<h1>Canal opens in June</h1>\(byline)\(Self.prose)")
    #expect(document.metadata.byline?.hasSuffix(" Silva") ?? false)
  }

  @Test func `the site's name in the first heading is no title`() throws {
    let document = try read(
      head: "<title>Canal opens in June | Ministry of Lakes and Canals</title>",
      body: "<h1>Ministry of Lakes and Canals</h1><h2>Canal opens in June</h2>\(Self.prose)")
    #expect(document.metadata.title == "Canal opens in June")
    #expect(document.blocks.first.map { document.text[$0.range] } == "Canal opens in June")
  }

  @Test func `a table of data keeps its caption and all its cells`() throws {
    let rows = (2020...2023).map { "<tr><td>\($0)</td><td>\($0 - 1900) ships</td></tr>" }.joined()
    let document = try read(
      head: "<title>Canal opens</title>",
      body: """
        <h1>Canal opens in June</h1><article>\(Self.prose)<table><caption>Ships a year</caption><tr><th>Year</th>
        <th>Ships on the canal</th></tr>\(rows)</table>\(Self.prose)</article>
        """)
    #expect(
      document.blocks.filter { $0.kind == .table }.count == 10 || document.blocks.allSatisfy { $0.kind != .table })
    #expect(
      document.blocks.contains { $0.kind == .caption } == document.blocks.contains { $0.kind == .table })
  }
}
