import Foundation
import Testing

@Suite struct FilterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("stages: [verbatim]\n", to: "plain.yml")
  }

  @Test func everyLineGetsItsRecord() throws {
    let lines =
      "{\"id\":1,\"text\":\"One.\"}\n\nno JSON\n{\"id\":1,\"text\":\"Again.\"}\n{\"id\":4}\n{\"text\":\"Last\"}"
    let filter = try Program.run("filter", "-c", "plain.yml", in: folder, input: Data(lines.utf8))
    #expect(filter.code == 0)
    #expect(filter.errors == "")
    let records = filter.records
    #expect(
      records.map { $0["status"] as? String }
        == ["annotated", "failed", "failed", "annotated", "failed", "annotated"])
    #expect(records.map { $0["id"] as? String } == ["1", "-:23", "-:24", "1#2", "4", "-:66"])
    #expect(Set(records.map { $0.keys.sorted() }).count == 1, "a failed record has every key")
  }

  @Test func partsOfAFileGiveTheRecordsOfTheFile() throws {
    let lines = ["{\"text\":\"One.\"}", "", "no JSON", "{\"id\":\"é\",\"text\":\"Two.\"}", "{\"text\":\"Three.\"}"]
    let whole = lines.joined(separator: "\n") + "\n"
    try folder.write(whole, to: "a.jsonl")
    let run = try Program.run("run", "a.jsonl", "-c", "plain.yml", "-q", in: folder)
    for cut in 1..<lines.count {
      var records = ""
      var offset = 0
      for part in [lines[..<cut], lines[cut...]] {
        let text = part.map { $0 + "\n" }.joined()
        let place = ["filter", "-c", "plain.yml", "--path", "a.jsonl", "--offset", "\(offset)"]
        records += try Program.run(place, in: folder, input: Data(text.utf8)).output
        offset += text.utf8.count
      }
      #expect(records == run.output, "cut before line \(cut + 1)")
    }
    try folder.write(run.output, to: "out.jsonl")
    let verify = try Program.run("verify", "a.jsonl", "--output", "out.jsonl", "-c", "plain.yml", in: folder)
    #expect(verify.code == 0, "\(verify.errors)")
  }

  @Test func nothingInNothingOut() throws {
    let filter = try Program.run("filter", "-c", "plain.yml", in: folder)
    #expect(filter.code == 0)
    #expect(filter.output == "" && filter.errors == "")
  }

  @Test func aLineThatIsOnlyTextIsNoPage() throws {
    let filter = try Program.run("filter", "-c", "plain.yml", in: folder, input: Data("Words.\nMore words.\n".utf8))
    #expect(filter.code == 0)
    #expect(filter.records.count == 2)
  }

  @Test(.timeLimit(.minutes(1))) func everyLineIsAnsweredBeforeTheNextIsWritten() throws {
    let process = Process()
    process.executableURL = try Program.executable()
    process.arguments = ["filter", "-c", "plain.yml"]
    process.currentDirectoryURL = folder.url
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 0..<3 {
      input.fileHandleForWriting.write(Data("{\"id\":\(number),\"text\":\"Words.\"}\n".utf8))
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(Program.records(line).first?["id"] as? String == "\(number)")
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
