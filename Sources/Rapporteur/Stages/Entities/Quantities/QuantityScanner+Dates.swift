/// Dates that name their day, month or year.
extension QuantityScanner {
  /// Numbers with hyphens, slashes and stops: "2025-11-01", "1/11/2025", "2026-2030", "9/11".
  mutating func numericDate(at index: Int, _ numeral: Numeral) -> Reading? {
    if numeral.count == 3, numeral.isSeparated(by: 0x2E) {
      let (a, b, c) = (numeral.groups[0], numeral.groups[1], numeral.groups[2])
      if numeral.digits[0] == 4 { return date(a, b, c, end: index + 1) }
      if numeral.digits[2] == 4 { return date(c, b, a, end: index + 1) ?? date(c, a, b, end: index + 1) }
      return nil
    }
    guard numeral.isPlain, index + 2 < upper, isGlued(index + 1) else { return nil }
    let slash = isMark(index + 1, 0x2F)
    if let year = yearNumber(index), slash || isRange(index + 1), isGlued(index + 2) || isRange(index + 1) {
      if isGlued(index + 2), let month = plain(index + 2, 1...2), isGlued(index + 3), isGlued(index + 4),
        slash ? isMark(index + 3, 0x2F) : isMark(index + 3, 0x2D), let day = plain(index + 4, 1...2)
      {
        return date(year, month, day, end: index + 5)
      }
      if let range = yearRange(at: index, year) { return range }
      if isGlued(index + 2), isMark(index + 1, 0x2D), let month = plain(index + 2, 2...2), 1...12 ~= month,
        !isGlued(index + 3) || !isMark(index + 3, 0x2D)
      {
        told(CalendarDate(year: year, month: month))
        return Reading(end: index + 3, value: CalendarDate(year: year, month: month).description)
      }
    }
    let hyphen = isMark(index + 1, 0x2D)
    guard slash || hyphen, isGlued(index + 2), let first = plain(index, 1...2) else { return nil }
    // 8-May-2006
    if hyphen, kind(index + 2) == .month, isMark(index + 3, 0x2D), let year = yearNumber(index + 4) {
      return date(year, word(index + 2).number, first, end: index + 5)
    }
    guard let second = plain(index + 2, 1...2) else { return nil }
    if slash || hyphen, isGlued(index + 3), slash ? isMark(index + 3, 0x2F) : isMark(index + 3, 0x2D),
      isGlued(index + 4), let year = yearNumber(index + 4)
    {
      return date(year, first, second, end: index + 5) ?? date(year, second, first, end: index + 5)
    }
    if slash, first == 9, second == 11, !isMark(index + 3, 0x2F) {
      return Reading(end: index + 3, value: "2001-09-11")
    }
    return nil
  }

  /// "2026-2030", "1950-53", "2015/16".
  private mutating func yearRange(at index: Int, _ year: Int) -> Reading? {
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

  private mutating func date(_ year: Int, _ month: Int, _ day: Int, end: Int) -> Reading? {
    guard 1000...2199 ~= year, 1...12 ~= month, 1...CalendarDate.days(inMonth: month, of: year) ~= day else {
      return nil
    }
    let date = CalendarDate(year: year, month: month, day: day)
    told(date)
    return onPart(Reading(end: end, value: date.description, confidence: 0.97))
  }

  /// The day before the month: "3 April 2021", "5th of May", "5–6 September 2019", "25 and 26 March".
  mutating func dayMonth(at index: Int) -> Reading? {
    guard let day = dayNumber(index) else { return nil }
    var at = index + 1
    var last: Int?
    if isRange(at) || kind(at) == .and || isTo(at), let other = dayNumber(at + 1), other > day {
      last = other
      at += 2
    }
    if kind(at) == .preposition, word(at).number == 4 { at += 1 }
    guard kind(at) == .month, shape(at).contains(.capitalised) else { return nil }
    let month = word(at).number
    // The stop of a short form, but not the one that ends the sentence.
    let stopped = skipStop(at + 1)
    at = isShortMonth(at) && stopped < upper ? stopped : at + 1
    return finish(month: month, day: day, lastDay: last, at: at, from: index)
  }

  /// A month's name and what follows: "Nov. 1", "April 3, 2021", "August 2011", "January–June 2016", "May".
  mutating func month(at index: Int) -> Reading? {
    guard !shape(index).isDisjoint(with: [.capitalised, .allCapitals]) else { return nil }
    let month = word(index).number
    let stopped = skipStop(index + 1)
    var at = stopped
    if let other = monthRange(at: at) {
      let end = skipStop(other.end)
      let year = yearNumber(end)
      let first = CalendarDate(year: year ?? self.year(month, index, end), month: month)
      let last = CalendarDate(year: first.year, month: other.month)
      return Reading(end: year == nil ? other.end : end + 1, value: first.description + "/" + last.description)
    }
    if kind(at) == .article { at += 1 }
    if let day = dayNumber(at), !(kind(at + 1) == .measure || kind(at + 1) == .meridiem) || kind(index - 1) == .none {
      // "in May 15 people" is rarer than "May 15".
      if isMark(at + 1, 0x3A), isGlued(at + 1), numeral(at + 2) != nil { return bareMonth(at: index, month) }
      var end = at + 1
      var last: Int?
      if isRange(end) || kind(end) == .and || isTo(end), let other = plain(end + 1, 1...2), other > day, other <= 31,
        kind(end) != .and || isMark(end + 2, 0x2C)
      {
        last = other
        end += 2
      }
      return finish(month: month, day: day, lastDay: last, at: end, from: index)
    }
    // "April 3,2021": the number token holds day and year.
    if let numeral = numeral(at), numeral.count == 2, numeral.isSeparated(by: 0x2C), numeral.digits[1] == 4,
      numeral.digits[0] <= 2
    {
      return date(numeral.groups[1], month, numeral.groups[0], end: at + 1)
    }
    if isMark(at, 0x2C) || kind(at) == .preposition && word(at).number == 4 { at += 1 }
    // "July of this year", "April next year".
    if kind(at) == .shift, kind(at + 1) == .unit, word(at + 1).number == CalendarUnit.year.rawValue {
      let date = CalendarDate(year: anchor.date?.year.map { $0 + word(at).number }, month: month)
      return Reading(end: at + 2, value: date.description, confidence: 0.95)
    }
    // "December of 384"
    let isOld = kind(at - 1) == .preposition && shape(at + 1).contains(.mark) && !isMark(at + 1, 0x25)
    if let year = yearNumber(at) ?? (isOld ? plain(at, 3...3) : nil),
      !isGlued(at + 1) || !isRange(at + 1) || yearNumber(at + 2) == nil
    {
      let date = CalendarDate(year: year, month: month)
      told(date)
      return Reading(end: at + 1, value: date.description, confidence: 0.95)
    }
    return bareMonth(at: index, month)
  }

  private func isShortMonth(_ index: Int) -> Bool {
    let length = tokens[index].length
    return length <= 4 && word(index).number != 5 && !(6...7 ~= word(index).number && length == 4)
  }

  private func monthRange(at index: Int) -> (month: Int, end: Int)? {
    guard isRange(index), kind(index + 1) == .month, dayNumber(skipStop(index + 2)) == nil else { return nil }
    return (word(index + 1).number, index + 2)
  }

  private func bareMonth(at index: Int, _ month: Int) -> Reading? {
    let next = index + 1
    // Names of months are names of people and verbs as well.
    let isShort = isShortMonth(index) || month == 5
    let isFor = kind(index - 1) == .function && word(index - 1).number == 2
    let after = isAfterPreposition(index) || kind(index - 1) == .every || isFor
    if isShort || month == 3 && tokens[index].length == 5 {
      guard after || kind(index - 1) == .phase else { return nil }
    } else if shape(next).contains(.capitalised) && kind(next) == .none && !after {
      return nil
    }
    let end = isMark(next, 0x2E) && isGlued(next) && isShort && next + 1 < upper && month != 5 ? next + 1 : next
    let year = kind(index - 1) == .every ? nil : year(month, index, end)
    return Reading(end: end, value: CalendarDate(year: year, month: month).description, confidence: 0.8)
  }

  /// The year of a month that is told without one: that of a full date told shortly before, where the text tells a
  /// story, or else by the document's date.
  private func year(_ month: Int, _ index: Int, _ end: Int) -> Int? {
    if let year = anchor.reference?.year, sentence - anchor.referenceSentence <= 6, year < anchor.date?.year ?? 0,
      outlook(index, end, verbs: true) != .ahead
    {
      return year
    }
    return anchor.year(ofMonth: month, outlook(index, end))
  }

  /// Day and month are read; a year may follow at `index`.
  private mutating func finish(month: Int, day: Int, lastDay: Int?, at index: Int, from start: Int) -> Reading? {
    var at = index
    if isMark(at, 0x2C) { at += 1 }
    var year: Int?
    var end = index
    if let told = yearNumber(at), at == index || isMark(index, 0x2C) {
      year = told
      end = at + 1
    } else if at == index, isMark(at + 1, 0x29), let told = plain(at, 3...3), told >= 100 {
      year = told
      end = at + 1
    } else if isMark(index, 0x2D), isGlued(index), let told = yearNumber(index + 1) {
      year = told
      end = index + 2
    }
    let known = year ?? self.year(month, start, end)
    guard day <= CalendarDate.days(inMonth: month, of: known) else { return nil }
    let date = CalendarDate(year: known, month: month, day: day)
    told(date)
    guard let lastDay else { return onPart(Reading(end: end, value: date.description, confidence: 0.97)) }
    let last = CalendarDate(year: known, month: month, day: lastDay)
    return Reading(end: end, value: date.description + "/" + last.description, confidence: 0.95)
  }

  /// A weekday, alone or before a full date: "Saturday", "Friday morning", "Sunday, May 28, 2006".
  mutating func weekday(at index: Int) -> Reading? {
    let entry = word(index)
    guard !shape(index).isDisjoint(with: [.capitalised, .allCapitals]), kind(index - 1) != .every else { return nil }
    var at = index + 1
    if entry.kind == .weekdayShort {
      let stopped = skipStop(at)
      guard stopped > at || isMark(at, 0x2C) || kind(at) == .month || isAfterPreposition(index) else { return nil }
      at = stopped
    }
    let next = isMark(at, 0x2C) ? at + 1 : at
    // "Saturday (November 15, 2031)"
    if isMark(next, 0x28), kind(next + 1) == .month || dayNumber(next + 1) != nil && kind(next + 2) == .month,
      let reading = kind(next + 1) == .month ? month(at: next + 1) : dayMonth(at: next + 1),
      reading.value?.utf8.count == 10
    {
      return Reading(end: at, value: reading.value, confidence: 0.97)
    }
    if kind(next) == .month, let reading = month(at: next), dayNumber(skipStop(next + 1)) != nil {
      return Reading(end: reading.end, value: reading.value, confidence: 0.97)
    }
    if let numeral = numeral(next), numeral.isPlain, let reading = dayMonth(at: next) {
      return Reading(end: reading.end, value: reading.value, confidence: 0.97)
    }
    if entry.kind == .weekdayShort, kind(at - 1) != .weekdayShort, at == upper { at -= 1 }
    // "Saturday Evening Post" is a name, "on Saturday President Xi" is none.
    if shape(at).contains(.capitalised), kind(at) != .part, !isAfterPreposition(index), !isMark(at - 1, 0x2E),
      index > lower
    {
      return nil
    }
    if kind(at) == .part, shape(at).contains(.capitalised), shape(at + 1).contains(.capitalised) { return nil }
    let end = part(at: at)?.end ?? at
    if kind(end) == .shift, word(end).number != 0, kind(end + 1) == .none {  // "Monday last"
      return Reading(end: end + 1, value: anchor.weekday(entry.number, word(end).number < 0 ? .last : .next))
    }
    let isAhead = outlook(index, end) == .ahead
    return onPart(Reading(end: at, value: anchor.weekday(entry.number, isAhead ? .nearestFuture : .nearestPast)))
  }

  /// Whether the token is "to" between the ends of a range.
  func isTo(_ index: Int) -> Bool {
    index > lower && index < upper && tokens[index].length == 2 && kind(index) == .preposition
      && bytes[tokens[index].start] | 0x20 == 0x74
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

  /// "20th century", "1990s", "'90s", "5th of May", "7pm", "$5m".
  mutating func readDigitWord(at index: Int) -> Reading? {
    if let sum = lettered(at: index) { return sum }
    if let time = stoppedClock(at: index) { return time }
    guard let (number, suffix) = digitsAndLetters(index) else { return nil }
    if suffix.isOrdinal {
      return ordinal(number, end: index + 1) ?? (number <= 31 ? dayMonth(at: index) ?? bareDay(at: index, number) : nil)
    }
    if suffix.isPlural { return decade(at: index, number) }
    if let meridiem = suffix.meridiem, 1...12 ~= number, isGlued(index) == false || index == lower {
      return Reading(end: zoned(index + 1), type: .time, value: Self.time(number % 12 + meridiem, 0))
    }
    if let power = suffix.power { return money(glued: number, power: power, at: index) }
    return nil
  }

  /// "9.15am" in one word.
  private func stoppedClock(at index: Int) -> Reading? {
    let token = tokens[index]
    guard token.length >= 6, token.length <= 7, bytes[token.end - 1] | 0x20 == 0x6D else { return nil }
    let shift = bytes[token.end - 2] | 0x20 == 0x61 ? 0 : bytes[token.end - 2] | 0x20 == 0x70 ? 12 : -1
    let stop = token.end - 5
    guard shift >= 0, bytes[stop] == 0x2E, let hour = digits(token.start, stop), 1...12 ~= hour,
      let minute = digits(stop + 1, stop + 3), minute < 60
    else { return nil }
    return Reading(end: zoned(index + 1), type: .time, value: Self.time(hour % 12 + shift, minute))
  }

  private func digits(_ start: Int, _ end: Int) -> Int? {
    var value = 0
    for at in start..<end {
      guard 0x30...0x39 ~= bytes[at] else { return nil }
      value = value * 10 + Int(bytes[at] - 0x30)
    }
    return end > start ? value : nil
  }

  /// "1990s", "'90s", "the 90s"; not the age in "in his 80s".
  private func decade(at index: Int, _ number: Int) -> Reading? {
    guard number % 10 == 0, kind(index - 1) != .age else { return nil }
    if 1000...2190 ~= number { return Reading(end: index + 1, value: String(number / 10), confidence: 0.95) }
    let apostrophe = index > lower && isGlued(index) && shape(index - 1).contains(.closesQuote)
    guard 0...90 ~= number, tokens[index].length == 3, apostrophe || isAfterArticle(index) else { return nil }
    let century = number <= 20 ? 200 : 190
    return Reading(start: apostrophe ? index - 1 : nil, end: index + 1, value: String(century + number / 10))
  }
}
