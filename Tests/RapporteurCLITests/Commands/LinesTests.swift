import Foundation
import Testing

@Suite struct LinesTests {
  private let folder: TemporaryFolder

  /// Pages of a site that call to subscribe in the middle of the article, in words that nothing else gives away.
  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<8 {
      let article = """
        <p>Minister \(number) Ode spoke of rivers on Monday, and told reporters in Oslo that fish must be counted.</p>
        <p>Readers who know more about rivers can write to the desk, which answers every letter within a day.</p>
        <p>He added that \(number) countries had agreed to meet again before the end of the year in Lima.</p>
        """
      try folder.write("<html><body><article>\(article)</article></body></html>", to: "in/site.example/\(number).html")
      try folder.write(
        article.replacing("<p>", with: "").replacing("</p>", with: "\n"), to: "in/text.example/\(number).txt")
    }
    try folder.write("stages:\n  - boilerplate: {lines: out/site.lines, keep_removed: true}\n", to: "p.yml")
    try folder.write("stages: [boilerplate]\n", to: "plain.yml")
  }

  @Test func whatASiteRepeatsIsCutWhereTheTableSaysSo() throws {
    let missing = try Program.run("run", "in", "-c", "p.yml", in: folder)
    #expect(missing.code == 78)
    #expect(missing.errors.hasPrefix("p.yml:2:26: 'out/site.lines' cannot be read: there is no such file"))
    let count = try Program.run("lines", "in", "-c", "plain.yml", "-o", "out/site.lines", in: folder)
    #expect(count.code == 0)
    #expect(count.errors.hasPrefix("2 lines of 2 sites stand on 3 pages or more, of 16 pages -> out/site.lines\n"))
    let plain = try Program.run("run", "in", "-c", "plain.yml", in: folder)
    #expect(plain.records.allSatisfy { ($0["text"] as? String)?.contains("Readers who know") ?? false })
    let run = try Program.run("run", "in", "-c", "p.yml", in: folder)
    #expect(run.records.count == 16)
    for record in run.records {
      let text = try #require(record["text"] as? String)
      #expect(!text.contains("Readers who know") && text.contains("He added"))
      let removed = try #require((record["removed"] as? [[String: Any]])?.first)
      #expect(removed["reason"] as? String == "repeated" && removed["kind"] as? String == "duplicate")
    }
    try folder.write("no table", to: "out/site.lines")
    #expect(
      try Program.run("check", "-c", "p.yml", in: folder).errors
        == "out/site.lines:1:1: this is no whole table of lines; make one with 'rapporteur lines'\n")
  }
}
