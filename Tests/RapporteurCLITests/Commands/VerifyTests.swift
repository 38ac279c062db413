import Foundation
import Testing

@Suite struct VerifyTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("stages: [verbatim]\n", to: "p.yml")
    var lines = ""
    for number in 0..<200 {
      lines += number == 50 ? "no JSON\n" : "{\"id\":\"d\(number % 190)\",\"text\":\"Words \(number).\"}\n"
    }
    try folder.write(lines, to: "in.jsonl")
    _ = try Program.run("run", "in.jsonl", "-c", "p.yml", "-o", "o.jsonl", in: folder)
  }

  @Test func whatIsWholeIsWell() throws {
    let found = try verify()
    #expect(found.code == 0)
    #expect(found.errors == "All well: 200 documents, 200 records answer for them.\n")
  }

  @Test func aRecordThatIsMissingIsNamed() throws {
    try change(keepingManifest: false) { $0.remove(at: 120) }
    let found = try verify()
    #expect(found.code == 1)
    #expect(found.errors == "d121: no record answers for it\n")
  }

  @Test func swappedRecordsAreNamed() throws {
    try change(keepingManifest: false) { $0.swapAt(20, 21) }
    let found = try verify()
    #expect(found.code == 1)
    #expect(found.errors == "o.jsonl, line 21 (d21): out of order\n")
  }

  @Test func aRecordThatStandsThereTwiceIsNamed() throws {
    try change(keepingManifest: false) { $0.insert($0[7], at: 9) }
    #expect(try verify().errors.contains("line 10 (d7): answers for no document of the inputs, or for one twice"))
  }

  @Test func aFlippedByteIsSeen() throws {
    try change(keepingManifest: false) { $0[3] = $0[3].replacing("Words 3.", with: "Wards 3.") }
    #expect(try verify().errors.contains("line 4 (d3): the text is not the one that text_sha256 is of"))
    _ = try Program.run("run", "in.jsonl", "-c", "p.yml", "-o", "o.jsonl", in: folder)
    // Where no hash but the manifest's covers it.
    try change(keepingManifest: true) { $0[3] = $0[3].replacing("\"paragraph\"", with: "\"paragrapj\"") }
    #expect(try verify().errors.contains("o.jsonl: not the file that o.jsonl.run.json is about"))
  }

  @Test func aFlippedDigitWithoutAManifestIsNotSeenAndThatIsSaid() throws {
    try change(keepingManifest: false) { $0[3] = $0[3].replacing("\"end\":8", with: "\"end\":7") }
    let found = try verify()
    #expect(found.code == 0)
    #expect(found.errors.contains("only o.jsonl.run.json could tell, and it is missing"), "\(found.errors)")
  }

  @Test func aChangedInputIsSeen() throws {
    try folder.write(try folder.text("in.jsonl").replacing("Words 9.", with: "Wurds 9."), to: "in.jsonl")
    #expect(try verify().errors == "d9: made of other bytes than the input holds now\n")
  }

  @Test func whatFailedIsTriedAgain() throws {
    try folder.write(
      try folder.text("in.jsonl").replacing("no JSON", with: "{\"a\":1}"), to: "in.jsonl")
    _ = try Program.run("run", "in.jsonl", "-c", "p.yml", "-o", "o.jsonl", in: folder)
    try folder.write(
      try folder.text("in.jsonl").replacing("{\"a\":1}", with: "{\"text\":\"2\"}"), to: "in.jsonl")
    let again = try Program.run("retry", "o.jsonl", "-o", "again.jsonl", in: folder)
    #expect(again.code == 0)
    let records = Program.records(try folder.text("again.jsonl"))
    #expect(records.count == 1 && records.first?["text"] as? String == "2")
    let failed = Program.records(try folder.text("o.jsonl.failures.jsonl"))
    #expect(failed.first?["id"] as? String == records.first?["id"] as? String)
    #expect(try Program.run("retry", "nowhere.jsonl", "-o", "x", in: folder).code == 65)
  }

  @Test func whatADamagedFileHidIsReadWhenItIsWhole() throws {
    let whole = try folder.data("in.jsonl")
    let packed = try folder.gzip(whole)
    try folder.write(packed.prefix(packed.count / 2), to: "in.jsonl.gz")
    let first = try Program.run("run", "in.jsonl.gz", "-c", "p.yml", "-o", "o.jsonl", in: folder)
    #expect(first.code == 1)
    try folder.write(packed, to: "in.jsonl.gz")
    // From another folder than the run's.
    try folder.write(Data(), to: "elsewhere/x")
    let again = try Program.run("retry", "../o.jsonl", "-o", "../again.jsonl", in: folder, at: "elsewhere")
    #expect(again.code == 1 && again.errors.contains("1 failed"))
    let found = try Program.run(
      "verify", "in.jsonl.gz", "--output", "o.jsonl", "--output", "again.jsonl", "-c", "p.yml", in: folder)
    #expect(found.code == 0, "\(found.errors)")
  }

  @Test func whatIsNotCheckedIsSaid() throws {
    for shard in ["1", "3"] {
      _ = try Program.run("run", "in.jsonl", "-c", "p.yml", "-o", "\(shard).out", "--shard", "\(shard)/3", in: folder)
    }
    let shards = try Program.run("verify", "in.jsonl", "--output", "1.out", "--output", "3.out", in: folder)
    #expect(shards.code == 0)
    let what = "of shard 1/3 and 3/3 only; 2/3 is not among the outputs: its documents are not checked.\n"
    #expect(shards.errors.hasSuffix(what))
    _ = try Program.run("run", "in.jsonl", "-c", "p.yml", "-o", "o.jsonl", "--limit", "5", in: folder)
    #expect(try verify().errors.hasSuffix(" Checked: the first 5 documents only: --limit.\n"))
  }

  @Test func whatIsAddedMayStandEarlierInTheInput() throws {
    for name in ["c0", "c1"] { try folder.write("\(name) words.", to: "day/\(name).txt") }
    let arguments = ["run", "day", "-c", "p.yml", "-o", "a.out", "--append"]
    _ = try Program.run(arguments, in: folder)
    for name in ["a", "c01"] { try folder.write("\(name) words.", to: "day/\(name).txt") }
    #expect(try Program.run(arguments, in: folder).code == 0)
    let found = try Program.run("verify", "day", "--output", "a.out", in: folder)
    #expect(found.code == 0 && found.errors.contains("All well: 4 documents, 4 records"), "\(found.errors)")
    var lines = try folder.text("a.out").split(separator: "\n").map(String.init)
    lines.swapAt(2, 3)
    try folder.write(lines.joined(separator: "\n") + "\n", to: "a.out")
    #expect(try Program.run("verify", "day", "--output", "a.out", in: folder).errors.contains("out of order"))
  }

  @Test func theAdviceWorks() throws {
    func follow(_ run: Program.Outcome) throws {
      let advice = try #require(run.errors.split(separator: "\n").last?.split(separator: " ").map(String.init))
      #expect(advice.prefix(3) == ["next:", "rapporteur", "verify"], "\(run.errors)")
      let found = try Program.run(Array(advice.dropFirst(2)), in: folder)
      #expect(found.code == 0, "\(advice): \(found.errors)")
    }
    for name in ["1", "2"] { try folder.write("Words \(name).", to: "d\(name)/\(name).txt") }
    try follow(try Program.run("run", "d1", "-c", "p.yml", "-o", "z.out", in: folder))
    try follow(try Program.run("run", "d2", "-c", "p.yml", "-o", "z.out", "--append", in: folder))
    try folder.write(String(repeating: "Many words. ", count: 200), to: "d1/long.txt")
    try folder.write("stages: [verbatim]\ninput: {limits: {page: 1kB}}\n", to: "small.yml")
    #expect(try Program.run("run", "d1", "-c", "small.yml", "-o", "s.out", in: folder).code == 1)
    try follow(try Program.run("retry", "s.out", "-o", "t.out", "-c", "p.yml", in: folder))
  }

  private func verify() throws -> Program.Outcome {
    try Program.run("verify", "in.jsonl", "--output", "o.jsonl", "-c", "p.yml", in: folder)
  }

  private func change(keepingManifest: Bool, _ edit: (inout [String]) -> Void) throws {
    var lines = try folder.text("o.jsonl").split(separator: "\n").map(String.init)
    edit(&lines)
    try folder.write(lines.joined(separator: "\n") + "\n", to: "o.jsonl")
    if !keepingManifest {
      try FileManager.default.removeItem(at: folder.url.appendingPathComponent("o.jsonl.run.json"))
    }
  }
}
