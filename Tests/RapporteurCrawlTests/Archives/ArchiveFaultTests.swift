import Rapporteur
import Testing

@testable import RapporteurCrawl

/// Broken archives: whatever happens to a file, nothing of it is lost without a word.
@Suite struct ArchiveFaultTests {
  static let records: [[UInt8]] =
    [Archive.record("warcinfo", "i", Array("software: by hand\r\n".utf8), mediaType: "application/warc-fields")]
    + (0..<8).flatMap { number in
      [Archive.record("request", "r\(number)", Array("GET / HTTP/1.1\r\n\r\n".utf8)), Archive.page(number)]
    }
  static let members = records.map { Gzip.packed($0) ?? [] }
  static let packed = Array(members.joined())
  static let plain = Array(records.joined())

  /// Whether everything of the original is there, or something is said.
  private func tellsWhatIsLost(_ bytes: [UInt8], _ original: Reading, byContent: Bool) throws -> Bool {
    let reading = try Reading(bytes)
    if !reading.faults.isEmpty || !reading.warnings.isEmpty { return true }
    if reading.passedOver != original.passedOver { return true }
    if byContent { return reading.summary == original.summary && reading.bodies == original.bodies }
    return reading.pages.count == original.pages.count
  }

  @Test func everyLengthOfAClippedFileIsTold() throws {
    let members = (0..<2).map { number in
      let record = Archive.record("response", "p\(number)", Archive.response(Array("<p>Page \(number).</p>".utf8)))
      return Gzip.packed(record) ?? []
    }
    let packed = Array(members.joined())
    let original = try Reading(packed)
    #expect(original.summary == ["p0", "p1"])
    // Cut between two members, it is a whole file with fewer records: nobody could tell.
    let ends = [members[0].count]
    var silent: [Int] = []
    for length in 1..<packed.count where !ends.contains(length) {
      let told = try tellsWhatIsLost(Array(packed.prefix(length)), original, byContent: true)
      if !told { silent.append(length) }
    }
    #expect(silent.isEmpty)
  }

  @Test func recordsBeforeTheCutAreKept() throws {
    let end = Self.members.prefix(9).map(\.count).reduce(0, +)
    let reading = try Reading(Array(Self.packed.prefix(end + 30)))
    #expect(reading.summary == ["p0", "p1", "p2", "p3", "truncated"])
    let whole = try #require(Gzip.packed(Self.plain))
    let half = try Reading(Array(whole.prefix(whole.count / 2)))
    let summary = half.summary
    #expect(summary.starts(with: ["p0", "p1"]) && summary.last == "truncated")
  }

  @Test func everyFlippedBitIsTold() throws {
    var random = Dice(seed: 1)
    for (file, byContent) in [(Self.packed, true), (Self.plain, false)] {
      let original = try Reading(file)
      var silent: [Int] = []
      for _ in 0..<300 {
        var bytes = file
        let bit = random.next(below: file.count * 8)
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        if try !tellsWhatIsLost(bytes, original, byContent: byContent) { silent.append(bit) }
      }
      #expect(silent.isEmpty)
    }
  }

  @Test func aDamagedMemberIsLostAlone() throws {
    for place in [0, 1, 4, 60] {
      var members = Self.members
      members[8][place] ^= 0x40
      let reading = try Reading(Array(members.joined()))
      let others = ["p0", "p1", "p2", "p4", "p5", "p6", "p7"]
      #expect(Set(reading.summary).isSuperset(of: others), "flipped byte \(place): \(reading.summary)")
    }
    var first = Self.packed
    first[0] ^= 1
    #expect(try Reading(first).summary == ["corrupt"] + (0..<8).map { "p\($0)" })
  }

  @Test func aBombIsOneFault() throws {
    let count = 200 << 20
    let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8)
    let zeros = try #require(Gzip.zeros(count))
    // As a record: its member holds the zeros themselves.
    var options = InputOptions()
    options.limits.page = 1 << 20
    let header = Archive.record("response", "bomb", [], length: "\(count)").dropLast(4)
    let bomb = try #require(Gzip.bomb(head: Array(header), zeros: count))
    let record = try Reading(Self.members[2] + bomb + Self.members[4], options)
    #expect(record.summary == ["p0", "too_large", "p1"])
    // As the body of a response.
    let fields = Array(head.dropLast(2)) + Array("Content-Encoding: gzip\r\n\r\n".utf8)
    let response = try #require(Gzip.packed(Archive.record("response", "bomb", fields + zeros)))
    #expect(try Reading(Self.members[2] + response + Self.members[4], options).summary == ["p0", "too_large", "p1"])
    // As a file, and as a line of a file.
    #expect(try Reading(zeros, options).summary == ["too_large"])
    let line = try #require(Gzip.bomb(head: Array("{\"text\":\"a\"}\n{\"text\":\"".utf8), zeros: count))
    #expect(try Reading(line, options).summary == ["f:0", "too_large"])
  }

  @Test func aLineThatIsABombIsLostAlone() throws {
    var options = InputOptions()
    options.limits.page = 1 << 20
    options.limits.line = 1 << 20
    func row(_ name: String) -> [UInt8] { Array("{\"id\":\"\(name)\",\"text\":\"One line.\"}\n".utf8) }
    let head = Array("{\"text\":\"".utf8)
    let gzip = try #require(Gzip.bomb(head: head, zeros: 200 << 20))
    let members = try [row("a"), row("b")].map { try #require(Gzip.packed($0)) }
    #expect(try Reading(members[0] + gzip + members[1], options).summary == ["a", "too_large", "b"])
    let zstd = Zstd.packed(head + [UInt8](repeating: 0, count: 200 << 20))
    let frames = [row("a"), row("b")].map { Zstd.packed($0) }
    #expect(try Reading(frames[0] + zstd + frames[1], options).summary == ["a", "too_large", "b"])
  }

  @Test func linesBehindADamagedMemberAreRead() throws {
    let rows = (0..<4).map { number in
      Array(
        (0..<50).map { "{\"id\":\"\(number).\($0)\",\"text\":\"Line \($0 &* 7919) of \(number).\"}\n" }.joined().utf8)
    }
    var members = try rows.map { try #require(Gzip.packed($0)) }
    members[1][members[1].count / 2] ^= 0x10
    let reading = try Reading(Array(members.joined()))
    #expect(reading.faults == ["corrupt"])
    let whole = [0, 2, 3].flatMap { number in (0..<50).map { "\(number).\($0)" } }
    #expect(Set(reading.summary).isSuperset(of: whole))
  }

  @Test func aBombThatPacksBadlyIsSteppedOver() throws {
    var options = InputOptions()
    options.limits.page = 100 << 10
    let words = (0..<800).map { Archive.page($0) }.joined()
    let long = Archive.record("response", "long", Array("HTTP/1.1 200 OK\r\n\r\n-".utf8) + words.filter { $0 != 0x0A })
    let file = try #require(Gzip.packed(Archive.page(1) + long + Archive.page(2)))
    let summary = try Reading(file, options).summary
    #expect(summary == ["p1", "too_large", "p2"])
  }

  @Test func headsWithoutAnEndAreNoHang() throws {
    let line = Array("WARC/1.0\r\nWARC-Type: response\r\n".utf8)
    let reading = try Reading(Array(repeating: line, count: 20_000).flatMap { $0 })
    #expect(reading.pages.isEmpty && !reading.faults.isEmpty)
    let feeds = try Reading(Archive.page(1) + [UInt8](repeating: 0x0A, count: 5_000_000) + Archive.page(2))
    #expect(feeds.summary == ["p1", "p2"])
    let lies = (0..<2000).flatMap { Archive.record("response", "\($0)", Array("x".utf8), length: "60000000") }
    // The last one ends where the file does: that is no way to tell its length.
    #expect(try Reading(lies).pages.count == 1999)
  }

  @Test(arguments: [
    ([0x04, 0x22, 0x4D, 0x18] as [UInt8], "lz4"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
    (Array("BZh91AY&SY".utf8), "bzip2"),
  ])
  func packingThatIsNotReadIsNamed(_ magic: [UInt8], _ name: String) throws {
    let items = try Reading(magic + [UInt8](repeating: 1, count: 100)).items
    guard case .fault(let fault) = try #require(items.first) else { return #expect(Bool(false), "a fault") }
    #expect(items.count == 1 && fault.failure.code == "unsupported_type" && fault.failure.message.contains(name))
  }
}
