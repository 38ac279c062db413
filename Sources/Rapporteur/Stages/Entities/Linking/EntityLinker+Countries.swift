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
    giveMembers()
    guard hasHomeless() else { return }
    var home = HomeCountry()
    home.read(document, lists)
    home.read(currencies: currencies)
    readText(document, &home)
    home.settle()
    self.home = home
    takeHome(home)
    giveBodies()
    giveMembers()
  }

  /// "his Thai colleague, Somsak Dee", "Samoa's Tofilau Asiata", "Ana Vaka of Fiji", "In Fiji, Speaker Ana Vaka".
  private func countryOfPerson(_ index: Int) -> String? {
    let span = spans[index]
    if let next = neighbour(of: index, step: 1), spans[next].type == .country || spans[next].type == .nationality,
      let code = isCountry(next) ? table[linked[next]].country : capital(next),
      stands(for: next, span.tokens.upperBound..<spans[next].tokens.lowerBound)
    {
      return code
    }
    guard let before = neighbour(of: index, step: -1) else { return nil }
    let other = spans[before]
    let between = other.tokens.upperBound..<span.tokens.lowerBound
    // "her opposite number from Yerevan, Hovsep Sarian"
    if between.count == 1, tokens[between.lowerBound].word == lists.comma, other.tokens.lowerBound >= 2,
      let code = isCountry(before) ? table[linked[before]].country : capital(before),
      lists[tokens[other.tokens.lowerBound - 1].word].contains(.locative)
        || tokens[other.tokens.lowerBound - 1].word == lists.of,
      isRelation(max(0, other.tokens.lowerBound - 3)..<other.tokens.lowerBound - 1)
    {
      return code
    }
    guard other.type == .nationality || other.type == .country, between.count <= 5 else {
      return other.type == .role ? countryOfOpening(before) : nil
    }
    if between.count == 1, tokens[between.lowerBound].shape.contains(.possessive), isCountry(before) {
      return table[linked[before]].country
    }
    guard other.type == .nationality || isCountry(before), isRelation(between) else { return nil }
    return table[linked[before]].country
  }

  /// Whether the words between a person and a country say that the one speaks for the other: "of", "(", "who negotiates
  /// for", "on behalf of".
  private func stands(for country: Int, _ between: Range<Int>) -> Bool {
    guard let first = between.first, let last = between.last, between.count <= 9 else { return false }
    let isArticled = between.count > 1 && tokens[last].word == lists.the
    let joint = isArticled ? last - 1 : last
    let end = spans[country].tokens.upperBound
    if joint == first {
      if tokens[first].word == lists.of { return spans[country].type == .country }
      return tokens[first].word == lists.opening && end < tokens.count && tokens[end].word == lists.closing
    }
    guard between.allSatisfy({ tokens[$0].shape.isDisjoint(with: .mark) || tokens[$0].word == lists.comma }) else {
      return false
    }
    let before = tokens[joint - 1].word
    if tokens[joint].word == lists.of { return before == lists.behalf }
    return tokens[joint].word == lists.for && StateWords.shared.words(.envoy).contains(before)
  }

  /// "Her Thai colleague", "the Thai chief negotiator": the words between a nationality and a name.
  func isRelation(_ range: Range<Int>) -> Bool {
    var isTold = false
    var at = range.lowerBound
    while at < range.upperBound {
      if let match = StateWords.shared.match(tokens, at: at, before: range.upperBound) {
        // "his Iraqi and Jordanian counterparts, X said": X is none of them.
        if match.kind == .relation, text.utf8[tokens[match.end - 1].end - 1] == 0x73 { return false }
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
    guard isState(index) || StateWords.shared.first(.body, in: range, of: tokens) != nil else { return nil }
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

  /// "Ana Vaka of the Space Agency": whoever speaks for a body of a state is of it.
  mutating func giveMembers() {
    for index in spans.indices where spans[index].type == .person && linked[index] >= 0 && !spans[index].isDropped {
      guard table[linked[index]].country == nil, let next = neighbour(of: index, step: 1),
        spans[next].type == .organisation, isState(next), let code = table[linked[next]].country
      else { continue }
      let between = spans[index].tokens.upperBound..<spans[next].tokens.lowerBound
      guard between.count == 1 || between.count == 2 && tokens[between.lowerBound + 1].word == lists.the,
        tokens[between.lowerBound].word == lists.of
      else { continue }
      table[linked[index]].country = code
    }
  }

  /// The body that a title or its holder has behind an "of": "head of the Space Agency", "Ana Vaka of the Treasury".
  func bodyBehind(_ role: Int) -> Int? {
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

  func isState(_ body: Int) -> Bool {
    let range = spans[body].tokens
    if let match = StateWords.shared.match(tokens, at: range.lowerBound, before: range.upperBound),
      match.kind == .alone, match.end == range.upperBound
    {
      return true
    }
    return StateWords.shared.first(.body, in: range, of: tokens) != nil
      && StateWords.shared.first(.none, in: range, of: tokens) == nil
  }

  /// Whether a title or its holder belongs to a body without a flag, or to a body that is no mention.
  func isElsewhere(_ role: Int) -> Bool {
    let origin = spans[role].origin
    if origin >= 0, spans[origin].type == .organisation, !isState(origin) { return true }
    if let body = bodyBehind(role) { return !isState(body) }
    let end = spans[role].tokens.upperBound
    guard end < tokens.count, tokens[end].word == lists.of else { return false }
    guard let next = neighbour(of: role, step: 1) else { return true }
    return spans[next].tokens.lowerBound > end + 2
  }

  /// "former", "then": the holder is none any more.
  func isFormer(_ range: Range<Int>) -> Bool {
    (max(0, range.lowerBound - 1)..<range.upperBound).contains { lists.former.contains(tokens[$0].word) }
  }

  func isCountry(_ index: Int) -> Bool {
    spans[index].type == .country && linked[index] >= 0 && table[linked[index]].key == table[linked[index]].country
  }

  /// The next span in the sentence that is a mention.
  func neighbour(of index: Int, step: Int) -> Int? {
    var next = index + step
    while spans.indices.contains(next), spans[next].sentence == spans[index].sentence {
      if !spans[next].isDropped, linked[next] >= 0 { return next }
      next += step
    }
    return nil
  }
}
