import Rapporteur
import Testing

@testable import Rapporteur
@testable import RapporteurCrawl

@Suite struct LineCountTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func linesAreCountedForEachSite() async throws {
    var rows = ""
    for number in 0..<20 {
      let host = number % 4 == 0 ? "www.b.example" : "a.example:8080"
      let menu = number % 2 == 0 ? "<p>Home  |  News</p>" : "<p>HOME | News</p>"
      let html = "<div>Footer</div>\(menu)<p>Article \(number) alone.</p><p>Footer</p>"
      rows += "{\"url\":\"https://\(host)/\(number)?x=http://c.example/\",\"html\":\"\(html)\"}\n"
    }
    rows += "{\"html\":\"<p>No site.</p>\"}\nno JSON\n"
    try folder.write(Array(rows.utf8), to: "in.jsonl")
    let report = try #require(try await count(["in.jsonl"]))
    #expect(report.pages == 20 && report.pagesWithoutSite == 1 && report.documentsPassedOver == 1)
    #expect(report.sites == 2 && report.lines == 4)
    let table = try #require(LineTable(SmallFile.read(folder.file("table")) ?? []))
    for (name, pages) in [("a.example", 15), ("b.example", 5)] {
      let site = try #require(table.site(VisibleLines.hash(name)))
      #expect(site.pages == pages && site.lines.count == 2)
      for line in ["Footer", "Home | News"] { #expect(table.pages(of: VisibleLines.hash(line), in: site) == pages) }
      #expect(table.pages(of: VisibleLines.hash("Article 4 alone."), in: site) == 0)
    }
    #expect(table.site(VisibleLines.hash("c.example")) == nil)
    #expect(try folder.names.sorted() == ["in.jsonl", "table"])
  }

  @Test func foldersThatAreCalledLikeHostsAreSites() {
    func site(_ path: String, _ url: String? = nil) -> String? {
      VisibleLines.site(of: Page.Source(path: path, url: url))
    }
    #expect(site("News.example/a/b.html") == "news.example")
    #expect(site("pages/a.html") == nil && site("a.html") == nil && site("my files.x/a.html") == nil)
    #expect(site("x", "http://user@WWW.News.example:80/a") == "news.example")
    #expect(site("x", "urn:x") == nil)
  }

  @Test func whatIsNoWholeTableIsNone() async throws {
    for number in 0..<4 {
      try folder.write(Array("Same line.\nLine \(number).\n".utf8), to: "site.example/\(number).txt")
    }
    _ = try await count(["."])
    let bytes = try #require(SmallFile.read(folder.file("table")))
    #expect(LineTable(bytes)?.site(VisibleLines.hash("site.example"))?.pages == 4)
    for length in 0..<bytes.count { #expect(LineTable(Array(bytes.prefix(length))) == nil) }
  }

  private func count(_ paths: [String]) async throws -> LineCount.Report? {
    try await LineCount(try Inputs(paths, in: folder.path), output: folder.file("table"), workers: 2)()
  }
}
