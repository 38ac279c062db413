/// Tells HTML from plain text, in the way of the WHATWG's MIME Sniffing Standard: by the first tag, with the media type
/// as a hint.
enum FormSniffer {
  /// - Parameters:
  ///   - text: The decoded page.
  ///   - mediaType: What the server said.
  ///   - path: The file's name, whose ending is asked when the server said nothing.
  static func form(of text: Span<UInt8>, mediaType: String?, path: String?) -> Document.Form {
    switch hint(mediaType) ?? ending(path) {
    case .html: return .html
    // Servers call text what they do not know: a page that begins as a document is one.
    case .text: return beginsAsDocument(text) ? .html : .text
    case nil: return firstTag(text) != nil || isFragment(text) ? .html : .text
    }
  }

  private static func hint(_ mediaType: String?) -> Document.Form? {
    guard let type = mediaType?.split(separator: ";").first?.lowercased() else { return nil }
    if type.contains("html") { return .html }
    return type.hasPrefix("text/plain") || type.hasPrefix("text/markdown") ? .text : nil
  }

  private static func ending(_ path: String?) -> Document.Form? {
    guard let path = path?.lowercased() else { return nil }
    for ending in [".html", ".htm", ".xhtml", ".shtml"] where path.hasSuffix(ending) { return .html }
    for ending in [".txt", ".text", ".md"] where path.hasSuffix(ending) { return .text }
    return nil
  }

  private static func beginsAsDocument(_ text: Span<UInt8>) -> Bool {
    guard let name = firstTag(text) else { return false }
    return ["!doctype", "html", "head", "body"].contains(name)
  }

  /// The name of the tag that the text begins with, when it is one that pages begin with. Comments and an XML prolog
  /// may stand before it.
  private static func firstTag(_ text: Span<UInt8>) -> String? {
    var at = 0
    let limit = min(text.count, 8192)
    while at < limit {
      while at < limit, UTF8Scan.whiteSpace(text, at: at) > 0 { at += UTF8Scan.whiteSpace(text, at: at) }
      guard at + 1 < limit, text[at] == 0x3C else { return nil }
      let isComment = matches(text, at: at, "<!--")
      if !isComment, text[at + 1] != 0x3F {
        var name: [UInt8] = []
        var end = at + 1
        while end < limit, name.count < 12, text[end] > 0x20, text[end] != 0x3E, text[end] != 0x2F || name.isEmpty {
          name.append(text[end])
          end += 1
        }
        let lower = String(decoding: name, as: UTF8.self).lowercased()
        return openers.contains(lower) ? lower : nil
      }
      while at < limit, !(isComment ? matches(text, at: at, "-->") : text[at] == 0x3E) { at += 1 }
      at += isComment ? 3 : 1
    }
    return nil
  }

  /// Whether a text that begins without a tag has so many that it must be a piece of a page.
  private static func isFragment(_ text: Span<UInt8>) -> Bool {
    var tags = 0
    var at = 0
    let limit = min(text.count, 16384)
    while at < limit, let start = ByteSearch.first(0x3C, in: text, from: at), start < limit {
      for tag in [
        "</p>", "<p>", "</div>", "</a>", "<br>", "<br/>", "<br />", "</li>", "</h1>", "</h2>", "</td>", "<html",
      ]
      where matches(text, at: start, tag) {
        tags += 1
        break
      }
      if tags >= 3 { return true }
      at = start + 1
    }
    return false
  }

  private static func matches(_ text: Span<UInt8>, at offset: Int, _ tag: String) -> Bool {
    var index = offset
    for byte in tag.utf8 {
      guard index < text.count else { return false }
      let lower = text[index] &- 0x41 < 26 ? text[index] | 0x20 : text[index]
      if lower != byte { return false }
      index += 1
    }
    return true
  }

  private static let openers: Set<String> = [
    "!doctype", "html", "head", "body", "script", "iframe", "h1", "h2", "h3", "h4", "div", "font", "table", "a",
    "style",
    "title", "b", "br", "p", "meta", "link", "article", "section", "main", "header", "nav", "span", "ul", "ol", "img",
    "center", "form", "base", "noscript", "strong", "em", "i", "blockquote", "td", "tr", "amp-img", "/p", "/div", "svg",
    "rss", "feed", "frameset", "figure", "aside", "footer",
  ]
}
