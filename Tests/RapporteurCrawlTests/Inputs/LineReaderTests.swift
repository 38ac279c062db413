import Testing

@testable import RapporteurCrawl

@Suite struct LineReaderTests {
  private func lines(_ text: String, limit: Int = 100, prefix: Int = 0) throws -> [LineReader.Line] {
    let bytes = Array(text.utf8)
    let folder = try Folder(["f": Array(bytes.dropFirst(prefix))])
    var reader = LineReader(
      ByteStream(try FileStream(FilePath(folder.file("f")))), prefix: Array(bytes.prefix(prefix)), limit: limit)
    var lines: [LineReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  @Test func linesKeepTheirFeeds() throws {
    let text = "one\n\ntwo\r\nthree"
    for prefix in 0...text.utf8.count {
      let lines = try lines(text, prefix: prefix)
      #expect(lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["one\n", "\n", "two\r\n", "three"])
      #expect(lines.map(\.offset) == [0, 4, 5, 10])
    }
  }

  @Test func aLongLineIsSkippedAlone() throws {
    let lines = try lines("a\n" + String(repeating: "x", count: 300_000) + "\nb\n")
    #expect(lines.map(\.isTooLong) == [false, true, false])
    #expect(lines.map(\.length) == [2, 300_001, 2])
    #expect(lines[1].bytes.isEmpty)
  }

  @Test func nothingHasNoLines() throws { #expect(try lines("").isEmpty) }
}
