import Foundation
import Testing

/// Runs that mark or drop what repeats an earlier document.
@Suite struct DuplicateTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for mode in ["mark", "drop"] {
      try folder.write("input: {duplicates: \(mode)}\nstages: [verbatim, sentences]\n", to: mode + ".yml")
    }
    // Every page stands there five times, under ids of which some are the same; a few lines are no pages.
    var lines = ""
    for number in 0..<600 {
      let text = "Minister \(number % 120) spoke of rivers."
      lines += number % 97 == 5 ? "no JSON \(number)\n" : "{\"id\":\"d\(number % 550)\",\"text\":\"\(text)\"}\n"
    }
    try folder.write(lines, to: "in.jsonl")
  }

  @Test func whatIsMarkedNamesTheFirst() throws {
    let run = try run("mark", "o.jsonl")
    #expect(run.errors.hasPrefix("first pass: 473 of 600 documents repeat earlier ones\n"))
    let records = Program.records(try folder.text("o.jsonl"))
    #expect(records.count == 593)
    var firsts: [String: String] = [:]
    for record in records {
      let id = try #require(record["id"] as? String)
      let digest = try #require((record["source"] as? [String: Any])?["sha256"] as? String)
      #expect(record["duplicate_of"] as? String == firsts[digest])
      if firsts[digest] == nil { firsts[digest] = id }
    }
    #expect(try verify("mark", "o.jsonl").code == 0)
    let changed = try folder.text("o.jsonl").replacing("\"duplicate_of\":\"d7\"", with: "\"duplicate_of\":\"d8\"")
    try folder.write(changed, to: "o.jsonl")
    #expect(try verify("mark", "o.jsonl").errors.contains("d127: repeats 'd7' and says 'd8'\n"))
  }

  @Test func whatIsDroppedIsCountedAndVerified() throws {
    let run = try run("drop", "o.jsonl")
    #expect(run.errors.contains("600 read = 120 annotated + 7 failed + 473 left out"))
    #expect(run.errors.contains("left out: 473 duplicate"))
    let texts = Program.records(try folder.text("o.jsonl")).compactMap { $0["text"] as? String }
    #expect(Set(texts).count == 120 && texts.count == 120)
    #expect(
      try verify("drop", "o.jsonl").errors
        == "All well: 127 documents, 127 records answer for them. 473 duplicates have none.\n")
    // Without the list it is found anew.
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("o.jsonl.duplicates.jsonl"))
    #expect(try verify("drop", "o.jsonl").code == 0)
    #expect(!folder.holds("o.jsonl.duplicates.jsonl"))
  }

  @Test(arguments: ["mark", "drop"]) func shardsNameFirstsOfOtherShards(mode: String) throws {
    _ = try run(mode, "whole.jsonl")
    var parts: [Substring] = []
    for number in 1...3 {
      _ = try run(mode, "\(number).jsonl", "--shard", "\(number)/3")
      parts += try folder.text("\(number).jsonl").split(separator: "\n")
    }
    #expect(parts.sorted() == (try folder.text("whole.jsonl").split(separator: "\n").sorted()))
    let outputs = (1...3).flatMap { ["--output", "\($0).jsonl"] }
    #expect(try Program.run(["verify", "in.jsonl"] + outputs, in: folder).code == 0)
  }

  @Test func aListThatIsSharedIsMadeOnceAndAnewWhenTheInputsChange() throws {
    try folder.write("input: {duplicates: {mode: drop, list: lists/d.jsonl}}\nstages: [verbatim]\n", to: "drop.yml")
    _ = try run("drop", "1.jsonl", "--shard", "1/2")
    let made = try folder.data("lists/d.jsonl")
    let time = try modified("lists/d.jsonl")
    _ = try run("drop", "2.jsonl", "--shard", "2/2")
    #expect(try modified("lists/d.jsonl") == time)
    try folder.write(try folder.text("in.jsonl") + "{\"text\":\"Minister 7 spoke of rivers.\"}\n", to: "in.jsonl")
    _ = try run("drop", "3.jsonl")
    #expect(try folder.data("lists/d.jsonl") != made)
  }

  @Test func stoppedItGoesOnAndRefusesWhereTheModeHasChanged() throws {
    _ = try run("drop", "whole.jsonl")
    let process = Process()
    process.executableURL = try Program.executable()
    process.arguments = ["run", "in.jsonl", "-c", "drop.yml", "-o", "o.jsonl", "--checkpoint-every", "20", "-q"]
    process.currentDirectoryURL = folder.url
    try process.run()
    while process.isRunning, !folder.holds("o.jsonl.part.checkpoint") { usleep(200) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    if folder.holds("o.jsonl.part.checkpoint") {
      let other = try run("mark", "o.jsonl")
      #expect(other.code == 73)
      #expect(other.errors.contains("input: duplicates: {mode: drop, by: digest} then, {mode: mark, by: digest} now"))
    }
    _ = try run("drop", "o.jsonl")
    #expect(try folder.data("o.jsonl") == folder.data("whole.jsonl"))
    #expect(!folder.names.contains { $0.contains(".part") || $0.hasPrefix(".") })
  }

  @Test func whatIsAddedIsHeldAgainstWhatIsThere() throws {
    try folder.write("{\"id\":\"a\",\"text\":\"A.\"}\n{\"id\":\"b\",\"text\":\"B.\"}\n", to: "1.jsonl")
    try folder.write(
      "{\"id\":\"b\",\"text\":\"C.\"}\n{\"id\":\"c\",\"text\":\"C.\"}\n{\"id\":\"d\",\"text\":\"A.\"}\n"
        + "{\"id\":\"e\",\"text\":\"C.\"}\n", to: "2.jsonl")
    for day in ["1", "2", "2"] {
      let run = try Program.run("run", day + ".jsonl", "-c", "mark.yml", "-o", "o.jsonl", "--append", in: folder)
      #expect(run.code == 0, "\(run.errors)")
    }
    let records = Program.records(try folder.text("o.jsonl"))
    // The second day's `b` is left out, so `c` is the first of its kind.
    #expect(records.map { $0["id"] as? String } == ["a", "b", "c", "d", "e"])
    #expect(records.map { $0["duplicate_of"] as? String } == [nil, nil, nil, "a", "c"])
    let found = try Program.run("verify", "1.jsonl", "2.jsonl", "--output", "o.jsonl", in: folder)
    #expect(found.code == 0, "\(found.errors)")
    let other = try Program.run("run", "2.jsonl", "-c", "drop.yml", "-o", "o.jsonl", "--append", in: folder)
    #expect(other.code == 73)
  }

  @Test func whatIsTriedAgainIsMarkedToo() throws {
    let line = "{\"tixt\":\"Minister 3 spoke of rivers.\"}"
    try folder.write(try folder.text("in.jsonl").replacing("no JSON 102", with: line), to: "in.jsonl")
    _ = try run("mark", "o.jsonl")
    try folder.write(try folder.text("in.jsonl").replacing("tixt", with: "text"), to: "in.jsonl")
    let again = try Program.run("retry", "o.jsonl", "-o", "again.jsonl", in: folder)
    #expect(again.errors.contains("1 annotated + 6 failed"))
    #expect(Program.records(try folder.text("again.jsonl")).first?["duplicate_of"] as? String == "d3")
  }

  @Test func wordsAloneCountWhereTheMarkupDoesNot() throws {
    let article = "<p>Minister Ode spoke of rivers on Monday in Oslo.</p><p>He said that fish must be counted.</p>"
    try folder.write("<html><body><article>\(article)</article></body></html>", to: "p/a.html")
    try folder.write("<html><body><main><div class=x>\(article)</div></main></body></html>", to: "p/b.html")
    for (key, first) in [("digest", nil), ("text", "a.html"), ("fingerprint", "a.html")] as [(String, String?)] {
      try folder.write(
        "input: {duplicates: {mode: mark, by: \(key)}}\nstages: [boilerplate, sentences]\n", to: "p.yml")
      let run = try Program.run("run", "p", "-c", "p.yml", in: folder)
      #expect(run.records.map { $0["duplicate_of"] as? String } == [nil, first])
      #expect(try Program.run("run", "p", "-c", "p.yml", "-o", "/dev/null", in: folder).code == 0)
    }
  }

  @Test func aStreamCannotBeReadTwiceAndSaysSo() throws {
    for command in [["run", "-"], ["filter"]] {
      let run = try Program.run(command + ["-c", "mark.yml"], in: folder, input: Data("{\"text\":\"A.\"}\n".utf8))
      #expect(run.code == 65)
      #expect(run.errors.contains("say 'duplicates: keep' in pipeline.yml"))
    }
  }

  private func run(_ mode: String, _ name: String, _ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["run", "in.jsonl", "-c", mode + ".yml", "-o", name, "--checkpoint-every", "20"] + more, in: folder)
  }

  private func verify(_ mode: String, _ name: String) throws -> Program.Outcome {
    try Program.run("verify", "in.jsonl", "--output", name, "-c", mode + ".yml", in: folder)
  }

  private func modified(_ name: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: folder.url.appendingPathComponent(name).path)[.modificationDate]
      as? Date
  }
}
