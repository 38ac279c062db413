/// Names told by a head: "the Asian Development Bank", "the 5th Ocean Summit".
extension NameFinder {
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
  mutating func headed(_ at: Int, _ run: Int) -> Int? {
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
  func isVerbal(_ at: Int) -> Bool {
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
}
