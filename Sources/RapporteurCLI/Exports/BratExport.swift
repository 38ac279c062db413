import Foundation
import Rapporteur
import RapporteurCrawl

/// Records as brat standoff: ID.txt and ID.ann, and the annotation.conf that names the types.
struct BratExport {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  /// What stands in a folder once, and tells that something was exported there before.
  static let configurationName = "annotation.conf"

  func writeConfiguration() throws(OutputError) {
    let types = EntityType.allCases.map(\.rawValue) + ["Statement", "Cue", "Speaker", "Announcement", "Point"]
    let text = """
      [entities]
      \(types.joined(separator: "\n"))

      [relations]
      SpokenBy Arg1:Statement, Arg2:Speaker
      ReportedBy Arg1:Statement, Arg2:Cue
      <OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

      [events]

      [attributes]

      """
    try write(text, Self.configurationName)
  }

  func write(_ record: StoredRecord) throws {
    let name = Self.fileName(record.id)
    try write(record.text.text[record.text.text.range], name + ".txt")
    try write(try annotations(record), name + ".ann")
  }

  /// An id as a name of a file: other characters than letters, digits, `.`, `-` and `_` become `_`, and a hash of the
  /// id then keeps two of them apart.
  static func fileName(_ id: String) -> String {
    let bytes = id.utf8.map { byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "._-".utf8.contains(byte)
      return isPlain ? byte : UInt8(ascii: "_")
    }
    let name = String(decoding: bytes, as: UTF8.self)
    if name == id && name.count <= 120 && !name.hasPrefix(".") && !name.isEmpty { return name }
    let hash = Digest(of: Array(id.utf8)).hexadecimal.prefix(8)
    return (name.hasPrefix(".") ? "_" : "") + name.prefix(100) + "-" + hash
  }

  private func annotations(_ record: StoredRecord) throws(InputError) -> String {
    var lines = StandoffLines(record)
    for mention in record["mentions"].elements {
      let number = try lines.span(mention["type"]?.name ?? "", [mention])
      let entity = mention["entity"]?.name
      let key = record["entities"].elements.first { $0["id"]?.name == entity }?["key"]?.name
      lines.note(number, [key, mention["value"]?.name].compactMap { $0 }.joined(separator: " "))
    }
    for attribution in record["attributions"].elements {
      let content = attribution["content"]?.elements ?? []
      guard let statement = try lines.span("Statement", content) else { continue }
      let speakers = (attribution["speakers"]?.elements ?? []).compactMap { $0["name"]?.name }
      let words = [attribution["id"]?.name, attribution["kind"]?.name, attribution["act"]?.name].compactMap { $0 }
      lines.note(statement, words.joined(separator: " ") + ": " + speakers.joined(separator: "; "))
      lines.relation("ReportedBy", statement, try lines.span("Cue", [attribution["cue"] ?? .null]))
      lines.relation("SpokenBy", statement, try lines.span("Speaker", [attribution["mention"] ?? .null]))
    }
    for proposal in record["proposals"].elements {
      let id = proposal["id"]?.name ?? ""
      lines.note(try lines.span("Announcement", [proposal["announcement"] ?? .null]), id)
      for item in proposal["items"]?.elements ?? [] {
        lines.note(try lines.span("Point", item["content"]?.elements ?? []), "\(id) \(item["ordinal"]?.name ?? "")")
      }
    }
    return lines.text
  }

  private func write(_ text: String, _ name: String) throws(OutputError) {
    let path = FilePath(folder).appending(FilePath(name)).text
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw OutputError(.write, "\(path): \(error.localizedDescription)")
    }
  }
}
