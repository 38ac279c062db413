// Stops of scripts that write spaces between words.
extension SentenceSplitter {
  /// The token with which a sentence starts behind a full stop, or behind an abbreviation with its own.
  func startAfterStop(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    let next = stop.next
    guard next < range.upperBound, stop.index > range.lowerBound else { return nil }
    let opening = Opening(bytes, tokens, at: next, before: range.upperBound)
    guard tokens[next].shape.contains(.spaceBefore) else { return startWithoutSpace(stop, opening, bytes, tokens) }
    if stop.spacedStops > 0 { return startAfterOmission(stop, opening, tokens) }
    if isEnumerator(stop, bytes, tokens) || isBracketed(stop, bytes, tokens) { return nil }
    let index = stop.isAcronym ? stop.index : stop.index - 1
    let word = tokens[index]
    if stop.closesQuote || stop.closesBracket {
      return opening.kind == .lower || opening.kind == .other || opening.kind == .remark ? nil : next
    }
    if !abbreviations.isEmpty, abbreviations.contains(word.word) { return nil }
    let traits = words.traits(of: word)
    switch opening.kind {
    case .other, .remark: return nil
    case .wide: return isDateNumber(word, tokens, next) ? nil : next
    case .address: return next
    case .lower:
      return words.startsLower && isPlainWord(word, traits) && !isListLetter(opening, bytes, tokens) ? next : nil
    case .digit:
      if stop.isAcronym || traits.isAbbreviation || isInitial(word, bytes) || isDegree(word, bytes) { return nil }
      if isDateNumber(word, tokens, next) { return nil }
      return startBehindNote(next, tokens) ?? next
    case .sign: return traits.isAbbreviation || stop.isAcronym ? nil : next
    case .capital:
      return isEnd(stop, at: index, traits, before: opening, bytes, tokens) ? next : nil
    }
  }

  /// Whether a stop before a capital letter is an end.
  private func isEnd(
    _ stop: Stop, at index: Int, _ traits: WordTraits, before opening: Opening, _ bytes: [UInt8], _ tokens: [Token]
  ) -> Bool {
    let word = tokens[index]
    let first = tokens[opening.word]
    let isStarter = startsSentence(opening, bytes, tokens)
    if !traits.isDisjoint(with: [.inner, .postscript]) { return false }
    // "HARBOR CITY, La. -- The": a dateline.
    if stop.isAcronym || traits.isAbbreviation, startsWithDash(stop.next, bytes, tokens) { return false }
    if traits.contains(.time) {
      // "At 5 a.m. Mr. Smith went" goes on, "left at 6 p.m. Mr. Smith then" does not.
      if index - sentenceStart <= 2 { return false }
      return isStarter || opening.isQuoted || words[first.word].contains(.title)
    }
    if traits.contains(.title) {
      // "Main St. The": behind a name it is a tail.
      if traits.contains(.tail) && isBehindName(index, bytes, tokens) { return isStarter }
      return !word.shape.contains(.capitalised) && isStarter
    }
    if stop.isAcronym || traits.contains(.tail) { return isStarter || opening.isQuoted }
    if isInitial(word, bytes) {
      if bytes[word.start] == 0x49 || bytes[word.start] == 0x58, isStarter { return true }
      return isStarter && !isInitial(first, bytes) || isPronounI(opening, bytes, tokens)
    }
    if isLowerLetter(word, bytes) { return isStarter }
    if traits.contains(.counter) { return isStarter || !isInitial(first, bytes) && !traits.contains(.month) }
    if words.numbersAreOrdinals, word.shape.contains(.number), word.length <= 2 { return isStarter }
    if isVowelless(word, bytes) { return isStarter || opening.isQuoted }
    return true
  }

  /// The token with which a sentence starts behind "?" or "!".
  func startAfterExclamation(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    let next = stop.next
    let opening = Opening(bytes, tokens, at: next, before: range.upperBound)
    if isBracketed(stop, bytes, tokens) { return nil }
    guard tokens[next].shape.contains(.spaceBefore) else {
      if opening.kind == .wide || (opening.kind == .digit && isWide(before: stop, tokens)) {
        return startAfterWideStop(stop, bytes, tokens)
      }
      return startWithoutSpace(stop, opening, bytes, tokens)
    }
    let isName = stop.index > range.lowerBound && words[tokens[stop.index - 1].word].contains(.exclaimed)
    switch opening.kind {
    case .other, .remark: return nil
    case .wide: return startAfterWideStop(stop, bytes, tokens)
    case .digit, .sign, .address: return next
    case .lower:
      if stop.closesQuote || stop.closesBracket || isName || !words.startsLower { return nil }
      guard stop.index > sentenceStart else { return nil }
      // "that Huh? is universal": a name.
      let word = tokens[stop.index - 1]
      if word.shape.contains(.capitalised) && stop.index - 1 > sentenceStart { return nil }
      return startsReport(at: opening.word, tokens) ? nil : next
    case .capital:
      if isName { return startsSentence(opening, bytes, tokens) ? next : nil }
      if stop.closesQuote, startsReport(at: next, tokens) { return nil }
      return next
    }
  }

  /// The token with which a sentence starts behind "..." or "…".
  func startAfterEllipsis(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    let next = stop.next
    guard tokens[next].shape.contains(.spaceBefore), !isLeading(stop, tokens) else { return nil }
    let opening = Opening(bytes, tokens, at: next, before: range.upperBound)
    if isBracketed(stop, bytes, tokens) {
      return opening.kind == .capital && startsSentence(opening, bytes, tokens) ? next : nil
    }
    switch opening.kind {
    case .address: return next
    case .capital: return stop.closesQuote && startsReport(at: next, tokens) ? nil : next
    default: return nil
    }
  }

  /// Whether only marks stand before the stop in its sentence: "... The next", "“... Wait".
  private func isLeading(_ stop: Stop, _ tokens: [Token]) -> Bool {
    guard stop.index - sentenceStart <= 3 else { return false }
    for index in sentenceStart..<max(stop.index, sentenceStart) where !tokens[index].shape.contains(.mark) {
      return false
    }
    return true
  }

  /// "complex. . . . The": a full stop, and an omission with which the next sentence starts; ". . . I": one inside.
  private func startAfterOmission(_ stop: Stop, _ opening: Opening, _ tokens: [Token]) -> Int? {
    guard opening.kind == .capital else { return nil }
    if stop.isAdjacent && stop.spacedStops == 3 && !stop.closesQuote { return stop.index + 1 }
    let first = tokens[opening.word]
    return first.length == 1 && words[first.word].contains(.pronoun) ? nil : stop.next
  }

  /// The sentence that starts right behind the stop, without a space: "the service.There is", "the text.15 The".
  private func startWithoutSpace(_ stop: Stop, _ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    guard !stop.isAcronym, stop.index > range.lowerBound else { return nil }
    let index = stop.index - 1
    let before = tokens[index]
    // Inside "www.example.Com" the word before is glued to something itself.
    let isRunStart =
      index == range.lowerBound || before.shape.contains(.spaceBefore)
      || (tokens[index - 1].shape.contains(.mark) && bytes[tokens[index - 1].start] != 0x2E
        && bytes[tokens[index - 1].start] != 0x40 && bytes[tokens[index - 1].start] != 0x2F)
    let isPlain = before.shape.contains(.word) && before.length > 2 && !before.shape.contains(.capitalised)
    let isClosed = stop.closesQuote || stop.closesBracket
    if opening.kind == .digit {
      let note = tokens[stop.next]
      guard isPlain, isRunStart, note.length <= 3, note.shape.contains(.number), stop.next + 1 < range.upperBound,
        tokens[stop.next + 1].shape.isSuperset(of: [.spaceBefore, .capitalised])
      else { return nil }
      return stop.next + 1
    }
    guard opening.kind == .capital, isRunStart else { return nil }
    let word = tokens[opening.word]
    let behind = opening.word + 1
    let isFree = behind >= range.upperBound || tokens[behind].shape.contains(.spaceBefore)
    let isTitle = words[word.word].contains(.title) && behind < range.upperBound && bytes[tokens[behind].start] == 0x2E
    guard isFree || isTitle || opening.isQuoted else { return nil }
    let isStarter = startsSentence(opening, bytes, tokens)
    if isPlain || isClosed {
      return isStarter || (word.length > 2 && !word.shape.contains(.allCapitals)) ? stop.next : nil
    }
    let isLong = before.length > 2 || before.shape.contains(.number)
    return isLong && (isStarter || isTitle) && !words[before.word].isAbbreviation ? stop.next : nil
  }

  /// "… the fee. 8 Yet some": a note's number that the flattening of a page left behind a stop stays with it.
  private func startBehindNote(_ next: Int, _ tokens: [Token]) -> Int? {
    let number = tokens[next]
    guard number.length <= 2, number.shape.contains(.number), next + 1 < range.upperBound else { return nil }
    let first = tokens[next + 1]
    guard first.shape.isSuperset(of: [.spaceBefore, .capitalised]), words[first.word].contains(.starter) else {
      return nil
    }
    return next + 1
  }

  /// Whether the word is one with which sentences start and names do not.
  private func startsSentence(_ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard words[tokens[opening.word].word].contains(.starter) else { return false }
    return tokens[opening.word].length > 1 || isPronounI(opening, bytes, tokens)
      || bytes[tokens[opening.word].start] == 0x41
  }

  /// "I" as a word of its own, not as an initial.
  private func isPronounI(_ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    let word = tokens[opening.word]
    guard word.length == 1, bytes[word.start] == 0x49, opening.word + 1 < range.upperBound else { return false }
    return bytes[tokens[opening.word + 1].start] != 0x2E
  }

  /// "b)": an item of a list, not a word.
  private func isListLetter(_ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    let behind = opening.word + 1
    return tokens[opening.word].length == 1 && behind < range.upperBound && bytes[tokens[behind].start] == 0x29
  }

  private func startsWithDash(_ next: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    tokens[next].shape.contains(.mark) && SentenceMark(bytes, tokens[next]) == .dash
  }

  /// Whether a name or an ordinal number stands before the abbreviation: "Main St.", "5th St."
  private func isBehindName(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard index > sentenceStart else { return false }
    let before = tokens[index - 1]
    return before.shape.contains(.hasDigit)
      || (before.shape.contains(.capitalised) && index - 1 > sentenceStart && !words[before.word].contains(.title))
  }

  /// Whether the stop belongs to the number or letter with which the sentence starts, or to a label ("Figure 2.").
  private func isEnumerator(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    if let item, stop.index < sentenceStart + item.length { return true }
    let distance = stop.index - sentenceStart
    if distance == 1 {
      let first = tokens[sentenceStart]
      // "2.1. Scope", "IV. Scope", "PS. Scope"
      if first.shape.contains(.number) { return first.length <= 3 || hasInnerStop(first, bytes) }
      return isRoman(first, bytes) || words[first.word].contains(.postscript)
    }
    if distance == 0 { return words[tokens[sentenceStart].word].contains(.postscript) }
    guard distance == 2 else { return false }
    if tokens[sentenceStart].shape.contains(.mark) { return tokens[sentenceStart + 1].shape.contains(.number) }
    return words[tokens[sentenceStart].word].contains(.label) && tokens[sentenceStart + 1].shape.contains(.hasDigit)
  }

  /// "[...]", "(?)": a bracket opens right before the stop.
  private func isBracketed(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard stop.closesBracket, stop.index > range.lowerBound, !stop.isAcronym else { return false }
    return SentenceMark(bytes, tokens[stop.index - 1]) == .openingBracket
      && tokens[stop.index - 1].shape.contains(.mark)
  }

  /// Whether a verb of saying follows within a name's length: `"Why?" Wang Wenbin asked`, `Why? thought he`.
  private func startsReport(at next: Int, _ tokens: [Token]) -> Bool {
    var index = next
    let limit = min(range.upperBound, next + 6)
    while index < limit {
      let token = tokens[index]
      let traits = words[token.word]
      if traits.contains(.saying), index > next || !token.shape.contains(.capitalised) { return true }
      guard !token.shape.isDisjoint(with: [.capitalised, .possessive]) || traits.contains(.pronoun) else {
        return false
      }
      index += 1
    }
    return false
  }
}
