@testable import Rapporteur

/// What tests of flattened pages put between their lines.
enum FlattenedPage {
  /// Two paragraphs of running text.
  static let prose = """
    The ministers of the two lake states agreed on Monday to open the canal again, saying that it had been closed for \
    far too long.

    They will meet once more in the spring, and the engineers of both sides will look at the old locks before then.
    """

  /// The page through the boilerplate stage, which keeps what it cuts.
  static func read(_ text: String) throws -> Document { try TextPageTests.process(text) }

  /// What became of each piece: "+ paragraph: …", "- share: …", in page order.
  static func pieces(_ document: Document) -> [String] {
    var found: [(Int, String)] = document.blocks.map {
      ($0.source?.start ?? 0, "+ \($0.kind.rawValue): \(document.text[$0.range])")
    }
    found += document.removed.map { ($0.source?.start ?? 0, "- \($0.kind.rawValue): \($0.text)") }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
