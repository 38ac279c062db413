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
    if let reference = anchor.reference, let year = reference.year, let own = anchor.date?.year, year < own {
      // What lies long back is a story of its own, where "until June" looks back as well.
      let isOld = own - year >= 10
      guard sentence - anchor.referenceSentence <= Self.story,
        outlook(index, end, verbs: isOld) != .ahead
      else { return anchor.year(ofMonth: month, outlook(index, end)) }
      // "December 2030: …; January: …": a story goes on.
      if let told = reference.month, month < told, isBefore(year + 1, month) { return year + 1 }
      return year
    }
    return anchor.year(ofMonth: month, outlook(index, end))
  }

  /// For how many sentences a story stays in the year that was told.
  private static let story = 2

  private func isBefore(_ year: Int, _ month: Int) -> Bool {
    guard let date = anchor.date, let own = date.year else { return false }
    return year < own || year == own && month <= date.month ?? 0
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
}
