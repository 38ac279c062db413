import Rapporteur
import Testing

@Suite struct OptionsTests {
  private enum Focus: String, CaseIterable {
    case balanced, recall
  }

  private func options(_ entries: [(String, ConfigurationNode.Value)]) -> Options {
    let entries = entries.enumerated().map { index, entry in
      ConfigurationNode.Entry(
        key: entry.0, line: index + 3, column: 7,
        node: ConfigurationNode(entry.1, line: index + 3, column: 20))
    }
    return Options(stage: "boilerplate", file: "pipeline.yml", entries: entries) { path throws(Options.FileFault) in
      guard path == "names.txt" else { throw Options.FileFault("no such file") }
      return Array("Ada".utf8)
    }
  }

  @Test func readsEveryKind() {
    var options = options([
      ("min_words", .scalar("7")), ("keep", .scalar("yes")), ("focus", .scalar("recall")), ("share", .scalar("0.25")),
      ("lists", .list([ConfigurationNode(.scalar("names.txt"), line: 7, column: 9)])),
    ])
    #expect(options.integer("min_words", default: 3, in: 0...1000, "words a block needs") == 7)
    #expect(options.boolean("keep", default: false, "keep it") == true)
    #expect(options.choice("focus", default: Focus.balanced, "what matters") == .recall)
    #expect(options.number("share", default: 0.5, in: 0...1, "a share") == 0.25)
    #expect(options.files("lists", "names").map(\.path) == ["names.txt"])
    #expect(options.faults.isEmpty)
  }

  @Test func absentOptionsHaveTheirDefaults() {
    var options = options([])
    #expect(options.integer("min_words", default: 3, in: 0...1000, "words") == 3)
    #expect(options.declared.map(\.value) == ["3"])
  }

  @Test func collectsAllFaultsWithTheirPlaces() {
    var options = options([
      ("min_words", .scalar("many")), ("keep", .list([])), ("focus", .scalar("precise")),
      ("lists", .scalar("gone.txt")),
    ])
    _ = options.integer("min_words", default: 3, in: 0...1000, "words")
    _ = options.boolean("keep", default: false, "keep it")
    _ = options.choice("focus", default: Focus.balanced, "what matters")
    _ = options.files("lists", "names")
    #expect(
      options.faults.map(\.description) == [
        "pipeline.yml:3:20: 'min_words' takes a whole number from 0 to 1000, not 'many'",
        "pipeline.yml:4:20: 'keep' takes true or false, not a list",
        "pipeline.yml:5:20: 'focus' takes one of balanced, recall, not 'precise'",
        "pipeline.yml:6:20: 'gone.txt' cannot be read: no such file",
      ])
  }
}
