/// Puts what the tagger found beside what the rules found.
extension NameFinder {
  /// Takes the tagger's names in.
  ///
  /// Rules own titles, nationalities, events, agreements, a user's names, and what a list, a title or a bracket tells.
  /// Where the tagger sees another name in place of what capitals alone told, its name stands.
  ///
  /// - Returns: What was overruled, for the trace.
  mutating func take(_ names: [TaggedName]) -> [Overruled] {
    // What the document explains in brackets.
    var acronyms: Set<WordID> = []
    for span in spans where span.rule == .acronym && !span.isDropped && span.tokens.count == 1 {
      acronyms.insert(tokens[span.tokens.lowerBound].word)
    }
    guard !names.isEmpty || spans.contains(where: { isDoubtful($0, acronyms) }) else { return [] }
    var overruled: [Overruled] = []
    var order = spans.indices.filter { !spans[$0].isDropped }
    order.sort { (spans[$0].tokens.lowerBound, $0) < (spans[$1].tokens.lowerBound, $1) }
    // For each of the rules' spans the tagger's name that takes its place.
    var heirs = [Int](repeating: -1, count: spans.count)
    var isSeen = [Bool](repeating: false, count: spans.count)
    var added: [NameSpan] = []
    var next = 0
    for found in names {
      let name = withoutArticle(found)
      while next < order.count, spans[order[next]].tokens.upperBound <= name.tokens.lowerBound { next += 1 }
      var rivals: [Int] = []
      var at = next
      while at < order.count, spans[order[at]].tokens.lowerBound < name.tokens.upperBound {
        if spans[order[at]].tokens.overlaps(name.tokens) { rivals.append(order[at]) }
        at += 1
      }
      for rival in rivals { isSeen[rival] = true }
      if let only = rivals.first, rivals.count == 1, spans[only].tokens == name.tokens {
        agree(only, name)
        continue
      }
      let hasPerson = rivals.contains { rival in
        spans[rival].type == .person && !spans[rival].isPending && spans[rival].rule != .capitals
      }
      if isNoName(name, before: order[..<next].last) { continue }
      if let holder = rivals.first(where: {
        stands(spans[$0], against: name, isAlone: !hasPerson && (rivals.count == 1 || spans[$0].rule != .head))
      }) {
        overruled.append(Overruled(tokens: name.tokens, by: spans[holder].rule))
        continue
      }
      for rival in rivals {
        heirs[rival] = added.count
        overruled.append(Overruled(tokens: spans[rival].tokens, by: .tagger))
      }
      added.append(span(of: name))
    }
    for index in order where !isSeen[index] && isDoubtful(spans[index], acronyms) {
      spans[index].isDropped = true
      overruled.append(Overruled(tokens: spans[index].tokens, by: .tagger))
    }
    insert(added, heirs)
    return overruled
  }

  /// Puts the titles that wait for a holder among the names.
  mutating func recallTitles() {
    guard !later.isEmpty else { return }
    let free = later.filter { title in
      !spans.contains { !$0.isDropped && $0.tokens.overlaps(title.tokens) }
    }
    insert(free, Array(repeating: -1, count: spans.count))
  }

  /// A name that was found and is no mention.
  struct Overruled {
    var tokens: Range<Int>
    var by: Mention.Rule
  }

  /// The tagger and the rules see a name at one place.
  private mutating func agree(_ index: Int, _ name: TaggedName) {
    if NameClass(spans[index].type) == name.kind, !spans[index].isPending { return }
    guard !spans[index].isPending, stands(spans[index], against: name, isAlone: true) else {
      if spans[index].needsHolder {
        // "The Commission": the linker finds which one.
        if name.kind == .organisation, spans[index].type == .organisation { spans[index].rule = .tagger }
        return
      }
      let found = span(of: name)
      spans[index].type = found.type
      spans[index].rule = .tagger
      spans[index].confidence = found.confidence
      spans[index].listed = found.listed
      spans[index].isPending = found.isPending
      spans[index].needsHolder = found.needsHolder
      return
    }
  }

  private func withoutArticle(_ name: TaggedName) -> TaggedName {
    guard name.tokens.count > 1, tokens[name.tokens.lowerBound].word == lists.the else { return name }
    // "The Hague"
    if let match = lists.match(tokens, in: name.tokens), match.length == name.tokens.count,
      lists.nameType(ofListed: match.value) == .country
    {
      return name
    }
    var name = name
    name.tokens = name.tokens.lowerBound + 1..<name.tokens.upperBound
    return name
  }

  /// "(IGP)" behind a title, "R-S.C." behind a senator: capitals that are no name.
  private func isNoName(_ name: TaggedName, before last: Int?) -> Bool {
    let first = name.tokens.lowerBound
    let next = name.tokens.upperBound
    guard first > 0, next < tokens.count else { return false }
    if name.tokens.count == 1, tokens[first - 1].word == lists.opening, tokens[next].word == lists.closing,
      let last, spans[last].type == .role, spans[last].tokens.upperBound == first - 1
    {
      return true
    }
    return tokens[first].length == 1 && tokens[first + 1].word == lists.hyphen
      && (tokens[first - 1].word == lists.opening || tokens[first - 1].word == lists.comma)
      || tokens[first - 1].word == lists.hyphen && first > 2 && tokens[first - 2].length == 1
        && (tokens[first - 3].word == lists.opening || tokens[first - 3].word == lists.comma)
  }

  /// Whether a span of the rules stays where the tagger sees another name.
  ///
  /// - Parameter isAlone: Whether no other name of theirs that counts stands in the name's place as well.
  private func stands(_ span: NameSpan, against name: TaggedName, isAlone: Bool) -> Bool {
    if span.isPending { return span.type == .role || span.needsHolder }
    switch span.rule {
    case .list, .title, .acronym, .repeated, .grammar: return true
    case .capitals, .surname, .tagger: return false
    case .head: if !isAlone { return true }
    case .gazetteer:
      // "President of Brazil Paulo da Silva": the country is a name of its own.
      if !isAlone, span.listed >= 0, lists.names[span.listed].key == lists.names[span.listed].country { return true }
      // Persons are called Florence, and none is called Brazil.
      if name.kind == .person {
        guard span.listed >= 0, lists.names[span.listed].key != lists.names[span.listed].country else { return true }
        return !lists.kinds[span.listed].traits.contains(.personal) || name.tokens.count == 1
      }
    }
    if NameClass(span.type) == nil { return true }
    // "Texas City": a longer name swallows a listed one.
    return !(name.tokens.count > span.tokens.count && name.tokens.clamped(to: span.tokens) == span.tokens)
  }

  /// Whether capitals alone told of a name that the tagger, too, could have seen.
  private func isDoubtful(_ span: NameSpan, _ acronyms: Set<WordID>) -> Bool {
    guard !span.isDropped, span.rule == .capitals, span.type != .role, !span.needsHolder else { return false }
    let first = tokens[span.tokens.lowerBound]
    if span.tokens.count == 1, acronyms.contains(first.word) || isTheAcronym(span) { return false }
    return first.shape.isDisjoint(with: [.ideographic, .hangul])
  }

  /// "the CPA": a body by its letters.
  private func isTheAcronym(_ span: NameSpan) -> Bool {
    let at = span.tokens.lowerBound
    return span.type == .organisation && at > 0 && tokens[at - 1].word == lists.the
      && tokens[at].shape.contains(.allCapitals) && 3...5 ~= tokens[at].length
  }

  private func span(of name: TaggedName) -> NameSpan {
    let range = name.tokens
    var span = NameSpan(range, sentence: name.sentence, .person, .tagger, name.confidence)
    switch name.kind {
    case .person: span.type = .person
    case .organisation:
      span.type = .organisation
      if range.count == 1, lists[tokens[range.lowerBound].word].contains(.organisation) {
        span.isPending = true
        span.needsHolder = true
      }
    case .location: span.type = placeType(range)
    }
    if name.kind != .person, let match = lists.match(tokens, in: range), match.length == range.count,
      let type = lists.nameType(ofListed: match.value), NameClass(type) == name.kind
    {
      span.type = type
      span.listed = match.value
      span.isPending = false
    }
    return span
  }

  /// What kind of place the words of a name tell.
  private func placeType(_ range: Range<Int>) -> EntityType {
    for at in [range.upperBound - 1, range.lowerBound] {
      let part = lists[tokens[at].word]
      guard at == range.upperBound - 1 || part.contains(.front) else { continue }
      if part.contains(.facility) { return .facility }
      if part.contains(.location) { return .location }
    }
    return .country
  }

  /// Puts spans in their places; who points at a span that gave way points at its heir.
  private mutating func insert(_ added: [NameSpan], _ heirs: [Int]) {
    var order = spans.indices.filter { heirs[$0] < 0 }.map { (start: spans[$0].tokens.lowerBound, index: $0) }
    order += added.indices.map { (start: added[$0].tokens.lowerBound, index: spans.count + $0) }
    order.sort { ($0.start, $0.index) < ($1.start, $1.index) }
    var moved = Array(repeating: -1, count: spans.count + added.count)
    for (place, entry) in order.enumerated() { moved[entry.index] = place }
    for (index, heir) in heirs.enumerated() where heir >= 0 { moved[index] = moved[spans.count + heir] }
    let all = spans + added
    spans = order.map { entry in
      var span = all[entry.index]
      if span.owner >= 0, span.owner < moved.count { span.owner = moved[span.owner] }
      if span.origin >= 0, span.origin < moved.count { span.origin = moved[span.origin] }
      return span
    }
  }
}
