/// What a page's JSON-LD says of its article (schema.org, in `<script type="application/ld+json">`).
///
/// Blocks are read leniently: comments and CDATA marks around them, missing `@graph`, lists where a value should stand,
/// broken blocks beside good ones. Where several objects describe the page, the one that is an article counts, and what
/// it leaves open the others fill in.
struct LinkedData: Sendable, Equatable {
  /// The `@type` of the object that counts: `NewsArticle`; `nil` when nothing in the page is an article.
  var type: String?
  /// The types of all objects, in lower case.
  var types: Set<String> = []
  var headline: String?
  var alternativeHeadline: String?
  var description: String?
  /// The names of persons and organisations, in order.
  var authors: [String] = []
  /// As written; ISO 8601 when the page is right.
  var datePublished: String?
  var dateModified: String?
  /// The days that other objects give.
  var otherDates: [String] = []
  /// The publisher's name, else that of the site.
  var publisher: String?
  /// The article as plain text.
  var body: String?
  /// BCP 47, as written.
  var language: String?
  var section: String?

  /// Reads the blocks of a page.
  ///
  /// - Parameter ranges: Where they stand in it.
  init(_ page: [UInt8], _ ranges: [TextRange]) {
    var objects: [JSONValue] = []
    for range in ranges {
      var reader = JSONReader(maximumDepth: 64)
      let span = page.span.extracting(Self.json(page.span, range))
      if let value = try? reader.readPrefix(span) { Self.collect(value, into: &objects) }
    }
    for object in objects { types.formUnion(Self.types(object).map { $0.lowercased() }) }
    let ranked = objects.enumerated().map { (rank: Self.rank($0.element), place: $0.offset, object: $0.element) }
      .filter { $0.rank > 0 }.sorted { ($1.rank, $0.place) < ($0.rank, $1.place) }
    if let best = ranked.first, best.rank > 1 { type = Self.types(best.object).first }
    let named = Self.namesByID(objects)
    for (rank, _, object) in ranked where rank > 1 { fill(object, named) }
    for (rank, _, object) in ranked where rank == 1 && publisher == nil { publisher = Self.text(object["name"]) }
  }

  /// The kinds of objects that are articles, from the most to the least certain.
  private static let articles: Set<String> = [
    "newsarticle", "article", "blogposting", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "satiricalarticle", "scholarlyarticle",
    "techarticle", "liveblogposting", "socialmediaposting", "discussionforumposting", "advertisercontentarticle",
    "report", "medicalscholarlyarticle", "review", "recipe", "howto", "qapage", "question",
  ]

  private static func rank(_ object: JSONValue) -> Int {
    let types = types(object).map { $0.lowercased() }
    if types.contains(where: articles.contains) {
      return object["headline"] != nil || object["articleBody"] != nil ? 4 : 3
    }
    if types.contains("webpage") || types.contains("itempage") { return 2 }
    if types.contains("website") || types.contains("organization") || types.contains("newsmediaorganization") {
      return 1
    }
    return 0
  }

  private static func types(_ object: JSONValue) -> [String] {
    switch object["@type"] {
    case .string(let text): [name(text[text.range])]
    case .array(let items): items.compactMap { $0.text.map { name($0[$0.range]) } }
    default: []
    }
  }

  /// The last part of a type that is written as an address: `http://schema.org/Article`.
  private static func name(_ type: String) -> String { type.split { "/:#".contains($0) }.last.map(String.init) ?? type }

  /// The objects of a block: itself, the items of a list, of `@graph`, and what a page says is its main thing.
  private static func collect(_ value: JSONValue, into objects: inout [JSONValue]) {
    var waiting = [value]
    while let next = waiting.popLast(), objects.count < 1000 {
      switch next {
      case .array(let items): waiting.append(contentsOf: items.reversed())
      case .object:
        objects.append(next)
        for key in ["mainEntity", "mainEntityOfPage", "hasPart"] {
          if case .object? = next[key] { waiting.append(next[key] ?? .null) }
        }
        if let graph = next["@graph"] { waiting.append(graph) }
      default: break
      }
    }
  }

  private static func namesByID(_ objects: [JSONValue]) -> [String: String] {
    var names: [String: String] = [:]
    for object in objects {
      if let id = object["@id"]?.name, let name = text(object["name"]) { names[id] = name }
    }
    return names
  }

  private mutating func fill(_ object: JSONValue, _ named: [String: String]) {
    let isArticle = Self.rank(object) > 2
    headline = headline ?? Self.text(object["headline"]) ?? (isArticle ? Self.text(object["name"]) : nil)
    alternativeHeadline = alternativeHeadline ?? Self.text(object["alternativeHeadline"])
    description = description ?? Self.text(object["description"])
    if authors.isEmpty { authors = Self.names(object["author"] ?? object["creator"], named) }
    if datePublished != nil, let other = Self.text(object["datePublished"]) { otherDates.append(other) }
    datePublished = datePublished ?? Self.text(object["datePublished"]) ?? Self.text(object["dateCreated"])
    dateModified = dateModified ?? Self.text(object["dateModified"])
    publisher = publisher ?? Self.names(object["publisher"] ?? object["sourceOrganization"], named).first
    body = body ?? Self.text(object["articleBody"]) ?? Self.text(object["text"])
    language = language ?? Self.text(object["inLanguage"])
    section = section ?? Self.text(object["articleSection"])
  }

  /// The names of one or many persons, written as text, as objects or as references to objects elsewhere in the page.
  private static func names(_ value: JSONValue?, _ named: [String: String]) -> [String] {
    switch value {
    case .string: [text(value)].compactMap { $0 }
    case .array(let items): items.flatMap { names($0, named) }
    case .object:
      if case .array? = value?["name"] {
        names(value?["name"], named)
      } else {
        [text(value?["name"]) ?? value?["@id"]?.name.flatMap { named[$0] }].compactMap { $0 }
      }
    default: []
    }
  }

  /// A text with its references decoded (many pages escape them twice), `nil` for an empty one; of a list the first.
  private static func text(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text):
      let decoded = CharacterReference.decode(text.utf8.span, text.range)
      let trimmed = UTF8Scan.trim(decoded.span, TextRange(0, decoded.count))
      return trimmed.isEmpty ? nil : String(decoding: decoded[trimmed.indices], as: UTF8.self)
    case .array(let items): return items.lazy.compactMap { text($0) }.first
    case .object: return text(value?["@value"]) ?? text(value?["name"])
    case .number(let digits): return digits
    default: return nil
    }
  }

  /// Where the JSON begins and ends inside a script: behind `<!--`, `//<![CDATA[`, before `-->`.
  private static func json(_ page: Span<UInt8>, _ range: TextRange) -> Range<Int> {
    var start = range.start
    while start < range.end, page[start] != 0x7B, page[start] != 0x5B || isMarked(page, before: start) { start += 1 }
    return start..<range.end
  }

  /// Whether the bracket belongs to `<![CDATA[`.
  private static func isMarked(_ page: Span<UInt8>, before bracket: Int) -> Bool {
    guard bracket > 0 else { return false }
    return page[bracket - 1] == 0x21 || (page[bracket - 1] | 0x20) &- 0x61 < 26
  }
}
