import Foundation
import Testing

/// Runs that are killed, stopped and begun again. tools/faults has the long ones.
@Suite(.serialized) struct ResumeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("stages: [verbatim, sentences]\n", to: "p.yml")
    var lines = ""
    for number in 0..<600 {
      let text = String(repeating: "Minister \(number) spoke of rivers. ", count: number % 9)
      lines += number % 97 == 5 ? "no JSON\n" : "{\"id\":\"d\(number % 550)\",\"text\":\"\(text)\"}\n"
    }
    try folder.write(lines, to: "in.jsonl")
  }

  @Test(arguments: [("2", "o.jsonl"), ("1", "o.jsonl.gz"), ("2", "o.jsonl.zst")])
  func killedAnywhereItEndsWithTheSameBytes(workers: String, name: String) throws {
    _ = try Program.run("run", "in.jsonl", "-c", "p.yml", "-o", "whole." + name, "--checkpoint-every", "20", in: folder)
    for kept in [25, 310] {
      try stop(after: kept, workers: workers, name, with: SIGKILL)
      let again = try run(name, workers)
      #expect(again.code == 1)
      #expect(again.errors.contains("Going on behind document"))
      #expect(try folder.data(name) == folder.data("whole." + name))
      #expect(try folder.data(name + ".failures.jsonl") == folder.data("whole.\(name).failures.jsonl"))
      #expect(!folder.names.contains { $0.contains(".part") })
      let manifest = try folder.text(name + ".run.json")
      #expect(manifest.contains("\"read\":600,\"annotated\":593,\"failed\":7,\"filtered\":0,\"closed\":true"))
      let seen = manifest.matches(of: /"documents":(\d+)/).map { String($0.1) }
      #expect(seen == ["593", "593", "593", "593"], "each stage has counted every document once")
      try FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
    }
  }

  @Test func stoppedItKeepsWhatIsDoneAndSaysHowToGoOn() throws {
    _ = try run("whole.jsonl", "2")
    let stopped = try stop(after: 25, workers: "2", "o.jsonl", with: SIGTERM)
    #expect(stopped.code == 75)
    #expect(stopped.errors.contains("documents are kept; the same command goes on behind them."))
    #expect(!folder.holds("o.jsonl"))
    #expect(try run("o.jsonl", "1").errors.contains("Going on behind document"))
    #expect(try folder.data("o.jsonl") == folder.data("whole.jsonl"))
  }

  @Test func stoppedAtTheStandardInputItWritesWhatItHas() throws {
    for (name, target) in [("o.jsonl", "o.jsonl.part"), ("-", "stopped.out")] {
      let process = Process()
      process.executableURL = try Program.executable()
      process.arguments = ["run", "-", "-c", "p.yml", "-o", name]
      process.currentDirectoryURL = folder.url
      for stream in ["stopped.out", "stopped.err"] { try folder.write("", to: stream) }
      process.standardOutput = try FileHandle(forWritingTo: folder.url.appendingPathComponent("stopped.out"))
      process.standardError = try FileHandle(forWritingTo: folder.url.appendingPathComponent("stopped.err"))
      let pipe = Pipe()
      process.standardInput = pipe
      try process.run()
      try pipe.fileHandleForWriting.write(contentsOf: Data("{\"text\":\"A.\"}\n{\"text\":\"B.\"}\n{\"te".utf8))
      // On a busy machine it takes a while until it listens for signals: then it has said something.
      for _ in 0..<300 where try folder.text("stopped.err").isEmpty && folder.text("stopped.out").isEmpty {
        usleep(100_000)
      }
      usleep(700_000)
      kill(process.processIdentifier, SIGTERM)
      process.waitUntilExit()
      let errors = try folder.text("stopped.err")
      #expect(process.terminationStatus == 75)
      #expect(errors.contains("2 read = 2 annotated + 0 failed;"))
      #expect(errors.contains("Stopped before the end. There is nothing to go on from: the same command begins anew"))
      #expect(Program.records(try folder.text(target)).compactMap { $0["text"] as? String } == ["A.", "B."])
      #expect(!folder.holds("o.jsonl"))
    }
  }

  @Test func whatHasChangedIsNamed() throws {
    try stop(after: 25, workers: "1", "o.jsonl", with: SIGKILL)
    let limited = try Program.run(
      "run", "in.jsonl", "-c", "p.yml", "-o", "o.jsonl", "--checkpoint-every", "20", "--limit", "9", in: folder)
    #expect(limited.code == 73)
    #expect(limited.errors.contains("--limit: none then, 9 now\nGive the same again to go on, add --restart"))
    try folder.write("stages: [verbatim]\n", to: "p.yml")
    #expect(try run("o.jsonl", "1").errors.contains("configuration: "))
    for (options, name) in [
      ("limits: {page: 1MB}", "limits"), ("fields: {text: body}", "fields"), ("status: [200]", "status"),
      ("media_types: [text/*]", "media_types"), ("duplicates: mark", "duplicates"),
    ] {
      try folder.write("stages: [verbatim, sentences]\ninput: {\(options)}\n", to: "p.yml")
      #expect(try run("o.jsonl", "1").errors.contains("  input: \(name): "))
    }
    try folder.write("stages: [verbatim, sentences]\n", to: "p.yml")
    try folder.write("{\"text\":\"x\"}\n", to: "in.jsonl")
    #expect(try run("o.jsonl", "1").errors.contains("inputs: "))
    #expect(folder.holds("o.jsonl.part"))
    #expect(try run("o.jsonl", "1", "--restart").code == 0)
    #expect(Program.records(try folder.text("o.jsonl")).count == 1)
    #expect(folder.names == ["in.jsonl", "o.jsonl", "o.jsonl.run.json", "p.yml"])
  }

  @Test func aFileThatMayNotGrowIsToldAndGoneOnFrom() throws {
    _ = try run("whole.jsonl", "2")
    let binary = try Program.executable().path
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    let command = "run in.jsonl -c p.yml -o o.jsonl --checkpoint-every 20"
    shell.arguments = ["-c", "ulimit -f 200; '\(binary)' \(command) 2>err"]
    shell.currentDirectoryURL = folder.url
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
    #expect(try folder.text("err").contains("o.jsonl.part: File too large"))
    #expect(!folder.holds("o.jsonl"))
    #expect(try run("o.jsonl", "2").errors.contains("Going on behind document"))
    #expect(try folder.data("o.jsonl") == folder.data("whole.jsonl"))
  }

  @Test func shardsTogetherAreTheWhole() throws {
    _ = try run("whole.jsonl", "2")
    let whole = try folder.text("whole.jsonl").split(separator: "\n").sorted()
    var parts: [Substring] = []
    for number in 1...3 {
      _ = try run("\(number).jsonl", "2", "--shard", "\(number)/3")
      parts += try folder.text("\(number).jsonl").split(separator: "\n")
    }
    #expect(parts.sorted() == whole)
  }

  @Test func appendingAddsOnlyWhatIsNew() throws {
    try folder.write("{\"id\":\"a\",\"text\":\"A.\"}\n{\"id\":\"b\",\"text\":\"B.\"}\n", to: "1.jsonl")
    try folder.write("{\"id\":\"b\",\"text\":\"B.\"}\n{\"id\":\"c\",\"text\":\"C.\"}\n", to: "2.jsonl")
    for name in ["o.jsonl.gz", "o.jsonl"] {
      for day in ["1", "2", "2"] {
        let run = try Program.run("run", day + ".jsonl", "-c", "p.yml", "-o", name, "--append", in: folder)
        #expect(run.code == 0)
      }
    }
    #expect(Program.records(try folder.text("o.jsonl")).map { $0["id"] as? String } == ["a", "b", "c"])
    let other = try Program.run("run", "2.jsonl", "-o", "o.jsonl", "--append", in: folder)
    #expect(other.code == 73)
    #expect(other.errors.contains("was made with another configuration"))
  }

  @Test func limitsAndSamplesAreCounted() throws {
    _ = try run("o.jsonl", "2", "--limit", "37")
    #expect(Program.records(try folder.text("o.jsonl")).count == 36)
    let sample = try run("s.jsonl", "2", "--sample", "0.2")
    #expect(sample.errors.contains("left out: "))
    #expect((60...180).contains(Program.records(try folder.text("s.jsonl")).count))
    let plan = try Program.run("run", "in.jsonl", "-c", "p.yml", "-o", "new/o.jsonl", "--dry-run", in: folder)
    #expect(plan.output.hasPrefix("read      in.jsonl: 1 file, 0."))
    #expect(!folder.holds("new"))
  }

  private func run(_ name: String, _ workers: String, _ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["run", "in.jsonl", "-c", "p.yml", "-o", name, "-w", workers, "--checkpoint-every", "20"] + more, in: folder)
  }

  /// Begins a run, and ends it with a signal once its checkpoint says that `kept` documents are done.
  @discardableResult
  private func stop(after kept: Int, workers: String, _ name: String, with signal: Int32) throws -> Program.Outcome {
    let process = Process()
    process.executableURL = try Program.executable()
    process.arguments = ["run", "in.jsonl", "-c", "p.yml", "-o", name, "-w", workers, "--checkpoint-every", "20"]
    process.currentDirectoryURL = folder.url
    try folder.write("", to: "stopped.err")
    process.standardError = try FileHandle(forWritingTo: folder.url.appendingPathComponent("stopped.err"))
    try process.run()
    while process.isRunning {
      let noted = (try? folder.text(name + ".part.checkpoint"))?.firstMatch(of: /"read":(\d+)/)
      if let noted, let read = Int(noted.1), read >= kept { break }
      usleep(500)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: folder.url.appendingPathComponent("stopped.err")) }
    return Program.Outcome(code: process.terminationStatus, output: "", errors: try folder.text("stopped.err"))
  }
}
