/// Reads a page's title, author, dates and site from its head, its JSON-LD and its visible text, and finds the pieces
/// that show title and byline.
struct TreeMetadata {
  let tree: HTMLTree
  let passages: TreePassages
  let measures: [PassageMeasure]
  let head: HeadData
  let data: LinkedData

  /// What was found.
  struct Found {
    var metadata = Metadata()
    /// What the page says its language is.
    var declaredLanguage: String?
    /// The piece that shows the title.
    var title: Int?
    /// The piece that shows the byline.
    var byline: Int?
  }

  init(_ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure]) {
    self.tree = tree
    self.passages = passages
    self.measures = measures
    head = HeadData(tree)
    data = LinkedData(tree.page, tree.linkedData)
  }

  /// - Parameters:
  ///   - body: The first piece of the article's running text, `nil` for none.
  ///   - last: The last piece of the article.
  func read(body: Int?, last: Int, url: String?, inputDate: String?) -> Found {
    var found = Found()
    found.metadata.site = head.site ?? data.publisher
    found.declaredLanguage = head.language.flatMap(Self.tag)
    title(&found, body)
    byline(&found, body, last)
    dates(&found, body, last, url, inputDate)
    return found
  }

  private func text(_ piece: Int) -> String {
    String(decoding: passages.text[passages.pieces[piece].range.indices], as: UTF8.self)
  }

  private func title(_ found: inout Found, _ body: Int?) {
    let written = head.socialTitle ?? data.headline ?? head.title
    var best: (piece: Int, score: Float)?
    var candidates = 0
    for piece in passages.pieces.indices {
      let tag = tree.nodes[Int(passages.pieces[piece].node)].tag
      let isHeading1 = passages.pieces[piece].signs.contains(.inHeading) && tag == .h1
      let isAbove =
        piece <= body ?? 0 && piece + 60 > body ?? 0 && measures[piece].words >= 3 && !measures[piece].endsSentence
      guard isHeading1 || isAbove || (tag == .h2 && passages.pieces[piece].signs.contains(.title)) else { continue }
      guard passages.pieces[piece].signs.isDisjoint(with: [.comments, .isHidden]) else { continue }
      guard measures[piece].words >= 1, measures[piece].words <= 60 else { continue }
      candidates += 1
      guard candidates <= 200 else { break }
      var score: Float = isHeading1 ? 1 : 0
      let shown = text(piece)
      var isKnown = written == nil
      for other in [head.socialTitle, data.headline, head.title] {
        guard let other else { continue }
        let likeness = Self.likeness(shown, other)
        if likeness > 0.25 { isKnown = true }
        score += 2 * likeness
      }
      // A heading that nothing else in the page calls its title names the site or the section.
      if !isKnown || (!isHeading1 && score < 1.4) { score -= 1 }
      if passages.pieces[piece].signs.isDisjoint(with: [.inNav, .inFooter, .related]) { score += 0.5 }
      if let body, piece > body { score -= 1 }
      if measures[piece].words < 2 { score -= 0.7 }
      if score > best?.score ?? 1.2 { best = (piece, score) }
    }
    if let best {
      found.title = best.piece
      found.metadata.title = Self.flat(text(best.piece))
    } else if let written {
      found.metadata.title = written
    }
    guard let title = found.metadata.title else { return }
    // "Headline | Site": the site is no part of it.
    let bytes = Array(title.utf8)
    if found.title == nil, let cut = TextTitle.site(in: bytes, TextRange(0, bytes.count)) {
      found.metadata.title = String(decoding: bytes[cut.title.indices], as: UTF8.self)
      if found.metadata.site == nil { found.metadata.site = cut.site }
    } else if found.metadata.site == nil, let whole = head.title {
      let bytes = Array(whole.utf8)
      if let cut = TextTitle.site(in: bytes, TextRange(0, bytes.count)),
        Self.likeness(String(decoding: bytes[cut.title.indices], as: UTF8.self), title) > 0.6
      {
        found.metadata.site = cut.site
      }
    }
  }

  private func byline(_ found: inout Found, _ body: Int?, _ last: Int) {
    var names = data.authors.map(Bylines.clean).filter(Self.isName)
    if names.isEmpty { names = head.authors.map(Bylines.clean).filter(Self.isName) }
    let limit = min(passages.pieces.count, (body ?? 0) + 3)
    let start = max(0, (found.title ?? limit) - 8)
    for piece in start..<max(start, limit) {
      let element = passages.pieces[piece]
      guard measures[piece].words <= 16, measures[piece].words >= 1 else { continue }
      let shown = text(piece)
      if let name = Bylines.names(shown) {
        found.byline = piece
        if names.isEmpty { names = [Bylines.clean(name)].filter(Self.isName) }
        break
      }
      if names.contains(shown)
        || (names.isEmpty && head.authorNodes.contains { covers($0, piece) } && Self.isName(shown))
      {
        found.byline = piece
        if names.isEmpty { names = [shown] }
        break
      }
      if names.isEmpty, element.signs.contains(.author), measures[piece].words <= 5, measures[piece].numbers == 0,
        measures[piece].capitalShare >= 0.6, measures[piece].phrase == nil, !measures[piece].endsSentence,
        measures[piece].words >= 2
      {
        found.byline = piece
        names = [Bylines.clean(shown)]
        break
      }
    }
    if names.isEmpty {
      for node in head.authorNodes.prefix(3) where names.isEmpty {
        let shown = Bylines.clean(HeadData.collapsed(tree.text, tree.text(of: node)))
        if Self.isName(shown) { names = [shown] }
      }
    }
    var seen: [String] = []
    for name in names where !seen.contains(name) { seen.append(name) }
    found.metadata.byline = seen.isEmpty ? nil : seen.joined(separator: ", ")
  }

  private func covers(_ node: Int, _ piece: Int) -> Bool {
    let first = Int(passages.pieces[piece].first)
    return node <= first && first < Int(tree.nodes[node].end)
  }

  private func dates(_ found: inout Found, _ body: Int?, _ last: Int, _ url: String?, _ inputDate: String?) {
    let reader = DateReader.shared
    var match = data.datePublished.flatMap { reader.first(in: $0) } ?? head.published.flatMap { reader.first(in: $0) }
    if match == nil { match = visibleDate(found, body, last) }
    if match == nil, let url { match = Self.date(inURL: url) }
    found.metadata.published = match?.date.description ?? inputDate
    found.metadata.publishedTime = match?.timestamp
    let modified = data.dateModified.flatMap { reader.first(in: $0) } ?? head.modified.flatMap { reader.first(in: $0) }
    found.metadata.modified = modified?.date.description
  }

  /// The date shown nearest to the title: a time element first, then a line that is a date.
  private func visibleDate(_ found: Found, _ body: Int?, _ last: Int) -> DateReader.Match? {
    guard !passages.pieces.isEmpty else { return nil }
    let anchor = found.title ?? body ?? 0
    let start = max(0, anchor - 12)
    let end = min(passages.pieces.count, max(body ?? 0, anchor) + 8)
    let from = Int(passages.pieces[start].first)
    let to = Int(passages.pieces[max(start, end - 1)].last)
    for time in head.times where time.node >= from - 4 && time.node <= to {
      if let match = DateReader.shared.first(in: time.value) { return match }
    }
    let bytes = passages.text.span
    var best: (match: DateReader.Match, distance: Int)?
    for piece in start..<end
    where measures[piece].words <= 24 && (measures[piece].numbers > 0 || measures[piece].words <= 6) {
      guard let match = DateReader.shared.first(bytes, passages.pieces[piece].range) else { continue }
      let distance = abs(piece - anchor) + (measures[piece].words > 14 ? 6 : 0)
      if distance < best?.distance ?? Int.max { best = (match, distance) }
    }
    if let best { return best.match }
    guard let body else { return nil }
    for piece in max(body, last)..<max(body, min(passages.pieces.count, last + 6)) where measures[piece].words <= 14 {
      if let match = DateReader.shared.first(bytes, passages.pieces[piece].range) { return match }
    }
    return nil
  }

  /// ".../2025/11/02/…", ".../2025-11-02-…", "…/20251102/…".
  private static func date(inURL url: String) -> DateReader.Match? {
    let bytes = Array(url.utf8.prefix(500))
    return DateReader.shared.first(bytes.span, TextRange(0, bytes.count))
  }

  /// A BCP 47 tag, where it looks like one: "en_US" is "en-US".
  private static func tag(_ language: String) -> String? {
    let tag = String(language.prefix(12).map { $0 == "_" ? "-" : $0 })
    let isPlain = tag.utf8.allSatisfy {
      $0 == 0x2D || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0)
    }
    return isPlain && tag.utf8.count >= 2 ? tag : nil
  }

  private static func flat(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return HeadData.collapsed(bytes, TextRange(0, bytes.count))
  }

  private static func isName(_ name: String) -> Bool {
    guard name.utf8.count >= 2, name.utf8.count <= 90, !name.contains("://"), !name.contains("@") else { return false }
    return !["admin", "administrator", "editor", "staff", "author", "guest", "user", "webmaster", "null", "unknown"]
      .contains(name.lowercased())
  }

  /// The share of the longer one's words that both have.
  private static func likeness(_ a: String, _ b: String) -> Float {
    func words(_ text: String) -> [UInt64] {
      let bytes = Array(text.utf8)
      var tokenizer = Tokenizer(TextRange(0, bytes.count))
      var result: [UInt64] = []
      while result.count < 100, let piece = tokenizer.next(bytes.span) {
        if !piece.shape.contains(.mark) { result.append(piece.hash) }
      }
      return result
    }
    let (first, second) = (words(a), words(b))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let shared = first.filter { second.contains($0) }.count
    return Float(shared) / Float(max(first.count, second.count))
  }
}
