/// Other forms of a title: "the PM", "the head of state", "the Holy Father".
enum TitleForms {
  /// The person whose title a noun phrase gives in another form.
  ///
  /// - Parameter latest: Of several persons the one whom the text named last.
  static func holder(of source: Range<Int>, _ passage: Passage, latest: ([Int]) -> Int?) -> Speaker? {
    var start = source.lowerBound
    if passage.has(start, .determiner) { start += 1 }
    var end = source.upperBound
    // "the head of state of Kazakhstan"
    var country: String?
    if end - start >= 3, let mention = passage.mention(end - 1), mention.type == .country,
      let of = (start + 1..<end).last(where: { passage.has($0, .of) && passage.mentionOf[$0] < 0 })
    {
      country = mention.entity.flatMap { passage.entities[$0].country }
      if country != nil { end = of }
    }
    guard start < end else { return nil }
    let written = passage.string(start..<end)
    let title = written.lowercased()
    // "the single-member bench"
    var wanted = alike[title] ?? alike[passage.string(end - 1..<end).lowercased()] ?? []
    let isShort =
      end - start == 1 && passage.tokens[start].shape.contains(.allCapitals) && written.utf8.count <= 4
    if start == source.lowerBound || passage.isCapitalised(start), title.utf8.count > 4 { wanted.append(title) }
    guard isShort || !wanted.isEmpty else { return nil }
    let found = passage.entities.indices.filter { place in
      guard passage.entities[place].type == .person, let role = passage.entities[place].role?.lowercased() else {
        return false
      }
      if let country, passage.entities[place].country != country { return false }
      if isShort, initials(role).hasSuffix(title) { return true }
      let words = Set(role.split(whereSeparator: { $0 == " " || $0 == "-" }))
      return wanted.contains { title in title.split(separator: " ").allSatisfy { words.contains($0) } }
    }
    let exact = found.filter { place in wanted.contains { $0 == passage.entities[place].role?.lowercased() } }
    return (latest(exact) ?? latest(found)).map {
      Speaker(entity: $0, name: passage.entities[$0].name, resolution: .title)
    }
  }

  private static func initials(_ role: String) -> String {
    String(String.UnicodeScalarView(role.split(separator: " ").compactMap(\.unicodeScalars.first)))
  }

  private static let states = ["president", "king", "queen", "emir", "sultan", "emperor", "prince", "grand duke"]
  private static let governments = ["prime minister", "premier", "chancellor", "taoiseach"]

  /// Titles by what else their holders are called.
  private static let alike: [String: [String]] = [
    "bench": ["judge", "justice", "chief justice"],
    "commander-in-chief": ["president"],
    "court": ["judge", "justice"],
    "head of government": governments,
    "head of state": states,
    "holy father": ["pope", "pontiff"],
    "judge": ["justice", "chief justice"],
    "lawmaker": ["senator", "congressman", "congresswoman", "deputy", "mp", "representative"],
    "legislator": ["senator", "congressman", "congresswoman", "deputy", "mp", "representative"],
    "monarch": ["king", "queen", "emir", "sultan", "emperor"],
    "pontiff": ["pope"],
    "premier": ["prime minister"],
    "prime minister": ["premier"],
    "senator": ["sen", "sen.", "senator"],
    "top diplomat": ["foreign minister", "minister of foreign affairs", "secretary of state"],
  ]
}
