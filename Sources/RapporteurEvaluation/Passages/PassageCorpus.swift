package import Rapporteur
package import RapporteurCrawl

/// Pages with the articles that people marked in them.
package struct PassageCorpus {
  package let kind: PassageKind

  /// Page by page, every page followed by what was cropped from it.
  let examples: [PassageExample]

  /// The files that were read, in order, and the digest of each.
  package let files: [(path: String, digest: Digest)]

  /// How many pages were read.
  package let pages: Int

  /// - Parameters:
  ///   - paths: JSON Lines with `id`, `text` or `html` as `kind` has it, and `gold`, also gzipped.
  ///   - goldPaths: JSON Lines with `id`, the article as `text`, and perhaps `page_type`, where the pages have no `gold`.
  ///   - seed: For what is cropped.
  /// - Throws: `InputError` for a file that cannot be read or a page without gold.
  package init(_ kind: PassageKind, _ paths: [String], gold goldPaths: [String], seed: UInt64) throws(InputError) {
    self.kind = kind
    var gold: [String: (text: String, type: String)] = [:]
    try Self.read(goldPaths) { line throws(InputError) in
      guard let id = line["id"]?.name, let text = (line["gold"] ?? line["text"])?.text else {
        throw InputError("A line of gold has an 'id' and the article's 'text'.")
      }
      gold[id] = (text[text.range], line["page_type"]?.name ?? "page")
    }
    let reader = PassageRowReader(kind)
    var cropper = PageCropper(seed: seed)
    var examples: [PassageExample] = []
    var pages = 0
    var sites: [String: Int] = [:]
    try Self.read(paths) { line throws(InputError) in
      let id = line["id"]?.name ?? "\(pages)"
      guard let page = line[kind == .text ? "text" : "html"]?.text else {
        throw InputError("Page '\(id)' has no '\(kind == .text ? "text" : "html")'.")
      }
      let own = line["gold"]?.text.map { (text: $0[$0.range], type: line["page_type"]?.name ?? "page") }
      guard let marked = own ?? gold[id] else {
        throw InputError("Page '\(id)' has no gold: neither a field 'gold' nor a line in a --gold file.")
      }
      let rows = reader.rows(of: page)
      let labels = GoldLabels.labels(rows.passages.map(\.text), gold: marked.text)
      let url = line["url"]?.name
      let name = url.flatMap(Self.site) ?? "page \(pages)"
      let site = sites[name] ?? sites.count
      sites[name] = site
      examples.append(
        PassageExample(
          site: site, page: page, url: url, type: marked.type, gold: marked.text, isCropped: false, rows: rows,
          labels: labels))
      var crops: [Text] = []
      switch kind {
      case .text: crops = cropper.crops(ofLines: page, rows, labels)
      case .tree: if marked.type == "article" { crops = cropper.crops(ofTree: page, rows, labels) }
      }
      for crop in crops {
        let rows = reader.rows(of: crop)
        let labels = GoldLabels.labels(rows.passages.map(\.text), gold: marked.text)
        let kept = zip(rows.passages, labels).filter(\.1).map(\.0.text).joined(separator: "\n")
        examples.append(
          PassageExample(
            site: site, page: crop, url: url, type: marked.type, gold: kept, isCropped: true, rows: rows,
            labels: labels))
      }
      pages += 1
    }
    if pages == 0 { throw InputError("There is no page in the data.") }
    self.examples = examples
    self.pages = pages
    var files: [(path: String, digest: Digest)] = []
    for path in paths + goldPaths {
      guard let bytes = SmallFile.read(path) else { throw InputError("\(path) can no longer be read.") }
      files.append((path, Digest(of: bytes)))
    }
    self.files = files
  }

  /// The host of an address without "www.".
  private static func site(_ url: String) -> String? {
    guard let start = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let host = url[start...].dropFirst().drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  private static func read(
    _ paths: [String], _ body: (JSONValue) throws(InputError) -> Void
  ) throws(InputError) {
    guard !paths.isEmpty else { return }
    var reader = CrawlReader(try Inputs(paths))
    while let item = reader.next() {
      guard case .line(let line) = item else { throw InputError("The data are JSON Lines, and whole.") }
      var json = JSONReader()
      guard let value = try? json.read(line.bytes.span) else {
        throw InputError("A line of \(paths.joined(separator: ", ")) is no JSON.")
      }
      try body(value)
    }
  }
}
