import Foundation
import Testing

/// What is too large to be held. tools/faults/bombs.py has the ten-gigabyte versions.
@Suite struct MemoryTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("stages: [verbatim]\n", to: "p.yml")
  }

  @Test func aHeadWithoutAnEndIsSteppedOver() throws {
    try writeZeros(150 << 20, behind: "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ", to: "a.warc")
    try folder.write("Words.", to: "b.txt")
    #expect(try annotate("a.warc", "b.txt") < 200)
    #expect(try codes == ["damaged_archive"])
  }

  @Test func aLineThatIsTooLongIsSteppedOver() throws {
    try writeZeros(150 << 20, behind: "{\"id\":\"a\",\"text\":\"x\"}\n{\"text\":\"", to: "a.jsonl")
    #expect(try annotate("a.jsonl") < 300)
    #expect(try codes == ["too_large"])
  }

  @Test func aPageThatIsTooLongIsSteppedOver() throws {
    try writeZeros(150 << 20, behind: "<p>Words", to: "a.html")
    try folder.write("Words.", to: "b.txt")
    #expect(try annotate("a.html", "b.txt") < 300)
    #expect(try codes == ["too_large"])
  }

  /// A file whose zeros take no room on the disk.
  private func writeZeros(_ count: UInt64, behind head: String, to name: String) throws {
    try folder.write(head, to: name)
    let file = try FileHandle(forWritingTo: folder.url.appendingPathComponent(name))
    try file.truncate(atOffset: UInt64(head.utf8.count) + count)
    try file.close()
  }

  /// Runs over the files, of which one page is annotated and the other fails.
  ///
  /// - Returns: The most memory that it took, in MB.
  private func annotate(_ names: String...) throws -> Double {
    let paths = names.map { folder.url.appendingPathComponent($0).path }
    let output = folder.url.appendingPathComponent("o.jsonl").path
    let configuration = folder.url.appendingPathComponent("p.yml").path
    let outcome = try Program.measure(["run"] + paths + ["-c", configuration, "-o", output, "-q"])
    #expect(outcome.code == 1)
    #expect(Program.records(try folder.text("o.jsonl")).count == 1)
    return outcome.megabytes
  }

  /// Of the failures.
  private var codes: [String] {
    get throws {
      Program.records(try folder.text("o.jsonl.failures.jsonl")).compactMap {
        ($0["error"] as? [String: Any])?["code"] as? String
      }
    }
  }
}
