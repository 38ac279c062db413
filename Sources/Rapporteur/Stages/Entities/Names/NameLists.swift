/// The word lists of the entities stage, ready for lookup.
struct NameLists: Sendable {
  /// The embedded ones, made on first use.
  static let shared = NameLists()

  /// Everything that is listed as a phrase; a match's value is an index of `kinds` and `names`.
  private(set) var gazetteer = Gazetteer()
  private(set) var kinds: [ListedKind] = []
  private(set) var names: [ListedName] = []

  /// ISO codes with the usual English names.
  let countryNames: [String: String]

  /// Surnames in Han characters, and the words that end a name there.
  private(set) var hanSurnames = Gazetteer()
  private(set) var hanFollowers = Gazetteer()
  let hangulSurnames: WordSet

  /// Countries as one Han character, and what follows a pair of them.
  private(set) var hanCountries: WordMap<Int32>
  private(set) var hanPairFollowers = Gazetteer()

  /// Han: what a ministry is over, the heads of names (1 event, 2 title, 3 ministry, 4 agreement), and single signs.
  private(set) var hanFields = Gazetteer()
  private(set) var hanHeads = Gazetteer()
  private(set) var hanSigns: [WordID: String] = [:]
  let hangulParticles: Set<WordID>

  private var parts: [WordPart]

  let of: WordID
  let and: WordID
  let `for`: WordID
  let deputy: WordID
  let general: WordID
  let cabinet: WordID
  let minister: WordID
  let a: WordID
  let an: WordID
  let `is`: WordID
  let was: WordID
  let `as`: WordID
  /// "became", "remains"
  let turns: Set<WordID>
  /// The bodies whose officers stand behind them ("House Speaker").
  let chambers: Set<WordID>
  /// The words of those who stand in for another.
  let deputies: Set<WordID>
  let committee: WordID
  let behalf: WordID
  let office: WordID
  let ministry: WordID
  /// The words of those who hold their office no more.
  let former: Set<WordID>
  let department: WordID
  let `in`: WordID
  let the: WordID
  let hyphen: WordID
  let slash: WordID
  let comma: WordID
  let stop: WordID
  let apostrophes: [WordID]
  let opening: WordID
  let closing: WordID
  let plus: WordID
  let ampersand: WordID

  /// The parts that a word can have.
  @inline(__always)
  subscript(word: WordID) -> WordPart { word.isKnown ? parts[Int(word.raw)] : [] }

  private init(lexicon: Lexicon = .shared) {
    of = lexicon.id(of: "of")
    and = lexicon.id(of: "and")
    `for` = lexicon.id(of: "for")
    deputy = lexicon.id(of: "deputy")
    general = lexicon.id(of: "general")
    cabinet = lexicon.id(of: "cabinet")
    a = lexicon.id(of: "a")
    an = lexicon.id(of: "an")
    `is` = lexicon.id(of: "is")
    was = lexicon.id(of: "was")
    `as` = lexicon.id(of: "as")
    turns = Set(["became", "becomes", "remained", "remains"].map { lexicon.id(of: $0) })
    chambers = Set(
      ["army", "assembly", "commission", "committee", "congress", "house", "navy", "parliament", "senate"]
        .map { lexicon.id(of: $0) })
    deputies = Set(["deputy", "vice", "assistant", "under", "associate"].map { lexicon.id(of: $0) })
    minister = lexicon.id(of: "minister")
    committee = lexicon.id(of: "committee")
    behalf = lexicon.id(of: "behalf")
    office = lexicon.id(of: "office")
    ministry = lexicon.id(of: "ministry")
    former = Set(["former", "ex", "then", "onetime", "late", "ousted", "retired"].map { lexicon.id(of: $0) })
    department = lexicon.id(of: "department")
    `in` = lexicon.id(of: "in")
    the = lexicon.id(of: "the")
    hyphen = lexicon.id(of: "-")
    slash = lexicon.id(of: "/")
    comma = lexicon.id(of: ",")
    stop = lexicon.id(of: ".")
    apostrophes = [lexicon.id(of: "'"), lexicon.id(of: "’")]
    opening = lexicon.id(of: "(")
    closing = lexicon.id(of: ")")
    plus = lexicon.id(of: "+")
    ampersand = lexicon.id(of: "&")
    hangulSurnames = WordSet(list: "surnames_ko", lexicon: lexicon)
    hangulParticles = Set(
      WordList("name_parts_zh").entries.filter { $0.fields.first == "particle" }.map { lexicon.id(of: $0.text) })
    parts = Array(repeating: [], count: lexicon.count + 1)
    countryNames = Dictionary(
      WordList("country_names").entries.map { ($0.text, $0.fields.first ?? $0.text) }, uniquingKeysWith: { a, _ in a })
    hanCountries = WordMap(list: "countries_zh_short", lexicon: lexicon) { _ in nil }
    readParts(lexicon)
    readPhrases(lexicon)
    readPairs(lexicon)
    readHanParts(lexicon)
    for entry in WordList("surnames_zh").entries { hanSurnames.add(entry.text, value: 0, lexicon: lexicon) }
    for entry in WordList("after_names_zh").entries { hanFollowers.add(entry.text, value: 0, lexicon: lexicon) }
  }

  private mutating func readHanParts(_ lexicon: Lexicon) {
    let heads = ["event": 1, "title": 2, "ministry": 3, "agreement": 4]
    for entry in WordList("name_parts_zh").entries {
      guard let sort = entry.fields.first else { continue }
      if sort == "field" {
        hanFields.add(entry.text, value: 0, lexicon: lexicon)
      } else if let head = heads[sort] {
        hanHeads.add(entry.text, value: head, lexicon: lexicon)
      } else {
        hanSigns[lexicon.id(of: entry.text)] = sort
      }
    }
  }

  private mutating func readPairs(_ lexicon: Lexicon) {
    var indices: [String: Int32] = [:]
    for entry in WordList("countries_zh_short").entries {
      guard let code = entry.fields.first else { continue }
      kinds.append(ListedKind(sort: .name(.country)))
      names.append(ListedName(key: code, name: countryNames[code] ?? code, country: code))
      indices[code] = Int32(kinds.count - 1)
    }
    hanCountries = WordMap(list: "countries_zh_short", lexicon: lexicon) { $0.first.flatMap { indices[$0] } }
    for entry in WordList("pair_followers_zh").entries { hanPairFollowers.add(entry.text, value: 0, lexicon: lexicon) }
  }

  private mutating func readParts(_ lexicon: Lexicon) {
    func mark(_ word: String, _ part: WordPart, in parts: inout [WordPart]) {
      let id = lexicon.id(of: word)
      if id.isKnown { parts[Int(id.raw)].formUnion(part) }
    }
    for entry in WordList("name_words").entries {
      for name in (entry.fields.first ?? "").split(separator: ",") {
        if let part = WordPart(named: name) { mark(entry.text, part, in: &parts) }
      }
    }
    for (list, part) in [
      ("common_words", WordPart.common), ("surnames", .surname), ("surnames_east", .eastSurname), ("months", .calendar),
    ] {
      for entry in WordList(list).entries { mark(entry.text, part, in: &parts) }
    }
    for entry in WordList("given_names").entries {
      var part = WordPart.given
      if entry.fields.first == "f" { part.insert(.givenFeminine) }
      if entry.fields.first == "m" { part.insert(.givenMasculine) }
      mark(entry.text, part, in: &parts)
    }
  }

  private mutating func readPhrases(_ lexicon: Lexicon) {
    // Antarctica has a code and is no state.
    for entry in WordList("countries").entries where entry.fields.first != "AQ" {
      addCountry(entry.text, .country, entry.fields.first, lexicon)
    }
    for entry in WordList("demonyms").entries {
      if let code = entry.fields.first, !code.isEmpty {
        addCountry(entry.text, .nationality, code, lexicon)
      } else {
        add(entry.text, ListedKind(sort: .name(.nationality)), named: nil, country: nil, lexicon)
      }
    }
    for entry in WordList("bodies").entries { addTyped(entry, lexicon) }
    for entry in WordList("titles").entries {
      let flags = entry.fields.first ?? ""
      var kind = ListedKind(sort: flags.contains("h") ? .address : .role)
      if flags.contains("t") { kind.traits.insert(.field) }
      if flags.contains("p") { kind.traits.insert(.standsAlone) }
      if flags.contains("f") { kind.traits.insert(.feminine) }
      if flags.contains("m") { kind.traits.insert(.masculine) }
      add(entry.text, kind, named: nil, country: nil, lexicon)
    }
    for entry in WordList("regions").entries {
      add(entry.text, ListedKind(sort: .name(.location)), named: entry.fields.first, country: nil, lexicon)
    }
    for (list, isSure) in [("places", true), ("subdivisions", false), ("cities", false)] {
      for entry in WordList(list).entries {
        var kind = ListedKind(sort: .name(.country))
        let words = lexicon.ids(of: entry.text)
        if words.count == 1 {
          let part = self[words[0].word]
          if !isSure && !part.isDisjoint(with: [.organisation, .event, .agreement, .topic, .nameless, .calendar]) {
            continue
          }
          if !part.isDisjoint(with: .personal) { kind.traits.insert(.personal) }
          let isAmbiguous = !part.isDisjoint(with: [.given, .surname, .eastSurname, .topic, .function])
          if part.contains(.common) || isAmbiguous && !isSure { kind.traits.insert(.doubtful) }
        }
        let name = entry.fields.count > 1 ? entry.fields[1] : nil
        add(entry.text, kind, named: name, country: entry.fields.first, lexicon)
      }
    }
    for list in ["names_zh", "names_ko", "cities_zh", "cities_ko"] {
      for entry in WordList(list).entries { addTyped(entry, lexicon) }
    }
    for list in ["titles_zh", "titles_ko"] {
      for entry in WordList(list).entries {
        add(entry.text, ListedKind(sort: .role, traits: .standsAlone), named: nil, country: nil, lexicon)
      }
    }
  }

  /// An entry with type, name, country and perhaps the tokens to skip.
  private mutating func addTyped(_ entry: WordList.Entry, _ lexicon: Lexicon) {
    let fields = entry.fields
    guard let type = fields.first.flatMap(EntityType.init(rawValue:)) else {
      add(entry.text, ListedKind(sort: .nothing), named: nil, country: nil, lexicon)
      return
    }
    let name = fields.count > 1 && !fields[1].isEmpty ? fields[1] : nil
    let code = fields.count > 2 && !fields[2].isEmpty ? fields[2] : nil
    let skip = fields.count > 3 ? UInt8(fields[3]) ?? 0 : 0
    if type == .country, let code, let usual = countryNames[code], usual == name {
      addCountry(entry.text, .country, code, lexicon, skip: skip)
      return
    }
    var kind = ListedKind(sort: .name(type), skip: skip)
    if type == .organisation, Self.genericBodies.contains(entry.text) { kind.traits.insert(.generic) }
    add(entry.text, kind, named: name, country: code, lexicon)
  }

  private static let genericBodies: Set<String> = [
    "Congress", "Senate", "House of Representatives", "Supreme Court", "National Assembly",
    "Central Military Commission",
    "National Guard", "National Security Council", "Department of Defense", "Defense Department",
    "Department of Justice",
    "Justice Department", "Treasury", "Treasury Department", "Department of the Treasury", "Presidential Office",
    "Republican Party", "Democratic Party", "Conservative Party", "Labour Party", "State Council", "Foreign Office",
    "Federal Reserve", "State Department", "Department of State", "Marines", "Marine Corps", "Commerce Department",
    "Department of Commerce", "Federation Council", "National Intelligence Service", "Communist Party",
    "Human Rights Council",
    "European Commission", "Constitution", "Security Council", "General Assembly",
  ]

  private mutating func addCountry(
    _ form: String, _ type: EntityType, _ code: String?, _ lexicon: Lexicon, skip: UInt8 = 0
  ) {
    guard let code else { return }
    var kind = ListedKind(sort: .name(type), skip: skip)
    // A name has no article.
    let form = form.hasPrefix("the ") || form.hasPrefix("The ") ? String(form.dropFirst(4)) : form
    let words = lexicon.ids(of: form)
    if type == .country, words.count == 1, !self[words[0].word].isDisjoint(with: .personal) {
      kind.traits.insert(.personal)
    }
    kinds.append(kind)
    names.append(ListedName(key: code, name: countryNames[code] ?? form, country: code))
    gazetteer.add(form, value: kinds.count - 1, lexicon: lexicon)
  }

  private mutating func add(
    _ form: String, _ kind: ListedKind, named name: String?, country: String?, _ lexicon: Lexicon
  ) {
    let name = name.flatMap { $0.isEmpty ? nil : $0 } ?? form
    let key: String
    if case .name(let type) = kind.sort { key = EntityKey.of(type, name) } else { key = "" }
    kinds.append(kind)
    names.append(ListedName(key: key, name: name, country: country.flatMap { $0.isEmpty ? nil : $0 }))
    gazetteer.add(form, value: kinds.count - 1, lexicon: lexicon)
  }
}

/// The keys by which things are the same in every document.
enum EntityKey {
  /// "PERSON:xi jinping".
  static func of(_ type: EntityType, _ name: String) -> String { type.rawValue + ":" + name.lowercased() }
}
