/// What a page's head and the attributes of its elements say of the article.
struct HeadData {
  private(set) var title: String?
  private(set) var socialTitle: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var site: String?
  /// The page's kind by Open Graph: article, product, website.
  private(set) var socialType: String?
  private(set) var language: String?
  /// The page's own address, where it is a whole one.
  private(set) var address: String?
  /// The dates of time elements, with their nodes.
  private(set) var times: [(node: Int, value: String)] = []
  /// Elements that name the author.
  private(set) var authorNodes: [Int] = []

  private var publishedRank = 0

  init(_ tree: HTMLTree) {
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .meta: meta(tree, node)
      case .title where title == nil:
        let range = tree.text(of: node)
        let text = Self.collapsed(tree.text, range)
        if !text.isEmpty { title = text }
      case .html where language == nil: language = tree.string(.lang, of: node) ?? tree.string(.xmlLang, of: node)
      case .time:
        if let value = tree.string(.datetime, of: node) ?? tree.string(.content, of: node) {
          times.append((node, value))
        }
        property(tree, node)
      case .span, .a, .div, .p, .abbr, .link, .h1, .h2, .li, .small, .address: property(tree, node)
      default: break
      }
    }
  }

  private mutating func meta(_ tree: HTMLTree, _ node: Int) {
    guard let content = tree.value(.content, of: node), !content.isEmpty else { return }
    if let name = tree.value(.itemprop, of: node) { itemprop(tree, node, name, isMeta: true) }
    guard let name = tree.value(.property, of: node) ?? tree.value(.name, of: node), name.count < 60 else { return }
    var key: [UInt8] = []
    for index in name.indices {
      key.append(tree.page[index] >= 0x41 && tree.page[index] <= 0x5A ? tree.page[index] | 0x20 : tree.page[index])
    }
    func value() -> String? { tree.string(.content, of: node) }
    switch String(decoding: key, as: UTF8.self) {
    case "og:title": socialTitle = value() ?? socialTitle
    case "twitter:title", "title", "dc.title", "dcterms.title", "headline", "articletitle", "sailthru.title",
      "parsely-title":
      socialTitle = socialTitle ?? value()
    case "og:type": socialType = socialType ?? value()?.lowercased()
    case "og:site_name": site = value() ?? site
    case "application-name", "apple-mobile-web-app-title", "sitename", "publisher", "dc.publisher":
      site = site ?? value()
    case "author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author",
      "citation_author",
      "article:author_name", "og:article:author", "twitter:data1_author":
      if let name = value(), !name.contains("://"), !name.isEmpty, !authors.contains(name) { authors.append(name) }
    case "article:published_time", "og:article:published_time", "og:published_time": publish(value(), 6)
    case "datepublished", "published", "published_date", "publisheddate", "article_date_original", "parsely-pub-date",
      "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
      "publication_date",
      "published_time", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued",
      "dc.date.created",
      "dcterms.created", "article.published", "originalpublicationdate", "release_date", "rnews:datepublished", "pdate",
      "ptime":
      publish(value(), 5)
    case "date", "dc.date", "dcterms.date", "dc.terms.date": publish(value(), 4)
    case "article:modified_time", "og:updated_time", "lastmod", "last-modified", "datemodified", "dcterms.modified",
      "dc.date.modified",
      "revised", "article.updated":
      modified = modified ?? value()
    case "og:url": canonical(value())
    case "content-language", "language", "og:locale", "dc.language": language = language ?? value()
    default: break
    }
  }

  private mutating func property(_ tree: HTMLTree, _ node: Int) {
    guard tree.nodes[node].attributeCount > 0 else { return }
    if let name = tree.value(.itemprop, of: node) { itemprop(tree, node, name, isMeta: false) }
    guard let rel = tree.value(.rel, of: node) else { return }
    if SignReader.equals(tree.page.span, rel, "author") { authorNodes.append(node) }
    if tree.nodes[node].tag == .link, SignReader.equals(tree.page.span, rel, "canonical") {
      canonical(tree.string(.href, of: node))
    }
  }

  private mutating func canonical(_ address: String?) {
    guard let address, self.address == nil, address.utf8.count <= 2000,
      address.hasPrefix("https://") || address.hasPrefix("http://"), !address.utf8.contains(where: { $0 <= 0x20 })
    else { return }
    self.address = address
  }

  private mutating func itemprop(_ tree: HTMLTree, _ node: Int, _ name: TextRange, isMeta: Bool) {
    let page = tree.page.span
    if SignReader.equals(page, name, "datePublished") || SignReader.equals(page, name, "dateCreated") {
      publish(
        tree.string(.content, of: node) ?? tree.string(.datetime, of: node)
          ?? Self.collapsed(tree.text, tree.text(of: node)), 5)
    } else if SignReader.equals(page, name, "dateModified") {
      modified = modified ?? tree.string(.content, of: node) ?? tree.string(.datetime, of: node)
    } else if SignReader.equals(page, name, "author"), !isMeta {
      authorNodes.append(node)
    } else if SignReader.equals(page, name, "headline"), isMeta {
      socialTitle = socialTitle ?? tree.string(.content, of: node)
    }
  }

  private mutating func publish(_ value: String?, _ rank: Int) {
    guard let value, rank > publishedRank, DateReader.shared.first(in: value) != nil else { return }
    published = value
    publishedRank = rank
  }

  /// The text of a range, white space collapsed; at most 500 bytes of it.
  static func collapsed(_ text: [UInt8], _ range: TextRange) -> String {
    var result: [UInt8] = []
    let bytes = text.span
    var at = range.start
    var isGap = false
    while at < range.end, result.count < 500 {
      let space = UTF8Scan.whiteSpace(bytes, at: at)
      if space > 0 {
        isGap = !result.isEmpty
        at += space
        continue
      }
      let length = UTF8Scan.scalar(bytes, at: at).length
      if isGap { result.append(0x20) }
      isGap = false
      for index in at..<at + length { result.append(bytes[index]) }
      at += length
    }
    return String(decoding: result, as: UTF8.self)
  }
}
