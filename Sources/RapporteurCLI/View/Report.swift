import Foundation
import Rapporteur
import RapporteurCrawl

/// A page to read records in: one HTML file that asks no network for anything.
///
/// What stands in it of records is JSON, gzip, base64, in data blocks that the page's script unpacks: an index at once,
/// texts and layers when they are looked at. So no byte of a record can be taken for markup, thousands of documents open
/// at once (20,000 readouts: 46 MB and two seconds; as plain JSON they are 168 MB), and only the index and the part that
/// is being filled are in memory. The script and the style are those of the target CReport; the page's policy allows
/// them by their hashes, and nothing else.
struct Report {
  private let file: OutputFile
  private let title: String
  private var index = ReportIndex()
  private var part = ReportPart()
  private var parts = 0
  /// Of the page, with marks for what goes in.
  private let template: [String]

  /// What every report begins with.
  static let mark = "<!doctype html>\n<html lang=\"en\" data-report=\"rapporteur\">"

  init(_ file: OutputFile, title: String) throws(OutputError) {
    self.file = file
    self.title = title
    template = String(decoding: PageFile.joined(".html"), as: UTF8.self).components(separatedBy: "{{data}}")
    try file.write(Array(filled(template.first ?? "").utf8))
  }

  var documents: Int { index.documents }
  var failed: Int { index.failed }

  mutating func add(_ record: StoredRecord) throws {
    try part.add(record)
    try index.add(record, part: parts)
    if part.count >= ReportPart.enough { try endPart() }
  }

  mutating func add(_ run: RunSummary) { index.add(run) }

  mutating func finish() throws(OutputError) {
    if part.count > 0 { try endPart() }
    try write("index", index.bytes(parts: parts))
    try file.write(Array(filled(template.dropFirst().joined()).utf8))
  }

  private mutating func endPart() throws(OutputError) {
    for list in part.lists { try write("\(list.name)-\(parts)", list.bytes) }
    part = ReportPart()
    parts += 1
  }

  private func write(_ name: String, _ json: [UInt8]) throws(OutputError) {
    let packed = Data(Gzip.packed(json)).base64EncodedString()
    try file.write(Array("<script type=\"application/gzip\" id=\"\(name)\">\(packed)</script>\n".utf8))
  }

  private func filled(_ text: String) -> String {
    let (style, script) = (PageFile.joined(".css"), PageFile.joined(".js"))
    let policy = [
      "default-src 'none'", "script-src '\(Self.hash(script))'", "style-src '\(Self.hash(style))'", "img-src data:",
      "base-uri 'none'", "form-action 'none'",
    ]
    // The title comes last: what looks like a mark in it stays what it is.
    let values = [
      ("policy", policy.joined(separator: "; ")), ("style", String(decoding: style, as: UTF8.self)),
      ("script", String(decoding: script, as: UTF8.self)), ("title", Self.escaped(title)),
    ]
    return values.reduce(text) { text, value in text.replacing("{{\(value.0)}}", with: value.1) }
  }

  /// As a content security policy names it.
  private static func hash(_ bytes: [UInt8]) -> String {
    "sha256-" + Data(Digest(of: bytes).bytes).base64EncodedString()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
