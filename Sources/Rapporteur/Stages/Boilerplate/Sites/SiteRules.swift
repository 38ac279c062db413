/// What the user knows better of the pages of some sites: where their article stands, and what is none of it.
struct SiteRules: Sendable {
  private var rules: [Rule] = []

  /// What holds for a host and those below it.
  struct Rule: Sendable {
    var host: String
    /// Where one of them selects anything in a page, the article is what stands inside.
    var keep: [ElementSelector]
    var drop: [ElementSelector]
  }

  /// What a rule says of a piece of a page.
  enum Say: Sendable {
    case keep, drop
  }

  init(_ options: inout Options) {
    let objects = options.objects(
      "sites", fields: ["host", "keep", "drop"],
      "rules for sites: {host: a.org, keep: [.story], drop: [aside, .ad]}; of a page's selectors the article is what 'keep' "
        + "holds and 'drop' does not")
    for object in objects {
      guard let host = object["host"]?.first?.text, !host.isEmpty else {
        options.fault(at: object.line, object.column, "a rule for a site names its 'host'")
        continue
      }
      var rule = Rule(host: host.lowercased(), keep: [], drop: [])
      for (field, isKept) in [("keep", true), ("drop", false)] {
        for (text, line, column) in object[field] ?? [] {
          guard let selector = ElementSelector(text) else {
            options.fault(
              at: line, column, "'\(text)' is no selector of element names, .classes and #ids ('div.story p')")
            continue
          }
          if isKept { rule.keep.append(selector) } else { rule.drop.append(selector) }
        }
      }
      rules.append(rule)
    }
  }

  /// What the rules for a page's host say of each of its pieces; empty where they say nothing.
  func says(_ tree: HTMLTree, _ passages: TreePassages, url: String?) -> [Say?] {
    guard !rules.isEmpty, let url, let host = Self.host(url) else { return [] }
    var says: [Say?] = []
    for rule in rules where host == rule.host || host.hasSuffix("." + rule.host) {
      if says.isEmpty { says = Array(repeating: nil, count: passages.pieces.count) }
      let kept = Self.pieces(rule.keep, tree, passages)
      for range in kept { for piece in range { says[piece] = .keep } }
      if !kept.isEmpty { for piece in says.indices where says[piece] == nil { says[piece] = .drop } }
      for range in Self.pieces(rule.drop, tree, passages) { for piece in range { says[piece] = .drop } }
    }
    return says
  }

  private static func pieces(
    _ selectors: [ElementSelector], _ tree: HTMLTree, _ passages: TreePassages
  ) -> [Range<Int>] {
    guard !selectors.isEmpty else { return [] }
    var ranges: [Range<Int>] = []
    var node = 1
    while node < tree.nodes.count {
      if tree.nodes[node].tag != .text, selectors.contains(where: { $0.matches(tree, node) }) {
        let range = passages.pieces(below: node, tree)
        if !range.isEmpty { ranges.append(range) }
        node = Int(tree.nodes[node].end)
      } else {
        node += 1
      }
    }
    return ranges
  }

  /// The host of an address in lower case, without its port.
  private static func host(_ url: String) -> String? {
    guard let scheme = ByteString.cut(url, at: "://") else { return nil }
    let host = scheme.behind.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.split(separator: "@").last?.split(separator: ":").first?.lowercased()
  }
}
