/// Names that end in small letters, names that begin with them, what is left of a run, and acronyms in brackets.
extension NameFinder {
  /// "China-South Korea free trade agreement", "G20 summit", "Spring Sprout plan".
  mutating func tailed(_ at: Int, _ run: Int) -> Int? {
    var next = run
    while next < end, next < run + 4, isSmall(next), part(next).contains(.tail), !part(next).contains(.small) {
      next += 1
    }
    guard isSmall(next), part(next).contains(.small), let type = part(next).headType else { return nil }
    let modifiers = next - run
    var names = 0
    var bodies = 0
    var others = 0
    var common = 0
    var index = at
    while index < run {
      if let listed = listedType(index) {
        switch listed {
        case .country, .nationality: names += 1
        case .organisation, .event, .agreement, .location: bodies += 1
        default: return nil
        }
        index += length(index)
      } else {
        if shape(index).contains(.word) {
          if part(index).contains(.common) { common += 1 } else { others += 1 }
        }
        index += 1
      }
    }
    var first = at
    if opensSentence(first), kind(first) == nil {
      guard part(first).isDisjoint(with: [.function]) else { return nil }
      if part(first).contains(.common) {
        first += 1
        common -= 1
      }
      if first >= run { return nil }
    }
    let isPair = names >= 2 && isJoiningHyphen(first + length(first))
    let isNamed: Bool
    switch type {
    case .agreement:
      isNamed =
        isPair && modifiers > 0
        || isPair && others == 0 && part(next).contains(.agreement) && !part(next).contains(.topic)
        || common >= 2 && names == 0 && !isTitleCase || common + others >= 2 && common > 0 && names == 0 && !isTitleCase
    case .event:
      isNamed =
        isPair || bodies == 1 && names == 0 && others == 0 && common == 0 || common >= 2 && names == 0 && !isTitleCase
    case .facility:
      isNamed = names + others + common > 0 && modifiers <= 1
    default:
      isNamed = false
    }
    guard isNamed, !isTitleCase || isPair else { return nil }
    let last = next + 1
    var span = NameSpan(first..<last, sentence: sentence, type, .head, 0.75)
    span.tokens = eventStart(first, type)..<last
    spans.append(span)
    return last
  }

  private func eventStart(_ first: Int, _ type: EntityType) -> Int {
    var at = first
    while at > start, spans.last.map({ $0.tokens.upperBound <= at - 1 }) ?? true, type == .event || type == .agreement,
      isFigureOrdinal(at - 1)
        || type == .event && (part(at - 1).contains(.ordinal) && isSmall(at - 1) || isYear(at - 1))
    {
      at -= 1
    }
    return at
  }

  /// Names that begin with a small ordinal: "fourth plenary session of the 20th … Central Committee", and "2+2 … dialogue".
  mutating func smallStart(_ at: Int) -> Int? {
    guard at + 2 < end else { return nil }
    if shape(at).contains(.number), word(at + 1) == lists.plus, shape(at + 2).contains(.number) {
      var next = at + 3
      while next < end, next < at + 10, isSmall(next),
        part(next).contains(.tail) || part(next).contains(.topic) || word(next) == lists.and
      {
        if part(next).contains(.small) && part(next).contains(.event) { break }
        next += 1
      }
      guard next > at + 2, isSmall(next), part(next).contains(.event) else { return nil }
      spans.append(NameSpan(at..<next + 1, sentence: sentence, .event, .head, 0.7))
      return next + 1
    }
    let isOrdinal = part(at).contains(.ordinal) && isSmall(at) || isFigureOrdinal(at)
    let opensPlenary = isSmall(at) && part(at).contains(.tail)
    guard isOrdinal || opensPlenary else { return nil }
    var next = isOrdinal ? at + 1 : at
    var tails = 0
    while next < at + 5, part(next).contains(.tail), isSmall(next) {
      next += 1
      tails += 1
    }
    guard isSmall(next), part(next).contains(.small), part(next).contains(.event), isOrdinal || tails > 0 else {
      return nil
    }
    guard isOrdinal || opensPlenary && isSession(next, tails) else { return nil }
    var name = next + 1
    guard word(name) == lists.of, isOrdinal || tails > 0 else { return nil }
    name += 1
    if word(name) == lists.the { name += 1 }
    if isFigureOrdinal(name) { name += 1 }
    guard isCapital(name), part(name).isDisjoint(with: .calendar), kind(name)?.sort != .role else { return nil }
    var last = extent(name)
    if word(last) == lists.of {
      var more = last + 1
      if word(more) == lists.the { more += 1 }
      if isCapital(more) && kind(more)?.sort != .role { last = extent(more) }
    }
    spans.append(NameSpan(at..<last, sentence: sentence, .event, .head, 0.85))
    return last
  }

  private func isSession(_ at: Int, _ tails: Int) -> Bool { tails > 0 && part(at).isDisjoint(with: .facility) }

  /// The end of the capitals and listed names from `at`.
  private func extent(_ at: Int) -> Int {
    var next = at
    while next < end {
      if let kind = kind(next) {
        guard case .name = kind.sort else { break }
        next += length(next)
      } else if isCapital(next) && part(next).isDisjoint(with: [.calendar, .function]) {
        next += 1
      } else {
        break
      }
      if isJoiningHyphen(next) && isCapital(next + 1) { next += 1 }
      if isApostrophe(next) && isCapital(next + 1) { next += 1 }
    }
    return next
  }

  /// What a run without a head holds: listed names one by one, and the rest by its look.
  mutating func pieces(_ at: Int, _ run: Int) {
    var next = at
    var loose = at
    while next < run {
      guard listed[next - start] >= 0 else {
        next += 1
        continue
      }
      let kind = lists.kinds[Int(listed[next - start])]
      let size = length(next)
      guard case .name(let type) = kind.sort else {
        next += size
        continue
      }
      if size == 1 && isPartOfPerson(next, loose, run, kind) {
        next += 1
        continue
      }
      flush(loose, next)
      if type == .nationality, isLanguage(next, size) {
        lastLanguage = next
        next += size
        loose = next
        continue
      }
      if kind.traits.contains(.doubtful) && !isPlaceLike(next) {
        var span = NameSpan(
          next..<next + size, sentence: sentence, type, .gazetteer, 0.6, listed: Int(listed[next - start]))
        span.isPending = true
        span.isInitial = opensSentence(next) || isTitleCase
        spans.append(span)
      } else {
        var first = next + Int(kind.skip)
        if type == .event || type == .organisation && part(next + size - 1).contains(.event)
          || isFigureOrdinal(next - 1)
        {
          first = withCount(first, type: type, head: next + size - 1)
        }
        spans.append(
          NameSpan(first..<next + size, sentence: sentence, type, .gazetteer, 0.95, listed: Int(listed[next - start])))
      }
      next += size
      loose = next
    }
    flush(loose, run)
  }

  private mutating func flush(_ first: Int, _ last: Int) {
    var first = first
    var last = last
    while first < last && shape(first).contains(.mark) || first < last && shape(first).contains(.possessive) {
      first += 1
    }
    while last > first && (shape(last - 1).contains(.mark) || shape(last - 1).contains(.possessive)) {
      if word(last - 1) == lists.stop && last - first > 2 { break }
      last -= 1
    }
    if first < last { classify(first..<last) }
  }

  /// Whether a place's name is a person's here: "Jordan Peterson", "Paris Hilton".
  private func isPartOfPerson(_ at: Int, _ loose: Int, _ run: Int, _ kind: ListedKind) -> Bool {
    let isGiven = part(at).contains(.given)
    let isCountry = lists.names[Int(listed[at - start])].key.utf8.count == 2
    if isCountry && (!isGiven || at > start && !part(at - 1).isDisjoint(with: [.reach, .locative])) { return false }
    if at + 1 < run, listed[at + 1 - start] < 0, shape(at + 1).contains(.word),
      isGiven || kind.traits.contains(.personal),
      !part(at + 1).isDisjoint(with: .personal), part(at + 1).isDisjoint(with: [.common])
    {
      return true
    }
    // "Vladimir Sorin": a given name and a word of no list.
    if isGiven, !isCountry, at + 1 < run, listed[at + 1 - start] < 0, shape(at + 1).contains(.word), !isTitleCase,
      part(at + 1).isDisjoint(with: .head), part(at + 1).isDisjoint(with: [.common, .function, .calendar, .topic]),
      !shape(at + 1).contains(.allCapitals), at == start || part(at - 1).isDisjoint(with: .locative)
    {
      return true
    }
    // behind a given name or a surname that comes first
    guard at > loose, listed[at - 1 - start] < 0, shape(at - 1).contains(.word) else { return false }
    return part(at - 1).contains(.given) && part(at - 1).isDisjoint(with: .common)
      || part(at - 1).contains(.eastSurname) && kind.traits.contains(.doubtful)
  }

  /// "in Dutch and English": languages are no names.
  private func isLanguage(_ at: Int, _ size: Int) -> Bool {
    guard part(at).contains(.language) else { return false }
    let next = at + size
    if part(next).contains(.tongue) { return true }
    guard next >= end || shape(next).contains(.mark) || isSmall(next) && part(next).contains(.function) else {
      return false
    }
    if isSmall(at - 1) && part(at - 1).contains(.tongue) || word(at - 1) == lists.in { return true }
    return lastLanguage >= start && lastLanguage >= at - 3
      && (word(at - 1) == lists.and || word(at - 1) == lists.comma)
  }

  private func isPlaceLike(_ at: Int) -> Bool {
    let before = at - 1
    if before >= start, part(before).contains(.locative) || word(before) == lists.of && !isTitleCase { return true }
    // "Austin, Texas"
    let next = at + length(at)
    return word(next) == lists.comma && listedType(next + 1) == .country
  }

}

extension NameLists {
  /// The type of a listed name.
  func nameType(ofListed index: Int) -> EntityType? {
    guard index >= 0, case .name(let type) = kinds[index].sort else { return nil }
    return type
  }
}
