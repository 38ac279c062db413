// A stop before a capital letter: the end of a sentence, or of an abbreviation.
extension SentenceSplitter {
  /// Whether a stop before a capital letter is an end.
  ///
  /// - Parameters:
  ///   - index: The word before the stop, or the abbreviation that has it.
  ///   - traits: Of that word.
  func decide(
    _ stop: Stop, at index: Int, _ traits: WordTraits, before opening: Opening, _ bytes: [UInt8], _ tokens: [Token]
  ) -> SentenceDecision {
    let next = stop.next
    let word = tokens[index]
    let isStarter = startsSentence(opening, bytes, tokens)
    func starts(_ otherwise: SentenceRule) -> SentenceDecision { .either(isStarter, at: next, .starter, otherwise) }
    if !traits.isDisjoint(with: [.inner, .postscript]) { return .goesOn(.inner) }
    if stop.isAcronym || traits.isAbbreviation {
      // "HARBOR CITY, La. -- The": a dateline.
      if startsWithDash(next, bytes, tokens) { return .goesOn(.dateline) }
      if isHeadline { return .goesOn(.headline) }
    }
    if traits.contains(.time) { return decideTime(stop, at: index, opening, isStarter, bytes, tokens) }
    if traits.contains(.title) {
      // "Main St. The": behind a name it is a tail.
      if traits.contains(.tail) && isBehindName(index, bytes, tokens) { return starts(.tail) }
      // "an employee of RT. The network": no title is written so, unless all is.
      let isNone = !word.shape.contains(.capitalised) || word.shape.contains(.allCapitals)
      return .either(isNone && isStarter, at: next, .starter, .title)
    }
    if stop.isAcronym || traits.contains(.tail) {
      if isStarter { return .ends(at: next, .starter) }
      if opening.isQuoted { return .ends(at: next, .quotation) }
      let isPostposed = traits.contains(.firm) || (traits.contains(.place) && isBehindComma(index, bytes, tokens))
      return isPostposed ? decideTail(at: next, opening, bytes, tokens) : .goesOn(.tail)
    }
    // "120.5 °C. The"
    if isInitial(word, bytes), !isBehindDegree(index, bytes, tokens) {
      let first = tokens[opening.word]
      if bytes[word.start] == 0x49 || bytes[word.start] == 0x58, isStarter { return .ends(at: next, .starter) }
      let isEnd = isStarter && !isInitial(first, bytes) || isPronounI(opening, bytes, tokens)
      return .either(isEnd, at: next, .starter, .initial)
    }
    if isLowerLetter(word, bytes) { return starts(.letter) }
    if traits.contains(.counter) {
      if isStarter { return .ends(at: next, .starter) }
      if traits.contains(.month) { return decideMonth(at: next, index, opening, bytes, tokens) }
      return .either(!isInitial(tokens[opening.word], bytes), at: next, .plain, .counter)
    }
    if words.numbersAreOrdinals, word.shape.contains(.number), word.length <= 2 { return starts(.ordinal) }
    if isVowelless(word, bytes) {
      return opening.isQuoted ? .ends(at: next, .quotation) : starts(.unknown)
    }
    return .ends(at: next, opening.isQuoted ? .quotation : .plain)
  }

  /// Behind "a.m." and "p.m.": "At 5 a.m. Mr. Smith went" goes on, "left at 6 p.m. Mr. Smith then" does not.
  private func decideTime(
    _ stop: Stop, at index: Int, _ opening: Opening, _ isStarter: Bool, _ bytes: [UInt8], _ tokens: [Token]
  ) -> SentenceDecision {
    let next = stop.next
    if index - sentenceStart <= 2 { return .goesOn(.time) }
    if isStarter { return .ends(at: next, .starter) }
    if opening.isQuoted { return .ends(at: next, .quotation) }
    let traits = words.traits(of: tokens[opening.word])
    if traits.contains(.title) { return .ends(at: next, .titleFollows) }
    // "10 a.m. Eastern time", "5 p.m. Monday"
    if !traits.isDisjoint(with: [.zone, .month]) { return .goesOn(.time) }
    if traits.contains(.common) { return .ends(at: next, .plain) }
    return .either(isClause(opening, bytes, tokens), at: next, .clause, .time)
  }

  /// Behind "Sept.": "He quit in Sept. Moss took over" ends, "In Sept. Moss took over" does not.
  private func decideMonth(
    at next: Int, _ index: Int, _ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]
  ) -> SentenceDecision {
    if index - sentenceStart <= 2 { return .goesOn(.counter) }
    let traits = words.traits(of: tokens[opening.word])
    if !traits.isDisjoint(with: [.zone, .month]) { return .goesOn(.counter) }
    if traits.contains(.common) && !traits.contains(.role) { return .ends(at: next, .plain) }
    return .either(isClause(opening, bytes, tokens), at: next, .clause, .counter)
  }

  /// Behind an abbreviation that closes a name ("Acme Corp.", "Reno, Nev."): before a word that is usually small, or a
  /// name with its verb, a sentence ends; before a role ("Acme Corp. Chairman Moss") and the rest of the name it
  /// does not.
  private func decideTail(
    at next: Int, _ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]
  ) -> SentenceDecision {
    let traits = words.traits(of: tokens[opening.word])
    if traits.contains(.role) { return .goesOn(.role) }
    let hasStop = opening.word + 1 < range.upperBound && bytes[tokens[opening.word + 1].start] == 0x2E
    if traits.contains(.title), hasStop { return .ends(at: next, .titleFollows) }
    if !traits.isDisjoint(with: [.firm, .month, .zone]) { return .goesOn(.tail) }
    if traits.contains(.given), startsFullName(opening, tokens) { return .ends(at: next, .clause) }
    if traits.contains(.common) { return .ends(at: next, .firm) }
    return .either(isClause(opening, bytes, tokens), at: next, .clause, .tail)
  }

  /// Whether a name stands there with its verb or what is its own: "Hale said", "Bolt wouldn't", "Acme's".
  private func isClause(_ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    var index = opening.word + 1
    let limit = min(range.upperBound, index + 2)
    while index < limit {
      let token = tokens[index]
      if token.shape.contains(.possessive) { return true }
      let traits = words[token.word]
      if !token.shape.contains(.capitalised) {
        return !traits.isDisjoint(with: [.saying, .verb]) || (token.length > 4 && endsInED(token, bytes))
      }
      if traits.contains(.role) { return false }
      if traits.contains(.firm), index > opening.word { return true }
      index += 1
    }
    return false
  }

  /// "signed", "closed": most are the verb of a name before them.
  private func endsInED(_ token: Token, _ bytes: [UInt8]) -> Bool {
    words.language == .en && bytes[token.end - 1] == 0x64 && bytes[token.end - 2] == 0x65
  }

  /// "John Hale": a given name and another name.
  private func startsFullName(_ opening: Opening, _ tokens: [Token]) -> Bool {
    let next = opening.word + 1
    guard next < range.upperBound, tokens[next].shape.isSuperset(of: [.spaceBefore, .capitalised]) else { return false }
    return words[tokens[next].word].isDisjoint(with: [.role, .firm, .common])
  }

  /// Whether the word is one with which sentences start and names do not.
  func startsSentence(_ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard words[tokens[opening.word].word].contains(.starter) else { return false }
    return tokens[opening.word].length > 1 || isPronounI(opening, bytes, tokens)
      || bytes[tokens[opening.word].start] == 0x41
  }

  /// Whether a sentence may start in a small letter behind the word.
  func startsSmall(_ index: Int, _ traits: WordTraits, _ opening: Opening, _ tokens: [Token]) -> Bool {
    let word = tokens[index]
    if traits.isAbbreviation || !word.shape.isDisjoint(with: [.hasStop, .mark]) { return false }
    if word.shape.contains(.capitalised) {
      return word.length > 4 && words[tokens[opening.word].word].contains(.pronoun)
    }
    if word.length > 2 { return true }
    if word.shape.contains(.number) { return words[tokens[opening.word].word].contains(.pronoun) }
    // "loved it. why" is an end, "6 ft. 2 in. long" none.
    return word.length == 2 && traits.contains(.common) && index > sentenceStart
      && tokens[index - 1].shape.isDisjoint(with: [.hasDigit, .mark])
  }

  /// "I" as a word of its own, not as an initial.
  private func isPronounI(_ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    let word = tokens[opening.word]
    guard word.length == 1, bytes[word.start] == 0x49, opening.word + 1 < range.upperBound else { return false }
    return bytes[tokens[opening.word + 1].start] != 0x2E
  }

  private func isBehindDegree(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    index > range.lowerBound && tokens[index - 1].shape.contains(.mark) && isDegree(tokens[index - 1], bytes)
  }

  /// "b)": an item of a list, not a word.
  func isListLetter(_ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    let behind = opening.word + 1
    return tokens[opening.word].length == 1 && behind < range.upperBound && bytes[tokens[behind].start] == 0x29
  }

  private func startsWithDash(_ next: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    tokens[next].shape.contains(.mark) && SentenceMark(bytes, tokens[next]) == .dash
  }

  private func isBehindComma(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    index > sentenceStart && bytes[tokens[index - 1].start] == 0x2C
  }

  /// Whether a name or an ordinal number stands before the abbreviation: "Main St.", "5th St."
  private func isBehindName(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard index > sentenceStart else { return false }
    let before = tokens[index - 1]
    return before.shape.contains(.hasDigit)
      || (before.shape.contains(.capitalised) && index - 1 > sentenceStart && !words[before.word].contains(.title))
  }
}
