import Rapporteur
import Testing

@testable import RapporteurCrawl

@Suite struct ZstdDecoderTests {
  /// What does not fit into the reader's room waits in the decoder when the file has ended.
  @Test(arguments: [262_000, 262_144, 300_000, 400_000, 524_288, 700_000]) func noTailIsLost(length: Int) throws {
    var dice = Dice(seed: UInt64(length))
    let bytes = (0..<length).map { _ in UInt8(0x41 + dice.next(below: 40)) }
    for hasChecksum in [true, false] {
      let folder = try Folder(["a.zst": Zstd.packed(bytes, hasChecksum: hasChecksum)])
      let stream = ByteStream(try FileStream(FilePath(folder.file("a.zst"))))
      var chunk = [UInt8](repeating: 0, count: ByteStream.chunkSize)
      var read: [UInt8] = []
      while case let count = try stream.read(into: &chunk), count > 0 { read += chunk[..<count] }
      #expect(read == bytes)
    }
  }

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
