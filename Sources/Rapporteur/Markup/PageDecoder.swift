/// Turns a page's bytes into Unicode text, or says by name why it is no page.
enum PageDecoder {
  static func decode(_ page: Page) throws(StageFailure) -> Document {
    switch page.content {
    case .text(let text):
      Document(
        id: page.id, source: page.source, inputDate: page.published, decoded: text, form: .text,
        digest: Digest(of: text.utf8))
    case .html(let text):
      Document(
        id: page.id, source: page.source, inputDate: page.published, decoded: text, form: .html,
        digest: Digest(of: text.utf8))
    case .bytes(let bytes):
      Document(
        id: page.id, source: page.source, inputDate: page.published,
        decoded: Text(String(decoding: bytes, as: UTF8.self)), form: .text, digest: Digest(of: bytes))
    }
  }
}
