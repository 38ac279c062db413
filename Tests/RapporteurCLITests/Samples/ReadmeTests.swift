import Foundation
import Testing

/// The commands that the README shows for a crawl, as they stand there.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func theCommandsOverACrawlRun() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /<!-- commands: crawl -->\n```sh\n((?:.*\n)*?)```/)?.1)
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("samples"), withDestinationURL: Self.root.appendingPathComponent("samples"))
    try folder.write("stages: [verbatim, sentences]\n", to: "pipeline.yml")
    let commands = block.split(separator: "\n")
    #expect(commands.count >= 10)
    for command in commands {
      let words = command.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      #expect(words.first == "rapporteur")
      let outcome = try Program.run(Array(words.dropFirst()), in: folder)
      #expect(outcome.code == 0, "\(command): \(outcome.errors)")
    }
    #expect(folder.holds("out/1.jsonl") && folder.holds("out/r.jsonl.run.json") && folder.holds("out/site.lines"))
    #expect(!folder.holds("out/r2.jsonl"), "nothing failed, so nothing was tried again")
  }

  @Test func theCommandsOverRecordsRun() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /<!-- commands: records -->\n```sh\n((?:.*\n)*?)```/)?.1)
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("output"), withDestinationURL: Self.root.appendingPathComponent("output"))
    let commands = block.split(separator: "\n")
    #expect(commands.count >= 3)
    for command in commands {
      let words = command.prefix { $0 != "#" && $0 != ">" }.split(separator: " ").map(String.init)
      #expect(words.first == "rapporteur")
      let outcome = try Program.run(Array(words.dropFirst()), in: folder)
      #expect(outcome.code == 0, "\(command): \(outcome.errors)")
    }
  }

  @Test func theTableOfPointsIsWhatTheProgramPrints() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /<!-- example: points -->\n```\n((?:.*\n)*?)```/)?.1)
    let folder = try TemporaryFolder()
    let records = Self.root.appendingPathComponent("output/records.jsonl").path
    let outcome = try Program.run("points", records, "--width", "100", "--quiet", in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    var printed = outcome.output.split(separator: "\n")[...]
    for line in block.split(separator: "\n") where line != "…" {
      let place = printed.firstIndex(of: line)
      #expect(place != nil, "the program does not print, or not in this order: \(line)")
      if let place { printed = printed[(place + 1)...] }
    }
  }

  @Test func theRecordIsWhatTheSamplesHave() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /<!-- example: record -->\n```json\n((?:.*\n)*?)```/)?.1)
    let records = try String(contentsOf: Self.root.appendingPathComponent("output/records.jsonl"), encoding: .utf8)
    let record = try #require(
      records.split(separator: "\n").first { $0.contains("\"id\":\"agency-four-points.html\"") })
    // Confidences move with every training.
    let confidence = /"confidence":[0-9.]+/
    let whole = record.replacing(confidence, with: "")
    var rest = whole[...]
    // An ellipsis stands for what was left out.
    let pieces = block.replacing(/\n */, with: "").replacing(confidence, with: "").split(separator: "…").map {
      $0.trimmingPrefix(" ")
    }
    #expect(pieces.count > 8)
    for piece in pieces {
      let words = piece.hasSuffix(", ") ? piece.dropLast() : piece
      let place = rest.firstRange(of: words)
      #expect(place != nil, "the record does not have, or not in this order: \(words)")
      if let place { rest = rest[place.upperBound...] }
    }
  }

  @Test func whatExplainPrintsIsWhatTheReadmeShows() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /<!-- example: explain -->\n```\n((?:.*\n)*?)```/)?.1)
    let folder = try TemporaryFolder()
    let page = Self.root.appendingPathComponent("samples/pages/agency-four-points.html").path
    let outcome = try Program.run("explain", page, in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    var printed = outcome.output.split(separator: "\n")[...]
    for line in block.split(separator: "\n") where line.contains(where: { $0 != " " && $0 != "…" }) {
      // Long lines are cut to the width of a terminal.
      let place = printed.firstIndex { $0 == line || line.hasSuffix("…") && $0.hasPrefix(line.dropLast()) }
      #expect(place != nil, "the program does not print, or not in this order: \(line)")
      if let place { printed = printed[(place + 1)...] }
    }
  }

  @Test func theInputSectionOfTheReadmeIsRight() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /```yaml\n(input:\n(?:.*\n)*?)```/)?.1)
    let folder = try TemporaryFolder()
    try folder.write(String(block), to: "p.yml")
    let check = try Program.run("check", "-c", "p.yml", in: folder)
    #expect(check.code == 0, "\(check.errors)")
  }
}
