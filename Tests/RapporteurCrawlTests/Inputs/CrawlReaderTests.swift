import CZlib
import Foundation
import Rapporteur
import Testing

@testable import RapporteurCrawl

@Suite struct CrawlReaderTests {
  @Test func pathsAreSortedBytewiseAsWholes() throws {
    let names = ["a/b.txt", "a.txt", "a-b.txt", "a/a/c.txt", "Z.txt", "ä.txt", "a0.txt"]
    let folder = try Folder(Dictionary(uniqueKeysWithValues: names.map { ($0, Array("x".utf8)) }))
    let sorted = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    #expect(try folder.items().map(\.summary) == sorted)
  }

  @Test func aLinkToAFolderAboveIsNoLoop() throws {
    let folder = try Folder(["a/page.txt": [0x78]])
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("a/up"), withDestinationURL: folder.url)
    #expect(try folder.items().map(\.summary) == ["a/page.txt"])
  }

  @Test func aDeadLinkIsAFailure() throws {
    let folder = try Folder(["b.txt": [0x78]])
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("a.txt"), withDestinationPath: folder.file("nowhere"))
    #expect(try folder.items().map(\.summary) == ["a.txt unreadable", "b.txt"])
  }

  @Test func aNameThatIsNoUTF8IsStillRead() throws {
    let folder = try Folder()
    let path = folder.path.bytes + [0x2F, 0xFF, 0x2E, 0x74]
    let file = unsafe FilePath(bytes: path).withCString { unsafe fopen($0, "w") }
    if let file = unsafe file { unsafe fclose(file) }
    #expect(try folder.items().map(\.summary) == ["\u{FFFD}.t"])
  }

  @Test func contentTellsWhatAFileIs() throws {
    let rows = "{\"id\":\"r\",\"text\":\"x\"}\n"
    #expect(try Folder(["a.html": Array(rows.utf8)]).items().map(\.summary) == ["r"])
    #expect(try Folder(["a.jsonl": Array("<p>x".utf8)]).items().map(\.summary) == ["a.jsonl"])
    #expect(try Folder(["a.json": Array("{\"name\":\"x\"}\n".utf8)]).items().map(\.summary) == ["a.json"])
    #expect(try Folder(["a": Array("{ css } \n p { }".utf8)]).items().map(\.summary) == ["a"])
    #expect(try Folder(["a": Array("\u{FEFF}\(rows)".utf8)]).items().map(\.summary) == ["r"])
    #expect(try Folder(["a": []]).items().map(\.summary) == ["a"])
    let bad = "{\"id\": broken}\n\(rows)"
    #expect(try Folder(["a": Array(bad.utf8)]).items().map(\.summary) == ["a:0 invalid_json", "r"])
  }

  @Test func anEmptyPageIsAPageAndAnEmptyArchiveIsNone() throws {
    let nothing = try #require(Gzip.packed([]))
    #expect(try Folder(["a.html": [], "b.html.gz": nothing]).items().map(\.summary) == ["a.html", "b.html.gz"])
    let archives: [String: [UInt8]] = [
      "a.warc.gz": nothing, "b.WARC": [], "part-0.jsonl": [], "part-1.jsonl.gz": nothing, "c.warc.wet.gz": nothing,
      "d.arc": [],
    ]
    #expect(try Folder(archives).items().isEmpty)
  }

  @Test func rowsLongerThanAChunkComeWhole() throws {
    let long = String(repeating: "word ", count: 150_000)
    let lines = "{\"id\":1,\"text\":\"\(long)\"}\n{\"id\":2,\"text\":\"\(long)\"}\r\n{\"id\":3,\"text\":\"\"}"
    let folder = try Folder(["a.jsonl": Array(lines.utf8)])
    let pages = try folder.items().map { try $0.page() }
    #expect(pages.map(\.id) == ["1", "2", "3"])
    guard case .text(let text) = pages[1].content else { return #expect(Bool(false), "a row of text") }
    #expect(text.count == 750_000)
    #expect(pages[1].source.offset == 750_019)
    #expect(pages[2].source.length == 18)
  }

  @Test func aPageKeepsItsBytes() throws {
    let bytes: [UInt8] = [0x7B, 0x0D, 0x0A, 0x00, 0xFF, 0x0A]
    let page = try #require(try Folder(["a": bytes]).items().first?.page())
    guard case .bytes(let content) = page.content else { return #expect(Bool(false), "bytes") }
    #expect(content == bytes)
    #expect(page.source.path == "a" && page.source.offset == 0 && page.source.length == 6)
  }

  @Test func gzipOfAPageIsUnpackedAndItsCutIsTold() throws {
    let packed = try #require(Gzip.packed(Array(repeating: 0x78, count: 1_000_000)))
    let page = try #require(try Folder(["a.gz": packed]).items().first?.page())
    #expect(page.source.length == 1_000_000)
    for cut in stride(from: 2, to: packed.count, by: 101) {
      let items = try Folder(["a.gz": Array(packed.prefix(cut))]).items()
      #expect(items.map(\.summary) == ["a.gz truncated"])
    }
    #expect(try Folder(["a.gz": packed + [0, 0, 0]]).items().map(\.summary) == ["a.gz"], "zeros pad an archive")
    #expect(try Folder(["a.gz": packed + [1, 2, 3]]).items().map(\.summary) == ["a.gz corrupt"])
  }

  @Test func rowsBeforeADamagedPlaceAreKept() throws {
    var lines: [UInt8] = []
    for number in 0..<5000 { lines += Array("{\"id\":\(number),\"text\":\"\(number &* 2_654_435_761)\"}\n".utf8) }
    let packed = try #require(Gzip.packed(lines))
    let items = try Folder(["a": Array(packed.prefix(packed.count / 2))]).items()
    #expect(items.count > 1000 && items.count < 4000)
    #expect(items[1000].summary == "1000")
    #expect(items.last?.summary.hasSuffix(" truncated") == true)
  }
}
