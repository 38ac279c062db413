/// Titles, coordinated and with their fields, and the persons that stand beside them.
extension NameFinder {
  /// Reads a title or a form of address at `at`, with the name behind it; the index behind both.
  mutating func title(_ at: Int) -> Int? {
    if let kind = kind(at), kind.sort == .address, isCapital(at) { return addressed(at, kind) }
    guard let first = titleEnd(at), first.end > at + 1 || !opensBody(at) else { return nil }
    if let body = bodyEnd(at, first.end) {
      // "House Speaker": the body and its officer are two.
      spans.append(NameSpan(at..<body, sentence: sentence, .organisation, .head, 0.8))
      return title(body)
    }
    let origin = spanEnding(at: at)
    var titles = [at..<first.end]
    var traits = first.traits
    var next = first.end
    // "State Councilor and Foreign Minister": two titles.
    while titles.count < 4 {
      var other = next
      if word(other) == lists.comma { other += 1 }
      if word(other) == lists.and || word(other) == lists.ampersand { other += 1 }
      // "envoy, retired Gen. …"
      while other > next, lists.former.contains(word(other)), isSmall(other) { other += 1 }
      guard other > next || isRank(other) && isCapital(at), let more = titleEnd(other),
        isCapital(other) == isCapital(at) || isRank(other) && isCapital(other)
      else { break }
      titles.append(other..<more.end)
      traits = more.traits
      next = more.end
    }
    if shape(next).contains(.possessive), isCapital(at), isCapital(next + 1), part(next + 1).contains(.organisation) {
      // "the Prime Minister's Office"
      spans.append(NameSpan(at..<next + 2, sentence: sentence, .organisation, .head, 0.85))
      return next + 2
    }
    var gender = gender(of: traits)
    let bracketed = bracketEnd(next)
    let behind = addressEnd(bracketed, &gender)
    // A person's name follows, directly or set off by a comma.
    var name = person(behind, afterTitle: true)
    if name == nil && word(bracketed) == lists.comma {
      var from = bracketed + 1
      while lists.former.contains(word(from)), isSmall(from) { from += 1 }
      from = addressEnd(from, &gender)
      if let set = person(from, afterTitle: from > bracketed + 1),
        from > bracketed + 1 || set.count >= 2 && (word(set.upperBound) == lists.comma || set.upperBound >= end)
      {
        name = set
      }
    }
    // "Minister of Law and Justice (SHRIMATI ARUNA DESAI)"
    if name == nil, word(next) == lists.opening {
      let from = addressEnd(next + 1, &gender)
      if let set = person(from, afterTitle: from > next + 1 || isCapital(at)), word(set.upperBound) == lists.closing,
        from > next + 1 || set.count >= 2, part(from).isDisjoint(with: .head)
      {
        name = set
      }
    }
    if name == nil && isTitleCase && !first.isListed { return nil }
    if let name {
      let owner = spans.count + titles.count
      for range in titles { addRole(range, owner: owner, origin: origin) }
      var span = NameSpan(name, sentence: sentence, .person, .title, 0.97)
      span.origin = origin ?? -1
      span.gender = gender
      spans.append(span)
      return name.upperBound
    }
    if !shape(next).contains(.possessive), !isVerb(next), !hasHolderBehind(next), let owner = apposed(at) {
      for range in titles { addRole(range, owner: owner, origin: origin) }
      return next
    }
    // For one holder that the document names: the linker decides.
    var alone = false
    let isLong = first.isListed && first.end - at > 1 && !isTitleCase && isCapital(at + 1)
    let isOffice = word(next) == lists.comma && (listedType(next + 1) == .organisation || headWithin(next + 1))
    let governs = isCapital(at) && (isGoverning(next) || isOffice || listedType(next) == .country)
    for range in titles {
      guard let last = titleTraits(range), last.contains(.standsAlone) || governs else { continue }
      let stands = last.contains(.standsAlone) && (origin != nil || isLong || isDefinite(at))
      guard stands || governs else { continue }
      addRole(range, owner: -1, origin: origin)
      spans[spans.count - 1].isPending = true
      spans[spans.count - 1].needsHolder = !stands
      alone = true
    }
    if alone || isLong && !isCapital(next) && !isApostrophe(next) { return next }
    if isSmall(at) {
      keepForLater(titles)
      return next
    }
    return nil
  }

  /// Whether a title without a name stands where it can mean one holder: behind "the", "ex-" or a possessive, or with a
  /// capital.
  private func isDefinite(_ at: Int) -> Bool {
    if isCapital(at) && (isInformative(at) || at == firstWord) { return true }
    if isHeading[sentence], word(at - 1) != lists.a, word(at - 1) != lists.an { return true }
    let before = word(at - 1)
    return before == lists.the || shape(at - 1).contains(.possessive) || isApostrophe(at - 1)
      || lists.former.contains(before) && word(at - 2) == lists.the
      || isJoiningHyphen(at - 1) && lists.former.contains(word(at - 2))
  }

  /// "Jane Doe, president of …", "she resigned as envoy": whose title it is shows when the tagger has found persons too.
  private mutating func keepForLater(_ titles: [Range<Int>]) {
    for range in titles {
      var span = NameSpan(range, sentence: sentence, .role, .title, 0.8)
      span.isPending = true
      span.needsHolder = true
      later.append(span)
    }
  }

  /// The end of the body that opens a title, where both have capitals: "Senate", "Science and Technology Committee".
  private mutating func bodyEnd(_ at: Int, _ end: Int) -> Int? {
    guard isCapital(at), end > at + 1 else { return nil }
    for place in at..<end - 1
    where isCapital(place) && lists.chambers.contains(word(place)) && part(place + 1).isDisjoint(with: .reach) {
      guard let match = lists.match(tokens, in: place + 1..<end), match.length == end - place - 1,
        lists.kinds[match.value].sort == .role
      else { continue }
      // The entry may have been part of a longer one.
      listed[place + 1 - start] = Int32(match.value)
      lengths[place + 1 - start] = Int32(match.length)
      return place + 1
    }
    return nil
  }

  /// "General Authority for …": a rank that opens the name of a body.
  func opensBody(_ at: Int) -> Bool {
    word(at) == lists.general && isCapital(at) && isCapital(at + 1) && kind(at + 1) == nil
      && !part(at + 1).isDisjoint(with: [.organisation, .event]) && part(at + 1).isDisjoint(with: .personal)
  }

  /// "of", "for", "to", "in": what follows is what the title is over.
  func isGoverning(_ at: Int) -> Bool {
    isSmall(at) && part(at).contains(.reach) && word(at) != lists.and && word(at) != lists.the
      && (word(at) == lists.of || word(at) == lists.for || tokens[at].length == 2)
  }

  /// Whether a small word goes on as no apposition does: "X, Norwegian foreign minister discuss …".
  private func isVerb(_ at: Int) -> Bool {
    isSmall(at) && part(at).isDisjoint(with: [.function, .reach, .locative, .modifier, .calendar])
      && lists.match(tokens, in: at..<min(at + 1, end)) == nil
  }

  /// "…, the Indonesian ambassador to Qatar, Ridwan Hakim, and …": the title is of the name behind it.
  private func hasHolderBehind(_ at: Int) -> Bool {
    guard isGoverning(at) else { return false }
    var next = at + 1
    if word(next) == lists.the { next += 1 }
    guard let type = listedType(next), type == .country || type == .organisation else { return false }
    next += length(next)
    guard word(next) == lists.comma, let name = person(next + 1, afterTitle: false), name.count >= 2 else {
      return false
    }
    return word(name.upperBound) == lists.comma || name.upperBound >= end || word(name.upperBound) == lists.stop
  }

  /// A title right behind another one: "Foreign Minister Senator …", unless it is a name as well ("President King").
  private func isRank(_ at: Int) -> Bool {
    kind(at)?.sort == .role && isCapital(at) && part(at).isDisjoint(with: .personal)
  }

  /// The place behind a short bracket at `at` ("(I/C)"), or `at`.
  private func bracketEnd(_ at: Int) -> Int {
    guard word(at) == lists.opening else { return at }
    var next = at + 1
    while next < end && next < at + 5 {
      if word(next) == lists.closing { return next + 1 }
      next += 1
    }
    return at
  }

  /// The end of the forms of address from `at`.
  private func addressEnd(_ at: Int, _ gender: inout Entity.Gender?) -> Int {
    var behind = at
    while let kind = kind(behind), kind.sort == .address, isCapital(behind) {
      gender = gender ?? self.gender(of: kind.traits)
      behind += length(behind)
      if word(behind) == lists.stop && !shape(behind).contains(.spaceBefore) { behind += 1 }
    }
    // "HRH Prince Turki"
    if behind > at, let rank = kind(behind), rank.sort == .role, length(behind) == 1, isCapital(behind),
      !rank.traits.isDisjoint(with: [.masculine, .feminine])
    {
      behind += 1
    }
    return behind
  }

  private mutating func addRole(_ range: Range<Int>, owner: Int, origin: Int?) {
    var span = NameSpan(range, sentence: sentence, .role, .title, owner >= 0 ? 0.95 : 0.8)
    span.owner = owner
    span.origin = origin ?? -1
    spans.append(span)
  }

  private func titleTraits(_ range: Range<Int>) -> ListedKind.Traits? {
    var at = range.lowerBound
    var found: ListedKind.Traits?
    while at < range.upperBound {
      if let kind = kind(at), kind.sort == .role {
        found = kind.traits
        break
      }
      at += 1
    }
    return found
  }

  /// "Mr. Smith".
  private mutating func addressed(_ at: Int, _ kind: ListedKind) -> Int? {
    var next = at + length(at)
    if word(next) == lists.stop && !shape(next).contains(.spaceBefore) { next += 1 }
    var gender = gender(of: kind.traits)
    while let more = self.kind(next), more.sort == .address || more.sort == .role, isCapital(next) {
      gender = gender ?? self.gender(of: more.traits)
      if more.sort == .role { return next }
      next += length(next)
      if word(next) == lists.stop && !shape(next).contains(.spaceBefore) { next += 1 }
    }
    guard let name = person(next, afterTitle: true) else { return nil }
    var span = NameSpan(name, sentence: sentence, .person, .title, 0.95)
    span.gender = gender
    spans.append(span)
    return name.upperBound
  }

  private func gender(of traits: ListedKind.Traits) -> Entity.Gender? {
    if traits.contains(.feminine) { return .feminine }
    if traits.contains(.masculine) { return .masculine }
    return nil
  }

  /// The person that a title stands in apposition to: "Jane Doe, the foreign minister of …".
  private func apposed(_ at: Int) -> Int? {
    var index = spans.count - 1
    var place = at
    var hops = 0
    while index >= 0, spans[index].sentence == sentence, hops < 5 {
      let span = spans[index]
      // Only function words, modifiers, the article and names of countries and bodies may stand between.
      var between = span.tokens.upperBound
      var commas = 0
      while between < place {
        let token = tokens[between]
        // "Jane Doe, and the president of …" is somebody else; "adviser to the president" too.
        if hops == 0, token.word == lists.and && span.type == .person || span.type != .person && isGoverning(between) {
          return nil
        }
        if token.word == lists.comma {
          commas += 1
        } else if !(token.shape.contains(.possessive) || Self.isLink(part(between)) || token.word == lists.of
          || token.word == lists.and)
        {
          return nil
        }
        between += 1
      }
      if span.type == .person {
        return commas == 1 || hops > 0 && spans[index + 1].type == .role ? index : nil
      }
      if commas > 0 && span.type != .role { return nil }
      guard span.type == .nationality || span.type == .country || span.type == .organisation || span.type == .role
      else { return nil }
      if span.type == .role {
        return span.owner >= 0 && span.owner < spans.count && commas <= 1 ? span.owner : nil
      }
      place = span.tokens.lowerBound
      index -= 1
      hops += 1
    }
    return nil
  }

  private static func isLink(_ part: WordPart) -> Bool { part.contains(.function) || part.contains(.modifier) }
}
