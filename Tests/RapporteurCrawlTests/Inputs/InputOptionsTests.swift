import Rapporteur
import Testing

@testable import RapporteurCrawl

@Suite struct InputOptionsTests {
  @Test func fieldsHaveTheNamesThatTheDumpGivesThem() throws {
    var options = InputOptions()
    options.fields.id = "key"
    options.fields.html = "raw"
    options.fields.date = "day"
    let reading = try Reading(Array(#"{"key":"a","raw":"<p>x","day":"2024-01-02","id":"b","text":"y"}"#.utf8), options)
    #expect(reading.summary == ["a"] && reading.bodies == ["<p>x"])
    #expect(reading.pages[0].published == "2024-01-02")
  }

  @Test func statusAndTypeDecideWhatIsKept() throws {
    let pages: [(String, [UInt8])] = [
      ("ok", Archive.response([], type: "text/html; charset=utf-8")),
      ("gone", Archive.response([], status: "404 Gone")),
      ("moved", Archive.response([], status: "301")), ("image", Archive.response([], type: "image/png")),
      ("bare", Array("<p>No head.".utf8)), ("text", Archive.response([], type: "TEXT/Plain")),
      ("untyped", Array("HTTP/1.1 200 OK\r\n\r\n<p>".utf8)),
    ]
    let file = pages.flatMap { Archive.record("response", $0.0, $0.1) }
    func kept(_ options: InputOptions) throws -> [String] {
      try Reading(file, options).items.filter { $0.filter == nil }.map { $0.summary.replacing("urn:x:", with: "") }
    }
    #expect(try kept(InputOptions()) == ["ok", "bare", "text", "untyped"])
    var options = InputOptions()
    options.statuses = [200...200, 404...404]
    options.mediaTypes = ["image/*"]
    #expect(try kept(options) == ["image", "bare", "untyped"])
    options.statuses = [100...999]
    options.mediaTypes = ["*"]
    #expect(try kept(options).count == pages.count)
  }

  @Test func longPagesAndLinesFailAlone() throws {
    var options = InputOptions()
    options.limits.page = 2000
    options.limits.line = 100
    let long = String(repeating: "x", count: 3000)
    #expect(try Reading(Array(long.utf8), options).summary == ["too_large"])
    let lines = "{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"b\",\"text\":\"\(long)\"}\n{\"id\":\"c\",\"text\":\"\"}\n"
    #expect(try Reading(Array(lines.utf8), options).summary == ["a", "too_large", "c"])
    let first = "{\"id\":\"b\",\"text\":\"\(long)\"}\n{\"id\":\"c\",\"text\":\"\"}\n"
    #expect(try Reading(Array(first.utf8), options).summary == ["too_large", "c"])
    let record = Archive.record("response", "b", Archive.response(Array(long.utf8)))
    #expect(try Reading(Archive.page(1) + record + Archive.page(2), options).summary == ["p1", "too_large", "p2"])
  }

  @Test(arguments: [
    ("64MB", 64 << 20), ("500kB", 500 << 10), ("1 gb", 1 << 30), ("12", 12), ("3B", 3), ("0", nil), ("-1", nil),
    ("1TB", nil), ("", nil), ("9999999999999999999", nil),
  ]) func sizesAreRead(_ text: String, _ bytes: Int?) {
    #expect(Limits.bytes(text) == bytes)
    if let bytes { #expect(Limits.bytes(Limits.text(bytes)) == bytes) }
  }
}
