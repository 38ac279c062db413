/// Turns a page's bytes into Unicode text, or says by name why it is no page.
enum PageDecoder {
  /// The document of a page: its decoded text, and whether that is HTML.
  ///
  /// Charset and form are found by `CharsetFinder` and `FormSniffer` and noted in the document's source. What is wrong
  /// with the bytes becomes a warning.
  ///
  /// - Throws: `unsupported_type` for a file of another kind, `binary` for bytes that are no text.
  static func decode(_ page: Page) throws(StageFailure) -> Document {
    var source = page.source
    switch page.content {
    case .text(let text):
      source.mediaType = "text/plain"
      return document(page, source, text, .text, Digest(of: text.utf8))
    case .html(let text):
      source.mediaType = source.mediaType ?? "text/html"
      return document(page, source, text, .html, Digest(of: text.utf8))
    case .bytes(let bytes):
      if let name = FileSignature.name(of: bytes) {
        throw StageFailure(
          stage: "decoding", code: "unsupported_type", message: "this is \(name); rapporteur reads HTML and plain text")
      }
      let found = try CharsetFinder.decode(bytes, declared: source.charset)
      source.charset = found.charset.name
      let form = FormSniffer.form(of: found.utf8.span, mediaType: source.mediaType, path: source.path)
      source.mediaType = mediaType(form, source.mediaType)
      var result = document(page, source, Text(valid: found.utf8), form, Digest(of: bytes))
      result.warnings = found.warnings
      return result
    }
  }

  private static func document(
    _ page: Page, _ source: Page.Source, _ text: Text, _ form: Document.Form, _ digest: Digest
  ) -> Document {
    let hasMark = text.utf8.starts(with: [0xEF, 0xBB, 0xBF])
    return Document(
      id: page.id, source: source, inputDate: page.published,
      decoded: hasMark ? Text(valid: Array(text.utf8.dropFirst(3))) : text, form: form, digest: digest)
  }

  private static func mediaType(_ form: Document.Form, _ given: String?) -> String {
    switch form {
    case .html: given?.lowercased().hasPrefix("application/xhtml+xml") == true ? "application/xhtml+xml" : "text/html"
    case .text: "text/plain"
    }
  }
}
