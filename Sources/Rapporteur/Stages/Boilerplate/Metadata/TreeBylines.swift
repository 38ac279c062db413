/// Who wrote the article: what head and linked data declare, and what its text shows.
extension TreeMetadata {
  func byline(_ found: inout Found, _ body: Int?, _ last: Int) {
    var names = data.authors.map(Bylines.clean).filter(Self.isName)
    if names.isEmpty { names = head.authors.map(Bylines.clean).filter(Self.isName) }
    // A page may name its site where no author is known; who signs the text goes before it.
    let sites = [head.site, data.publisher].compactMap { $0 }
    let declared = names
    names.removeAll { name in sites.contains { Self.likeness($0, name) > 0.6 } }
    // What stands below the headline counts, wherever the running text starts.
    let limit = min(passages.pieces.count, max(body ?? 0, found.title ?? 0) + 3)
    let start = max(0, (found.title ?? limit) - 8)
    for piece in start..<max(start, limit) {
      let element = passages.pieces[piece]
      guard measures[piece].words <= 16, measures[piece].words >= 1 else { continue }
      let shown = text(piece)
      if Bylines.mayBeByline(passages.text.span, element.range), let name = Bylines.names(shown) {
        found.byline = piece
        if names.isEmpty { names = [Bylines.clean(name)].filter(Self.isName) }
        break
      }
      if names.isEmpty, let name = nameBehindOpener(piece, shown) ?? nameBelowTitle(piece, found.title, shown) {
        found.byline = name.piece
        names = [name.name]
        break
      }
      if names.contains(shown)
        || (names.isEmpty && head.authorNodes.contains { covers($0, piece) } && Self.isName(shown))
      {
        found.byline = piece
        if names.isEmpty { names = [Bylines.clean(shown)].filter(Self.isName) }
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
    for piece in last..<min(passages.pieces.count, last + 8) where names.isEmpty && measures[piece].words <= 10 {
      let shown = text(piece)
      if let name = nameBehindOpener(piece, shown)?.name ?? Bylines.names(shown) {
        names = [Bylines.clean(name)].filter(Self.isName)
      }
    }
    if names.isEmpty { names = declared }
    var seen: [String] = []
    for name in names where !seen.contains(name) { seen.append(name) }
    found.metadata.byline = seen.isEmpty ? nil : seen.joined(separator: ", ")
  }

  /// The name in the piece behind one that says no more than "By".
  private func nameBehindOpener(_ piece: Int, _ shown: String) -> (piece: Int, name: String)? {
    // "Posted on February 3, 2025 by Ana Silva".
    if measures[piece].numbers > 0, !measures[piece].endsSentence, let by = ByteString.cut(shown, at: " by "),
      DateReader.shared.first(in: shown) != nil, let name = Bylines.names("By " + by.behind)
    {
      let clean = Bylines.clean(name)
      if Self.isName(clean), clean.split(separator: " ").count <= 5 { return (piece, clean) }
    }
    guard measures[piece].words <= 5, piece + 1 < passages.pieces.count,
      Self.openers.contains(shown.lowercased().filter { $0 != ":" && $0 != "：" })
    else { return nil }
    let next = measures[piece + 1]
    guard next.words >= 1, next.words <= 6, next.numbers == 0, next.capitalShare >= 0.6 || next.easternLetters > 0,
      next.phrase == nil, !next.endsSentence
    else { return nil }
    let name = Bylines.clean(text(piece + 1))
    return Self.isName(name) ? (piece + 1, name) : nil
  }

  /// A name alone right below the headline.
  private func nameBelowTitle(_ piece: Int, _ title: Int?, _ shown: String) -> (piece: Int, name: String)? {
    let measure = measures[piece]
    guard let title, piece > title, piece <= title + 3, measure.words >= 2, measure.words <= 3, measure.numbers == 0,
      measure.latinWords == measure.words, measure.capitalShare == 1, measure.phrase == nil, !measure.endsSentence,
      passages.pieces[piece].signs.isDisjoint(with: [.inHeading, .inNav, .related, .inFooter]),
      let first = shown.split(separator: " ").first, Self.givenNames.contains(Lexicon.shared.id(of: String(first)))
    else { return nil }
    return (piece, shown)
  }

  private static let givenNames = WordSet(list: "given_names")
  private static let openers: Set<String> = [
    "by", "written by", "author", "authors", "posted by", "words by", "text by", "story by", "article by",
    "authored by", "article written by", "this post was written by", "this article was written by", "published by",
    "contributed by", "reported by", "words", "作者", "文", "撰文", "记者", "글",
  ]

  private func covers(_ node: Int, _ piece: Int) -> Bool {
    let first = Int(passages.pieces[piece].first)
    return node <= first && first < Int(tree.nodes[node].end)
  }

  private static func isName(_ name: String) -> Bool {
    guard name.utf8.count >= 2, name.utf8.count <= 90, !name.contains("://"), !name.contains("@") else { return false }
    return !["admin", "administrator", "editor", "staff", "author", "guest", "user", "webmaster", "null", "unknown"]
      .contains(name.lowercased())
  }
}
