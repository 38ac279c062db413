/// One walk over a document's tokens in search of dates, times and amounts.
struct QuantityScanner {
  /// What stands at a token: its type and value, and the tokens it covers.
  struct Reading {
    /// The index of the first token, where it lies before the one the reading was found at.
    var start: Int?
    /// The index of the token behind it.
    var end: Int
    var type = EntityType.date
    var value: String?
    var confidence = 0.9
  }

  let grammar: QuantityGrammar
  let bytes: [UInt8]
  let tokens: [Token]
  var anchor: DateAnchor
  private(set) var mentions: [Mention] = []

  /// The sentence's tokens.
  private(set) var lower = 0
  private(set) var upper = 0
  private(set) var sentence = 0
  /// The token whose reading is tried.
  private(set) var place = 0

  /// A document that tells no date of its own has the date that stands in one of its first sentences.
  private static let lead = 12

  init(grammar: QuantityGrammar, text: Text, tokens: [Token], anchor: DateAnchor) {
    self.grammar = grammar
    self.bytes = text.utf8
    self.tokens = tokens
    self.anchor = anchor
  }

  /// Appends the mentions of one sentence. Sentences come in document order.
  mutating func scan(_ range: Range<Int>, sentence: Int) {
    lower = range.lowerBound
    upper = range.upperBound
    self.sentence = sentence
    var index = lower
    while index < upper {
      place = index
      guard let reading = read(at: index) else {
        index += 1
        continue
      }
      let first = reading.start ?? index
      if reading.type == .date, let value = reading.value, value.utf8.count >= 10, let day = CalendarDate(iso: value),
        day.day != nil
      {
        anchor.lastDay = day
      }
      mentions.append(
        Mention(
          range: TextRange(tokens[first].start, tokens[reading.end - 1].end), type: reading.type,
          value: reading.value, rule: .grammar, confidence: reading.confidence))
      index = reading.end
    }
  }

  /// The reading that starts at the token, if any.
  private mutating func read(at index: Int) -> Reading? {
    let token = tokens[index]
    if token.shape.contains(.number) { return readNumber(at: index) }
    if token.shape.contains(.mark) { return nil }
    if !token.shape.isDisjoint(with: [.ideographic, .hangul]) { return readEastAsian(at: index) }
    if token.shape.contains(.hasDigit) { return readDigitWord(at: index) }
    let word = grammar.words[token.word]
    switch word.kind {
    case .none, .new, .unit, .season:
      if let phrase = readPhrase(at: index) { return phrase }
      if word.kind == .new { return newYear(at: index) }
      return word.kind == .season ? season(at: index) : nil
    case .month: return month(at: index)
    case .weekday, .weekdayShort: return weekday(at: index)
    case .day: return relativeDay(at: index)
    case .shift, .recent: return shifted(at: index)
    case .direction: return shiftedBehind(at: index)
    case .that: return sameAgain(at: index)
    case .phase: return phase(at: index)
    case .edge: return edge(at: index)
    case .part: return partFirst(at: index)
    case .every: return repeated(at: index)
    case .fiscal: return fiscalYear(at: index)
    case .ordinal:
      if let period = ordinal(word.number, end: index + 1) { return period }
      // "the fifth of January"
      return kind(index + 1) == .preposition && self.word(index + 1).number == 4 ? dayMonth(at: index) : nil
    case .era: return eraFirst(at: index)
    case .number, .indefinite, .approximation, .comparison:
      return countedPeriod(at: index) ?? moneyInWords(at: index)
    default: return nil
    }
  }

  /// Notes a date that later ones may count from.
  mutating func told(_ date: CalendarDate) {
    if date.year != nil {
      anchor.reference = date
      anchor.referenceSentence = sentence
    }
    // A day without a year is the document's own where the text opens with it.
    guard anchor.date == nil, date.day != nil, sentence < Self.lead, date.year != nil || place == lower else { return }
    anchor.date = date
  }
}

/// Questions about the tokens around.
extension QuantityScanner {
  /// The entry of the token, `.none` outside the sentence.
  func word(_ index: Int) -> CalendarWords.Entry {
    index >= lower && index < upper ? grammar.words[tokens[index].word] : .none
  }

  /// The kind of the token, `.none` outside the sentence.
  func kind(_ index: Int) -> CalendarWords.Kind { word(index).kind }

  /// The shape of the token, empty outside the sentence.
  func shape(_ index: Int) -> TokenShape { index >= lower && index < upper ? tokens[index].shape : [] }

  /// Whether the token stands right behind the one before it.
  func isGlued(_ index: Int) -> Bool { index < upper && !tokens[index].shape.contains(.spaceBefore) }

  /// Whether the token is this one ASCII mark.
  func isMark(_ index: Int, _ byte: UInt8) -> Bool {
    index >= lower && index < upper && tokens[index].length == 1 && bytes[tokens[index].start] == byte
  }

  /// Whether the token joins the two ends of a range: a hyphen, a dash, 至, 到.
  func isRange(_ index: Int) -> Bool { isMark(index, 0x2D) || kind(index) == .range }

  /// The token's number, if it is one.
  func numeral(_ index: Int) -> Numeral? {
    index >= lower && index < upper ? Numeral(bytes, tokens[index]) : nil
  }

  /// The token's number where it is digits alone, of so many digits.
  func plain(_ index: Int, _ digits: ClosedRange<Int>) -> Int? {
    guard let numeral = numeral(index), digits.contains(numeral.plainDigits) else { return nil }
    return numeral.groups[0]
  }

  /// A year of four digits at the token.
  func yearNumber(_ index: Int) -> Int? {
    guard let year = plain(index, 4...4), 1000...2199 ~= year else { return nil }
    return year
  }

  /// The day of the month at the token: "5", "05", "5th", "fifth".
  func dayNumber(_ index: Int) -> Int? {
    if let day = plain(index, 1...2) { return 1...31 ~= day ? day : nil }
    if let (number, suffix) = digitsAndLetters(index), suffix.isOrdinal, 1...31 ~= number { return number }
    guard kind(index) == .ordinal else { return nil }
    return word(index).number
  }

  /// Behind a stop that ends an abbreviation.
  func skipStop(_ index: Int) -> Int { isMark(index, 0x2E) && isGlued(index) ? index + 1 : index }

  /// Whether what comes before shows that a date follows: "in", "since", "by" …, also with an article between.
  func isAfterPreposition(_ index: Int) -> Bool {
    if kind(index - 1) == .article { return kind(index - 2) == .preposition }
    return kind(index - 1) == .preposition
  }

  /// Where the sentence looks at this place: the nearest verb before it, or the first behind it, says so, and before both
  /// of them the words "by", "until", "for" and "since".
  ///
  /// - Parameter verbs: Whether only verbs count, as in a story.
  func outlook(_ index: Int, _ end: Int, verbs: Bool = false) -> DateAnchor.Outlook {
    var before = kind(index - 1) == .article || kind(index - 1) == .phase ? index - 2 : index - 1
    // "before the end of April"
    if kind(before) == .preposition, word(before).number == 4, kind(before - 1) == .edge {
      before -= kind(before - 2) == .article ? 3 : 2
    }
    if !verbs, kind(before) == .preposition {
      if word(before).number == 7 { return .back }
      if word(before).number == 5 { return isTold(from: end) ? .back : .ahead }
    }
    if !verbs, kind(before) == .function, word(before).number == 2, !shape(end).contains(.possessive) { return .ahead }
    var at = index - 1
    while at >= lower, index - at < 20 {
      let entry = word(at)
      switch entry.kind {
      case .future: return .ahead
      case .past: return entry.number == 1 && index - at <= 6 ? .back : .open
      case .preposition where isTo(at) && (kind(at - 1) == .intent || isBeing(at - 1)): return .ahead
      case .none where index - at <= 4 && isPastForm(at): return .back
      default: at -= 1
      }
    }
    at = end
    while at < upper, at - end < 12 {
      switch kind(at) {
      case .future: return .ahead
      case .past: return .open
      default: at += 1
      }
    }
    return .open
  }

  /// Whether what follows tells what has happened: "By Thursday the house was empty."
  private func isTold(from end: Int) -> Bool {
    var at = end
    while at < upper, at - end < 8 {
      let entry = word(at)
      if entry.kind == .past { return entry.number == 1 }
      if entry.kind == .future { return false }
      if isMark(at, 0x3B) || shape(at).contains(.opensQuote) { return false }
      at += 1
    }
    return false
  }

  /// "is", "are", "was", "were": with "to" behind it what is planned.
  private func isBeing(_ index: Int) -> Bool {
    index >= lower && index < upper && grammar.beings.contains(tokens[index].word)
  }

  /// A small word in "ed".
  private func isPastForm(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.length >= 5 && bytes[token.end - 1] == 0x64 && bytes[token.end - 2] == 0x65
      && !(0x41...0x5A ~= bytes[token.start])
  }

  /// The phrase of the list that starts at the token.
  func phrase(_ index: Int) -> CalendarPhrases.Match? {
    index >= lower && index < upper ? grammar.phrases.match(tokens.span, at: index, before: upper) : nil
  }

  /// What stands behind the digits of a token like "20th", "1990s", "7pm".
  struct Suffix {
    var first: UInt8
    var second: UInt8
    var count: Int

    var isOrdinal: Bool {
      guard count == 2 else { return false }
      switch (first, second) {
      case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return true  // st nd rd th
      default: return false
      }
    }
    var isPlural: Bool { count == 1 && first == 0x73 }
    /// 0 for am, 12 for pm.
    var meridiem: Int? {
      guard count == 2, second == 0x6D else { return nil }
      return first == 0x61 ? 0 : first == 0x70 ? 12 : nil
    }
    /// The power of ten of k, m, bn, tn.
    var power: Int? {
      switch (count, first, second) {
      case (1, 0x6B, _): 3
      case (1, 0x6D, _), (2, 0x6D, 0x6E): 6
      case (1, 0x62, _), (2, 0x62, 0x6E): 9
      case (2, 0x74, 0x6E): 12
      default: nil
      }
    }
  }

  /// The digits a token begins with and the one or two letters behind them.
  func digitsAndLetters(_ index: Int) -> (number: Int, suffix: Suffix)? {
    guard index >= lower, index < upper, tokens[index].length <= 8 else { return nil }
    let token = tokens[index]
    var number = 0
    var at = token.start
    while at < token.end, 0x30...0x39 ~= bytes[at] {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    let count = token.end - at
    guard at > token.start, count == 1 || count == 2 else { return nil }
    return (number, Suffix(first: bytes[at] | 0x20, second: count == 2 ? bytes[at + 1] | 0x20 : 0, count: count))
  }
}
