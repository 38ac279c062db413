import Rapporteur
import Testing

/// Text in which `⟦` and `⟧` stand around what is a sentence.
struct MarkedSentences: CustomTestStringConvertible {
  let marked: String
  var testDescription: String { marked }

  init(_ marked: String) { self.marked = marked }

  /// The text without its marks.
  var plain: String { String(marked.filter { $0 != "⟦" && $0 != "⟧" }) }

  /// The plain text with the stage's own sentences marked.
  func found(
    language: String? = nil, kind: Block.Kind = .paragraph, stage: Sentences? = nil
  ) throws -> String {
    let document = try Self.document(plain, language: language, kind: kind, stage: stage)
    var result = ""
    var at = 0
    for sentence in document.sentences {
      result += document.text[TextRange(at, sentence.range.start)]
      result += "⟦" + document.text[sentence.range] + "⟧"
      at = sentence.range.end
    }
    return result + document.text[TextRange(at, document.text.count)]
  }

  /// A document of one block, cut into sentences.
  static func document(
    _ text: String, language: String? = nil, kind: Block.Kind = .paragraph, stage: Sentences? = nil,
    isTracing: Bool = false
  ) throws -> Document {
    var options = Options.defaults(of: Sentences.name)
    let stage = stage ?? Sentences(&options)
    let text = Text(text)
    var document = Document(
      id: "test", source: Page.Source(), inputDate: nil, decoded: text, form: .text, digest: Digest(of: text.utf8))
    document.text = text
    document.blocks = [Block(range: text.range, kind: kind, language: language)]
    if isTracing { document.trace = Trace() }
    try stage.process(&document)
    return document
  }
}
