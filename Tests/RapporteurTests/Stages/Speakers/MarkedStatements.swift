import Rapporteur
import Testing

/// Text in which `⟨⟩` stand around who speaks, `⟪⟫` around cues and `⟦⟧` around what is said.
struct MarkedStatements: CustomTestStringConvertible, ExpressibleByStringLiteral {
  let marked: String
  var testDescription: String { marked }

  init(stringLiteral value: String) { marked = value }

  /// The text without its marks.
  var plain: String { String(marked.filter { !"⟨⟩⟪⟫⟦⟧".contains($0) }) }

  /// The plain text with what the stage finds marked.
  func found() throws -> String {
    let document = try Self.document(plain)
    var marks: [(offset: Int, order: Int, mark: String)] = []
    var seen: Set<TextRange> = []
    func mark(_ range: TextRange?, _ open: String, _ close: String) {
      guard let range, seen.insert(range).inserted else { return }
      marks.append((range.start, 1, open))
      marks.append((range.end, 0, close))
    }
    for attribution in document.attributions {
      mark(attribution.mention, "⟨", "⟩")
      mark(attribution.cue, "⟪", "⟫")
      for content in attribution.content { mark(content, "⟦", "⟧") }
    }
    var result = ""
    var at = 0
    for (offset, _, mark) in marks.sorted(by: { ($0.offset, $0.order) < ($1.offset, $1.order) }) {
      result += document.text[TextRange(at, offset)] + mark
      at = offset
    }
    return result + document.text[TextRange(at, document.text.count)]
  }

  /// A clean text, a paragraph a line, with sentences, entities and statements.
  static func document(_ text: String) throws -> Document {
    let text = Text(text)
    var document = Document(
      id: "test", source: Page.Source(), inputDate: nil, decoded: text, form: .text, digest: Digest(of: text.utf8))
    for type in [Verbatim.self, Sentences.self, Entities.self, Speakers.self] as [any Stage.Type] {
      var options = Options.defaults(of: type.name)
      try type.init(&options).process(&document)
    }
    return document
  }
}
