/// The countries of persons and bodies: what the words beside them tell, and for what only a state has the page's own.
extension EntityLinker {
  mutating func tellCountries(_ document: Document, currencies: [String]) {
    for index in spans.indices
    where linked[index] >= 0 && !spans[index].isDropped && table[linked[index]].country == nil {
      switch spans[index].type {
      case .person: if let code = countryOfPerson(index) { table[linked[index]].country = code }
      case .organisation, .facility: if let code = countryOfBody(index) { table[linked[index]].country = code }
      default: break
      }
    }
    giveBodies()
    guard hasHomeless() else { return }
    var home = HomeCountry()
    home.read(document, lists)
    home.read(currencies: currencies)
    readText(document, &home)
    self.home = home
    if let code = home.country { takeHome(code, isAbroad: home.isAbroad) }
    giveBodies()
  }

  /// "his Thai colleague, Somsak Dee", "Samoa's Tofilau Asiata", "Ana Vaka of Fiji", "In Fiji, Speaker Ana Vaka".
  private func countryOfPerson(_ index: Int) -> String? {
    let span = spans[index]
    if let next = neighbour(of: index, step: 1), spans[next].type == .country, isCountry(next) {
      let between = span.tokens.upperBound..<spans[next].tokens.lowerBound
      if between.count == 1 || between.count == 2 && tokens[between.lowerBound + 1].word == lists.the,
        tokens[between.lowerBound].word == lists.of
      {
        return table[linked[next]].country
      }
      if between.count == 1, tokens[between.lowerBound].word == lists.opening,
        spans[next].tokens.upperBound < tokens.count, tokens[spans[next].tokens.upperBound].word == lists.closing
      {
        return table[linked[next]].country
      }
    }
    guard let before = neighbour(of: index, step: -1) else { return nil }
    let other = spans[before]
    let between = other.tokens.upperBound..<span.tokens.lowerBound
    guard other.type == .nationality || other.type == .country, between.count <= 5 else {
      return other.type == .role ? countryOfOpening(before) : nil
    }
    if between.count == 1, tokens[between.lowerBound].shape.contains(.possessive), isCountry(before) {
      return table[linked[before]].country
    }
    guard other.type == .nationality || isCountry(before), isRelation(between) else { return nil }
    return table[linked[before]].country
  }

  /// "Her Thai colleague", "the Thai chief negotiator": the words between a nationality and a name.
  private func isRelation(_ range: Range<Int>) -> Bool {
    var isTold = false
    var at = range.lowerBound
    while at < range.upperBound {
      if let match = StateWords.shared.match(tokens, at: at, before: range.upperBound) {
        if match.kind == .relation || match.kind == .office { isTold = true }
        at = match.end
        continue
      }
      let shape = tokens[at].shape
      guard tokens[at].word == lists.comma || shape.contains(.word) && !shape.contains(.possessive) || isTold else {
        return false
      }
      if lists[tokens[at].word].contains(.function) || tokens[at].word == lists.and { return false }
      at += 1
    }
    return isTold
  }

  /// "In Fiji, Speaker …": what a sentence opens with.
  private func countryOfOpening(_ role: Int) -> String? {
    guard let before = neighbour(of: role, step: -1), spans[before].type == .country else { return nil }
    let place = spans[before].tokens
    guard place.upperBound < tokens.count, tokens[place.upperBound].word == lists.comma,
      place.upperBound + 1 == spans[role].tokens.lowerBound, place.lowerBound > 0,
      tokens[place.lowerBound - 1].word == lists.in,
      sentences[spans[before].sentence].tokens.lowerBound == place.lowerBound - 1
    else { return nil }
    return table[linked[before]].country
  }

  /// "Japan's Coast Guard", "the Thai Foreign Ministry", "the Treasury of Fiji".
  private func countryOfBody(_ index: Int) -> String? {
    let range = spans[index].tokens
    if let sign = StateWords.shared.first(.sign, in: range, of: tokens) { return sign.country }
    guard StateWords.shared.first(.body, in: range, of: tokens) != nil else { return nil }
    if let before = neighbour(of: index, step: -1), spans[before].type == .nationality || isCountry(before) {
      let between = spans[before].tokens.upperBound..<range.lowerBound
      if between.isEmpty || between.count == 1 && tokens[between.lowerBound].shape.contains(.possessive) {
        return table[linked[before]].country
      }
    }
    return countryBeside(index)
  }

  /// Persons have the country of the body that their title names.
  private mutating func giveBodies() {
    for index in spans.indices where spans[index].type == .role && linked[index] >= 0 && !spans[index].isDropped {
      let person = linked[index]
      guard table[person].country == nil, !isFormer(spans[index].tokens) else { continue }
      if let code = countryBeside(index)
        ?? StateWords.shared.first(.sign, in: spans[index].tokens, of: tokens)?.country
      {
        table[person].country = code
      } else if let body = bodyBehind(index), let code = table[linked[body]].country, isState(body) {
        table[person].country = code
      }
    }
  }

  /// The body that a title or its holder has behind an "of": "head of the Space Agency", "Ana Vaka of the Treasury".
  private func bodyBehind(_ role: Int) -> Int? {
    var last = role
    if let next = neighbour(of: role, step: 1), spans[next].type == .person,
      spans[next].tokens.lowerBound <= spans[role].tokens.upperBound + 1
    {
      last = next
    }
    for from in last == role ? [role] : [role, last] {
      guard let next = neighbour(of: from, step: 1), spans[next].type == .organisation else { continue }
      let between = spans[from].tokens.upperBound..<spans[next].tokens.lowerBound
      guard between.count == 1 || between.count == 2 && tokens[between.lowerBound + 1].word == lists.the else {
        continue
      }
      let joint = tokens[between.lowerBound].word
      if joint == lists.of || joint == lists.for { return next }
    }
    return nil
  }

  private func isState(_ body: Int) -> Bool {
    let range = spans[body].tokens
    return StateWords.shared.first(.body, in: range, of: tokens) != nil
      && StateWords.shared.first(.none, in: range, of: tokens) == nil
  }

  /// Whether a title or its holder belongs to a body without a flag, or to a body that is no mention.
  private func isElsewhere(_ role: Int) -> Bool {
    let origin = spans[role].origin
    if origin >= 0, spans[origin].type == .organisation, !isState(origin) { return true }
    if let body = bodyBehind(role) { return !isState(body) }
    let end = spans[role].tokens.upperBound
    guard end < tokens.count, tokens[end].word == lists.of else { return false }
    guard let next = neighbour(of: role, step: 1) else { return true }
    return spans[next].tokens.lowerBound > end + 2
  }

  /// Whether something is there whose country only the page itself can tell.
  private func hasHomeless() -> Bool {
    spans.indices.contains { index in
      guard linked[index] >= 0, !spans[index].isDropped, table[linked[index]].country == nil else { return false }
      let kind: StateWords.Kind? =
        spans[index].type == .role ? .office : spans[index].type == .organisation ? .body : nil
      return kind.map { StateWords.shared.first($0, in: spans[index].tokens, of: tokens) != nil } ?? false
    }
  }

  /// What the names in the text say of the page's own country.
  private func readText(_ document: Document, _ home: inout HomeCountry) {
    var sums: [String: (cities: Double, countries: Double)] = [:]
    var cities: Set<Int> = []
    let origins = Set(spans.indices.lazy.filter { spans[$0].type == .role }.map { spans[$0].origin })
    for index in spans.indices where linked[index] >= 0 && !spans[index].isDropped {
      guard spans[index].type == .country || spans[index].type == .nationality else { continue }
      let entity = linked[index]
      guard let code = table[entity].country else { continue }
      let kind = document.blocks[sentences[spans[index].sentence].block].kind
      if kind == .byline { home.add(code, 2) }
      if table[entity].key != code {
        if StateWords.shared.match(tokens, at: spans[index].tokens.lowerBound, before: spans[index].tokens.upperBound)?
          .kind == .seat
        {
          continue
        }
        if cities.insert(entity).inserted { sums[code, default: (0, 0)].cities += 0.5 }
      } else if !origins.contains(index), !isGoverned(index) {
        sums[code, default: (0, 0)].countries += kind == .title ? 0.8 : 0.3
      }
    }
    for index in spans.indices
    where spans[index].type == .organisation && spans[index].listed >= 0 && linked[index] >= 0
      && !spans[index].isDropped
    {
      // A body of a state that everybody knows; media are everywhere.
      guard let code = table[linked[index]].country, cities.insert(linked[index]).inserted,
        StateWords.shared.first(.body, in: spans[index].tokens, of: tokens) != nil
      else { continue }
      sums[code, default: (0, 0)].cities += 0.5
    }
    for (code, sum) in sums { home.add(code, min(sum.cities, 2) + min(sum.countries, 1.5)) }
    readSigns(&home)
  }

  /// A country behind an "of" is mostly somebody else's: "President Vaka of Fiji".
  private func isGoverned(_ index: Int) -> Bool {
    let at = spans[index].tokens.lowerBound
    return at > 0 && tokens[at - 1].word == lists.of
  }

  private func readSigns(_ home: inout HomeCountry) {
    var signs: Set<String> = []
    for at in tokens.indices {
      // "(D-La.)"
      if tokens[at].word == lists.hyphen, at > 1, at + 1 < tokens.count, tokens[at - 1].length == 1,
        tokens[at - 2].word == lists.opening, tokens[at + 1].shape.contains(.capitalised),
        [0x44, 0x52, 0x49].contains(text.utf8[tokens[at - 1].start]), signs.insert("(").inserted
      {
        home.add("US", 4)
      }
      guard let match = StateWords.shared.match(tokens, at: at, before: tokens.count), let code = match.country else {
        continue
      }
      // "SEJONG, Feb. 11 (Yonhap)" where the line is no dateline of its own.
      if match.kind == .agency, at > 0, tokens[at - 1].word == lists.opening, at < 80, tokens[at].length > 3,
        signs.insert("(" + code).inserted
      {
        home.add(code, 3)
      }
      if match.kind == .own, signs.insert("+" + code).inserted { home.add(code, 4) }
      if match.kind == .sign, signs.insert(code).inserted { home.add(code, 1) }
    }
  }

  /// Gives the page's own country to bodies of a state and to those who hold its offices.
  private mutating func takeHome(_ code: String, isAbroad: Bool) {
    if !isAbroad { takeHomeBodies(code) }
    var isTaken = false
    var elsewhere: Set<Int> = []
    for index in spans.indices where spans[index].type == .role && linked[index] >= 0 && !spans[index].isDropped {
      if isElsewhere(index) { elsewhere.insert(linked[index]) }
    }
    var holders: [[WordID]: Int] = [:]
    for index in spans.indices where spans[index].type == .role && linked[index] >= 0 && !spans[index].isDropped {
      let person = linked[index]
      guard let office = StateWords.shared.first(.office, in: spans[index].tokens, of: tokens) else { continue }
      let words = words(of: spans[index])
      if office.isSole, let known = holders[words], known != person { continue }
      if office.isSole { holders[words] = person }
      guard table[person].country == nil, spans[index].rule != .list, !isFormer(spans[index].tokens) else { continue }
      if elsewhere.contains(person) || isAbroad && isTaken { continue }
      table[person].country = code
      isTaken = true
    }
  }

  private mutating func takeHomeBodies(_ code: String) {
    let isAmerican = spans.indices.contains { linked[$0] >= 0 && table[linked[$0]].key == "US" }
    for index in spans.indices where spans[index].type == .organisation && linked[index] >= 0 && !spans[index].isDropped
    {
      let listed = spans[index].listed
      let known = table[linked[index]].country
      guard spans[index].rule != .list else { continue }
      // A "Treasury" is the American one only where America is spoken of.
      let isAnybodys = listed >= 0 && lists.kinds[listed].traits.contains(.generic)
      guard known == nil ? isState(index) : known == "US" && isAnybodys && !isAmerican else { continue }
      table[linked[index]].country = code
    }
  }

  /// "former", "then": the holder is none any more.
  private func isFormer(_ range: Range<Int>) -> Bool {
    (max(0, range.lowerBound - 1)..<range.upperBound).contains { lists.former.contains(tokens[$0].word) }
  }

  private func isCountry(_ index: Int) -> Bool {
    spans[index].type == .country && linked[index] >= 0 && table[linked[index]].key == table[linked[index]].country
  }

  /// The next span in the sentence that is a mention.
  private func neighbour(of index: Int, step: Int) -> Int? {
    var next = index + step
    while spans.indices.contains(next), spans[next].sentence == spans[index].sentence {
      if !spans[next].isDropped, linked[next] >= 0 { return next }
      next += step
    }
    return nil
  }
}
