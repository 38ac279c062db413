/// The visible lines of a page and the site that it is of: what is counted to find the lines that a site repeats.
///
/// A line is what the boilerplate stage decides about as one: the text between two borders of block elements in HTML,
/// a line or a wrapped paragraph in plain text.
package struct VisibleLines: Sendable {
  /// Of the site's name.
  package let host: UInt64
  /// Of the lines, each once, in no order.
  package let lines: Set<UInt64>

  /// - Returns: `nil` for a page whose site nobody knows.
  /// - Throws: For a page that is none.
  package init?(of page: Page) throws(StageFailure) {
    guard let name = Self.site(of: page.source) else { return nil }
    host = Self.hash(name)
    let document = try PageDecoder.decode(page)
    var found: Set<UInt64> = []
    switch document.form {
    case .text:
      for unit in TextUnit.units(of: document.decoded) {
        found.insert(Self.hash(document.decoded.utf8.span, unit.range))
      }
    case .html:
      let passages = TreePassages(HTMLTree(document.decoded.utf8), SignReader())
      for piece in passages.pieces { found.insert(Self.hash(passages.text.span, piece.range)) }
    }
    lines = found
  }

  /// The host of the page's URL, without `www.`, in lower case; without a URL the folder that the file lies in, where
  /// that is called like a host, as crawlers do that mirror sites.
  static func site(of source: Page.Source) -> String? {
    var name: Substring
    if let url = source.url {
      guard let start = url.range(of: "://") else { return nil }
      name = url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if let at = name.lastIndex(of: "@") { name = name[name.index(after: at)...] }
      name = name.prefix { $0 != ":" }
    } else {
      guard let path = source.path, path.contains("/") else { return nil }
      name = path.prefix { $0 != "/" }
      let isHost = name.utf8.allSatisfy { $0 == 0x2E || $0 == 0x2D || Self.isLetterOrDigit($0) }
      guard isHost, name.contains("."), !name.hasPrefix(".") else { return nil }
    }
    let host = name.lowercased()
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return bare.isEmpty ? nil : bare
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  static func hash(_ name: String) -> UInt64 {
    let bytes = Array(name.utf8)
    return hash(bytes.span, TextRange(0, bytes.count))
  }

  /// 64 bits of a line, whatever the case of its letters and the width of its white space; never 0, which stands for
  /// the page itself. FNV-1a, its bits mixed as SplitMix64 does.
  static func hash(_ bytes: Span<UInt8>, _ range: TextRange) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isSpace = false
    for index in range.indices {
      var byte = bytes[index]
      if byte <= 0x20 {
        if isSpace { continue }
        isSpace = true
        byte = 0x20
      } else {
        isSpace = false
        if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    return hash == 0 ? 1 : hash
  }
}

extension String {
  /// The index behind the first place of a word.
  fileprivate func range(of word: String) -> Index? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(word) { return rest.index(rest.startIndex, offsetBy: word.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
