import Rapporteur
import Testing

@testable import RapporteurCrawl

@Suite struct ArchiveReaderTests {
  static let body = Array("<p>One.</p>".utf8)
  static let block = Archive.response(body)

  @Test(arguments: ["WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1", "warc/1.0"])
  func everyVersionIsRead(_ version: String) throws {
    let reading = try Reading(
      Archive.record("response", "a", Self.block, version: version)
        + Archive.record("response", "b", Self.block, version: version))
    #expect(reading.summary == ["a", "b"] && reading.warnings.isEmpty)
    let page = try #require(reading.pages.first)
    #expect(page.body == "<p>One.</p>" && page.source.url == "http://news.example/a")
    #expect(page.source.httpStatus == 200 && page.source.mediaType == "text/html")
    #expect(page.source.fetched == "2024-05-06T07:08:09Z" && page.source.recordID == "urn:x:a")
  }

  @Test func pagesAreTakenAndTheOthersCounted() throws {
    let records = ["warcinfo", "request", "response", "metadata", "revisit", "resource", "conversion", "sound"]
    let file = records.flatMap { type in
      let block = type == "response" ? Self.block : Array("Words.".utf8)
      return Archive.record(type, type, block, mediaType: type == "response" ? "application/http" : "text/plain")
    }
    let reading = try Reading(file)
    #expect(reading.summary == ["response", "resource", "conversion"] && reading.warnings.isEmpty)
    #expect(reading.passedOver == ["warcinfo": 1, "request": 1, "metadata": 1, "revisit": 1, "sound": 1])
    #expect(reading.pages[2].source.charset == "utf-8")
  }

  @Test func headsMayBeFoldedInAnyCaseAndWithBareLineFeeds() throws {
    let head =
      "WARC/1.0\r\nwarc-TYPE:\r\n response\r\nWarc-Record-Id: <urn:x:a>\r\nWARC-Target-URI:\thttp://news.example/\r\n"
    let rest = "\tand/more\r\nX-Long: a\r\n b\r\nCONTENT-LENGTH:\r\n \(Self.block.count)\r\n\r\n"
    let reading = try Reading(Array((head + rest).utf8) + Self.block + Array("\r\n\r\n".utf8))
    #expect(reading.summary == ["a"] && reading.warnings.isEmpty)
    #expect(reading.pages[0].source.url == "http://news.example/ and/more")
    let file = Archive.record("response", "a", Self.block, lineEnd: "\n")
    #expect(try Reading(file + file).summary == ["a", "a"])
    let odd = Archive.record("response", "a", Self.block, lineEnd: "\r\r\n")
    #expect(try Reading(odd + odd).summary == ["a", "a"])
  }

  @Test(arguments: ["3", "30", "41", "5000", "999999999999", "99999999999999999999", "-5", "x", ""])
  func aWrongLengthEndsWhereTheNextRecordBegins(_ length: String) throws {
    let wrong = Archive.record("response", "b", Self.block, length: length)
    let reading = try Reading(Archive.page(1) + wrong + Archive.page(2) + Archive.page(3))
    if length == "999999999999" {
      #expect(reading.summary == ["p1", "too_large", "p2", "p3"])
    } else {
      #expect(reading.summary == ["p1", "b", "p2", "p3"])
      #expect(reading.warnings == ["wrong_length"])
      #expect(reading.bodies[1] == "<p>One.</p>")
    }
  }

  @Test func aLengthThatIsMissingAtTheEndIsFoundOut() throws {
    let reading = try Reading(Archive.page(1) + Archive.record("response", "b", Self.block, length: ""))
    #expect(reading.summary == ["p1", "b"] && reading.warnings == ["wrong_length"])
  }

  @Test func anArchiveWithinAPageIsNoArchive() throws {
    let inner = Archive.response(Archive.page(7) + Archive.page(8), type: "text/plain")
    let reading = try Reading(Archive.record("response", "a", inner) + Archive.page(2))
    #expect(reading.summary == ["a", "p2"] && reading.warnings.isEmpty)
  }

  @Test func garbageBetweenRecordsIsAFault() throws {
    let reading = try Reading(Archive.page(1) + Array("and so on\nand on\n".utf8) + Archive.page(2))
    #expect(reading.summary == ["p1", "damaged_archive", "p2"])
    #expect(reading.bodies.first?.hasSuffix(".</p>") == true)
  }

  @Test func segmentsAreJoined() throws {
    let head = Self.block
    let first = Archive.record("response", "a", Array(head[..<50]), extra: "WARC-Segment-Number: 1")
    func part(_ id: String, _ number: Int, _ bytes: ArraySlice<UInt8>, last: Bool) -> [UInt8] {
      let total = last ? "\r\nWARC-Segment-Total-Length: \(head.count)" : ""
      let extra = "WARC-Segment-Number: \(number)\r\nWARC-Segment-Origin-ID: <urn:x:a>\(total)"
      return Archive.record("continuation", id, Array(bytes), extra: extra)
    }
    let file =
      first + Archive.page(1) + part("b", 2, head[50..<54], last: false) + part("c", 3, head[54...], last: true)
    let reading = try Reading(file)
    #expect(reading.summary == ["p1", "a"] && reading.warnings.isEmpty && reading.bodies.last == "<p>One.</p>")
    let cut = try Reading(first + Archive.page(1))
    #expect(cut.summary == ["p1", "a"] && cut.warnings == ["incomplete_segments"])
    #expect(try Reading(part("c", 2, head[54...], last: true)).summary == ["incomplete_segments"])
  }

  @Test func bothVersionsOfARCAreRead() throws {
    let one = Archive.arcFile(
      version: 1,
      [
        Archive.arc("http://news.example/a b", Self.block),
        Archive.arc("dns:news.example", Array("20240506 news.example".utf8), type: "text/dns"),
        Archive.arc("http://news.example/c", Self.block),
      ])
    let first = try Reading(one)
    #expect(first.bodies == ["<p>One.</p>", "<p>One.</p>"] && first.warnings.isEmpty)
    #expect(first.pages.map(\.source.url) == ["http://news.example/a%20b", "http://news.example/c"])
    #expect(first.pages[0].source.fetched == "2024-05-06T07:08:09Z")
    #expect(first.passedOver == ["warcinfo": 1, "metadata": 1])
    let two = Archive.arcFile(
      version: 2, (0..<3).map { Archive.arc("http://news.example/\($0)", Self.block, more: "200 - - 9 a.arc ") })
    #expect(try Reading(two).pages.map(\.source.url) == (0..<3).map { "http://news.example/\($0)" })
    let packed = try #require(Gzip.packed(two))
    #expect(try Reading(packed).pages.count == 3)
    #expect(try Reading(Array(two.dropLast(40))).summary.last == "truncated")
  }

  @Test func offsetsOfPackedFilesLeadToTheMember() throws {
    let records = (0..<40).map { Archive.page($0) }
    let file = records.flatMap { Gzip.packed($0) ?? [] }
    let reading = try Reading(file)
    #expect(reading.summary == (0..<40).map { "p\($0)" } && reading.warnings.isEmpty)
    for (page, record) in zip(reading.pages, records) {
      let offset = try #require(page.source.offset)
      #expect(Gzip.member(of: file, at: offset) == record)
      #expect(page.source.length == record.count - 4)
    }
    // In one member for all, the place is that in the unpacked file.
    let whole = try Reading(try #require(Gzip.packed(Array(records.joined()))))
    var offset = 0
    for (page, record) in zip(whole.pages, records) {
      #expect(page.source.offset == offset)
      offset += record.count
    }
  }

  @Test func membersNeedNotEndWithRecords() throws {
    let bytes = (0..<40).flatMap { Archive.page($0) }
    var file: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 1000) {
      file += try #require(Gzip.packed(Array(bytes[start..<min(start + 1000, bytes.count)])))
    }
    let reading = try Reading(file)
    #expect(reading.summary == (0..<40).map { "p\($0)" } && reading.warnings.isEmpty)
  }
}
