/// Names of persons.
extension NameFinder {
  /// The person's name that starts at `at`, as far as it goes.
  ///
  /// - Parameter afterTitle: Whether a title stands before it, so that any capital will do.
  func person(_ at: Int, afterTitle: Bool) -> Range<Int>? {
    guard at < end, opensName(at, afterTitle: afterTitle) else { return nil }
    var next = at
    var words = 0
    var last = at
    while next < end && words < 7 {
      let token = tokens[next]
      let isFirst = words == 0
      if isCapital(next) && (isFirst || goesOn(next, afterTitle: afterTitle)) || !isFirst && isElided(next) {
        words += 1
        next += 1
        // "J. R. Smith", "Lee Jae-myung", "al-Sadr"
        if token.length == 1 && word(next) == lists.stop && !shape(next).contains(.spaceBefore) && isCapital(next + 1) {
          next += 1
          last = next
          continue
        }
        if isJunior(next - 1), word(next) == lists.stop, isSmall(next + 1) || word(next + 1) == lists.comma {
          next += 1
        }
        while isJoiningHyphen(next) && shape(next + 1).contains(.word) && !shape(next + 1).contains(.hasDigit)
          && (hyphenated(next + 1) || words == 2 && part(at).contains(.eastSurname) && !isPast(next + 1))
        {
          next += 2
        }
        last = next
      } else if !isFirst, part(next).contains(.particle), isSmall(next), tokens[next].length <= 5 {
        // "Mohammed bin Salman", "Ursula von der Leyen"
        var name = next + 1
        while part(name).contains(.particle) && isSmall(name) { name += 1 }
        if isJoiningHyphen(name) { name += 1 }
        guard isCapital(name), !part(name).contains(.calendar),
          listedType(name) == nil || isPersonal(name) || isTown(name) && words > 1,
          word(next) != lists.of, word(next) != lists.and
        else { break }
        next = name
      } else {
        break
      }
    }
    guard words > 0 else { return nil }
    return at..<last
  }

  /// "d'Almeida", "l’Hôpital"
  private func isElided(_ at: Int) -> Bool {
    guard isSmall(at), tokens[at].length >= 4 else { return false }
    let from = tokens[at].start
    guard bytes[from] == 0x64 || bytes[from] == 0x6C else { return false }
    let next = bytes[from + 1] == 0x27 ? from + 2 : bytes[from + 1] == 0xE2 ? from + 4 : tokens[at].end
    guard next < tokens[at].end else { return false }
    return bytes[next] >= 0x41 && bytes[next] <= 0x5A || bytes[next] == 0xC3
  }

  /// "Jr" or "Sr".
  private func isJunior(_ at: Int) -> Bool {
    let token = tokens[at]
    return token.length == 2 && bytes[token.start + 1] == 0x72
      && (bytes[token.start] == 0x4A || bytes[token.start] == 0x53)
  }

  /// Whether the word behind a hyphen goes on with the name: "Jae-myung", but not "Xi-led".
  private func hyphenated(_ at: Int) -> Bool {
    if isCapital(at) { return true }
    return !part(at).contains(.common) || tokens[at].length <= 4 && part(at).isDisjoint(with: .function) && !isPast(at)
  }

  private func isPast(_ at: Int) -> Bool {
    let token = tokens[at]
    return token.length >= 3 && bytes[token.end - 2] == 0x65 && bytes[token.end - 1] == 0x64
  }

  private func opensName(_ at: Int, afterTitle: Bool) -> Bool {
    if !isCapital(at) {
      // "al-Sadr", "bin Salman" behind a title
      guard afterTitle, part(at).contains(.particle), isSmall(at), word(at) != lists.the else { return false }
      return isJoiningHyphen(at + 1) && isCapital(at + 2)
    }
    let part = part(at)
    // "I Gde Suardika" behind a title
    if afterTitle, tokens[at].length == 1, isCapital(at + 1), kind(at + 1) == nil,
      self.part(at + 1).isDisjoint(with: [.common, .function, .calendar])
    {
      return true
    }
    if !part.isDisjoint(with: [.calendar, .function]) && !(afterTitle && !part.isDisjoint(with: .personal)) {
      return false
    }
    if let kind = kind(at) {
      switch kind.sort {
      case .role, .address, .nothing: return false
      case .name(let type):
        if type == .country { return kind.traits.contains(.personal) || kind.traits.contains(.doubtful) }
        return length(at) == 1 && !part.isDisjoint(with: .personal)
      }
    }
    if afterTitle {
      if isTitleCase && part.contains(.common) && part.isDisjoint(with: .personal) { return false }
      return part.isDisjoint(with: .head) || !part.isDisjoint(with: .personal)
    }
    return part.isDisjoint(with: .common) && part.isDisjoint(with: .head) || !part.isDisjoint(with: .personal)
  }

  private func goesOn(_ at: Int, afterTitle: Bool) -> Bool {
    if isNumeral(at) { return true }  // "Abdullah II"
    let part = part(at)
    if !part.isDisjoint(with: [.calendar, .nameless]) && part.isDisjoint(with: .personal) { return false }
    if part.contains(.function) && part.isDisjoint(with: [.personal, .particle]) { return false }
    if let kind = kind(at) {
      switch kind.sort {
      case .role:
        // "Larry King said"
        return length(at) == 1 && part.contains(.surname) && !isCapital(at + 1)
      case .address, .nothing: return false
      case .name(let type):
        if length(at) > 1 { return false }
        guard type == .country else { return !part.isDisjoint(with: [.surname, .given]) }
        return !kind.traits.isDisjoint(with: [.personal, .doubtful])
          || (lists.names[Int(listed[at - start])].key.utf8.count > 2 && !isTitleCase)
      }
    }
    if !part.isDisjoint(with: .head) && part.isDisjoint(with: .personal) { return false }
    if part.contains(.common) && part.isDisjoint(with: .personal) { return !isTitleCase && afterTitle }
    return true
  }

  /// A place below the country: "de León".
  private func isTown(_ at: Int) -> Bool {
    listedType(at) == .country && length(at) == 1 && lists.names[Int(listed[at - start])].key.utf8.count > 2
  }

  func isPersonal(_ at: Int) -> Bool { kind(at)?.traits.contains(.personal) ?? false }

  /// Part of a mail address, a link or a file name.
  private func isAddress(_ first: Int, _ last: Int) -> Bool {
    if last < end, !shape(last).contains(.spaceBefore), shape(last).contains(.mark) {
      let byte = bytes[tokens[last].start]
      if byte == 0x40 || byte == 0x5F || byte == 0x3D
        || byte == 0x2E && last + 1 < end
          && !shape(last + 1).contains(.spaceBefore) && shape(last + 1).contains(.word)
      {
        return true
      }
    }
    guard first > start, !shape(first).contains(.spaceBefore), shape(first - 1).contains(.mark) else { return false }
    let byte = bytes[tokens[first - 1].start]
    return byte == 0x40 || byte == 0x5F || byte == 0x3D || byte == 0x26
      || (byte == 0x2F && !isCapital(first - 2) || byte == 0x2E) && !shape(first - 1).contains(.spaceBefore)
  }

  /// What kind of thing a run of capitals names that no list and no head tells.
  mutating func classify(_ range: Range<Int>) {
    var first = range.lowerBound
    var last = range.upperBound
    // The capital of a sentence's first word tells nothing.
    if opensSentence(first) || isTitleCase {
      while first < last, !part(first).isDisjoint(with: [.common, .function]), part(first).isDisjoint(with: .given) {
        // "Moon Jae-in", "Moon said"
        if part(first).contains(.eastSurname), !part(first).contains(.function) || isJoiningHyphen(first + 2),
          first + 1 == last || isCapital(first + 1) && part(first + 1).isDisjoint(with: [.common, .function])
        {
          break
        }
        first += 1
      }
    }
    while last > first && !part(last - 1).isDisjoint(with: [.function, .calendar, .nameless]) { last -= 1 }
    while first < last && !shape(first).contains(.word) { first += 1 }
    while last > first && !shape(last - 1).contains(.word) && word(last - 1) != lists.stop { last -= 1 }
    guard first < last, !isAddress(first, last) else { return }
    var words = 0
    var common = 0
    var capitals = 0
    for at in first..<last where shape(at).contains(.word) {
      words += 1
      if part(at).contains(.common) { common += 1 }
      if shape(at).contains(.allCapitals) { capitals += 1 }
    }
    // "al-Sadr"
    if first - 2 >= start, isJoiningHyphen(first - 1), isSmall(first - 2), part(first - 2).contains(.particle),
      part(first).isDisjoint(with: [.common]), tokens[first - 2].length <= 3
    {
      first -= 2
      words += 1
    }
    // "(R-La.)"
    if tokens[first].length == 1, isJoiningHyphen(first + 1),
      word(first - 1) == lists.opening || word(first - 1) == lists.comma
    {
      return
    }
    let isPlaced = first > start && part(first - 1).contains(.locative)
    let opening = part(first)
    if words == 2 && !isCapital(first) {
      _ = emit(NameSpan(first..<last, sentence: sentence, .person, .capitals, 0.5))
      return
    }
    if words == 1, opening.contains(.given) || common == 0 && !isPlaced && !isTitleCase, last == range.upperBound,
      part(last).contains(.particle) || isElided(last),
      let name = person(first, afterTitle: true), name.upperBound > last
    {
      _ = emit(NameSpan(name, sentence: sentence, .person, .surname, 0.85))
      return
    }
    if words == 1 {
      if opening.contains(.nameless) || opening.contains(.topic) { return }
      if common > 0 && (opening.contains(.function) || opening.isDisjoint(with: .eastSurname)) { return }
      if tokens[first].length < 2 { return }
      if capitals == 1 && !isAllCapitals && tokens[first].length <= 7 && common == 0
        && evidence[word(first), default: 0] & 2 == 0
      {
        if opening.isDisjoint(with: [.given]) {
          guard acts(first) else { return }
          _ = emit(NameSpan(first..<last, sentence: sentence, .organisation, .capitals, 0.5))
          return
        }
      }
      var span = NameSpan(first..<last, sentence: sentence, .person, .capitals, 0.4)
      span.isPending = true
      span.isPlaced = isPlaced
      span.isInitial = opensSentence(first) || isTitleCase
      spans.append(span)
      return
    }
    // "Director-General of DIRCO Zane Dangor"
    if shape(first).contains(.allCapitals), !isAllCapitals, tokens[first].length > 2,
      opening.isDisjoint(with: .personal),
      isGoverning(first - 1), part(first + 1).contains(.given), !shape(first + 1).contains(.allCapitals)
    {
      _ = emit(NameSpan(first..<first + 1, sentence: sentence, .organisation, .capitals, 0.6))
      classify(first + 1..<last)
      return
    }
    let isEast =
      opening.contains(.eastSurname) && words <= 4
      && (common == 0
        || common == (opening.contains(.common) ? 1 : 0)
          && (!opening.contains(.function) || isJoiningHyphen(first + 2)))
    if isEast || opening.contains(.given), let name = person(first, afterTitle: true) {
      let end = last == range.upperBound ? name.upperBound : min(name.upperBound, last)
      _ = emit(NameSpan(first..<end, sentence: sentence, .person, .surname, 0.85))
      if end < last { classify(end..<last) }
      return
    }
    if isTitleCase && common > 0 || common == words { return }
    if capitals == words && !isAllCapitals && words <= 3 && common == 0 && part(last - 1).isDisjoint(with: .personal) {
      _ = emit(NameSpan(first..<last, sentence: sentence, .organisation, .capitals, 0.4))
      return
    }
    let endsInSurname = !part(last - 1).isDisjoint(with: [.surname, .given])
    if common == 0 && words <= 4 && (endsInSurname || !isPlaced || words > 2) {
      if let name = person(first, afterTitle: true), name.upperBound >= last {
        _ = emit(NameSpan(first..<last, sentence: sentence, .person, .capitals, endsInSurname ? 0.7 : 0.55))
        return
      }
    }
    if isPlaced && words <= 3 && common == 0 {
      _ = emit(NameSpan(first..<last, sentence: sentence, .country, .capitals, 0.45))
    }
  }

  /// Whether an unknown acronym stands like a body: with an article, a possessive, a title, or as one who speaks.
  private func acts(_ at: Int) -> Bool {
    word(at - 1) == lists.the || shape(at + 1).contains(.possessive) || part(at + 1).contains(.speech)
      || word(at + 1) == lists.comma && word(at + 2) == lists.the || kind(at + 1)?.sort == .role
      || lists.opening == word(at - 1) && lists.closing == word(at + 1)
  }
}
