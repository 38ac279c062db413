/// Those who hold offices of states in a document, and whose country nothing beside their names tells.
///
/// The page's own country is theirs, but for what speaks against it: an office of one holder that somebody else holds, a
/// colleague of that country, a name that is at home in another country of the page.
struct Officials {
  private struct Official {
    var person: Int
    var span: Int
    var words: [WordID]
    var isSole: Bool
  }

  private var all: [Official] = []
  /// How often the document names countries.
  private var named: [String: Int] = [:]
  /// Countries that somebody is not of, by the person.
  private var foreign: [Int: String] = [:]
  /// Countries of those who are called by them alone: "her Bolivian counterpart".
  private var unnamed: Set<String> = []
  /// The holders of what has one holder in a country.
  private var holders: [Seat: Int] = [:]

  private struct Seat: Hashable {
    var words: [WordID]
    var country: String
  }

  /// The country of the first official and of all others, where nothing else tells.
  private let first: String?
  let others: String?

  init(_ linker: EntityLinker, _ page: HomeCountry) {
    for index in linker.spans.indices where linker.linked[index] >= 0 && !linker.spans[index].isDropped {
      let span = linker.spans[index]
      switch span.type {
      case .country, .nationality:
        if linker.isNation(index), let code = linker.table[linker.linked[index]].country {
          named[code, default: 0] += 1
        }
      case .role:
        let office = StateWords.shared.first(.office, in: span.tokens, of: linker.tokens)
        guard let office, span.rule != .list, !linker.isFormer(span.tokens) else { continue }
        all.append(
          Official(
            person: linker.linked[index], span: index, words: linker.words(of: span), isSole: office.isSole))
      default: break
      }
    }
    for official in all where official.isSole {
      guard let code = linker.table[official.person].country else { continue }
      let seat = Seat(words: official.words, country: code)
      if holders[seat] == nil { holders[seat] = official.person }
    }
    guard page.isAbroad, let home = page.country else {
      first = page.country
      others = page.country
      readRelations(linker)
      return
    }
    // A report from another country: of its officials, or of those who came.
    let leader = all.first.map { linker.table[$0.person].country ?? home }
    first = home
    if leader == home {
      let isHosted = all.contains { linker.table[$0.person].country == page.place }
      others = isHosted ? home : page.place
    } else {
      others = leader == page.place ? page.place : nil
    }
    readRelations(linker)
  }

  /// "X and her Turkish colleague", "his Bolivian counterpart agreed".
  private mutating func readRelations(_ linker: EntityLinker) {
    for index in linker.spans.indices where linker.spans[index].type == .nationality && linker.isNation(index) {
      let place = linker.spans[index].tokens
      guard let code = linker.table[linker.linked[index]].country, place.lowerBound > 0,
        !linker.lists[linker.tokens[place.lowerBound - 1].word].isDisjoint(with: [.masculine, .feminine]),
        let relation = StateWords.shared.match(linker.tokens, at: place.upperBound, before: linker.tokens.count),
        relation.kind == .relation
      else { continue }
      if let before = linker.neighbour(of: index, step: -1), linker.spans[before].type == .person {
        foreign[linker.linked[before]] = code
      }
      let next = linker.neighbour(of: index, step: 1)
      let isNamed =
        next.map {
          linker.spans[$0].tokens.lowerBound <= relation.end + 1 && [.person, .role].contains(linker.spans[$0].type)
        } ?? false
      if !isNamed { unnamed.insert(code) }
    }
  }

  /// Gives countries to those who have none.
  mutating func place(_ linker: inout EntityLinker) {
    var elsewhere: Set<Int> = []
    for official in all where linker.isElsewhere(official.span) { elsewhere.insert(official.person) }
    for (place, official) in all.enumerated() {
      guard linker.table[official.person].country == nil, !elsewhere.contains(official.person),
        let code = country(of: official, usual: place == 0 ? first : others, linker)
      else { continue }
      linker.table[official.person].country = code
      if official.isSole { holders[Seat(words: official.words, country: code)] = official.person }
    }
  }

  private func country(of official: Official, usual: String?, _ linker: EntityLinker) -> String? {
    let origins = linker.origins(of: official.person)
    let fitting = named.keys.filter { fits($0, official, linker) && origins.contains($0) }
    if let usual, fits(usual, official, linker) {
      return origins.isEmpty || origins.contains(usual) || fitting.count != 1 ? usual : fitting[0]
    }
    if fitting.count == 1 { return fitting[0] }
    guard let usual else { return nil }
    let related = unnamed.filter { fits($0, official, linker) }
    if related.count == 1 { return related.first }
    let rest = named.keys.filter { $0 != usual && fits($0, official, linker) }
    return rest.count == 1 ? rest[0] : nil
  }

  private func fits(_ code: String, _ official: Official, _ linker: EntityLinker) -> Bool {
    if foreign[official.person] == code { return false }
    // America has secretaries.
    if code == "US", official.words.contains(linker.lists.minister) { return false }
    guard official.isSole, let holder = holders[Seat(words: official.words, country: code)] else { return true }
    return holder == official.person
  }
}

extension EntityLinker {
  /// The countries where a person's name is common.
  func origins(of person: Int) -> Set<String> {
    var best: Range<Int>?
    for index in spans.indices where spans[index].type == .person && linked[index] == person {
      if spans[index].tokens.count > best?.count ?? 0 { best = spans[index].tokens }
    }
    guard let best else { return [] }
    return NameOrigins.shared.countries(of: tokens[best], in: text, isWhole: best.count > 1)
  }

  /// Whether the span names a country or its people.
  func isNation(_ index: Int) -> Bool {
    linked[index] >= 0 && table[linked[index]].key == table[linked[index]].country
  }
}
