import Foundation
import Rapporteur
import Testing

/// The commands that print: explain, check, stages, schema, help.
@Suite struct ViewsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func schemasArePrinted() throws {
    for language in RecordSchema.allCases {
      let outcome = try Program.run("schema", language.rawValue, in: folder)
      #expect(outcome.code == 0)
      #expect(outcome.output == language.text)
    }
    let json = try Program.run("schema", in: folder).output
    #expect((try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])?["required"] != nil)
  }

  @Test func stagesNameEveryStageAndItsOptions() throws {
    let all = try Program.run("stages", in: folder).output
    for stage in stages { #expect(all.contains(stage.name) && all.contains(stage.summary)) }
    #expect(!all.contains("\u{1B}"), "no colours where no terminal is")
    let one = try Program.run("stages", "verbatim", in: folder).output
    #expect(one.hasPrefix("verbatim  ") && one.contains("soft_line_breaks: keep"))
    for section in ["input:  ", "output:  ", "run:  "] { #expect(all.contains("\n" + section)) }
    let input = try Program.run("stages", "input", in: folder).output
    for key in ["limits.page: 64MB", "status: [200-299]", "duplicates.by: digest"] { #expect(input.contains(key)) }
    let wrong = try Program.run("stages", "verbatm", in: folder)
    #expect(wrong.code == 64)
    #expect(wrong.errors.contains("There is no stage 'verbatm'; did you mean 'verbatim'?"))
  }

  @Test func whatCheckPrintsIsAConfiguration() throws {
    try folder.write("stages:\n  - verbatim: {soft_line_breaks: auto}\n  - sentences\n", to: "a.yml")
    let check = try Program.run("check", "-c", "a.yml", in: folder)
    #expect(check.code == 0)
    #expect(check.output == "a.yml: all well (verbatim, sentences)\n")
    let printed = try Program.run("check", "-c", "a.yml", "--print", in: folder).output
    #expect(printed.contains("soft_line_breaks: auto"))
    try folder.write(printed, to: "b.yml")
    #expect(try Program.run("check", "-c", "b.yml", "--print", in: folder).output == printed)
    let standard = try Program.run("check", in: folder).output
    #expect(standard == "the built-in pipeline: all well (\(defaultStages.joined(separator: ", ")))\n")
  }

  @Test func explainShowsAPage() throws {
    let lines = "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two words.\"}\n"
    try folder.write(lines, to: "in.jsonl")
    try folder.write("stages: [verbatim, sentences]\n", to: "p.yml")
    let page = try Program.run("explain", "in.jsonl", "--id", "b", "-c", "p.yml", "--trace", in: folder)
    #expect(page.code == 0)
    #expect(page.output.contains("Two words.") && !page.output.contains("One."))
    let missing = try Program.run("explain", "in.jsonl", "--id", "c", "-c", "p.yml", in: folder)
    #expect(missing.code == 65)
    #expect(missing.errors == "rapporteur: in.jsonl: there is no page 'c' in it; did you mean 'a'?\n")
  }

  @Test func helpShowsExamples() throws {
    let help = try Program.run("--help", in: folder)
    #expect(help.code == 0 && help.output.contains("rapporteur run pages/ -o records.jsonl"))
    for command in ["run", "filter", "explain", "check", "stages", "schema", "points", "tables", "export", "view"] {
      #expect(try Program.run("help", command, in: folder).output.contains("  rapporteur \(command)"))
    }
    #expect(try Program.run("--version", in: folder).output == Rapporteur.version + "\n")
  }
}
