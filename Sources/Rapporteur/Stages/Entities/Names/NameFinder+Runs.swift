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

  /// Whether a head follows among the next capitals.
  func headWithin(_ at: Int) -> Bool {
    var next = at
    while next < end && next < at + 5 && isCapital(next) {
      if !part(next).isDisjoint(with: .head) { return true }
      next += 1
    }
    return false
  }

  /// A name with a capital head in the run.
  private mutating func headed(_ at: Int, _ run: Int) -> Int? {
    var head = -1
    var next = at
    var isListedHead = false
    while next < run {
      if listed[next - start] >= 0 {
        // The listed name is one piece; "State Department" brings its own head.
        let last = next + length(next) - 1
        if lists.kinds[Int(listed[next - start])].traits.contains(.generic)
          || listedType(next) == .event && part(last).contains(.event) && next > at && !isTitleCase
        {
          head = last
          isListedHead = true
        }
        next = last + 1
        continue
      }
      if isCapital(next), !part(next).isDisjoint(with: .head), !isPersonalHead(next, at, run),
        !(opensSentence(next) && next + 1 == run && part(next).contains(.common))
      {
        head = next
        isListedHead = false
      }
      next += 1
    }
    guard head >= 0 else { return listedAndMore(at, run) }
    var first = at
    // A capital that only the sentence's begin gives.
    if opensSentence(first), listed[first - start] < 0, first < head, isVerbal(first) { first += 1 }
    if isTitleCase {
      // Capitals tell nothing: only what begins with a listed name is sure.
      if let sure = (first...head).last(where: { $0 < head && listed[$0 - start] >= 0 && isNear($0, head) }) {
        first = pairStart(sure, at)
        if first > at { pieces(at, first) }
      } else if first != head || word(head + 1) != lists.of {
        return nil
      }
    }
    guard
      var type = isListedHead ? lists.nameType(ofListed: Int(listed[listedStart(head) - start])) : part(head).headType
    else { return nil }
    var last = head + 1
    // "World War II", "COP30", "Expo 2025", "Inc."
    while last < run, isNumeral(last) { last += 1 }
    if last < end, type == .event || type == .agreement, isYear(last), !shape(last + 1).contains(.number),
      word(last + 1) != lists.comma
    {
      last += 1
    }
    if part(head).contains(.company) && word(last) == lists.stop && !shape(last).contains(.spaceBefore)
      && last + 1 < end
    {
      last += 1
    }
    if part(first).contains(.front) && first == head && run > head + 1 && listed[head + 1 - start] < 0
      || isLeading(head, run)
    {
      last = run  // "Mount Everest", "Lake Victoria", "Bank Indonesia"
    }
    let isAlone = first == head && last == head + 1
    let wasListed = isListedHead && first == listedStart(head)
    let base = last
    last = reach(last, type: type)
    if last == base && isAlone && !wasListed, last == run, shortForm(at) { return last }
    if last == base && isAlone && !wasListed { return last < run ? nil : skipAlone(at, run) }
    if isListedHead && first < listedStart(head), listedType(first) == .nationality, first + 1 == listedStart(head) {
      // "Chinese Foreign Ministry" is one name; so is "US Congress".
    }
    first = withCount(first, type: type, head: head)
    if type == .event, part(head).contains(.organisation) { type = .organisation }
    if type == .organisation, first < head, isFigureOrdinal(first), part(head).contains(.legislative) { type = .event }
    if type == .agreement, !isTitleCase, part(head).contains(.statute) { first = statuteStart(first) }
    var span = NameSpan(first..<last, sentence: sentence, type, .head, isTitleCase ? 0.7 : 0.88)
    if wasListed && first == at && last == base { span.listed = Int(listed[at - start]) }
    spans.append(span)
    return last
  }

  /// "Promotion of Access to Information Act": the capitals before "of" and "to" belong to an act.
  private func statuteStart(_ first: Int) -> Int {
    var at = first
    while true {
      var joint = at - 1
      if word(joint) == lists.the { joint -= 1 }
      guard isSmall(joint), word(joint) == lists.of || tokens[joint].length == 2 && part(joint).contains(.reach) else {
        return at
      }
      var next = joint
      while isCapital(next - 1), kind(next - 1) == nil,
        part(next - 1).contains(.common) || part(next - 1).contains(.topic),
        part(next - 1).isDisjoint(with: [.function, .calendar]), !(opensSentence(next - 1) && isVerbal(next - 1))
      {
        next -= 1
      }
      guard next < joint, spans.last.map({ $0.tokens.upperBound <= next }) ?? true else { return at }
      at = next
    }
  }

  /// The first of two countries with a hyphen between, or `at`.
  private func pairStart(_ at: Int, _ limit: Int) -> Int {
    guard at - 2 >= limit, isJoiningHyphen(at - 1), listedType(at) == .country else { return at }
    let other = listedStart(at - 2)
    return other >= limit && listedType(other) == .country && other + length(other) == at - 1 ? other : at
  }

  /// "Bill", "Law", "Code": names of persons too, and heads only where they close a run of everyday words.
  private func isPersonalHead(_ at: Int, _ first: Int, _ run: Int) -> Bool {
    guard part(at).headType == .agreement, !part(at).isDisjoint(with: .personal) else { return false }
    guard at > first, at + 1 == run else { return true }
    return part(at - 1).isDisjoint(with: [.common, .topic]) && part(at - 1).isDisjoint(with: .head)
  }

  /// "The Commission", "the Council": the head alone, for a body that the document names in full.
  private mutating func shortForm(_ at: Int) -> Bool {
    guard word(at - 1) == lists.the, !isTitleCase, part(at).contains(.organisation),
      part(at).isDisjoint(with: [.company, .personal]), !shape(at).contains(.allCapitals), !isJoiningHyphen(at + 1)
    else { return false }
    var span = NameSpan(at..<at + 1, sentence: sentence, .organisation, .repeated, 0.7)
    span.isPending = true
    span.needsHolder = true
    spans.append(span)
    return true
  }

  private func skipAlone(_ at: Int, _ run: Int) -> Int? { at + 1 == run ? run : nil }

  private func listedStart(_ at: Int) -> Int {
    var first = at
    while first > start && listed[first - start] < 0 { first -= 1 }
    return first
  }

  private func isNear(_ first: Int, _ head: Int) -> Bool { head - first <= 5 }

  private func isLeading(_ head: Int, _ run: Int) -> Bool {
    part(head).contains(.front) && run > head + 1 && !part(head).contains(.place) && !part(head).contains(.organisation)
  }

  /// "Visiting", "Former": verb forms that open a sentence.
  private func isVerbal(_ at: Int) -> Bool {
    let token = tokens[at]
    guard part(at).contains(.common), token.length > 4 else { return part(at).contains(.function) }
    let last = bytes[token.end - 1]
    let before = bytes[token.end - 2]
    return last == 0x67 && before == 0x6E || last == 0x64 && before == 0x65 || last == 0x79 && before == 0x6C
  }

  func isNumeral(_ at: Int) -> Bool {
    guard isCapital(at), shape(at).contains(.allCapitals) || tokens[at].length == 1 else { return false }
    var index = tokens[at].start
    while index < tokens[at].end {
      let byte = bytes[index]
      if byte != 0x49 && byte != 0x56 && byte != 0x58 { return false }
      index += 1
    }
    return true
  }

  /// The ordinals and years before an event, a congress or a plan that belong to its name.
  func withCount(_ first: Int, type: EntityType, head: Int) -> Int {
    var at = first
    while at > start, spans.last.map({ $0.tokens.upperBound <= at - 1 }) ?? true {
      let before = at - 1
      let isCounted = type == .event || type == .agreement || type == .organisation
      if isCounted && isFigureOrdinal(before) {
        at = before
      } else if type == .event && part(before).contains(.ordinal)
        && (isSmall(before) || isCapital(before) && !opensSentence(before))
      {
        at = before
      } else if type == .event && isYear(before)
        || type == .agreement && isYear(before) && part(head).contains(.agreement)
      {
        at = before
        break
      } else {
        break
      }
    }
    return at
  }

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
  private mutating func listedAndMore(_ at: Int, _ run: Int) -> Int? {
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
