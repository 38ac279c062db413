/// Parts of the day with their dates, days and seasons that come round again, and fiscal years.
extension QuantityScanner {
  /// TIMEX3's suffix for a part of the day as the word lists count them.
  private static func suffix(_ part: Int) -> String? {
    switch part {
    case 1: "TMO"
    case 3: "TAF"
    case 4: "TEV"
    case 5: "TNI"
    default: nil
    }
  }

  /// The part of the day that stands behind a date: "Friday morning", "Tuesday at dawn".
  func part(at index: Int) -> (end: Int, suffix: String)? {
    if kind(index) == .part, !shape(index + 1).contains(.capitalised) || !shape(index).contains(.capitalised) {
      return (index + 1, Self.suffix(word(index).number % 10) ?? "")
    }
    if kind(index) == .preposition, tokens[index].length == 2, kind(index + 1) == .part,
      11...19 ~= word(index + 1).number
    {
      return (index + 2, Self.suffix(word(index + 1).number % 10) ?? "")
    }
    guard let found = phrase(index), found.kind == .part, found.number > 0 else { return nil }
    return (found.end, Self.suffix(found.number) ?? "")
  }

  /// The date with the part of the day behind it.
  func onPart(_ reading: Reading) -> Reading {
    guard let part = part(at: reading.end), let value = reading.value else { return reading }
    var reading = reading
    reading.end = part.end
    reading.value = value + part.suffix
    return reading
  }

  /// An offset of days with a part of the day in the tens: "tonight", 昨晚.
  func day(coded number: Int, end: Int) -> Reading {
    let part = (number + 5) / 10
    let value = anchor.period(.day, offset: number - 10 * part)
    guard let suffix = Self.suffix(part) else { return onPart(Reading(end: end, value: value)) }
    return Reading(end: end, value: value + suffix)
  }

  /// The suffix of a part of the day at the token.
  func suffix(at index: Int) -> String { Self.suffix(word(index).number % 10) ?? "" }

  /// "the evening of May 5"; "by noon" is a time.
  mutating func partFirst(at index: Int) -> Reading? {
    let number = word(index).number
    if number >= 20 {
      guard isAfterPreposition(index), kind(index - 1) != .article, shape(index).isDisjoint(with: .capitalised) else {
        return nil
      }
      return Reading(end: index + 1, type: .time, value: number == 20 ? "T12:00" : "T00:00", confidence: 0.8)
    }
    guard kind(index + 1) == .preposition, word(index + 1).number == 4, kind(index - 1) == .article else { return nil }
    let at = index + 2
    var reading: Reading?
    if kind(at) == .month { reading = month(at: at) }
    if kind(at) == .weekday { reading = weekday(at: at) }
    if dayNumber(at) != nil { reading = dayMonth(at: at) }
    guard var reading, let value = reading.value, value.utf8.count == 10 else { return nil }
    reading.start = index
    reading.value = value + suffix(at: index)
    return reading
  }

  /// "each Friday", "every spring", "each July".
  mutating func repeated(at index: Int) -> Reading? {
    let next = word(index + 1)
    guard !shape(index + 2).contains(.possessive), kind(index + 2) != .none || isEnd(index + 2) || next.kind == .month
    else { return nil }
    // "every Friday" is a habit rather than a day.
    guard tokens[index].length == 4 || next.kind == .month else { return nil }
    switch next.kind {
    case .weekday where shape(index + 1).contains(.capitalised):
      return onPart(Reading(start: index + 1, end: index + 2, value: UnknownDate.weekday(next.number), confidence: 0.7))
    case .season:
      let suffix = ["-SP", "-SU", "-FA", "-WI"][(next.number - 1) & 3]
      return Reading(start: index + 1, end: index + 2, value: UnknownDate.year + suffix, confidence: 0.7)
    case .month:
      guard var reading = month(at: index + 1) else { return nil }
      reading.start = index + 1
      return reading
    default: return nil
    }
  }

  private func isEnd(_ index: Int) -> Bool { index >= upper || shape(index).contains(.mark) }

  /// "fiscal 2029", "fiscal year 2029".
  mutating func fiscalYear(at index: Int) -> Reading? {
    let isYear = kind(index + 1) == .unit && word(index + 1).number == CalendarUnit.year.rawValue
    let at = isYear ? index + 2 : index + 1
    guard let year = yearNumber(at) else { return nil }
    return Reading(end: at + 1, value: CalendarDate(year: year).description)
  }

  /// Years of three digits, and the short second year of two: "(c. 314 – 368)", "(837–908)", "1894 – 96".
  func oldYear(at index: Int) -> Reading? {
    guard isEnd(index + 1), !isMark(index + 1, 0x25) else { return nil }
    if let short = plain(index, 2...2) {
      guard isRange(index - 1), !isGlued(index), let first = yearNumber(index - 2), short > first % 100 else {
        return nil
      }
      return Reading(end: index + 1, value: String(first / 100 * 100 + short), confidence: 0.7)
    }
    guard let year = plain(index, 3...3), year >= 100 else { return nil }
    let isSecond =
      isRange(index - 1) && (plain(index - 2, 3...3) ?? year) < year
      && (isAbout(index - 2) || isMark(index - 3, 0x28) && isMark(index + 1, 0x29))
    let isFirst =
      isRange(index + 1) && isMark(index - 1, 0x28) && (plain(index + 2, 3...4) ?? 0) > year && isMark(index + 3, 0x29)
    guard isAbout(index) || isFirst || isSecond else { return nil }
    return Reading(end: index + 1, value: CalendarDate.padded(year, to: 4), confidence: 0.7)
  }

  /// Whether "c." or "circa" stands before.
  func isAbout(_ index: Int) -> Bool {
    let before = isMark(index - 1, 0x2E) && isGlued(index - 1) ? index - 2 : index - 1
    guard before >= lower, bytes[tokens[before].start] | 0x20 == 0x63 else { return false }
    let length = Int(tokens[before].length)
    return length == 1 && before < index - 1 || length == 2 && bytes[tokens[before].start + 1] == 0x2E
      || length == 5 && kind(before) == .preposition
  }

  /// A day of the month alone, of a month that the text has told: "from the 15th".
  func bareDay(at index: Int, _ day: Int) -> Reading? {
    guard kind(index - 1) == .article, kind(index - 2) == .preposition, word(index - 2).number != 4, isEnd(index + 1),
      !isMark(index + 1, 0x2D), let known = anchor.lastDay ?? anchor.date, let month = known.month,
      1...CalendarDate.days(inMonth: month, of: known.year) ~= day
    else { return nil }
    let date = CalendarDate(year: known.year, month: month, day: day)
    return Reading(end: index + 1, value: date.description, confidence: 0.6)
  }
}
