import Foundation
import Rapporteur

@testable import RapporteurCrawl

/// Archives for tests, written by hand: no other program's bytes are in them.
enum Archive {
  /// A record of a WARC file. `length` is what the header states, where that is not the truth; "" for nothing.
  static func record(
    _ type: String, _ id: String, _ block: [UInt8], mediaType: String = "application/http; msgtype=response",
    version: String = "WARC/1.0", extra: String = "", length: String? = nil, lineEnd: String = "\r\n"
  ) -> [UInt8] {
    let length = length ?? "\(block.count)"
    var head = [version, "WARC-Type: \(type)", "WARC-Target-URI: http://news.example/\(id)"]
    head += ["WARC-Record-ID: <urn:x:\(id)>", "WARC-Date: 2024-05-06T07:08:09Z", "Content-Type: \(mediaType)"]
    if !extra.isEmpty { head.append(extra) }
    if !length.isEmpty { head.append("Content-Length: \(length)") }
    let text = head.joined(separator: lineEnd) + lineEnd + lineEnd
    return Array(text.utf8) + block + Array((lineEnd + lineEnd).utf8)
  }

  /// An HTTP response.
  static func response(
    _ body: [UInt8], status: String = "200 OK", type: String = "text/html", fields: String = ""
  ) -> [UInt8] {
    let more = fields.isEmpty ? "" : fields + "\r\n"
    return Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(more)\r\n".utf8) + body
  }

  /// The page number `number`: a response with a few sentences that no other page has.
  static func page(_ number: Int) -> [UInt8] {
    let words = (0..<30).map { "w\((number &* 31 &+ $0) &* 2_654_435_761 % 99991)" }.joined(separator: " ")
    return record("response", "p\(number)", response(Array("<p>Page \(number) says \(words).</p>".utf8)))
  }

  /// The line and block of an ARC record.
  static func arc(_ url: String, _ block: [UInt8], type: String = "text/html", more: String = "") -> [UInt8] {
    Array("\(url) 192.0.2.1 20240506070809 \(type) \(more)\(block.count)\n".utf8) + block + [0x0A]
  }

  static func arcFile(version: Int, _ records: [[UInt8]]) -> [UInt8] {
    let names =
      version == 1
      ? "URL IP-address Archive-date Content-type Archive-length"
      : "URL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length"
    let block = Array("\(version) 0 Example\n\(names)\n".utf8)
    let more = version == 1 ? "" : "200 - - 0 a.arc "
    return arc("filedesc://a.arc", block, type: "text/plain", more: more) + records.joined()
  }
}

/// What the reader makes of a file.
struct Reading {
  var items: [CrawlItem] = []
  var passedOver: [String: Int] = [:]

  init(_ bytes: [UInt8], _ options: InputOptions = InputOptions()) throws {
    let folder = try Folder(["f": bytes])
    var reader = CrawlReader(try Inputs(["f"], in: folder.path, options: options))
    while let item = reader.next() { items.append(item) }
    passedOver = reader.passedOver
  }

  /// The pages' ids without `urn:x:`, and the faults' codes.
  var summary: [String] {
    items.map { item in
      do throws(InputFault) {
        return try item.page().id.replacing("urn:x:", with: "")
      } catch {
        return error.failure.code
      }
    }
  }

  /// The codes of all warnings.
  var warnings: [String] { pages.flatMap { $0.warnings.map(\.code) } }

  var pages: [Page] { items.compactMap { try? $0.page() } }

  /// The pages' bodies as text.
  var bodies: [String] { pages.map(\.body) }

  var faults: [String] {
    items.compactMap { item in
      if case .fault(let fault) = item { fault.failure.code } else { nil }
    }
  }
}

extension Page {
  /// Its bytes as text.
  var body: String {
    switch content {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .html(let text), .text(let text): String(decoding: text.utf8, as: UTF8.self)
    }
  }
}
