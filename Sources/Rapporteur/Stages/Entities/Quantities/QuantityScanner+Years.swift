/// Years, their ranges, eras and decades.
extension QuantityScanner {
  /// "2026-2030", "1950-53", "2015/16".
  mutating func yearRange(at index: Int, _ year: Int) -> Reading? {
    var last = 0
    if let other = yearNumber(index + 2) {
      last = other
    } else if let short = plain(index + 2, 2...2), isGlued(index + 2) {
      last = year / 100 * 100 + short
      // 2025-11 is a month.
      if short <= 12 && short != year % 100 + 1 && isMark(index + 1, 0x2D) { return nil }
    }
    guard last > year, last - year < 400 else { return nil }
    if isGlued(index + 3), isMark(index + 3, 0x2D) || isMark(index + 3, 0x2F), plain(index + 4, 1...2) != nil {
      return nil
    }
    // "(1729–1797)": a life, or what lasted as long, is told by its two ends.
    if last - year >= 25, isMark(index - 1, 0x28) || isAbout(index), !isMark(index + 1, 0x2D) {
      return Reading(end: index + 1, value: CalendarDate(year: year).description)
    }
    told(CalendarDate(year: last))
    let end = kind(index + 3) == .eastYear ? index + 4 : index + 3
    return Reading(
      end: end, value: CalendarDate(year: year).description + "/" + CalendarDate(year: last).description)
  }

  /// A bare year, with what shows that it is one.
  mutating func year(at index: Int, _ numeral: Numeral) -> Reading? {
    if let era = era(at: index, numeral) { return era }
    if let year = shortYear(at: index) ?? oldYear(at: index) { return year }
    guard let year = yearNumber(index) else { return nil }
    let previous = kind(index - 1)
    if previous == .label || isMark(index - 1, 0x23) || self.numeral(index - 1) != nil { return nil }
    if isGlued(index), index > lower, !isOpening(index - 1) {
      let joined = isMark(index - 1, 0x2D) && isGlued(index - 1)
      guard isRange(index - 1), !joined || shape(index - 2).contains(.word) && kind(index - 2) != .none else {
        return nil
      }
    }
    if isGlued(index + 1), index + 1 < upper {
      if isMark(index + 1, 0x25) || isMark(index + 1, 0x40) { return nil }
      let joins = isMark(index + 1, 0x2D) || isMark(index + 1, 0x3A) || isMark(index + 1, 0x2E)
      if joins, isGlued(index + 2), shape(index + 2).contains(.hasDigit) { return nil }
    }
    // "the 1930's"
    if year % 10 == 0, shape(index + 1).contains(.possessive), isAfterArticle(index) {
      return Reading(end: index + 2, value: String(year / 10))
    }
    let next = index + 1
    switch kind(next) {
    case .measure, .magnitude, .currency, .classifier, .unit, .hanMagnitude: return nil
    default: break
    }
    let introduced =
      isAfterPreposition(index) || previous == .phase || previous == .season || kind(index - 1) == .unit
      || isMark(index - 1, 0x28)
    let counts =
      shape(next).contains(.word) && shape(next).isDisjoint(with: [.capitalised, .possessive, .ideographic, .hangul])
      && kind(next) == .none
    if !introduced {
      if counts && (year % 100 == 0 || year < 1700) { return nil }
      if year < 1500 || year > 2100 { return nil }
      if year < 1900 && shape(next).contains(.capitalised) && kind(next) == .none { return nil }
    }
    let date = CalendarDate(year: year)
    told(date)
    return Reading(end: next, value: date.description, confidence: introduced ? 0.95 : 0.8)
  }

  /// "'71"
  private func shortYear(at index: Int) -> Reading? {
    guard let short = plain(index, 2...2), index > lower, isGlued(index), !isGlued(index - 1),
      isMark(index - 1, 0x27) || shape(index - 1).contains(.closesQuote) && !isMark(index - 1, 0x22),
      !shape(index + 1).contains(.word) || shape(index + 1).contains(.spaceBefore)
    else { return nil }
    let century = short <= (anchor.date?.year ?? 2030) % 100 ? 2000 : 1900
    return Reading(start: index - 1, end: index + 1, value: String(century + short), confidence: 0.7)
  }

  /// "400 BCE", "347 AD".
  private func era(at index: Int, _ numeral: Numeral) -> Reading? {
    guard 1...4 ~= numeral.plainDigits, kind(index + 1) == .era,
      !shape(index + 1).isDisjoint(with: [.allCapitals, .hasStop])
    else { return nil }
    return era(word(index + 1).number, numeral.groups[0], end: index + 2)
  }

  /// "AD 79".
  func eraFirst(at index: Int) -> Reading? {
    guard !shape(index).isDisjoint(with: [.allCapitals, .hasStop]), let year = plain(index + 1, 1...4) else {
      return nil
    }
    return era(word(index).number, year, end: index + 2)
  }

  private func era(_ sign: Int, _ year: Int, end: Int) -> Reading {
    Reading(end: end, value: (sign < 0 ? "BC" : "") + CalendarDate.padded(year, to: 4))
  }

  /// Whether the token is an opening bracket or quotation mark.
  private func isOpening(_ index: Int) -> Bool {
    isMark(index, 0x28) || isMark(index, 0x5B) || shape(index).contains(.opensQuote) || isMark(index, 0x2F)
      || isMark(index, 0x2C) || shape(index).isDisjoint(with: [.mark, .word, .number]) || kind(index) == .month
      || !shape(index).isDisjoint(with: [.ideographic, .hangul]) || isWideMark(index)
  }

  /// Whether the token is a mark outside ASCII, as Chinese text has them without spaces.
  private func isWideMark(_ index: Int) -> Bool {
    shape(index).contains(.mark) && bytes[tokens[index].start] >= 0x80 && !isRange(index)
  }

  /// Whether an article, perhaps with "early" or "late" behind it, comes before.
  func isAfterArticle(_ index: Int) -> Bool {
    kind(index - 1) == .article || kind(index - 1) == .phase
      || isMark(index - 1, 0x2D) && kind(index - 2) == .phase
  }

  /// "1990s", "'90s", "the 90s"; not the age in "in his 80s".
  func decade(at index: Int, _ number: Int) -> Reading? {
    guard number % 10 == 0, kind(index - 1) != .age else { return nil }
    if 1000...2190 ~= number { return Reading(end: index + 1, value: String(number / 10), confidence: 0.95) }
    let apostrophe = index > lower && isGlued(index) && shape(index - 1).contains(.closesQuote)
    guard 0...90 ~= number, tokens[index].length == 3, apostrophe || isAfterArticle(index) else { return nil }
    let century = number <= 20 ? 200 : 190
    return Reading(start: apostrophe ? index - 1 : nil, end: index + 1, value: String(century + number / 10))
  }
}
