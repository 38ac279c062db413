/// Reads clean text as the tagger sees it: what it is trained on and measured with.
package struct TaggerReader: Sendable {
  private let verbatim: Verbatim
  private let sentences: Sentences

  package init() {
    var options = Options.defaults(of: Verbatim.name)
    verbatim = Verbatim(&options)
    options = Options.defaults(of: Sentences.name)
    sentences = Sentences(&options)
  }

  /// The tokens of a text with what rules and lists know of them.
  package func evidence(of text: Text) -> TaggerEvidence {
    let document = read(text)
    var finder = NameFinder(lists: .shared, own: nil, document: document)
    finder.find(in: document.sentences)
    return TaggerEvidence(finder, document)
  }

  /// The tokens of a text alone: words, sentences, nothing about names.
  package func words(of text: Text) -> TaggerEvidence {
    let document = read(text)
    var signs = [TokenSigns](repeating: TokenSigns(), count: document.tokens.count)
    for index in signs.indices { signs[index].key = Lexicon.shared.stableKey(of: document.tokens[index].word) }
    return TaggerEvidence(
      tokens: document.tokens, bytes: text.utf8, sentences: document.sentences.map(\.tokens), signs: signs)
  }

  private func read(_ text: Text) -> Document {
    var document = Document(
      id: "", source: Page.Source(length: text.count), inputDate: nil, decoded: text, form: .text,
      digest: Digest(of: []))
    do throws(StageFailure) {
      try verbatim.process(&document)
      try sentences.process(&document)
    } catch {
      preconditionFailure("clean text can always be read: \(error.message)")
    }
    return document
  }
}
