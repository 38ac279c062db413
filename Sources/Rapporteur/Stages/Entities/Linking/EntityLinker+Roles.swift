/// Titles and their holders, and what they tell of persons: country, role, gender.
extension EntityLinker {
  /// A title with its holder, as the document gives it.
  private struct Holder {
    var words: [WordID]
    var entity: Int
    var place: Int
  }

  mutating func linkRoles() {
    findHoldersBehind()
    findHoldersBefore()
    var holders: [Holder] = []
    var next = 0
    while next < spans.count {
      let span = spans[next]
      if span.type == .role, span.rule != .list, !span.isDropped {
        if !span.isPending {
          let owner = span.owner
          if owner >= 0, owner < spans.count, linked[owner] >= 0, !spans[owner].isDropped {
            linked[next] = linked[owner]
            holders.append(Holder(words: words(of: span), entity: linked[owner], place: span.tokens.lowerBound))
            giveRole(next, to: linked[owner])
          } else {
            spans[next].isDropped = true
          }
        }
      }
      next += 1
    }
    for index in spans.indices where spans[index].type == .role && spans[index].isPending {
      spans[index].isPending = false
      let words = words(of: spans[index])
      let country = spans[index].rule == .list ? nil : countryBeside(index)
      if let holder = holder(of: words, country: country, origin: spans[index].origin, before: index, in: holders) {
        guard !spans[index].needsHolder else {
          spans[index].isDropped = true
          continue
        }
        linked[index] = holder
        spans[index].rule = .title
      } else {
        spans[index].isDropped = true
      }
    }
  }

  private func holder(of words: [WordID], country: String?, origin: Int, before index: Int, in holders: [Holder])
    -> Int?
  {
    let short = TitleWords(words, lists)
    var found: [Int] = []
    let full = holders.map { TitleWords($0.words, lists) }
    var fitting = holders.indices.filter { short.means(full[$0]) }
    if fitting.isEmpty {
      fitting = holders.indices.filter { short.narrows(full[$0]) }
      if Set(fitting.map { holders[$0].entity }).count > 1 { return nil }
    }
    for holder in fitting.map({ holders[$0] }) {
      let home = table[holder.entity].country
      if let country, let home, country != home { continue }
      if country == nil, origin >= 0, spans[origin].type == .organisation { continue }
      if let country, let known = found.first, home == country, table[known].country != country {
        found = [holder.entity]
      } else if !found.contains(holder.entity) {
        found.append(holder.entity)
      }
    }
    guard country == nil, found.count > 1 else { return found.first }
    // Of two presidents nobody knows; of ministers with fields of their own it is the one who was named last.
    guard Set(fitting.map { holders[$0].words }).count > 1 else { return nil }
    let last = spans[..<index].indices.reversed().first { place in
      spans[place].type == .person && !spans[place].isDropped && found.contains(linked[place])
    }
    return last.map { linked[$0] }
  }

  /// The country that the words beside a title or a name tell: before it, or behind with "of".
  func countryBeside(_ index: Int) -> String? {
    let span = spans[index]
    if span.origin >= 0, span.origin < spans.count, !spans[span.origin].isDropped, linked[span.origin] >= 0,
      let code = table[linked[span.origin]].country,
      spans[span.origin].type != .country || table[linked[span.origin]].key == code
    {
      return code
    }
    var next = index + 1
    while next < spans.count, next < index + 4 {
      let other = spans[next]
      guard other.sentence == span.sentence else { return nil }
      if other.type == .country || other.type == .nationality, linked[next] >= 0 {
        let between = span.tokens.upperBound..<other.tokens.lowerBound
        guard between.count >= 1, between.count <= 2, tokens[between.lowerBound].word == lists.of else { return nil }
        if between.count == 2 && tokens[between.lowerBound + 1].word != lists.the { return nil }
        let entity = table[linked[next]]
        // The mayor of a city has no flag.
        return entity.key == entity.country ? entity.country : nil
      }
      next += 1
    }
    return nil
  }

  /// Notes the title with its person, the fullest one, and the country beside it.
  private mutating func giveRole(_ index: Int, to entity: Int) {
    var range = range(of: spans[index])
    // Coordinated titles of one person are one role.
    var next = index + 1
    while next < spans.count, spans[next].type == .role, spans[next].owner == spans[index].owner,
      spans[next].sentence == spans[index].sentence,
      spans[next].tokens.lowerBound - spans[next - 1].tokens.upperBound <= 2
    {
      range = range.hull(self.range(of: spans[next]))
      next += 1
    }
    let role = surface(range)
    if role.utf8.count > (table[entity].role?.utf8.count ?? 0) { table[entity].role = role }
    if table[entity].country == nil, let code = countryBeside(index) { table[entity].country = code }
  }

  mutating func describePersons() {
    for index in spans.indices where spans[index].type == .person && linked[index] >= 0 && !spans[index].isDropped {
      let entity = linked[index]
      if table[entity].gender == nil { table[entity].gender = spans[index].gender }
      if table[entity].country == nil, spans[index].rule == .title, let code = countryBeside(index) {
        table[entity].country = code
      }
    }
    voteByPronouns()
    for index in spans.indices where spans[index].type == .person && linked[index] >= 0 && !spans[index].isDropped {
      let entity = linked[index]
      guard table[entity].gender == nil, spans[index].tokens.count > 1 else { continue }
      let first = lists[tokens[spans[index].tokens.lowerBound].word]
      guard !first.contains(.eastSurname) else { continue }
      if first.contains(.givenFeminine) { table[entity].gender = .feminine }
      if first.contains(.givenMasculine) { table[entity].gender = .masculine }
    }
  }

  /// "Lee … his": a pronoun in a sentence that names one person only.
  private mutating func voteByPronouns() {
    var votes: [Int: Int] = [:]
    var at = 0
    while at < spans.count {
      let sentence = spans[at].sentence
      var person = -1
      var isSingle = true
      var last = 0
      while at < spans.count && spans[at].sentence == sentence {
        if spans[at].type == .person, linked[at] >= 0, !spans[at].isDropped {
          if person >= 0 && linked[at] != person { isSingle = false }
          if person < 0 { last = spans[at].tokens.upperBound }
          person = linked[at]
        }
        at += 1
      }
      guard person >= 0, isSingle else { continue }
      for index in last..<sentences[sentence].tokens.upperBound {
        let part = lists[tokens[index].word]
        if part.contains(.masculine) { votes[person, default: 0] += 1 }
        if part.contains(.feminine) { votes[person, default: 0] -= 1 }
      }
    }
    for (entity, vote) in votes where table[entity].gender == nil && vote != 0 {
      table[entity].gender = vote > 0 ? .masculine : .feminine
    }
  }
}
