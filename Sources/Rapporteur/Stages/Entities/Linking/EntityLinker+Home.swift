/// The page's own country: what tells it, and what takes it.
extension EntityLinker {
  /// Whether something is there whose country only the page itself can tell.
  func hasHomeless() -> Bool {
    spans.indices.contains { index in
      guard linked[index] >= 0, !spans[index].isDropped, table[linked[index]].country == nil else { return false }
      switch spans[index].type {
      case .role: return StateWords.shared.first(.office, in: spans[index].tokens, of: tokens) != nil
      case .organisation: return isState(index) || isCommittee(index)
      case .person: return isMember(index)
      default: return false
      }
    }
  }

  /// What the names in the text say of the page's own country.
  func readText(_ document: Document, _ home: inout HomeCountry) {
    var sums: [String: (cities: Double, countries: Double)] = [:]
    var cities: Set<Int> = []
    let origins = Set(spans.indices.lazy.filter { spans[$0].type == .role }.map { spans[$0].origin })
    for index in spans.indices where linked[index] >= 0 && !spans[index].isDropped {
      guard spans[index].type == .country || spans[index].type == .nationality else { continue }
      let entity = linked[index]
      guard let code = table[entity].country else { continue }
      let kind = document.blocks[sentences[spans[index].sentence].block].kind
      if kind == .byline, table[entity].key == code || capital(index) != nil { home.add(code, 2) }
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
    // "Jamaica Chamber of Commerce"
    for index in spans.indices where spans[index].type == .organisation && linked[index] >= 0 && !spans[index].isDropped
    {
      guard let code = nation(in: spans[index].tokens), cities.insert(linked[index]).inserted else { continue }
      sums[code, default: (0, 0)].countries += 0.5
    }
    for (code, sum) in sums { home.add(code, min(sum.cities, 2) + min(sum.countries, 1.5)) }
    readSigns(&home)
  }

  /// The country or nation that a body's name begins with.
  private func nation(in range: Range<Int>) -> String? {
    guard range.count > 1, let match = lists.match(tokens, in: range), match.length < range.count,
      let type = lists.nameType(ofListed: match.value), type == .country || type == .nationality
    else { return nil }
    let entry = lists.names[match.value]
    return entry.key == entry.country ? entry.country : nil
  }

  /// A country behind an "of" is mostly somebody else's: "President Vaka of Fiji".
  private func isGoverned(_ index: Int) -> Bool {
    let at = spans[index].tokens.lowerBound
    return at > 0 && tokens[at - 1].word == lists.of
  }

  private func readSigns(_ home: inout HomeCountry) {
    var signs: Set<String> = []
    var signCounts: [String: Int] = [:]
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
      // "SEJONG, Feb. 11 (Yonhap)" where the line is no dateline of its own; three letters are many agencies'.
      if match.kind == .agency, at > 0, tokens[at - 1].word == lists.opening || tokens[at - 1].word == lists.slash,
        at < 80,
        tokens[at].length > 3 || opens(with: code, before: at), signs.insert("(" + code).inserted
      {
        home.add(code, 3)
      }
      if match.kind == .own, signs.insert("+" + code).inserted { home.add(code, 4) }
      if match.kind == .sign, signCounts[code, default: 0] < 3,
        signs.insert(String(tokens[at].word.raw)).inserted
      {
        signCounts[code, default: 0] += 1
        home.add(code, 1)
      }
    }
  }

  /// Whether the sentence of a token names a place of the country before it.
  private func opens(with code: String, before at: Int) -> Bool {
    spans.contains { span in
      span.type == .country && span.tokens.upperBound <= at && span.tokens.upperBound + 12 > at && span.listed >= 0
        && lists.names[span.listed].country == code
    }
  }

  /// Whether the document has a parliament of a state, and none of several.
  private var hasChamber: Bool {
    var isFound = false
    for index in spans.indices where spans[index].type == .organisation && !spans[index].isDropped {
      let range = spans[index].tokens
      var at = range.lowerBound
      while at < range.upperBound {
        guard let match = StateWords.shared.match(tokens, at: at, before: range.upperBound) else {
          at += 1
          continue
        }
        if match.isChamber {
          if StateWords.shared.first(.none, in: range, of: tokens) != nil { return false }
          isFound = true
        }
        at = match.end
      }
    }
    return isFound
  }

  /// "Science and Technology Committee"
  private func isCommittee(_ index: Int) -> Bool {
    let range = spans[index].tokens
    return range.count > 1 && spans[index].listed < 0 && tokens[range.upperBound - 1].word == lists.committee
      && StateWords.shared.first(.none, in: range, of: tokens) == nil
  }

  /// "Ebi Okoro (Rivers West)", "Gwen Parry (Plaid Cymru)": whose party or seat stands in brackets.
  private func isMember(_ index: Int) -> Bool {
    let end = spans[index].tokens.upperBound
    guard end + 1 < tokens.count, tokens[end].word == lists.opening, let next = neighbour(of: index, step: 1),
      spans[next].tokens.lowerBound == end + 1, spans[next].tokens.upperBound < tokens.count,
      tokens[spans[next].tokens.upperBound].word == lists.closing
    else { return false }
    return [.organisation, .country, .nationality].contains(spans[next].type) && !isCountry(next)
  }

  /// Gives the page's own country to bodies of a state, to those who hold its offices and sit in its parliament.
  mutating func takeHome(_ page: HomeCountry) {
    var officials = Officials(self, page)
    officials.place(&self)
    giveHolders()
    giveSpoken()
    if let code = page.isAbroad ? officials.others : page.country { takeHomeBodies(code) }
    guard let code = page.country, !page.isAbroad, hasChamber else { return }
    for index in spans.indices where linked[index] >= 0 && !spans[index].isDropped {
      let isTaken =
        spans[index].type == .person && isMember(index) || spans[index].type == .organisation && isCommittee(index)
      if isTaken, table[linked[index]].country == nil { table[linked[index]].country = code }
    }
  }

  /// "Deputy Minister Ali Guler of the Ministry of Transport": the body is of the country of who is there.
  private mutating func giveHolders() {
    for index in spans.indices where spans[index].type == .role && linked[index] >= 0 && !spans[index].isDropped {
      guard let code = table[linked[index]].country else { continue }
      let origin = spans[index].origin
      let bodies = [bodyBehind(index), origin >= 0 && spans[origin].type == .organisation ? origin : nil]
      for body in bodies.compactMap({ $0 })
      where linked[body] >= 0 && table[linked[body]].country == nil && isState(body) && spans[body].rule != .list {
        table[linked[body]].country = code
      }
    }
  }

  /// "Minister Yeo said the Energy Authority would …": what an official of one country speaks of in a sentence.
  private mutating func giveSpoken() {
    for index in spans.indices where spans[index].type == .organisation && linked[index] >= 0 && !spans[index].isDropped
    {
      guard table[linked[index]].country == nil, isState(index), spans[index].listed < 0 else { continue }
      var codes: Set<String> = []
      var at = index - 1
      while at >= 0, spans[at].sentence == spans[index].sentence {
        if spans[at].type == .role, linked[at] >= 0, !spans[at].isDropped, let code = table[linked[at]].country {
          codes.insert(code)
        }
        at -= 1
      }
      if codes.count == 1, let code = codes.first { table[linked[index]].country = code }
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
}
