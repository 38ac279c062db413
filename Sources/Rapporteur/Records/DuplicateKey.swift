/// What two documents must have in common for one to be the duplicate of the other: a field of their records.
public enum DuplicateKey: String, Sendable, CaseIterable {
  /// `source.sha256`: the bytes of the pages.
  case digest
  /// `text_sha256`: the texts, however the pages are written.
  case text
  /// `fingerprint`: the letters and digits of the three longest sentences of the articles.
  case fingerprint

  /// The key of a page, 128 bits of it; `nil` for one of which no text is left.
  ///
  /// Only the stages that the key needs are run.
  ///
  /// - Parameter digest: The page's.
  /// - Throws: Where the page cannot be annotated.
  public func of(_ page: Page, digest: Digest, _ pipeline: Pipeline) throws(StageFailure) -> [UInt8]? {
    switch self {
    case .digest: return Array(digest.bytes.prefix(16))
    case .text:
      let document = try pipeline.process(page, until: .text)
      return document.text.count == 0 ? nil : Array(Digest(of: document.text.utf8).bytes.prefix(16))
    case .fingerprint:
      return Fingerprint.bytes(of: try pipeline.process(page, until: .sentences))
    }
  }
}

extension Pipeline {
  /// Carries a page through the stages up to the last that writes `layer`; through all where none does.
  fileprivate func process(_ page: Page, until layer: Layer) throws(StageFailure) -> Document {
    var document = try begin(page)
    let last = stages.lastIndex { type(of: $0.stage).writes.contains(layer) } ?? stages.count - 1
    for step in stages[...last] { try step.stage.process(&document) }
    return document
  }
}
