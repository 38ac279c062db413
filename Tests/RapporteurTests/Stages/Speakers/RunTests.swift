import Rapporteur
import Testing

/// Sentences that go on reporting without a cue.
@Suite struct RunTests {
  private func runs(_ text: String) throws -> [String] {
    let document = try MarkedStatements.document(text)
    return document.attributions.filter(\.isContinued).map { document.text[$0.content[0]] }
  }

  @Test func `the tense of the report goes on`() throws {
    let found = try runs(
      """
      The harbour minister said on Monday that the fund was ready. Fishermen would be paid first. No owner could apply \
      twice. The old fund had helped nobody.

      The market opens at six.
      """)
    #expect(
      found == [
        "Fishermen would be paid first", "No owner could apply twice", "The old fund had helped nobody",
      ])
  }

  @Test(arguments: [
    "The minister said that the fund was ready. The harbour would not comment.",
    "The minister said that the fund was ready. The next talks are due in the spring.",
    "The minister said that the fund was ready. The next round will be held in June.",
  ])
  func `what the reporter adds does not go on`(_ text: String) throws {
    #expect(try runs(text) == [])
  }

  @Test func `reports within a report`() throws {
    let text = Text("Kim said that Lee had promised that the bridge would open.")
    var document = Document(
      id: "test", source: Page.Source(), inputDate: nil, decoded: text, form: .text, digest: Digest(of: text.utf8))
    for type in [Verbatim.self, Sentences.self, Entities.self] as [any Stage.Type] {
      var options = Options.defaults(of: type.name)
      try type.init(&options).process(&document)
    }
    let node = ConfigurationNode(.scalar("true"), line: 1, column: 1)
    var options = Options(
      stage: "speakers", file: "", entries: [.init(key: "nested", line: 1, column: 1, node: node)]
    ) { _ throws(Options.FileFault) in [] }
    try Speakers(&options).process(&document)
    #expect(document.attributions.map(\.within) == [nil, 0])
    #expect(document.attributions.map { document.text[$0.content[0]] }.last == "the bridge would open")
  }
}
