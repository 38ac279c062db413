/// Decides which spans name the same thing, and makes mentions and entities of them.
///
/// Full names come first, then what is short: surnames, acronyms, titles for their holders, nationalities for their
/// countries. A description that nobody in the document fits is left out.
struct EntityLinker {
  let lists: NameLists
  let own: [ListedName]
  let ownTypes: [EntityType]
  let text: Text
  let tokens: [Token]
  let sentences: [Sentence]

  var spans: [NameSpan]
  var table = EntityTable()
  var persons = PersonClusters()
  /// Per span: the entity, or -1.
  var linked: [Int]
  /// Per span: the person, or -1.
  var clusterOf: [Int]
  /// The span of the long form, by the acronym's word.
  var acronyms: [WordID: Int] = [:]
  /// Short forms of bodies: "Foreign Ministry" for "Chinese Foreign Ministry"; -1 where two bodies share it.
  var shortForms: [UInt64: Int] = [:]
  /// The first words of bodies' names: "Nordlys" for "Nordlys Shipping"; -1 where two bodies share it.
  var firstWords: [UInt64: Int] = [:]
  let evidence: [WordID: UInt8]
  /// What tells the page's own country; `nil` where nobody asked.
  var home: HomeCountry?

  init(finder: NameFinder, own: UserLists, document: Document) {
    lists = finder.lists
    self.own = own.names
    ownTypes = own.types
    text = document.text
    tokens = document.tokens
    sentences = document.sentences
    spans = Self.withoutPersons(finder.spans, tokens)
    evidence = finder.evidence
    linked = Array(repeating: -1, count: spans.count)
    clusterOf = Array(repeating: -1, count: spans.count)
  }

  /// "Head of the Agency for Northern Roads Ivan Petrov": a person whom the document names elsewhere ends no body's name.
  private static func withoutPersons(_ spans: [NameSpan], _ tokens: [Token]) -> [NameSpan] {
    guard spans.contains(where: { $0.type == .organisation && $0.rule == .head && $0.tokens.count > 3 }) else {
      return spans
    }
    var persons = Gazetteer()
    for span in spans where span.type == .person && !span.isDropped && (2...4).contains(span.tokens.count) {
      persons.add(span.tokens.map { tokens[$0].word }, value: 0)
    }
    var result: [NameSpan] = []
    var moved: [Int] = []
    for span in spans {
      moved.append(result.count)
      result.append(span)
      guard span.type == .organisation, span.rule == .head, !span.isDropped else { continue }
      let range = span.tokens
      for length in 2...4 where range.count > length + 1 {
        let start = range.upperBound - length
        guard let match = persons.match(tokens.span, at: start, before: range.upperBound), match.length == length else {
          continue
        }
        result[result.count - 1].tokens = range.lowerBound..<start
        result.append(NameSpan(start..<range.upperBound, sentence: span.sentence, .person, .repeated, 0.9))
        break
      }
    }
    guard result.count > spans.count else { return spans }
    for index in result.indices {
      if moved.indices.contains(result[index].owner) { result[index].owner = moved[result[index].owner] }
      if moved.indices.contains(result[index].origin) { result[index].origin = moved[result[index].origin] }
    }
    return result
  }

  /// Links everything.
  ///
  /// - Parameter currencies: The values of the sums of money, which tell something of the page's own country.
  mutating func link(_ document: Document, currencies: [String]) {
    tieBrackets()
    collectAcronyms()
    collectPersons()
    collectShortForms()
    settlePending()
    linkPersons()
    linkThings()
    linkRoles()
    describePersons()
    tellCountries(document, currencies: currencies)
  }

  /// The mentions, in document order.
  func mentions() -> [Mention] {
    var result: [Mention] = []
    result.reserveCapacity(spans.count)
    for index in spans.indices where !spans[index].isDropped && linked[index] >= 0 {
      let span = spans[index]
      result.append(
        Mention(
          range: range(of: span), type: span.type, entity: linked[index], rule: span.rule, confidence: span.confidence))
    }
    return result
  }

  func range(of span: NameSpan) -> TextRange {
    TextRange(tokens[span.tokens.lowerBound].start, tokens[span.tokens.upperBound - 1].end)
  }

  /// The text of a range on one line: a line break inside a name is a space.
  func surface(_ range: TextRange) -> String {
    guard range.indices.contains(where: { text.utf8[$0] < 0x20 || text.utf8[$0] == 0x20 && text.utf8[$0 - 1] == 0x20 })
    else { return text[range] }
    var bytes: [UInt8] = []
    for at in range.indices {
      let byte = text.utf8[at]
      if byte > 0x20 { bytes.append(byte) } else if bytes.last != 0x20 { bytes.append(0x20) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of a span, without marks.
  func words(of span: NameSpan) -> [WordID] {
    span.tokens.compactMap { tokens[$0].shape.contains(.word) ? tokens[$0].word : nil }
  }

  /// A hash of the span's letters, case folded, without marks and spaces.
  func spelling(of range: Range<Int>) -> UInt64 {
    var hash = WordHash()
    for index in range where tokens[index].shape.contains(.word) || tokens[index].shape.contains(.number) {
      for at in tokens[index].range.indices {
        let byte = text.utf8[at]
        hash.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    return hash.value
  }

  /// "Commission on Elections (Comelec)": what stands in brackets behind a body alone is its name in short.
  private mutating func tieBrackets() {
    for index in spans.indices.dropFirst()
    where spans[index].type == .organisation && spans[index].owner < 0 && !spans[index].isDropped
      && spans[index].tokens.count <= 2 && spans[index].rule != .list
    {
      let range = spans[index].tokens
      guard let long = spans[..<index].lastIndex(where: { !$0.isDropped }), spans[long].type == .organisation,
        spans[long].rule != .list, spans[long].tokens.count > range.count,
        spans[long].tokens.upperBound + 1 == range.lowerBound, tokens[range.lowerBound - 1].word == lists.opening,
        range.upperBound < tokens.count, tokens[range.upperBound].word == lists.closing,
        spans[index].listed < 0 || spans[long].listed < 0
      else { continue }
      spans[index].owner = long
      spans[index].rule = .acronym
      spans[index].isPending = false
      spans[index].needsHolder = false
    }
  }

  private mutating func collectAcronyms() {
    for index in spans.indices where spans[index].owner >= 0 && spans[index].type != .role {
      acronyms[tokens[spans[index].tokens.lowerBound].word] = spans[index].owner
    }
    guard !acronyms.isEmpty else { return }
    // An acronym that the document explains means that everywhere.
    for index in spans.indices where spans[index].tokens.count == 1 && spans[index].owner < 0 {
      let token = tokens[spans[index].tokens.lowerBound]
      guard token.shape.contains(.allCapitals) || token.shape.contains(.mixedCase), spans[index].rule != .list,
        let long = acronyms[token.word], long < spans.count
      else { continue }
      let type = spans[long].type
      spans[index].type = type == .nationality ? .country : type
      spans[index].owner = long
      spans[index].isPending = false
      spans[index].rule = .acronym
      spans[index].confidence = 0.9
    }
  }

  private mutating func collectPersons() {
    for index in spans.indices where spans[index].type == .person && !spans[index].isPending {
      let words = words(of: spans[index])
      let isWide = !tokens[spans[index].tokens.lowerBound].shape.isDisjoint(with: [.ideographic, .hangul])
      guard words.count > 1 else { continue }
      let part = lists[words[0]]
      let isEastern = isWide || part.contains(.eastSurname) && (!part.contains(.given) || words.count == 3)
      clusterOf[index] = persons.add(
        words, spelling: spelling(of: spans[index].tokens), span: index, isEastern: isEastern)
    }
  }

  /// Persons in order of the text: short names go to the full one named last.
  private mutating func linkPersons() {
    for index in spans.indices where spans[index].type == .person && !spans[index].isPending && !spans[index].isDropped
    {
      if spans[index].rule == .list {
        continue
      }
      var cluster = clusterOf[index]
      if cluster < 0 {
        let place = spans[index].tokens.lowerBound
        let word = tokens[place].word
        cluster =
          persons.find(word, before: place)
          ?? persons.add([word], spelling: spelling(of: spans[index].tokens), span: index, isEastern: false)
        clusterOf[index] = cluster
      }
      persons.saw(cluster, at: spans[index].tokens.lowerBound)
      if persons.clusters[cluster].entity < 0 {
        let name = surface(range(of: spans[persons.clusters[cluster].span]))
        let entity = table.entity(key: EntityKey.of(.person, name), type: .person, name: name)
        persons.setEntity(entity, of: cluster)
      }
      linked[index] = persons.clusters[cluster].entity
    }
  }

  /// Countries, bodies, events …
  private mutating func linkThings() {
    for index in spans.indices where !spans[index].isDropped && !spans[index].isPending && linked[index] < 0 {
      if spans[index].type == .role || spans[index].type == .person && spans[index].rule != .list { continue }
      linked[index] = thing(index, depth: 0)
    }
  }

  private mutating func thing(_ index: Int, depth: Int) -> Int {
    if linked[index] >= 0 { return linked[index] }
    let span = spans[index]
    if span.rule == .list, span.listed >= 0 {
      let entry = own[span.listed]
      spans[index].type = ownTypes[span.listed]
      return table.entity(key: entry.key, type: ownTypes[span.listed], name: entry.name, country: entry.country)
    }
    if span.owner >= 0, span.owner < spans.count, span.owner != index, depth < 3 {
      let long = thing(span.owner, depth: depth + 1)
      linked[span.owner] = long
      return long
    }
    if span.listed >= 0, lists.kinds[span.listed].traits.contains(.generic), index > 0,
      spans[index - 1].type == .country, linked[index - 1] >= 0,
      spans[index - 1].tokens.upperBound < span.tokens.lowerBound,
      tokens[spans[index - 1].tokens.upperBound].shape.contains(.possessive),
      spans[index - 1].tokens.upperBound + 1 == span.tokens.lowerBound
    {
      // "Russia's Security Council" is not the one of the United Nations.
      let name = surface(range(of: span))
      return table.entity(
        key: EntityKey.of(span.type, name), type: span.type, name: name, country: table[linked[index - 1]].country)
    }
    if span.listed >= 0, lists.kinds[span.listed].traits.contains(.generic) || lists.names[span.listed].country == nil,
      span.type == .organisation, let long = shortForms[spelling(of: span.tokens)], long >= 0, long != index, depth < 3
    {
      let entity = thing(long, depth: depth + 1)
      linked[long] = entity
      return entity
    }
    if let code = countryActing(index) {
      return table.entity(key: code, type: .country, name: lists.countryNames[code] ?? code, country: code)
    }
    if span.listed >= 0 {
      let entry = lists.names[span.listed]
      let isCountry = entry.country != nil && entry.key == entry.country
      return table.entity(
        key: entry.key, type: isCountry ? .country : span.type, name: entry.name, country: entry.country)
    }
    let form = spelling(of: span.tokens)
    let opening = span.type == .organisation && span.tokens.count == 1 ? firstWords[form] : nil
    if let long = shortForms[form] ?? opening, long >= 0, long != index, depth < 3 {
      let entity = thing(long, depth: depth + 1)
      linked[long] = entity
      return entity
    }
    let part = lists.match(tokens, in: span.tokens)
    if span.type == .country, let part, lists.nameType(ofListed: part.value) == .country {
      // "Fujian Province" is Fujian.
      let entry = lists.names[part.value]
      if entry.key != entry.country {
        return table.entity(key: entry.key, type: .country, name: entry.name, country: entry.country)
      }
    }
    let name = surface(range(of: span))
    return table.entity(
      key: EntityKey.of(span.type, name), type: span.type, name: name,
      country: span.type == .agreement || span.type == .event ? nil : country(in: span.tokens, of: span.type))
  }

  /// The country that a listed name inside the span tells; a city tells that of no body.
  private func country(in range: Range<Int>, of type: EntityType) -> String? {
    var at = range.lowerBound
    while at < range.upperBound {
      if let match = lists.gazetteer.match(tokens.span, at: at, before: range.upperBound) {
        let entry = lists.names[match.value]
        if let code = entry.country { return type != .organisation || entry.key == code ? code : nil }
        at += match.length
      } else {
        at += 1
      }
    }
    return nil
  }

  private mutating func collectShortForms() {
    for index in spans.indices
    where spans[index].type == .organisation && spans[index].listed < 0 && !spans[index].isDropped
      && (spans[index].rule == .head || spans[index].rule == .tagger)
    {
      let range = spans[index].tokens
      if let match = lists.match(tokens, in: range), match.length < range.count - 1 {
        let type = lists.nameType(ofListed: match.value)
        if type == .nationality || type == .country {
          note(spelling(of: range.lowerBound + match.length..<range.upperBound), index)
        }
      }
      // "Foreign Ministry of the Russian Federation"
      if let end = countryTail(range) { note(spelling(of: range.lowerBound..<end), index) }
      if range.count > 1, lists.match(tokens, in: range) == nil {
        note(spelling(of: range.lowerBound..<range.lowerBound + 1), index, in: \.firstWords)
      }
      let last = lists[tokens[range.upperBound - 1].word]
      if last.contains(.company) || range.count > 2 && lists[tokens[range.upperBound - 2].word].contains(.company) {
        note(spelling(of: range.lowerBound..<range.lowerBound + 1), index)
      }
    }
  }

  /// Where "of" and a country begin that end the name of a body.
  private func countryTail(_ range: Range<Int>) -> Int? {
    guard let of = range.last(where: { tokens[$0].word == lists.of }), of > range.lowerBound + 1 else { return nil }
    let place = of + 1 < range.upperBound && tokens[of + 1].word == lists.the ? of + 2 : of + 1
    guard place < range.upperBound, let match = lists.match(tokens, in: place..<range.upperBound),
      place + match.length == range.upperBound, lists.nameType(ofListed: match.value) == .country
    else { return nil }
    return of
  }

  private mutating func note(
    _ form: UInt64, _ index: Int, in forms: WritableKeyPath<EntityLinker, [UInt64: Int]> = \.shortForms
  ) {
    if let known = self[keyPath: forms][form], known != index {
      if known < 0 || spelling(of: spans[known].tokens) != spelling(of: spans[index].tokens) {
        self[keyPath: forms][form] = -1
      }
    } else {
      self[keyPath: forms][form] = index
    }
  }
}

extension NameLists {
  /// The listed name at the start of a range of tokens.
  func match(_ tokens: [Token], in range: Range<Int>) -> Gazetteer.Match? {
    gazetteer.match(tokens.span, at: range.lowerBound, before: range.upperBound)
  }
}
