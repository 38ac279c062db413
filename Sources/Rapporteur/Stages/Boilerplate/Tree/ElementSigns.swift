/// What an element's name, class, id, role and style say it is; passed down to everything inside.
struct ElementSigns: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  static let navigation = ElementSigns(rawValue: 1 << 0)
  static let footer = ElementSigns(rawValue: 1 << 1)
  static let header = ElementSigns(rawValue: 1 << 2)
  static let side = ElementSigns(rawValue: 1 << 3)
  static let related = ElementSigns(rawValue: 1 << 4)
  static let share = ElementSigns(rawValue: 1 << 5)
  static let comments = ElementSigns(rawValue: 1 << 6)
  static let advertisement = ElementSigns(rawValue: 1 << 7)
  static let form = ElementSigns(rawValue: 1 << 8)
  static let author = ElementSigns(rawValue: 1 << 9)
  static let metadata = ElementSigns(rawValue: 1 << 10)
  static let caption = ElementSigns(rawValue: 1 << 11)
  static let article = ElementSigns(rawValue: 1 << 12)
  static let content = ElementSigns(rawValue: 1 << 13)
  static let hidden = ElementSigns(rawValue: 1 << 14)
  static let contents = ElementSigns(rawValue: 1 << 15)
  static let commerce = ElementSigns(rawValue: 1 << 16)
  static let title = ElementSigns(rawValue: 1 << 17)
  static let list = ElementSigns(rawValue: 1 << 18)
  static let question = ElementSigns(rawValue: 1 << 19)

  /// The element itself, whatever its attributes.
  static let inNav = ElementSigns(rawValue: 1 << 20)
  static let inFooter = ElementSigns(rawValue: 1 << 21)
  static let inHeader = ElementSigns(rawValue: 1 << 22)
  static let inAside = ElementSigns(rawValue: 1 << 23)
  static let inArticle = ElementSigns(rawValue: 1 << 24)
  static let inMain = ElementSigns(rawValue: 1 << 25)
  static let inForm = ElementSigns(rawValue: 1 << 26)
  static let inFigure = ElementSigns(rawValue: 1 << 27)
  static let inTable = ElementSigns(rawValue: 1 << 28)
  static let inList = ElementSigns(rawValue: 1 << 29)
  static let inQuote = ElementSigns(rawValue: 1 << 30)
  static let inButton = ElementSigns(rawValue: 1 << 31)
  static let inLink = ElementSigns(rawValue: 1 << 32)
  static let articleBody = ElementSigns(rawValue: 1 << 33)
  static let isHidden = ElementSigns(rawValue: 1 << 34)
  static let inHeading = ElementSigns(rawValue: 1 << 35)
  static let inBold = ElementSigns(rawValue: 1 << 36)

  /// How many signs there are.
  static let count = 37

  /// The groups of `markup_words`, in the order of their bits.
  static let groups = [
    "navigation", "footer", "header", "side", "related", "share", "comments", "advertisement", "form", "author",
    "metadata",
    "caption", "article", "content", "hidden", "toc", "commerce", "title", "list", "question",
  ]
}

/// Reads the signs of elements.
struct SignReader: Sendable {
  private let words: WordMap<UInt64>
  private let breakers: WordSet
  private let lexicon: Lexicon

  init(lexicon: Lexicon = .shared) {
    self.lexicon = lexicon
    words = WordMap(list: "markup_words", lexicon: lexicon) { fields in
      var bits: UInt64 = 0
      for group in fields.first?.split(separator: " ") ?? [] {
        if let index = ElementSigns.groups.firstIndex(of: String(group)) { bits |= 1 << UInt64(index) }
      }
      return bits
    }
    // "has-sidebar" is no sidebar.
    breakers = WordSet(["with", "has", "without", "no", "not", "is", "if"], lexicon: lexicon)
  }

  /// The signs of class values that the page has shown before: most of its elements share a few.
  struct Memory {
    fileprivate var values = [TextRange](repeating: TextRange(0, 0), count: 256)
    fileprivate var signs = [ElementSigns](repeating: [], count: 256)
  }

  /// The signs of one element, without those of its ancestors.
  func signs(_ tree: HTMLTree, _ node: Int, _ memory: inout Memory) -> ElementSigns {
    let element = tree.nodes[node]
    var signs = Self.byTag(element.tag)
    guard element.attributeCount > 0, element.tag != .html, element.tag != .body else { return signs }
    let page = tree.page.span
    let first = Int(element.firstAttribute)
    for index in first..<first + Int(element.attributeCount) {
      let use = tree.attributes[index]
      switch use.attribute {
      case .class: signs.formUnion(remembered(page, use.value, &memory))
      case .id: signs.formUnion(wordSigns(page, use.value))
      case .role: signs.formUnion(role(page, use.value))
      case .itemprop: signs.formUnion(property(page, use.value))
      case .hidden: signs.insert(.isHidden)
      case .ariaHidden:
        if use.value.count == 4 { signs.insert(.hidden) }
      case .style: if Self.hides(page, use.value) { signs.insert(.isHidden) }
      default: break
      }
    }
    return signs
  }

  private static func byTag(_ tag: HTMLTag) -> ElementSigns {
    switch tag {
    case .nav, .menu: .inNav
    case .footer: .inFooter
    case .header: .inHeader
    case .aside: .inAside
    case .article: .inArticle
    case .main: .inMain
    case .form, .fieldset, .label, .legend: .inForm
    case .figure, .figcaption: .inFigure
    case .table: .inTable
    case .ul, .ol, .dl: .inList
    case .blockquote: .inQuote
    case .button, .select: .inButton
    case .a: .inLink
    case .h1, .h2, .h3, .h4, .h5, .h6: .inHeading
    case .b, .strong: .inBold
    default: []
    }
  }

  private func remembered(_ page: Span<UInt8>, _ range: TextRange, _ memory: inout Memory) -> ElementSigns {
    guard range.count >= 4, range.count <= 400 else { return wordSigns(page, range) }
    var hash = UInt32(truncatingIfNeeded: range.count)
    for at in [range.start, range.start + range.count / 2, range.end - 2, range.end - 1] {
      hash = (hash ^ UInt32(page[at])) &* 0x9E37_79B1
    }
    let place = Int(hash >> 24)
    let known = memory.values[place]
    if known.count == range.count, ByteSearch.areEqual(page, known, range) { return memory.signs[place] }
    let signs = wordSigns(page, range)
    memory.values[place] = range
    memory.signs[place] = signs
    return signs
  }

  /// The words of a class or id: cut at what is no letter and where a capital follows a small letter.
  private func wordSigns(_ page: Span<UInt8>, _ range: TextRange) -> ElementSigns {
    var bits: UInt64 = 0
    var hash = WordHash()
    var length = 0
    var isBroken = false
    var wasLower = false
    var at = range.start
    let end = min(range.end, range.start + 400)
    while at <= end {
      let byte = at < end ? page[at] : 0x20
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLower = byte >= 0x61 && byte <= 0x7A
      if !(isUpper || isLower) || (isUpper && wasLower) {
        if length > 0 {
          let id = lexicon.id(ofHash: hash.value)
          if breakers.contains(id) { isBroken = true } else if !isBroken, let found = words[id] { bits |= found }
        }
        hash = WordHash()
        length = 0
        if byte == 0x20 || byte == 0x09 || byte == 0x0A { isBroken = false }
      }
      if isUpper || isLower {
        hash.add(byte | 0x20)
        length += 1
      }
      wasLower = isLower
      at += 1
    }
    return ElementSigns(rawValue: bits)
  }

  private func role(_ page: Span<UInt8>, _ value: TextRange) -> ElementSigns {
    if Self.equals(page, value, "main") { return .inMain }
    if Self.equals(page, value, "navigation") || Self.equals(page, value, "menu") { return .inNav }
    if Self.equals(page, value, "article") { return .inArticle }
    if Self.equals(page, value, "complementary") { return .inAside }
    if Self.equals(page, value, "contentinfo") { return .inFooter }
    if Self.equals(page, value, "banner") { return .inHeader }
    if Self.equals(page, value, "search") || Self.equals(page, value, "form") || Self.equals(page, value, "dialog") {
      return .inForm
    }
    return []
  }

  private func property(_ page: Span<UInt8>, _ value: TextRange) -> ElementSigns {
    if Self.equals(page, value, "articleBody") { return .articleBody }
    if Self.equals(page, value, "author") { return .author }
    return []
  }

  static func equals(_ page: Span<UInt8>, _ range: TextRange, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<range.count where unsafe page[range.start + index] != word.utf8Start[index] { return false }
    return true
  }

  /// "display: none", "visibility: hidden".
  private static func hides(_ page: Span<UInt8>, _ range: TextRange) -> Bool {
    var at = range.start
    while at + 8 < range.end {
      if matches(page, at, range.end, "display") || matches(page, at, range.end, "visibility") {
        var value = at
        while value < range.end, page[value] != 0x3A { value += 1 }
        value += 1
        while value < range.end, page[value] == 0x20 { value += 1 }
        if matches(page, value, range.end, "none") || matches(page, value, range.end, "hidden") { return true }
      }
      at += 1
    }
    return false
  }

  private static func matches(_ page: Span<UInt8>, _ at: Int, _ end: Int, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at + count <= end else { return false }
    for index in 0..<count where unsafe page[at + index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }
}
