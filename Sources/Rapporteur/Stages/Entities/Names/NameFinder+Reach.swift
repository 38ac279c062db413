/// How far a long name reaches behind its head: "of …", "for … and …", "on …".
extension NameFinder {
  /// Where a name with a head ends: over "of …", "for … and …", "on …".
  func reach(_ from: Int, type: EntityType) -> Int {
    var last = from
    var parts = 0
    while parts < 5, last + 1 < end, isSmall(last), part(last).contains(.reach) {
      let joint = word(last)
      let isOf = joint == lists.of
      var next = last + 1
      if joint == lists.and {
        if parts > 0, isMinistry(from - 1), let more = fieldConjunct(next) {
          last = more
          parts += 1
          continue
        }
        guard parts > 0, let more = conjunct(next) else { break }
        last = more
        parts += 1
        continue
      }
      let isShort = tokens[last].length <= 3
      if joint == lists.the, type == .agreement, parts > 0, bytes[tokens[last - 1].end - 1] | 0x20 == 0x67 {
        // "Recommendations for Formulating the … Plan"
        if isFigureOrdinal(next) { next += 1 }
        guard isCapital(next) else { break }
        last = runEnd(next)
        parts += 1
        continue
      }
      guard joint != lists.the, type != .country && type != .location || isOf else { break }
      let isAgainst = tokens[last].length == 7 && (type == .event || type == .organisation && isTopical(next))
      guard isShort || isAgainst || type == .agreement && tokens[last].length == 7 else { break }
      if part(last).contains(.locative) { break }  // in, at, to
      if word(next) == lists.the { next += 1 }
      if isFigureOrdinal(next) { next += 1 }
      guard isCapital(next), part(next).isDisjoint(with: [.calendar]) || !part(next).isDisjoint(with: .given) else {
        break
      }
      // "Office of the National Security Adviser"
      if word(from - 1) == lists.office, isOf, let title = titleEnd(next), isCapital(title.end - 1) {
        last = title.end
        parts += 1
        continue
      }
      if let kind = kind(next) {
        if kind.sort == .role || kind.sort == .address || kind.sort == .nothing { break }
        if !isOf && kind.sort != .name(.organisation) && kind.sort != .name(.agreement)
          && kind.sort != .name(.location) && !isFollowedByTopic(next)
        {
          break
        }
      } else if !isOf && part(next).isDisjoint(with: [.common, .topic]) && type != .agreement {
        break
      }
      if part(next).contains(.eastSurname) && kind(next) == nil && part(next).isDisjoint(with: .common) && !isOf {
        break
      }
      last = runEnd(next)
      // "Parliament of Georgia Nino Beridze"
      if listedType(next) == .country, last > next + length(next), !shape(next + length(next)).contains(.mark),
        !headWithin(next + length(next))
      {
        last = next + length(next)
      }
      if isApostrophe(last - 1) { last -= 1 }
      // "Office of the U.S. Trade Representative"
      if word(from - 1) == lists.office, kind(last)?.sort == .role, isCapital(last) { last += length(last) }
      parts += 1
      // "…, Industry and Energy"
      if word(last) == lists.comma, isTopical(last + 1), let more = series(last + 1) { last = more }
    }
    return last
  }

  /// "Committee on Sino-Korean Civilian Exchanges": the name of a country is not all that follows.
  private func isFollowedByTopic(_ at: Int) -> Bool {
    let run = runEnd(at)
    return run > at + length(at) && isTopical(run - 1)
  }

  /// A head that is over fields: what "and" adds belongs to it.
  private func isMinistry(_ at: Int) -> Bool {
    word(at) == lists.ministry || word(at) == lists.department
      || part(at).contains(.front) && part(at).contains(.organisation)
  }

  /// "… and the Environment", "… and Logistic Services", "… and Integration"
  private func fieldConjunct(_ at: Int) -> Int? {
    let first = word(at) == lists.the ? at + 1 : at
    guard isCapital(first), kind(first) == nil, part(first).isDisjoint(with: [.calendar, .function, .front]),
      part(first).contains(.topic) || part(first).contains(.common) && part(first).isDisjoint(with: .given)
    else { return nil }
    guard part(first).isDisjoint(with: .organisation) || part(first).contains(.topic) else { return nil }
    let run = runEnd(first)
    for index in first..<run where listed[index - start] >= 0 { return nil }
    return run
  }

  /// The end of what "and" adds to a long name.
  private func conjunct(_ at: Int) -> Int? {
    guard isTopical(at) else { return nil }
    let before = at - 2
    guard before >= start, !part(before).isDisjoint(with: [.common, .topic]) else { return nil }
    let run = runEnd(at)
    var next = at
    while next < run {
      if listed[next - start] >= 0 { return nil }
      if !part(next).isDisjoint(with: .organisation) && part(next).isDisjoint(with: .topic) && next == run - 1 {
        return nil
      }
      next += 1
    }
    return run
  }

  /// "Industry and Energy" in "Ministry of Trade, Industry and Energy".
  private func series(_ at: Int) -> Int? {
    var next = at
    var count = 0
    while next < end && count < 6 {
      guard isTopical(next) else { return nil }
      let run = runEnd(next)
      count += 1
      if word(run) == lists.comma {
        next = run + 1
        if word(next) == lists.and { return isTopical(next + 1) ? runEnd(next + 1) : nil }
      } else if word(run) == lists.and || word(run) == lists.ampersand {
        return isTopical(run + 1) ? runEnd(run + 1) : nil
      } else {
        return nil
      }
    }
    return nil
  }

  /// A capital word of the everyday vocabulary, as names of ministries have.
  func isTopical(_ at: Int) -> Bool {
    isCapital(at) && kind(at) == nil && !part(at).isDisjoint(with: [.common, .topic])
      && part(at).isDisjoint(with: [.calendar, .function])
  }
}
