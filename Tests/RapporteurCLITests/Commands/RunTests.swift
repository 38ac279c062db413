import Foundation
import Testing

@Suite struct RunTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("stages: [verbatim]\n", to: "plain.yml")
  }

  @Test func aFolderIsReadInTheOrderOfItsPaths() throws {
    for name in ["b.txt", "a/z.txt", "a.txt", "c/d/e.txt", ".hidden.txt", ".git/config"] {
      try folder.write("Words.", to: "pages/" + name)
    }
    let run = try Program.run("run", "pages", "-c", "plain.yml", "-o", "out.jsonl", "--quiet", in: folder)
    #expect(run.code == 0)
    #expect(run.errors == "" && run.output == "")
    let ids = Program.records(try folder.text("out.jsonl")).map { $0["id"] as? String }
    #expect(ids == ["a.txt", "a/z.txt", "b.txt", "c/d/e.txt"])
  }

  @Test func noFileOfAnInputFolderIsWrittenOver() throws {
    let packed = try folder.gzip(Data("{\"id\":\"a\",\"text\":\"A.\"}\n".utf8))
    try folder.write(packed, to: "in/d.jsonl.gz")
    try folder.write("Words.", to: "in/e.txt")
    for command in [["run"], ["run", "--restart"], ["run", "--dry-run"], ["lines"]] {
      let run = try Program.run(command + ["in", "-c", "plain.yml", "-o", "in/d.jsonl.gz"], in: folder)
      #expect(run.code == 73 && run.errors.contains("is no output of this program, and would be lost; name another"))
    }
    #expect(try folder.data("in/d.jsonl.gz") == packed)
    for _ in 0..<2 {
      let run = try Program.run("run", "in", "-c", "plain.yml", "-o", "in/o.jsonl.gz", in: folder)
      #expect(run.code == 0 && run.errors.contains("2 read = 2 annotated"))
    }
    for _ in 0..<2 {
      #expect(try Program.run("lines", "in", "-c", "plain.yml", "-o", "in/o.lines", in: folder).code == 0)
    }
  }

  @Test func noInputIsWrittenOver() throws {
    try folder.write("{\"id\":\"a\",\"text\":\"A.\"}\nno JSON\n", to: "in.jsonl")
    for arguments in [["run", "in.jsonl"], ["run", "*.jsonl"], ["lines", "in.jsonl"]] {
      let run = try Program.run(arguments + ["-c", "plain.yml", "-o", "./in.jsonl"], in: folder)
      #expect(run.code == 73 && run.errors.contains("this is one of the inputs, and would be lost"))
    }
    _ = try Program.run("run", "in.jsonl", "-c", "plain.yml", "-o", "out.jsonl", in: folder)
    let again = try Program.run("retry", "out.jsonl", "-o", "./out.jsonl", in: folder)
    #expect(again.code == 73 && again.errors.contains("this is what is tried again, and would be lost"))
    #expect(Program.records(try folder.text("out.jsonl")).count == 1)
    #expect(try folder.text("in.jsonl").hasPrefix("{"))
  }

  @Test func noForeignFileIsWrittenOver() throws {
    try folder.write("Words.", to: "page.txt")
    try folder.write("Dear diary\n", to: "diary.txt")
    let run = try Program.run("run", "page.txt", "-c", "plain.yml", "-o", "diary.txt", "--restart", in: folder)
    #expect(
      run.code == 73 && run.errors.contains("diary.txt: this file is no output of this program, and would be lost"))
    #expect(try folder.text("diary.txt") == "Dear diary\n")
    try folder.write("", to: "empty.jsonl")
    #expect(try Program.run("run", "page.txt", "-c", "plain.yml", "-o", "empty.jsonl", in: folder).code == 0)
  }

  @Test func whatIsNamedTwiceIsReadOnce() throws {
    for name in ["in/a.txt", "in/b.txt", "in/.c.txt", "d.txt"] { try folder.write("Words.", to: name) }
    let inputs = ["d.txt", "in/b.txt", "in", "./in/../d.txt", "in/.c.txt", "in/*.txt"]
    let run = try Program.run(["run"] + inputs + ["-c", "plain.yml", "-o", "out.jsonl"], in: folder)
    #expect(run.code == 0)
    let ids = Program.records(try folder.text("out.jsonl")).map { $0["id"] as? String }
    #expect(ids == ["d.txt", "a.txt", "b.txt", ".c.txt"])
    for name in ["in/b.txt", "./in/../d.txt", "in/a.txt"] {
      #expect(run.errors.contains("\(name): named more than once, read once\n"))
    }
    #expect(try Program.run(["verify"] + inputs + ["--output", "out.jsonl"], in: folder).code == 0)
  }

  @Test func otherInputsInTheSameOutputAreSaid() throws {
    for name in ["a.txt", "b.txt"] { try folder.write("Words.", to: name) }
    for (name, says) in [("a.txt", false), ("a.txt", false), ("b.txt", true)] {
      let run = try Program.run("run", name, "-c", "plain.yml", "-o", "out.jsonl", in: folder)
      #expect(run.code == 0 && run.errors.contains("replaces records made from other inputs (a.txt)") == says)
    }
  }

  @Test func aSingleFileIsCalledByItsName() throws {
    try folder.write("Words.", to: "deep/down/page.txt")
    let run = try Program.run("run", "deep/down/page.txt", "-c", "plain.yml", in: folder)
    #expect(run.records.first?["id"] as? String == "page.txt")
  }

  @Test func aGlobNamesFilesFromItsFixedPart() throws {
    for name in ["x/a.txt", "y/b.txt", "y/c.md"] { try folder.write("Words.", to: "pages/" + name) }
    let run = try Program.run("run", "pages/*/*.txt", "-c", "plain.yml", in: folder)
    #expect(run.records.map { $0["id"] as? String } == ["x/a.txt", "y/b.txt"])
  }

  @Test func theStandardInputIsAPageOrLines() throws {
    let page = try Program.run("run", "-", "-c", "plain.yml", in: folder, input: Data("Words.\n".utf8))
    #expect(page.records.map { $0["id"] as? String } == ["-"])
    let lines = Data("{\"id\":\"x\",\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}".utf8)
    let rows = try Program.run("run", "-", "-c", "plain.yml", in: folder, input: lines)
    #expect(rows.records.map { $0["id"] as? String } == ["x", "-:26"])
    #expect(rows.records.map { $0["text"] as? String } == ["One.", "Two."])
  }

  @Test func aBadLineFailsAloneAndWhatCanBeRepairedIs() throws {
    var lines = Data("this is no JSON\n{\"id\":12345678901234567890,\"text\":\"a \\ud800 b\"}\n[1]\n".utf8)
    lines += Data("{\"id\":\"bad byte\",\"text\":\"c ".utf8) + Data([0xFF]) + Data(" d\"}\n".utf8)
    lines += Data("{\"id\":\"none\"}\n{\"id\":\"bad byte\",\"text\":\"e\"}\n".utf8)
    try folder.write(Data("{\"text\":\"first\"}\n".utf8) + lines, to: "in.jsonl")
    let run = try Program.run("run", "in.jsonl", "-c", "plain.yml", "-o", "out.jsonl", in: folder)
    #expect(run.code == 1)
    let records = Program.records(try folder.text("out.jsonl"))
    #expect(
      records.map { $0["id"] as? String } == ["in.jsonl:0", "12345678901234567890", "bad byte", "bad byte#2"])
    #expect(records.map { $0["text"] as? String } == ["first", "a \u{FFFD} b", "c \u{FFFD} d", "e"])
    let warnings = records.map { ($0["warnings"] as? [[String: Any]])?.first?["code"] as? String }
    #expect(warnings == [nil, "repaired_json", "repaired_json", "duplicate_id"])
    let failures = Program.records(try folder.text("out.jsonl.failures.jsonl"))
    let codes = failures.map { ($0["error"] as? [String: Any])?["code"] as? String }
    #expect(codes == ["invalid_json", "no_object", "no_content"])
    #expect(run.errors.contains("7 read = 4 annotated + 3 failed"))
  }

  @Test func failuresWithinTheLimitAreNoFault() throws {
    try folder.write("{\"text\":\"x\"}\n[]\n", to: "in.jsonl")
    let allowed = try Program.run(
      "run", "in.jsonl", "-c", "plain.yml", "-o", "o", "--max-failures", "1", in: folder)
    #expect(allowed.code == 0)
    let refused = try Program.run("run", "in.jsonl", "-c", "plain.yml", "-o", "o", in: folder)
    #expect(refused.code == 1)
    try folder.write("{\"text\":\"x\"}\n", to: "in.jsonl")
    _ = try Program.run("run", "in.jsonl", "-c", "plain.yml", "-o", "o", in: folder)
    #expect(!folder.holds("o.failures.jsonl"), "the failures of an earlier run are gone")
  }

  @Test func workersDoNotChangeTheBytes() throws {
    var lines = ""
    for number in 0..<300 {
      lines +=
        "{\"id\":\(number % 290),\"text\":\"\(String(repeating: "Word \(number). ", count: number % 40 * 9))\"}\n"
    }
    try folder.write(lines, to: "in.jsonl")
    var outputs: [Data] = []
    for workers in ["1", "2", "7"] {
      let run = try Program.run(
        "run", "in.jsonl", "-c", "plain.yml", "-o", "o\(workers)", "-w", workers, in: folder)
      #expect(run.code == 0)
      outputs.append(try folder.data("o\(workers)"))
    }
    #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2])
    #expect(Program.records(try folder.text("o1")).count == 300)
  }

  @Test func anOutputInsideTheInputIsNoInput() throws {
    try folder.write("Words.", to: "pages/a.txt")
    for _ in 0..<2 {
      let run = try Program.run("run", "pages", "-c", "plain.yml", "-o", "pages/out.jsonl", in: folder)
      #expect(run.code == 0)
      #expect(Program.records(try folder.text("pages/out.jsonl")).count == 1)
    }
    #expect(try Program.run("run", "pages", "-c", "plain.yml", "-o", "pages/out.jsonl", in: folder).code == 0)
  }

  @Test func gzipIsKnownByItsContentAndDamageIsTold() throws {
    let whole = Data(base64Encoded: Self.packedLines) ?? Data()
    try folder.write(whole, to: "in.jsonl")
    let run = try Program.run("run", "in.jsonl", "-c", "plain.yml", in: folder)
    #expect(run.code == 0)
    #expect(run.records.map { $0["id"] as? String } == ["one", "two", "three"])
    // The second member is cut: what the first holds is kept.
    try folder.write(whole.dropLast(12), to: "in.jsonl")
    let cut = try Program.run("run", "in.jsonl", "-c", "plain.yml", in: folder)
    #expect(cut.code == 1)
    #expect(cut.records.first?["id"] as? String == "one")
    #expect((cut.records.last?["error"] as? [String: Any])?["code"] as? String == "truncated")
    var flipped = whole
    flipped[flipped.count - 20] ^= 0xFF
    try folder.write(flipped, to: "in.jsonl")
    let corrupt = try Program.run("run", "in.jsonl", "-c", "plain.yml", in: folder)
    #expect(corrupt.code == 1)
    #expect(corrupt.records.first?["id"] as? String == "one")
  }

  @Test func whatCannotBeReadStopsTheRunBeforeItBegins() throws {
    try folder.write("Words.", to: "a.txt")
    let run = try Program.run("run", "a.txt", "nowhere.html", "-c", "plain.yml", "-o", "out.jsonl", in: folder)
    #expect(run.code == 65)
    #expect(
      run.errors == "rapporteur: nowhere.html: No such file or directory. "
        + "Name a file, a folder, a glob, or - for the standard input.\n")
    let glob = try Program.run("run", "*.warc", "-c", "plain.yml", "-o", "out.jsonl", in: folder)
    #expect(glob.code == 65)
    #expect(folder.names == ["a.txt", "plain.yml"])
  }

  @Test func nothingToReadIsSaid() throws {
    try folder.write("", to: "empty/.hidden.html")
    let empty = try Program.run("run", "empty", "-c", "plain.yml", "-o", "out.jsonl", in: folder)
    #expect(empty.code == 0)
    #expect(empty.errors.contains("There is no file in the inputs. Names that begin with a dot are left out."))
    let piped = try Program.run("run", "-", "-c", "plain.yml", in: folder)
    #expect(piped.code == 0)
    let warc = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nab\r\n\r\n"
    try folder.write(warc + warc, to: "a.warc")
    let archive = try Program.run("run", "a.warc", "-c", "plain.yml", "-o", "out.jsonl", in: folder)
    #expect(archive.errors.contains("records without a page: 2 warcinfo\nThere is no page in the inputs."))
  }

  @Test func anOutputThatCannotBeMadeIsSaidBeforeAnyWork() throws {
    try folder.write("Words.", to: "a.txt")
    let run = try Program.run("run", "a.txt", "-c", "plain.yml", "-o", "a.txt/out.jsonl", in: folder)
    #expect(run.code == 73)
    #expect(run.errors == "rapporteur: a.txt/out.jsonl.part: Not a directory; name another output\n")
    let full = try Program.run("run", "a.txt", "-c", "plain.yml", "-o", "/dev/full", "-q", in: folder)
    #expect(full.code == 74)
    #expect(full.errors == "rapporteur: /dev/full: No space left on device\n")
  }

  @Test func usageIsSaidWithItsCode() throws {
    #expect(try Program.run("run", "-c", "plain.yml", in: folder).code == 64)
    #expect(try Program.run("run", "a", "--worker", "2", in: folder).code == 64)
    #expect(try Program.run("run", "a", "-w", "many", in: folder).code == 64)
    #expect(try Program.run("runn", in: folder).code == 64)
  }

  @Test func theFileSaysWhatTheCommandLineDoesNot() throws {
    try folder.write("Words.", to: "sub/pages/a.txt")
    let yaml = "input: {paths: [pages]}\nstages: [verbatim]\noutput: {path: out/o.jsonl, offsets: utf8}\n"
    try folder.write(yaml, to: "sub/p.yml")
    #expect(try Program.run("run", "-c", "sub/p.yml", in: folder).code == 0)
    #expect(Program.records(try folder.text("sub/out/o.jsonl")).first?["offset_unit"] as? String == "utf8")
    #expect(try Program.run("run", "-c", "sub/p.yml", "-o", "mine.jsonl", in: folder).code == 0)
    #expect(folder.holds("mine.jsonl"))
  }

  @Test func aClosedPipeIsNoFault() throws {
    var lines = ""
    for _ in 0..<4000 { lines += "{\"text\":\"\(String(repeating: "Words. ", count: 20))\"}\n" }
    try folder.write(lines, to: "in.jsonl")
    let binary = try Program.executable().path
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "'\(binary)' run in.jsonl -c plain.yml -q 2>err | head -1 >out"]
    shell.currentDirectoryURL = folder.url
    try shell.run()
    shell.waitUntilExit()
    #expect(try folder.text("err") == "")
    #expect(Program.records(try folder.text("out")).count == 1)
  }

  /// Two gzip members: `{"id":"one","text":"A."}`, then `{"id":"two","text":"B."}` and `{"id":"three","text":"C."}`.
  private static let packedLines =
    "H4sIAAAAAAACA6tWykxRslLKz0tV0lEqSa0oAXIc9ZRquQC/SAIpGQAAAB+LCAAAAA"
    + "AAAgOrVspMUbJSKinPV9JRKkmtKAFynPSUarmqoRIZRampCClnkBQA5gYYXTQAAAA="
}
