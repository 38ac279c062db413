@testable import Rapporteur

/// A text whose points are marked with ⟦ and ⟧, and what the stage finds in it, marked in the same way.
struct MarkedPoints {
  let document: Document

  /// - Parameter marked: Paragraphs, one a line.
  init(_ marked: String, stages: [String] = ["verbatim", "sentences", "proposals"]) throws {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let names = stages.map { ConfigurationNode(.scalar($0), line: 1, column: 1) }
    let pipeline = try Pipeline(ConfigurationNode(.list(names), line: 1, column: 1), file: "test") {
      _ throws(Options.FileFault) in throw Options.FileFault("no files")
    }
    document = try pipeline.process(Page(id: "test", text: text))
  }

  /// The text with the points found.
  var found: String {
    var bytes = document.text.utf8
    for item in document.proposals.flatMap(\.items).sorted(by: { $0.range.start > $1.range.start }) {
      bytes.insert(contentsOf: Array("⟧".utf8), at: item.range.end)
      bytes.insert(contentsOf: Array("⟦".utf8), at: item.range.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The counts announced, in order.
  var announced: [Int?] { document.proposals.map(\.announced) }

  func text(_ range: TextRange?) -> String? { range.map { document.text[$0] } }
}
