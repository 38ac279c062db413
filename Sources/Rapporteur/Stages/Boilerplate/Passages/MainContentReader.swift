/// The boilerplate stage with a model of one's own: what a trainer measures it with.
package struct MainContentReader: Sendable {
  private let extractor: Extractor

  private enum Extractor {
    case text(TextExtractor)
    case tree(TreeExtractor)
  }

  /// - Parameter model: Takes the place of the embedded one of its kind.
  package init(_ kind: PassageKind, _ model: PassageModel) {
    var options = Options(stage: Boilerplate.name, file: "") { (_) throws(Options.FileFault) in
      throw Options.FileFault("There is no file.")
    }
    let read = BoilerplateOptions(&options)
    switch kind {
    case .text: extractor = .text(TextExtractor(read, model))
    case .tree: extractor = .tree(TreeExtractor(read, model))
    }
  }

  /// The blocks of a decoded page that are main, in order.
  package func blocks(of page: Text, url: String?) -> [String] {
    let document = read(page, url, report: nil)
    return document.blocks.filter(\.isMain).map { document.text[$0.range] }
  }

  /// What was decided of each passage of a page, in order.
  package func decisions(of page: Text, url: String?) -> [PassageDecision] {
    var decisions: [PassageDecision] = []
    _ = read(page, url) { decisions.append($0) }
    return decisions
  }

  private func read(_ page: Text, _ url: String?, report: ((PassageDecision) -> Void)?) -> Document {
    var source = Page.Source(length: page.utf8.count)
    source.url = url
    var document = Document(
      id: "", source: source, inputDate: nil, decoded: page, form: .html, digest: Digest(of: []))
    switch extractor {
    case .text(let text): text.extract(&document, report: report)
    case .tree(let tree): tree.extract(&document, report: report)
    }
    return document
  }
}
