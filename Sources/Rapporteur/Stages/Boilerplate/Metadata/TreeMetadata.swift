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

  init(
    _ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure], _ head: HeadData, _ data: LinkedData
  ) {
    self.tree = tree
    self.passages = passages
    self.measures = measures
    self.head = head
    self.data = data
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

  func text(_ piece: Int) -> String {
    String(decoding: passages.text[passages.pieces[piece].range.indices], as: UTF8.self)
  }

  func text(_ range: TextRange) -> String { String(decoding: passages.text[range.indices], as: UTF8.self) }

  private func title(_ found: inout Found, _ body: Int?) {
    func isTelling(_ title: String) -> Bool { !Self.pageNames.contains(Self.stem(title).lowercased()) }
    let pageTitle = head.title.flatMap { isTelling($0) ? $0 : nil }
    let written = head.socialTitle.flatMap { isTelling($0) ? $0 : nil } ?? data.headline ?? pageTitle
    let names = siteNames().map(Self.words)
    let others = [head.socialTitle, data.headline, pageTitle].compactMap { $0 }.map {
      (whole: Self.words($0), stem: Self.words(Self.stem($0)), opening: Self.words(Self.opening($0)))
    }
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
      let shown = Self.words(passages.text.span, passages.pieces[piece].range)
      if shown.count == 1, text(piece).lowercased() == "home" { continue }
      var isKnown = written == nil
      for other in others {
        var likeness = max(Self.likeness(shown, other.whole), Self.likeness(shown, other.stem))
        // "Flexbox - Learn web development | Handbook" is headed by "Flexbox".
        if isHeading1, shown == other.opening { likeness = max(likeness, 0.95) }
        if likeness > 0.25 { isKnown = true }
        score += 2 * likeness
      }
      // A heading that nothing else in the page calls its title names the site or the section.
      if written == nil, !isHeading1, passages.pieces[piece].signs.contains(.inHeading) { score += 1.6 }
      if !isKnown || (!isHeading1 && score < 1.4) { score -= 1 }
      if passages.pieces[piece].signs.isDisjoint(with: [.inNav, .inFooter, .related]) { score += 0.5 }
      if let body, piece > body { score -= 1 }
      if measures[piece].words < 2 { score -= 0.7 }
      if names.contains(where: { Self.likeness(shown, $0) > 0.8 }) { score -= 2.5 }
      if score > best?.score ?? 1.2 { best = (piece, score) }
    }
    if let best {
      found.title = best.piece
      found.metadata.title = Self.flat(text(best.piece))
    } else if let written = written ?? head.title {
      found.metadata.title = written
    }
    guard var title = found.metadata.title else { return }
    title = Self.withoutSection(title)
    found.metadata.title = title
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
    if found.title != nil, let site = found.metadata.site, let stem = Self.without(title, site) {
      found.metadata.title = stem
    }
  }

  /// "Headline | Site" without the site.
  private static func stem(_ title: String) -> String {
    let bytes = Array(title.utf8)
    return TextTitle.site(in: bytes, TextRange(0, bytes.count)).map {
      String(decoding: bytes[$0.title.indices], as: UTF8.self)
    }
      ?? title
  }

  /// What stands before the first mark that parts a title.
  private static func opening(_ title: String) -> String {
    var opening = title
    for mark in [" | ", " - ", " – ", " — ", " · ", " » "] {
      if let cut = ByteString.cut(opening, at: mark) { opening = cut.before }
    }
    return opening
  }

  /// What pages are called that are all called the same.
  private static let pageNames: Set<String> = [
    "home", "news", "press release", "press releases", "news detail", "news details", "article", "untitled", "index",
    "detail", "details", "view", "press", "media", "speeches", "statements", "press room", "newsroom",
    "untitled document",
    "보도자료", "뉴스", "공지사항", "상세보기", "보도자료 상세", "새소식", "新闻", "新闻动态", "要闻", "正文", "详情", "首页", "动态", "ニュース",
  ]

  /// What the head calls the site, and the shorter of the two parts of "Headline | Site".
  private func siteNames() -> [String] {
    var names = [head.site, data.publisher].compactMap { $0 }
    guard let whole = head.title else { return names }
    let bytes = Array(whole.utf8)
    if let cut = TextTitle.site(in: bytes, TextRange(0, bytes.count)) {
      // The longer part is the headline, unless a heading of the page says so of the shorter one.
      let stem = String(decoding: bytes[cut.title.indices], as: UTF8.self)
      let isShorter = cut.site.utf8.count < cut.title.count
      let isShown = passages.pieces.indices.prefix(400).contains {
        passages.pieces[$0].signs.contains(.inHeading) && measures[$0].words <= 40
          && Self.likeness(text($0), stem) > 0.8
      }
      if isShorter || isShown { names.append(cut.site) }
    }
    // A page that is called like its site has no other title.
    return names.filter { Self.likeness($0, whole) < 0.8 && Self.likeness($0, data.headline ?? "") < 0.8 }
  }

  /// "Opinion | A railway is a promise", "Thread: Which host?": the section is no part of the headline.
  static func withoutSection(_ title: String) -> String {
    for mark in [" | ", ": ", " ｜ "] {
      guard let (before, rest) = ByteString.cut(title, at: mark) else { continue }
      let section = before.lowercased()
      if rest.utf8.count >= 8, mark == ": " ? pageWords.contains(section) : sections.contains(section) { return rest }
    }
    return title
  }

  private static let pageWords: Set<String> = ["thread", "blog", "topic", "question", "permalink"]
  private static let sections: Set<String> = [
    "opinion", "commentary", "editorial", "analysis", "news", "world", "politics", "business", "blog", "press release",
    "press releases", "statement", "speech", "interview", "feature", "op-ed", "column", "comment", "review",
    "explainer", "perspective", "perspectives", "viewpoint", "watch", "video", "live", "breaking", "exclusive",
    "transcript", "readout", "thread", "world news", "us news", "uk news", "letters", "letter", "blogs",
  ]

  /// The title without the site's name at its end; `nil` where it does not end with it.
  static func without(_ title: String, _ site: String) -> String? {
    let bytes = Array(title.utf8)
    guard let cut = TextTitle.site(in: bytes, TextRange(0, bytes.count)), likeness(cut.site, site) > 0.6 else {
      return nil
    }
    return String(decoding: bytes[cut.title.indices], as: UTF8.self)
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

  /// The share of the longer one's words that both have.
  static func likeness(_ a: String, _ b: String) -> Float {
    likeness(words(a), words(b))
  }

  /// The words of a title, as `likeness` compares them.
  static func words(_ text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    return words(bytes.span, TextRange(0, bytes.count))
  }

  static func words(_ bytes: Span<UInt8>, _ range: TextRange) -> [UInt64] {
    var tokenizer = Tokenizer(range)
    var result: [UInt64] = []
    while result.count < 100, let piece = tokenizer.next(bytes) {
      if !piece.shape.contains(.mark) { result.append(piece.hash) }
    }
    return result
  }

  static func likeness(_ first: [UInt64], _ second: [UInt64]) -> Float {
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let shared = first.filter { second.contains($0) }.count
    return Float(shared) / Float(max(first.count, second.count))
  }
}
