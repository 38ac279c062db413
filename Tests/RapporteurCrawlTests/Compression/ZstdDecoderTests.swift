import Rapporteur
import Testing

@testable import RapporteurCrawl

@Suite struct ZstdDecoderTests {
  /// More than a chunk of the file, so that the dictionary comes in pieces.
  static let dictionary = Array((0..<40_000).map { "<p>Words \($0 &* 7919 % 10_007) " }.joined().utf8)

  @Test(arguments: [false, true]) func framesUseTheDictionaryOfTheFile(_ isPacked: Bool) throws {
    let records = (0..<30).map { Archive.page($0) }
    let frames = records.map { Zstd.packed($0, dictionary: Self.dictionary) }
    let first = Zstd.dictionaryFrame(isPacked ? Zstd.packed(Self.dictionary) : Self.dictionary)
    let file = first + frames.joined()
    let reading = try Reading(file)
    #expect(reading.summary == (0..<30).map { "p\($0)" } && reading.warnings.isEmpty)
    var offset = first.count
    for (page, frame) in zip(reading.pages, frames) {
      #expect(page.source.offset == offset)
      offset += frame.count
    }
    #expect(try Reading(Array(file.prefix(first.count - 9))).faults == ["truncated"])
  }

  @Test func aDamagedFrameIsLostAlone() throws {
    var frames = (0..<5).map { Zstd.packed(Archive.page($0)) }
    frames[2][frames[2].count / 2] ^= 0x10
    let reading = try Reading(Array(frames.joined()))
    #expect(Set(reading.summary).isSuperset(of: ["p0", "p1", "p3", "p4"]) && reading.faults == ["corrupt"])
  }
}
