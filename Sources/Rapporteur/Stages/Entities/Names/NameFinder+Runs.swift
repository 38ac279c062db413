/// Runs of capitals: names told by their head, and what is left of a run when they are taken out.
extension NameFinder {
  /// Reads the name that starts at `at`, or a run of capitals with several; the index behind.
  mutating func name(_ at: Int) -> Int? {
    if isSmall(at) || isFigureOrdinal(at) || shape(at).contains(.number) {
      if listedType(at) != nil, length(at) > 1 {
        let next = at + length(at)  // "2030 Agenda"
        pieces(at, next)
        return next
      }
      return smallStart(at)
    }
    guard isCapital(at), opensRun(at) else {
      if let kind = kind(at), kind.sort == .nothing { return at + length(at) }
      return nil
    }
    let run = runEnd(at)
    if let next = headed(at, run) { return next }
    if let next = joined(at, run) { return next }
    if let next = tailed(at, run) { return next }
    pieces(at, run)
    // A person's name may go on in small letters: "Lula da Silva".
    return max(run, spans.last.map { $0.sentence == sentence ? $0.tokens.upperBound : run } ?? run)
  }

  private func opensRun(_ at: Int) -> Bool {
    if let kind = kind(at) {
      if case .name = kind.sort { return true }
      return opensBody(at)
    }
    let part = part(at)
    if part.contains(.calendar) && part.isDisjoint(with: [.surname, .given]) { return false }
    if part.contains(.calendar) {
      return isCapital(at + 1) && part.contains(.given) && !shape(at + 1).contains(.hasDigit)
    }
    if isJoiningHyphen(at + 1) && isCapital(at + 2) { return true }  // "Five-Year"
    return !part.contains(.function) || part.contains(.given) && !opensSentence(at)
  }

  /// The end of the run of capitals from `at`: words and listed names, hyphens, possessives and stops inside names.
  func runEnd(_ at: Int) -> Int {
    var next = at
    while next < end {
      if next > at, startsTitle(next) { break }
      if next == at, opensBody(next) {
        next += 1
      } else if let kind = kind(next) {
        if kind.sort == .role && next > at && isCapital(next) && length(next) == 1 && isCapital(next + 1)
          && !part(next + 1).isDisjoint(with: .head) && self.kind(next + 1) == nil
        {
          next += 1  // "Leader Summit"
          continue
        }
        guard case .name = kind.sort, isCapital(next) || next == at else { break }
        next += length(next)
      } else if isCapital(next) {
        let part = part(next)
        if next > at, part.contains(.calendar) || part.contains(.function) && part.isDisjoint(with: .given),
          !(isJoiningHyphen(next + 1) && isCapital(next + 2))
        {
          break
        }
        next += 1
      } else if next == at {
        next += 1
      } else {
        break
      }
      // What may stand between two words of a name.
      if isJoiningHyphen(next) {
        if isCapital(next + 1) || listedType(next + 1) != nil {
          next += 1
        } else if listed[max(next - 1 - start, 0)] < 0 && !part(next + 1).contains(.common)
          && shape(next + 1).contains(.word)
        {
          next += 2  // "Eui-yong"
        } else {
          break
        }
      } else if word(next) == lists.stop && !shape(next).contains(.spaceBefore) && tokens[next].length == 1
        && isCapital(next + 1)
        && (tokens[next - 1].length == 1 || part(next - 1).contains(.front) || tokens[next - 1].length == 2)
      {
        next += 1  // "J. Smith", "St. Louis"
      } else if isApostrophe(next) && isCapital(next + 1) && shape(next + 1).contains(.spaceBefore)
        && tokens[next].length > 0 && endsInS(next - 1) && headWithin(next + 1)
      {
        next += 1  // "Leaders' Meeting"
      } else if shape(next).contains(.possessive) && isCapital(next + 1) && part(next - 1).contains(.common)
        && listedType(next - 1) == nil && headWithin(next + 1)
      {
        next += 1  // "Women's Federation"
      } else if word(next) == lists.ampersand && isCapital(next + 1) {
        next += 1
      }
    }
    return next
  }

  /// "Luxembourgish Economy Minister": behind a country's name a capital title is no part of the run.
  private func startsTitle(_ at: Int) -> Bool {
    guard isCapital(at), kind(at) == nil, !part(at).isDisjoint(with: [.topic, .modifier]), listedEnds(at),
      let title = titleEnd(at)
    else { return false }
    return title.traits.contains(.field)
  }

  /// Whether the name of a country or its people ends at `index`.
  private func listedEnds(_ index: Int) -> Bool {
    var at = index - 1
    while at > start && listed[at - start] < 0 && index - at < 4 { at -= 1 }
    guard let type = listedType(at), at + length(at) == index else { return false }
    return type == .country || type == .nationality
  }

  private func endsInS(_ at: Int) -> Bool { bytes[tokens[at].end - 1] | 0x20 == 0x73 }

  /// "National Development and Reform Commission": the run has no head, the one behind "and" has.
  private mutating func joined(_ at: Int, _ run: Int) -> Int? {
    guard word(run) == lists.and || word(run) == lists.comma && isTopical(run + 1), !isTitleCase,
      isTopical(run + 1) || isCapital(run + 1) && kind(run + 1) == nil && part(run + 1).isDisjoint(with: .personal)
    else { return nil }
    for index in at..<run where listed[index - start] >= 0 || !isTopical(index) {
      if index == at, listed[at - start] >= 0, listedType(at) == .country || listedType(at) == .nationality,
        run > at + length(at)
      {
        continue
      }
      return nil
    }
    var next = run + 1
    if word(run) == lists.comma {
      let more = runEnd(next)
      guard word(more) == lists.and, isTopical(more + 1) else { return nil }
      next = more + 1
    }
    let other = runEnd(next)
    for index in next..<other where listed[index - start] >= 0 { return nil }
    guard part(other - 1).contains(.organisation) || part(other - 1).contains(.agreement), other - next >= 2 else {
      return nil
    }
    var first = at
    if opensSentence(first), isVerbal(first) { first += 1 }
    guard first < run, let type = part(other - 1).headType else { return nil }
    let last = reach(other, type: type)
    spans.append(NameSpan(first..<last, sentence: sentence, type, .head, 0.85))
    return last
  }

  /// A complete name of the list that goes on with "of": "National Assembly of Vietnam".
  mutating func listedAndMore(_ at: Int, _ run: Int) -> Int? {
    guard listed[at - start] >= 0, at + length(at) == run, let type = listedType(at),
      type == .organisation || type == .event,
      !part(run - 1).isDisjoint(with: .head), !isTitleCase
    else { return nil }
    let last = reach(run, type: type)
    guard last > run else { return nil }
    spans.append(NameSpan(withCount(at, type: type, head: run - 1)..<last, sentence: sentence, type, .head, 0.88))
    return last
  }
}
