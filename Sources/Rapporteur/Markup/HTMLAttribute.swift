/// The attributes that somebody may ask for; the tree keeps no others.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
  case alt = 1
  case ariaHidden, ariaLabel, `class`, colspan, content, datePublished, datetime, dir, hidden, href, hreflang
  case httpEquiv, id, itemprop, itemtype, lang, name, property, rel, role, rowspan, src, start, style, title, type
  case value, xmlLang

  /// As it stands in a page, in lower case.
  var name: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .datePublished: "data-published"
    case .httpEquiv: "http-equiv"
    case .xmlLang: "xml:lang"
    default: "\(self)"
    }
  }

  /// Finds an attribute by its name's key.
  static let byName = NameTable(allCases.map { ($0.name, $0.rawValue) })

  /// One attribute of one element.
  struct Use: Sendable {
    var attribute: HTMLAttribute
    /// The value in the decoded page, without its quotes, references not decoded; empty where there is none.
    var value: TextRange
  }
}
