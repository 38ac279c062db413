import Foundation
import Testing

/// Faulty configurations and exactly what is said of them.
@Suite struct FaultyFileTests {
  /// A file, and its faults without the file's name.
  struct Case: Sendable, CustomTestStringConvertible {
    var yaml: String
    var faults: [String]
    var testDescription: String { yaml.replacing("\n", with: "⏎") }

    init(_ yaml: String, _ faults: String...) {
      self.yaml = yaml
      self.faults = faults
    }
  }

  static let stages = "[boilerplate, sentences, entities, speakers, proposals]"

  static let cases: [Case] = [
    Case("", "1:1: the file is a map with the keys 'input', 'stages', 'output', 'run', not nothing"),
    Case("# nothing\n", "1:1: the file is a map with the keys 'input', 'stages', 'output', 'run', not nothing"),
    Case("stages", "1:1: the file is a map with the keys 'input', 'stages', 'output', 'run', not 'stages'"),
    Case("- verbatim", "1:1: the file is a map with the keys 'input', 'stages', 'output', 'run', not a list"),
    Case("run: {workers: 2}", "1:1: 'stages' is missing; for example stages: \(stages)"),
    Case("stages:", "1:8: 'stages' takes a list of stages, not nothing; for example \(stages)"),
    Case("stages: []", "1:9: 'stages' takes a list of stages, not an empty list; for example \(stages)"),
    Case("stages: verbatim", "1:9: 'stages' takes a list of stages, not 'verbatim'; for example \(stages)"),
    Case("stages: {verbatim: {}}", "1:9: 'stages' takes a list of stages, not a map; for example \(stages)"),
    Case("stages: [verbatm]", "1:10: there is no stage 'verbatm'; did you mean 'verbatim'?"),
    Case("stages: [Verbatim]", "1:10: there is no stage 'Verbatim'; did you mean 'verbatim'?"),
    Case(
      "stages: [translation]",
      "1:10: there is no stage 'translation'; known are 'boilerplate', 'verbatim', 'sentences', 'entities', "
        + "'speakers', 'proposals'"),
    Case(
      "stages: [verbatim, speakers]",
      "1:20: 'speakers' reads sentences, which no stage before it writes; put 'sentences' first"),
    Case(
      "stages: [sentences]",
      "1:10: 'sentences' reads text, which no stage before it writes; put 'boilerplate' or 'verbatim' first"),
    Case(
      "stages: [verbatim, boilerplate]",
      "1:20: 'boilerplate' writes text, which 'verbatim' has written already; take one of them out"),
    Case(
      "stages: [verbatim, verbatim]",
      "1:20: 'verbatim' writes text, which 'verbatim' has written already; take one of them out"),
    Case(
      "stages:\n  - verbatim: {soft_line_break: auto}",
      "2:16: 'verbatim' has no option 'soft_line_break'; did you mean 'soft_line_breaks'?"),
    Case(
      "stages:\n  - verbatim:\n      soft_line_breaks: wrap",
      "3:25: 'soft_line_breaks' takes one of keep, join, auto, not 'wrap'"),
    Case(
      "stages:\n  - verbatim:\n      soft_line_breaks: [auto]",
      "3:25: 'soft_line_breaks' takes one of keep, join, auto, not a list"),
    Case(
      "stages:\n  - verbatim:\n      soft_line_breaks:",
      "3:24: 'soft_line_breaks' takes one of keep, join, auto, not nothing"),
    Case("stages:\n  - verbatim: auto", "2:15: the options of 'verbatim' are a map, not 'auto'"),
    Case("stages:\n  - verbatim: [auto]", "2:15: the options of 'verbatim' are a map, not a list"),
    Case(
      "stages:\n  - verbatim: {}\n    sentences: {}",
      "2:5: an item of 'stages' is a stage's name, or its name with a map of options, not a map"),
    Case(
      "stages:\n  - [verbatim]",
      "2:5: an item of 'stages' is a stage's name, or its name with a map of options, not a list"),
    Case(
      "stages:\n  -\n  - verbatim",
      "2:4: an item of 'stages' is a stage's name, or its name with a map of options, not nothing"),
    Case(
      "stages: [verbatim, {sentences: {abbreviations: [nowhere.txt]}}]",
      "1:49: 'nowhere.txt' cannot be read: there is no such file"),
    Case(
      "stages: [verbatim, {sentences: {abbreviations: {a: b}}}]",
      "1:48: 'abbreviations' takes a list of files, not a map"),
    Case("stage: [verbatim]\nstages: [verbatim]", "1:1: the file has no key 'stage'; did you mean 'stages'?"),
    Case(
      "stages: [verbatim]\nlogging: on",
      "2:1: the file has no key 'logging'; known are 'input', 'stages', 'output', 'run'"),
    Case(
      "stages: [verbatim]\ninput: pages",
      "2:8: 'input' is a map with the keys 'paths', 'fields', 'status', 'media_types', 'limits', "
        + "'duplicates', not 'pages'"),
    Case(
      "stages: [verbatim]\ninput: {fields: {body: b}}",
      "2:18: 'fields' has no key 'body'; known are 'id', 'url', 'html', 'text', 'date'"),
    Case("stages: [verbatim]\ninput: {fields: {id: [a]}}", "2:22: 'id' takes the name of a field, not a list"),
    Case(
      "stages: [verbatim]\ninput: {status: [200, 3xx]}",
      "2:23: 'status' takes a list of HTTP statuses and ranges, such as [200-299, 404], not '3xx'"),
    Case(
      "stages: [verbatim]\ninput: {status: []}",
      "2:17: 'status' takes a list of HTTP statuses and ranges, such as [200-299, 404], not an empty list"),
    Case(
      "stages: [verbatim]\ninput: {media_types: [html]}",
      "2:23: 'media_types' takes a list of media types, such as [text/html, text/*], not 'html'"),
    Case(
      "stages: [verbatim]\ninput: {limits: {page: big}}",
      "2:24: 'page' takes a size from 1kB to 1GB, such as 64MB, not 'big'"),
    Case(
      "stages: [verbatim]\ninput: {limits: {ratio: 1}}",
      "2:25: 'ratio' takes a whole number from 2 to 1000000, not '1'"),
    Case(
      "stages: [verbatim]\ninput: {duplicates: remove}",
      "2:21: 'duplicates' takes one of keep, mark, drop, or a map with 'mode', 'by', 'list', not 'remove'"),
    Case(
      "stages: [verbatim]\ninput: {duplicates: {by: url}}",
      "2:26: 'by' takes one of digest, text, fingerprint, not 'url'"),
    Case("stages: [verbatim]\ninput: {path: pages}", "2:9: 'input' has no key 'path'; did you mean 'paths'?"),
    Case(
      "stages: [verbatim]\ninput: {paths: {a: b}}",
      "2:16: 'paths' takes a list of files, folders and globs, not a map"),
    Case(
      "stages: [verbatim]\ninput: {paths: [[a]]}",
      "2:17: 'paths' takes a list of files, folders and globs, not a list"),
    Case(
      "stages: [verbatim]\noutput: {offsets: bytes}",
      "2:19: 'offsets' takes one of code_point, utf16, utf8, not 'bytes'"),
    Case(
      "stages: [verbatim]\noutput: {file: a.jsonl}",
      "2:10: 'output' has no key 'file'; known are 'path', 'offsets', 'compression'"),
    Case(
      "stages: [verbatim]\noutput: {path: [a]}", "2:16: 'path' takes a file, such as records.jsonl, not a list"),
    Case(
      "stages: [verbatim]\noutput: a.jsonl",
      "2:9: 'output' is a map with the keys 'path', 'offsets', 'compression', not 'a.jsonl'"),
    Case(
      "stages: [verbatim]\nrun: {workers: 0}",
      "2:16: 'workers' takes auto or a whole number from 1 to 1024, not '0'"),
    Case(
      "stages: [verbatim]\nrun: {workers: two}",
      "2:16: 'workers' takes auto or a whole number from 1 to 1024, not 'two'"),
    Case(
      "stages: [verbatim]\nrun: {workers: 2.5}",
      "2:16: 'workers' takes auto or a whole number from 1 to 1024, not '2.5'"),
    Case("stages: [verbatim]\nrun: {threads: 2}", "2:7: 'run' has no key 'threads'; known are 'workers'"),
    Case(
      "stages: [verbatm, speakers]\nrun: {workers: x}\noutput: {offset: utf8}\nfoo: 1",
      "1:10: there is no stage 'verbatm'; did you mean 'verbatim'?",
      "1:19: 'speakers' reads sentences, which no stage before it writes; put 'sentences' first",
      "2:16: 'workers' takes auto or a whole number from 1 to 1024, not 'x'",
      "3:10: 'output' has no key 'offset'; did you mean 'offsets'?",
      "4:1: the file has no key 'foo'; known are 'input', 'stages', 'output', 'run'"),
    Case("stages: [verbatim]\nstages: [verbatim]", "1:1: 'stages' stands twice in one map; take one of them out"),
    Case(
      "stages:\n\t- verbatim",
      "2:1: this is no YAML: found character that cannot start any token; indent with spaces, not with tabs"),
    Case(
      "stages: [verbatim",
      "2:1: this is no YAML: did not find expected ',' or ']'; close the bracket, and put commas between the items"),
    Case(
      "stages: [verbatim]\nrun: a: b",
      "2:7: this is no YAML: mapping values are not allowed in this context; check the indentation, and put a value "
        + "that holds ': ' in quotes"),
    Case(
      "stages: [verbatim]\nrun",
      "3:1: this is no YAML: could not find expected ':'; put ': ' behind the key"),
    Case(
      "stages: \"[verbatim]\nrun: 1\n",
      "3:1: this is no YAML: found unexpected end of stream; close the quotation marks"),
    Case(
      "stages: @verbatim",
      "1:9: this is no YAML: found character that cannot start any token; put the value in quotes"),
  ]

  @Test(arguments: cases) func everyFaultIsSaidWithItsPlace(_ fault: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write(fault.yaml, to: "p.yml")
    let check = try Program.run("check", "-c", "p.yml", in: folder)
    #expect(check.code == 78)
    #expect(check.output == "")
    #expect(check.errors == fault.faults.map { "p.yml:\($0)\n" }.joined())
  }

  @Test func aFaultyFileStopsARunBeforeItBegins() throws {
    let folder = try TemporaryFolder()
    try folder.write("stages: [verbatm]", to: "pipeline.yml")
    try folder.write("Words.", to: "a.txt")
    let run = try Program.run("run", "a.txt", "-o", "out.jsonl", in: folder)
    #expect(run.code == 78)
    #expect(run.errors == "pipeline.yml:1:10: there is no stage 'verbatm'; did you mean 'verbatim'?\n")
    #expect(folder.names == ["a.txt", "pipeline.yml"])
  }

  @Test func aMissingFileIsSaidWithTheRemedy() throws {
    let check = try Program.run("check", "-c", "nowhere.yml", in: try TemporaryFolder())
    #expect(check.code == 78)
    #expect(
      check.errors == "nowhere.yml:1:1: the file cannot be read: there is no such file; "
        + "name a file with -c, or leave it out for the built-in pipeline\n")
  }

  @Test func aFileThatIsNoUTF8IsSaidWithItsLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data("stages: [verbatim]\n# caf".utf8) + Data([0xE9, 0x0A]), to: "p.yml")
    let check = try Program.run("check", "-c", "p.yml", in: folder)
    #expect(check.errors == "p.yml:2:1: the file is no UTF-8; save it as UTF-8\n")
  }
}
