import Rapporteur
import Testing

@testable import RapporteurCrawl

@Suite struct HTTPResponseTests {
  static let text = String(repeating: "<p>One, two and three.</p>\n", count: 30)
  static let plain = Array(text.utf8)

  private func body(_ bytes: [UInt8], _ fields: String) throws -> (text: String, damage: String?) {
    let response = HTTPResponse(Archive.response(bytes, fields: fields))
    let (bytes, damage) = try response.body(limit: 1 << 20)
    return (String(decoding: bytes, as: UTF8.self), damage)
  }

  private func chunked(_ bytes: [UInt8], by size: Int) -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let piece = bytes[start..<min(start + size, bytes.count)]
      result += Array("\(String(piece.count, radix: 16));x=y\r\n".utf8) + piece + [0x0D, 0x0A]
    }
    return result + Array("0\r\n\r\n".utf8)
  }

  /// A Brotli stream of one uncompressed block (RFC 7932, 9.2), at most 65,536 bytes.
  private func brotli(_ bytes: [UInt8]) -> [UInt8] {
    let head = (bytes.count - 1) << 4 | 1 << 20
    return [UInt8(head & 0xFF), UInt8(head >> 8 & 0xFF), UInt8(head >> 16)] + bytes + [0x03]
  }

  @Test func everyCodingIsUndone() throws {
    let gzip = try #require(Gzip.packed(Self.plain))
    let coded: [(String, [UInt8])] = [
      ("Transfer-Encoding: chunked", chunked(Self.plain, by: 100)),
      ("Content-Encoding: gzip", gzip),
      ("Content-Encoding: x-gzip", gzip),
      ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzip, by: 7)),
      ("Content-Encoding: deflate", try #require(Gzip.deflated(Self.plain, windowBits: 15))),
      ("Content-Encoding: deflate", try #require(Gzip.deflated(Self.plain, windowBits: -15))),
      ("Content-Encoding: br", brotli(Self.plain)),
      ("Content-Encoding: zstd", Zstd.packed(Self.plain)),
      ("Content-Encoding: br, gzip", try #require(Gzip.packed(brotli(Self.plain)))),
      ("Content-Encoding: identity", Self.plain),
    ]
    for (fields, bytes) in coded {
      let (text, damage) = try body(bytes, fields)
      #expect(text == Self.text && damage == nil, "\(fields)")
    }
  }

  @Test(arguments: ["Transfer-Encoding: chunked", "gzip", "deflate", "br", "zstd"])
  func aCodingThatTheBodyDoesNotHaveIsPassedOver(_ coding: String) throws {
    let fields = coding.contains(":") ? coding : "Content-Encoding: \(coding)"
    #expect(try body(Self.plain, fields).text == Self.text)
    #expect(try body(Array("added value\nfor all\n".utf8), fields).text == "added value\nfor all\n")
  }

  @Test func whatStandsBeforeTheDamageIsKept() throws {
    let gzip = try #require(Gzip.packed(Array((0..<2000).map { "\($0 &* 2_654_435_761)" }.joined().utf8)))
    let cut = try body(Array(gzip.prefix(gzip.count / 2)), "Content-Encoding: gzip")
    #expect(cut.text.hasPrefix("026544357615308871522") && cut.damage != nil)
    let chunks = chunked(Self.plain, by: 100)
    let half = try body(Array(chunks.prefix(chunks.count / 2)), "Transfer-Encoding: chunked")
    #expect(Self.text.hasPrefix(half.text) && half.text.count > 300 && half.damage != nil)
    #expect(throws: StreamFault.self) { try body([0x1F, 0x8B, 0x08, 0xFF, 0xFF], "Content-Encoding: gzip") }
  }

  @Test func aBodyThatUnpacksToTooMuchIsRefused() throws {
    let bombs = [
      ("gzip", try #require(Gzip.zeros(200 << 20))), ("br", brotli([UInt8](repeating: 0, count: 60_000))),
      ("zstd", Zstd.packed([UInt8](repeating: 0, count: 50 << 20))),
    ]
    for (coding, bytes) in bombs {
      let response = HTTPResponse(Archive.response(bytes, fields: "Content-Encoding: \(coding)"))
      #expect(throws: StreamFault(code: "too_large", message: "unpacked it is longer than 50kB")) {
        try response.body(limit: 50 << 10)
      }
    }
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\n\r\nx", 200, "x"), ("HTTP/1.0 302\r\n\r\nx", 302, "x"), ("HTTP/2 404\n\nx", 404, "x"),
    ("HTTP/1.1 302 \r\r\nA: b\r\r\n\r\r\nx", 302, "x"), ("ICY 200 OK\r\n\r\nx", 200, "x"),
    ("HTTP/1.1 200 OK\r\nA: b", 200, ""), ("HTTP/1.1 OK\n\nx", nil, "x"), ("<html>", nil, "<html>"), ("", nil, ""),
  ])
  func headsAreFound(_ block: String, _ status: Int?, _ body: String) throws {
    let response = HTTPResponse(Array(block.utf8))
    #expect(response.status == status)
    #expect(String(decoding: try response.body(limit: 100).bytes, as: UTF8.self) == body)
  }
}
