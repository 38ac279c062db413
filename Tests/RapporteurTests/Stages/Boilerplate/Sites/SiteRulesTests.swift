import Testing

@testable import Rapporteur

@Suite struct SiteRulesTests {
  private let page = """
    <html><body><div id="text" class="story wide"><p>The harbour will be widened before the end of next year, the minister
    of transport said on Monday.</p><div class="fact box"><p>The wall was built by fishermen in 1911 and never widened
    since then.</p></div></div><div class="ticker"><p>A ferry line opens in June, the council of the town
    said.</p></div></body></html>
    """

  private func rule(_ fields: [(String, [String])]) -> ConfigurationNode.Entry {
    func node(_ value: ConfigurationNode.Value) -> ConfigurationNode { ConfigurationNode(value, line: 3, column: 5) }
    let entries = fields.map { field in
      ConfigurationNode.Entry(
        key: field.0, line: 3, column: 5, node: node(.list(field.1.map { node(.scalar($0)) })))
    }
    return .init(key: "sites", line: 2, column: 3, node: node(.list([node(.map(entries))])))
  }

  private func main(_ fields: [(String, [String])], url: String = "https://www.herald.example:8080/a") throws
    -> [String]
  {
    var options = Options(stage: "boilerplate", file: "p.yml", entries: [rule(fields)]) {
      _ throws(Options.FileFault) in []
    }
    let stage = Boilerplate(&options)
    #expect(options.faults.isEmpty)
    var document = try PageDecoder.decode(Page(id: "a", source: .init(url: url), content: .html(Text(page))))
    try stage.process(&document)
    let text = document.text
    return document.blocks.filter(\.isMain).map { String(text[$0.range].prefix(7)) }
  }

  @Test func `the article is what a site's rule keeps`() throws {
    #expect(try main([("host", ["herald.example"]), ("keep", [".ticker"])]) == ["A ferry"])
    #expect(
      try main([("host", ["herald.example"]), ("keep", ["div#text.story"]), ("drop", ["div .box p"])]) == ["The har"])
  }

  @Test func `a rule says nothing of other sites`() throws {
    #expect(try main([("host", ["other.example"]), ("keep", [".ticker"])]).contains("The har"))
    #expect(try main([("host", ["ld.example"]), ("keep", [".ticker"])]).contains("The har"))
  }

  @Test func `a rule that selects nothing changes nothing`() throws {
    #expect(try main([("host", ["herald.example"]), ("keep", ["article"])]).contains("The har"))
  }

  @Test(arguments: ["div > p", "p:first-child", "[role=main]", "."])
  func `what is no plain selector is a fault with its place`(selector: String) {
    var options = Options(
      stage: "boilerplate", file: "p.yml", entries: [rule([("host", ["a.example"]), ("drop", [selector])])]
    ) { _ throws(Options.FileFault) in [] }
    _ = Boilerplate(&options)
    #expect(options.faults.map(\.line) == [3])
  }

  @Test func `a rule without a host is a fault`() {
    var options = Options(stage: "boilerplate", file: "p.yml", entries: [rule([("keep", ["main"])])]) {
      _ throws(Options.FileFault) in []
    }
    _ = Boilerplate(&options)
    #expect(options.faults.count == 1)
  }
}
