/// Finds the lines of a page that many pages of its site have: menus, notices, calls to subscribe.
struct RepeatedLines: Sendable {
  private let table: LineTable?
  private let pages: Int
  private let share: Double

  init(_ options: inout Options) {
    let files = options.files("lines", "a table of the lines that sites repeat, made by 'rapporteur lines'")
    pages = options.integer(
      "repeated_pages", default: 5, in: 2...1_000_000, "with lines: cut what stands on so many pages of the site")
    share = options.number(
      "repeated_share", default: 0.2, in: 0...1, "with lines: and on this share of the site's pages")
    table = files.first.flatMap { LineTable($0.bytes) }
    for file in files.dropFirst() { options.fault(in: file, line: 1, "'lines' takes one table; take this one out") }
    if let file = files.first, table == nil {
      options.fault(in: file, line: 1, "this is no whole table of lines; make one with 'rapporteur lines'")
    }
  }

  /// The indices of the lines that are repeated; none where all are, which a copy of a page may be.
  func find(_ source: Page.Source, _ bytes: Span<UInt8>, _ lines: [TextRange]) -> [Int] {
    guard let table, let name = VisibleLines.site(of: source), let site = table.site(VisibleLines.hash(name)) else {
      return []
    }
    let fewest = max(pages, Int((share * Double(site.pages)).rounded(.up)))
    guard site.pages >= fewest else { return [] }
    var found: [Int] = []
    for index in lines.indices where table.pages(of: VisibleLines.hash(bytes, lines[index]), in: site) >= fewest {
      found.append(index)
    }
    return found.count == lines.count ? [] : found
  }
}
