/// Whose country a page writes from: ministers and ministries without a country beside them are that country's.
///
/// Nothing tells it for sure; what tells something has a vote: the dateline and its agency, the lines around the article,
/// the address, the language, the money, the cities.
struct HomeCountry {
  private var votes: [String: Double] = [:]

  /// Whether a national agency reports from another country: not all officials are its own.
  private(set) var isAbroad = false

  /// The country of the dateline's place.
  private(set) var place: String?

  /// The country of a dateline's agency whose name is three letters: many agencies' are.
  private var agency: String?

  /// What the first one must have, also where there is no other, and by how much it must beat the second.
  private static let least = 1.3
  private static let leastAlone = 0.8
  private static let lead = 1.6

  /// The bytes at the two ends of a page whose lines count.
  private static let head = 4096
  private static let tail = 2048

  /// Endings of addresses that are no country's although they look so.
  private static let openEndings: Set<String> = [
    "ai", "cc", "co", "eu", "fm", "gg", "io", "ly", "me", "nu", "sh", "to", "tv", "ws",
  ]

  var country: String? {
    guard let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    let second = votes.lazy.filter { $0.key != best.key }.map(\.value).max() ?? 0
    guard best.value >= (second == 0 ? Self.leastAlone : Self.least) else { return nil }
    return best.value >= Self.lead * second ? best.key : nil
  }

  /// The countries with their votes, the first one first.
  var summary: String {
    votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \(($0.value * 10).rounded() / 10)" }
      .joined(separator: ", ")
  }

  mutating func add(_ code: String, _ weight: Double) { votes[code, default: 0] += weight }

  /// Takes what the votes together tell: an agency of three letters counts where the page itself speaks for its country.
  mutating func settle() {
    if let agency, votes[agency, default: 0] >= 1.5 { add(agency, 4) }
    if let country, let place, country != place { isAbroad = true }
  }

  /// What the page tells apart from its text.
  mutating func read(_ document: Document, _ lists: NameLists) {
    readAddress(document.source.url, lists)
    let language = document.blocks.lazy.filter { $0.isMain }.compactMap(\.language).first ?? "en"
    if language.hasPrefix("ko") { add("KR", 4) }
    if language.hasPrefix("zh") { add("CN", 2.5) }
    if let line = document.metadata.dateline { read(line, lists, isPlaceless: !language.hasPrefix("en")) }
    if let site = document.metadata.site { readFrame(Text(site), [], lists) }
    if document.form == .text {
      readFrame(document.decoded, document.blocks.compactMap(\.source), lists)
    }
  }

  /// Sums of money: each currency but the world's has the vote of its country.
  mutating func read(currencies values: [String]) {
    for code in Set(values.map { String($0.suffix(3)) }) where !["USD", "EUR", "CNY"].contains(code) {
      guard code.utf8.first != 0x58 else { continue }
      add(String(code.prefix(2)), 1.5)
    }
  }

  private mutating func readAddress(_ url: String?, _ lists: NameLists) {
    guard let url, let scheme = url.utf8.firstIndex(of: 0x3A) else { return }
    let rest = url[url.index(after: scheme)...].drop { $0 == "/" }
    if let host = Self.country(ofHost: rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" }, lists) {
      add(host.code, host.isState ? 4 : 2)
    }
  }

  /// The country that the name of a host tells: "ministry.govt.nz".
  private static func country(ofHost host: Substring, _ lists: NameLists) -> (code: String, isState: Bool)? {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false).map { $0.lowercased() }
    guard labels.count > 1, let last = labels.last, labels[0].utf8.count > 1 else { return nil }
    if last == "gov" || last == "mil" { return ("US", true) }
    let code = last == "uk" ? "GB" : last.uppercased()
    guard last.utf8.count == 2, !openEndings.contains(last), lists.countryNames[code] != nil else { return nil }
    let isState = labels.contains { ["gov", "go", "gob", "gouv", "govt", "gv", "mil", "gc", "admin"].contains($0) }
    return (code, isState)
  }

  /// - Parameter isPlaceless: Whether the place tells nothing: the language does.
  private mutating func read(_ line: Metadata.Dateline, _ lists: NameLists, isPlaceless: Bool) {
    var agency: StateWords.Match?
    if let name = line.agency {
      let tokens = Self.tokens(Text(name), nil)
      agency = tokens.indices.lazy
        .compactMap { StateWords.shared.match(tokens, at: $0, before: tokens.count) }.first { $0.kind == .agency }
    }
    let place = line.place.flatMap { country(of: $0, lists) }
    self.place = place
    if let code = agency?.country {
      let isElsewhere = place.map { $0 != code } ?? false
      if isElsewhere, (line.agency?.utf8.count ?? 0) <= 3 {
        self.agency = code
        return
      }
      isAbroad = isElsewhere
      add(code, 4)
    } else if let place, !isPlaceless {
      add(place, agency == nil ? 2 : 3)
    }
  }

  /// The country of a place as datelines have it; `nil` for a seat of many bodies.
  private func country(of place: String, _ lists: NameLists) -> String? {
    let tokens = Self.tokens(Text(place), nil)
    if StateWords.shared.first(.seat, in: tokens.indices, of: tokens) != nil { return nil }
    // The country stands last: "TRINIDAD, Bolivia".
    var code: String?
    var at = 0
    while at < tokens.count {
      if let match = lists.gazetteer.match(tokens.span, at: at, before: tokens.count) {
        if case .name(.country) = lists.kinds[match.value].sort { code = lists.names[match.value].country ?? code }
        at += match.length
      } else {
        at += 1
      }
    }
    return code
  }

  /// The lines that are no part of the article: what a site says of itself.
  private mutating func readFrame(_ text: Text, _ kept: [TextRange], _ lists: NameLists) {
    let bytes = text.utf8
    var sums: [String: Double] = [:]
    var at = 0
    var next = 0
    while at < bytes.count {
      if at > Self.head, at < bytes.count - Self.tail { at = bytes.count - Self.tail }
      var end = at
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      while next < kept.count, kept[next].end <= at { next += 1 }
      // What stands in a line before a block of the article counts as well.
      let limit = next < kept.count ? min(end, max(at, kept[next].start)) : end
      if limit > at, limit - at < 600 { readLine(text, TextRange(at, limit), lists, &sums) }
      at = next < kept.count && kept[next].start < end ? max(kept[next].end, at + 1) : end + 1
    }
    for (code, sum) in sums { add(code, min(sum, 4)) }
  }

  /// A line counts where it names one country only.
  private func readLine(_ text: Text, _ range: TextRange, _ lists: NameLists, _ sums: inout [String: Double]) {
    let tokens = Self.tokens(text, range)
    var codes: Set<String> = []
    var isSign = false
    var at = 0
    while at < tokens.count {
      if let match = StateWords.shared.match(tokens, at: at, before: tokens.count),
        match.kind == .sign || match.kind == .own
          || match.kind == .agency && (match.end > at + 1 || tokens[at].length > 3)
      {
        if let code = match.country {
          codes.insert(code)
          isSign = true
        }
        at = match.end
        continue
      }
      guard let match = lists.gazetteer.match(tokens.span, at: at, before: tokens.count) else {
        at += 1
        continue
      }
      let kind = lists.kinds[match.value]
      if kind.traits.isDisjoint(with: [.personal, .doubtful, .generic]), let code = lists.names[match.value].country,
        kind.sort == .name(.country) || kind.sort == .name(.nationality) || kind.sort == .name(.organisation)
      {
        codes.insert(code)
      }
      at += match.length
    }
    for piece in text[range].split(whereSeparator: { " \t/|>@()".contains($0) }) where piece.utf8.contains(0x2E) {
      if let host = Self.country(ofHost: piece, lists), host.isState || labelled(piece) {
        sums[host.code, default: 0] += host.isState ? 3 : 1.5
      }
    }
    guard codes.count == 1, let code = codes.first else { return }
    sums[code, default: 0] += isSign ? 3 : tokens.count <= 14 ? 1.5 : 0.5
  }

  /// Whether a word with stops is the name of a host: a stop inside a sentence has short words beside it.
  private func labelled(_ piece: Substring) -> Bool {
    let labels = piece.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { $0.utf8.count >= 2 } && (labels.first?.utf8.count ?? 0) >= 4
  }

  private static func tokens(_ text: Text, _ range: TextRange?) -> [Token] {
    var tokens: [Token] = []
    Tokenizer.tokenize(text.utf8.span, in: range ?? text.range, lexicon: .shared, into: &tokens)
    return tokens
  }
}
