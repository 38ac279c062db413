import Rapporteur
import Testing

@Suite struct PipelineTests {
  /// A list of stage names as a parser would give it, one a line from line 2.
  private func list(_ names: [String]) -> ConfigurationNode {
    let items = names.enumerated().map { ConfigurationNode(.scalar($1), line: $0 + 2, column: 5) }
    return ConfigurationNode(.list(items), line: 1, column: 9)
  }

  private func faults(_ node: ConfigurationNode) -> [String] {
    do throws(ConfigurationError) {
      _ = try Pipeline(node, file: "p.yml") { _ throws(Options.FileFault) in throw Options.FileFault("none here") }
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func theDefaultOrderIsRight() {
    #expect(faults(list(defaultStages)) == [])
    #expect(Pipeline.standard.stages.map(\.name) == defaultStages)
  }

  @Test func speakersAndProposalsMayComeBeforeEntities() {
    #expect(faults(list(["verbatim", "sentences", "proposals", "speakers", "entities"])) == [])
  }

  @Test func everyFaultOfTheListIsReportedAtOnce() {
    #expect(
      faults(list(["speakers", "boilerplat", "verbatim", "boilerplate", "sentences"])) == [
        "p.yml:2:5: 'speakers' reads sentences, which no stage before it writes; put 'sentences' first",
        "p.yml:3:5: there is no stage 'boilerplat'; did you mean 'boilerplate'?",
        "p.yml:5:5: 'boilerplate' writes text, which 'verbatim' has written already; take one of them out",
      ])
  }

  @Test func aListOfTypesIsAPipeline() throws {
    struct Own: Stage {
      static let name = "own"
      static let summary = "Does nothing."
      static let reads: Set<Layer> = [.sentences]
      static let writes: Set<Layer> = []
      init(_ options: inout Options) {}
      func process(_ document: inout Document) {}
    }
    let pipeline = try Pipeline([Verbatim.self, Sentences.self, Own.self])
    #expect(pipeline.stages.map(\.name) == ["verbatim", "sentences", "own"])
    do throws(ConfigurationError) {
      _ = try Pipeline([Verbatim.self, Own.self, Boilerplate.self])
      Issue.record("the order is wrong")
    } catch {
      #expect(
        error.faults.map(\.description) == [
          "stages:2:1: 'own' reads sentences, which no stage before it writes; put 'sentences' first",
          "stages:3:1: 'boilerplate' writes text, which 'verbatim' has written already; take one of them out",
        ])
    }
  }

  @Test func unknownOptionsAreFaults() {
    let options = ConfigurationNode(
      .map([
        .init(key: "langauge", line: 2, column: 20, node: ConfigurationNode(.scalar("en"), line: 2, column: 34))
      ]),
      line: 2, column: 19)
    let stage = ConfigurationNode(
      .map([.init(key: "sentences", line: 2, column: 5, node: options)]), line: 2, column: 5)
    #expect(
      faults(ConfigurationNode(.list([stage]), line: 1, column: 1)) == [
        "p.yml:2:5: 'sentences' reads text, which no stage before it writes; put 'boilerplate' or 'verbatim' first",
        "p.yml:2:20: 'sentences' has no option 'langauge'; did you mean 'language'?",
      ])
  }

  @Test func somethingElseThanAListIsExplained() {
    let message = faults(ConfigurationNode(.scalar("all"), line: 1, column: 9)).first
    #expect(
      message?.hasPrefix("p.yml:1:9: 'stages' takes a list of stages, not 'all'; for example [boilerplate,") == true)
  }

  @Test(arguments: stages.map { $0.name }) func everyStageSaysWhatItDoes(_ name: String) throws {
    let type = try #require(stages.first { $0.name == name })
    #expect(type.summary.hasSuffix("."))
    #expect(!type.writes.isEmpty)
    #expect(type.reads.isDisjoint(with: type.writes))
    var options = Options.defaults(of: name)
    _ = type.init(&options)
    for option in options.declared { #expect(!option.help.isEmpty, "\(name).\(option.name)") }
  }
}
