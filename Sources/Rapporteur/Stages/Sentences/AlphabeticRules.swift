// Stops of scripts that write spaces between words.
extension SentenceSplitter {
  /// Whether a sentence starts behind a full stop, or behind an abbreviation with its own.
  func startAfterStop(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> SentenceDecision {
    let next = stop.next
    guard next < range.upperBound, stop.index > range.lowerBound else { return .goesOn(.end) }
    let opening = Opening(bytes, tokens, at: next, before: range.upperBound)
    guard tokens[next].shape.contains(.spaceBefore) else { return startWithoutSpace(stop, opening, bytes, tokens) }
    if stop.spacedStops > 0 { return startAfterOmission(stop, opening, tokens) }
    if isEnumerator(stop, bytes, tokens) { return .goesOn(.enumerator) }
    if isBracketed(stop, bytes, tokens) { return .goesOn(.bracketed) }
    let index = stop.isAcronym ? stop.index : stop.index - 1
    let word = tokens[index]
    if stop.closesQuote || stop.closesBracket {
      switch opening.kind {
      case .lower: return .goesOn(.continued)
      case .other: return .goesOn(.mark)
      case .remark: return .goesOn(.remark)
      // "Fulton (U.S.A.) Inc."
      case .capital where stop.isAcronym && words[tokens[opening.word].word].contains(.firm): return .goesOn(.tail)
      default: return .ends(at: next, .closed)
      }
    }
    if !abbreviations.isEmpty, abbreviations.contains(word.word) { return .goesOn(.listed) }
    let traits = words.elides ? words.traits(ofElided: word, bytes) : words.traits(of: word)
    switch opening.kind {
    case .other: return .goesOn(.mark)
    case .remark: return .goesOn(.remark)
    case .wide:
      // "U.N. 총회"
      if stop.isAcronym || (word.shape.contains(.capitalised) && traits.isAbbreviation) { return .goesOn(.tail) }
      return .either(!isDateNumber(word, tokens, next), at: next, .wideLetter, .date)
    case .address: return .ends(at: next, .address)
    case .lower:
      if opening.isDashed { return .goesOn(.dash) }
      let isEnd =
        words.startsLower && startsSmall(index, traits, opening, tokens) && !isListLetter(opening, bytes, tokens)
      return .either(isEnd, at: next, .smallLetter, .continued)
    case .digit:
      if traits.contains(.inner) { return .goesOn(.inner) }
      if stop.isAcronym || traits.isAbbreviation { return .goesOn(.counter) }
      if isInitial(word, bytes) { return .goesOn(.initial) }
      if isDegree(word, bytes) { return .goesOn(.letter) }
      if isDateNumber(word, tokens, next) { return .goesOn(.date) }
      if let start = startBehindNote(next, tokens) { return .ends(at: start, .note) }
      return .ends(at: next, .figure)
    case .sign: return .either(!traits.isAbbreviation && !stop.isAcronym, at: next, .figure, .counter)
    case .capital: return decide(stop, at: index, traits, before: opening, bytes, tokens)
    }
  }

  /// Whether a sentence starts behind "?" or "!".
  func startAfterExclamation(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> SentenceDecision {
    let next = stop.next
    let opening = Opening(bytes, tokens, at: next, before: range.upperBound)
    if isBracketed(stop, bytes, tokens) { return .goesOn(.bracketed) }
    let isName = stop.index > range.lowerBound && words[tokens[stop.index - 1].word].contains(.exclaimed)
    guard tokens[next].shape.contains(.spaceBefore) else {
      if opening.kind == .wide && isName { return .goesOn(.name) }
      if opening.kind == .wide || (opening.kind == .digit && isWide(before: stop, tokens)) {
        return startAfterWideStop(stop, bytes, tokens)
      }
      return startWithoutSpace(stop, opening, bytes, tokens)
    }
    switch opening.kind {
    case .other: return .goesOn(.mark)
    case .remark: return .goesOn(.remark)
    case .wide:
      if stop.closesQuote, startsKoreanReport(at: next, bytes, tokens) { return .goesOn(.report) }
      return startAfterWideStop(stop, bytes, tokens)
    case .digit, .sign, .address: return .ends(at: next, .exclamation)
    case .lower:
      if opening.isDashed { return .goesOn(.dash) }
      if isName { return .goesOn(.name) }
      if stop.closesQuote || stop.closesBracket || !words.startsLower { return .goesOn(.continued) }
      guard stop.index > sentenceStart else { return .goesOn(.continued) }
      // "that Huh? is universal": a name.
      let word = tokens[stop.index - 1]
      if word.shape.contains(.capitalised) && stop.index - 1 > sentenceStart { return .goesOn(.name) }
      return .either(!startsReport(at: opening.word, bytes, tokens), at: next, .exclamation, .report)
    case .capital:
      // "Guess? Inc."
      if words[tokens[next].word].contains(.firm), next + 1 < range.upperBound, bytes[tokens[next + 1].start] == 0x2E {
        return .goesOn(.name)
      }
      if isName { return .either(startsSentence(opening, bytes, tokens), at: next, .starter, .name) }
      if stop.closesQuote, startsReport(at: next, bytes, tokens) { return .goesOn(.report) }
      return .ends(at: next, .exclamation)
    }
  }

  /// Whether a sentence starts behind "..." or "…".
  func startAfterEllipsis(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> SentenceDecision {
    let next = stop.next
    if isLeading(stop, tokens) { return .goesOn(.omission) }
    let opening = Opening(bytes, tokens, at: next, before: range.upperBound)
    guard tokens[next].shape.contains(.spaceBefore) else {
      // "the air base...There is": only the space is missing.
      guard stop.isAdjacent, stop.next == stop.index + 1, opening.kind == .capital, opening.word == next,
        stop.index > range.lowerBound, tokens[stop.index - 1].length > 2,
        tokens[stop.index - 1].shape.isDisjoint(with: [.mark, .capitalised]), startsSentence(opening, bytes, tokens)
      else { return .goesOn(.noSpace) }
      return .ends(at: next, .missingSpace)
    }
    if isBracketed(stop, bytes, tokens) {
      let isStart = startsSentence(opening, bytes, tokens) || words.traits(of: tokens[opening.word]).contains(.common)
      return .either(opening.kind == .capital && isStart, at: next, .starter, .bracketed)
    }
    switch opening.kind {
    case .address: return .ends(at: next, .address)
    case .wide:
      return .either(isKoreanEnding(before: stop.index, bytes, tokens), at: next, .ending, .omission)
    case .capital:
      if stop.closesQuote && startsReport(at: next, bytes, tokens) { return .goesOn(.report) }
      return .ends(at: next, .ellipsis)
    default: return .goesOn(.omission)
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
  private func startAfterOmission(_ stop: Stop, _ opening: Opening, _ tokens: [Token]) -> SentenceDecision {
    guard opening.kind == .capital else { return .goesOn(.omission) }
    if stop.isAdjacent && stop.spacedStops == 3 && !stop.closesQuote { return .ends(at: stop.index + 1, .omission) }
    let first = tokens[opening.word]
    let isPronoun = first.length == 1 && words[first.word].contains(.pronoun)
    return .either(!isPronoun, at: stop.next, .ellipsis, .omission)
  }

  /// The sentence that starts right behind the stop, without a space: "the service.There is", "the text.15 The".
  private func startWithoutSpace(
    _ stop: Stop, _ opening: Opening, _ bytes: [UInt8], _ tokens: [Token]
  ) -> SentenceDecision {
    guard !stop.isAcronym, stop.index > range.lowerBound else { return .goesOn(.noSpace) }
    let index = stop.index - 1
    let before = tokens[index]
    // Inside "www.example.Com" the word before is glued to something itself.
    let isRunStart =
      index == range.lowerBound || before.shape.contains(.spaceBefore)
      || (tokens[index - 1].shape.contains(.mark) && bytes[tokens[index - 1].start] != 0x2E
        && bytes[tokens[index - 1].start] != 0x40 && bytes[tokens[index - 1].start] != 0x2F)
    let isPlain = before.shape.contains(.word) && before.length > 2 && !before.shape.contains(.capitalised)
    let isClosed = stop.closesQuote || stop.closesBracket
    // "왔다.그는", "왔다.3일", but not "왔다."고".
    if !isClosed || stop.isStoppedOutside, isKoreanEnding(before: stop.index, bytes, tokens),
      opening.kind == .wide || startsKoreanFigure(opening, tokens)
    {
      return .ends(at: stop.next, .missingSpace)
    }
    if opening.kind == .digit {
      guard isPlain && isRunStart || isClosed || closes(before, bytes), tokens[stop.next].length <= 3 else {
        return .goesOn(.noSpace)
      }
      // "consultation.11 12 Take": one note or two.
      var start = stop.next
      while start < range.upperBound, start < stop.next + 3, tokens[start].shape.contains(.number),
        tokens[start].length <= 3
      {
        start += 1
      }
      guard start > stop.next, start < range.upperBound,
        tokens[start].shape.isSuperset(of: [.spaceBefore, .capitalised])
      else { return .goesOn(.noSpace) }
      return .ends(at: start, .note)
    }
    guard opening.kind == .capital, isRunStart else { return .goesOn(.noSpace) }
    let word = tokens[opening.word]
    let behind = opening.word + 1
    let isFree = behind >= range.upperBound || tokens[behind].shape.contains(.spaceBefore)
    let isTitle = words[word.word].contains(.title) && behind < range.upperBound && bytes[tokens[behind].start] == 0x2E
    guard isFree || isTitle || opening.isQuoted else { return .goesOn(.noSpace) }
    let isStarter = startsSentence(opening, bytes, tokens)
    let isEnd: Bool
    if isPlain || isClosed {
      isEnd = isStarter || (word.length > 2 && !word.shape.contains(.allCapitals))
    } else {
      let isLong = before.length > 2 || before.shape.contains(.number)
      isEnd = isLong && (isStarter || isTitle) && !words[before.word].isAbbreviation
    }
    return .either(isEnd, at: stop.next, .missingSpace, .noSpace)
  }

  private func closes(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.shape.contains(.mark) else { return false }
    let mark = SentenceMark(bytes, token)
    return mark == .closingBracket || mark == .closingQuote
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

  /// "[...]", "(?)", "(ret.)": a bracket opens right before the stop, or one small word before it.
  private func isBracketed(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard stop.closesBracket, !stop.isStoppedOutside, stop.index > range.lowerBound, !stop.isAcronym else {
      return false
    }
    // "Adm. Orr (ret.) Poe": a single small word in the bracket.
    let isWord = tokens[stop.index - 1].shape.isDisjoint(with: [.mark, .capitalised])
    let before = isWord ? stop.index - 2 : stop.index - 1
    guard before >= range.lowerBound, !isWord || before > sentenceStart else { return false }
    return tokens[before].shape.contains(.mark) && SentenceMark(bytes, tokens[before]) == .openingBracket
  }

  /// Whether a verb of saying stands behind the next comma, which closes an age: `"Stop!" Ann Lee, 14, told him`.
  private func endsApposition(from start: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    var index = start
    let limit = min(range.upperBound - 1, start + 12)
    while index < limit, bytes[tokens[index].start] != 0x2C { index += 1 }
    return index < limit && words[tokens[index + 1].word].contains(.saying)
  }

  /// Whether a verb of saying follows within a name's length: `"Why?" Mr. Hale asked`, `"Why?" Hale's wife asked`,
  /// `Why? thought he`.
  private func startsReport(at next: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    var index = next
    let limit = min(range.upperBound, next + 8)
    while index < limit {
      let token = tokens[index]
      let traits = words[token.word]
      if traits.contains(.saying), index > next || !token.shape.contains(.capitalised) { return true }
      let isNamed = !token.shape.isDisjoint(with: [.capitalised, .possessive]) || traits.contains(.pronoun)
      if !isNamed {
        guard index > next else { return false }
        if bytes[token.start] == 0x2C, index + 1 < limit, tokens[index + 1].shape.contains(.number) {
          return endsApposition(from: index + 1, bytes, tokens)
        }
        let before = tokens[index - 1]
        let isStop = bytes[token.start] == 0x2E && (words[before.word].contains(.title) || isInitial(before, bytes))
        guard isStop || before.shape.contains(.possessive) else { return false }
      }
      index += 1
    }
    return false
  }
}
