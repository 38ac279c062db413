/// Dates in Chinese, Korean and Japanese: "2021年4月3日", "12月14日", "上周五", "2025년 11월 1일".
extension QuantityScanner {
  /// The reading at a Han, kana or Hangul character.
  mutating func readEastAsian(at index: Int) -> Reading? {
    if shape(index).contains(.hangul), isGlued(index), shape(index - 1).contains(.hangul) { return nil }
    if let reading = bracketedDay(at: index) ?? readPhrase(at: index) { return reading }
    guard kind(index) == .hanDigit || kind(index) == .hanPower, let number = hanNumber(at: index) else { return nil }
    // 三亿港元
    if let magnitude = magnitude(number.end, short: false), let (code, last) = currencyBehind(magnitude.end) {
      let amount = String(number.value) + String(repeating: "0", count: magnitude.power)
      return Reading(end: last, type: .money, value: amount + " " + code.code)
    }
    if !isGlued(index) || !shape(index - 1).contains(.number) {
      return eastDate(number.value, digits: number.digits, isHan: true, end: number.end)
    }
    return nil
  }

  /// A number in digits before a character that says what it counts.
  mutating func eastNumber(at index: Int, _ numeral: Numeral) -> Reading? {
    guard numeral.isPlain else { return nil }
    return eastDate(numeral.groups[0], digits: numeral.digits[0], isHan: false, end: index + 1)
  }

  private mutating func eastDate(_ value: Int, digits: Int, isHan: Bool, end: Int) -> Reading? {
    let mark = kind(end)
    switch mark {
    case .eastYear:
      if digits == 4 && 1000...2199 ~= value { return eastYear(value, end: end + 1) }
      if let phrase = phrase(end) {
        if phrase.kind == .decadeMark { return decade(value, digits: digits, end: phrase.end) }
        if phrase.kind == .unit { return eastLength(value, .year, end: phrase.end) }
      }
      return eastLength(value, .year, end: end + 1)
    case .eastMonth: return 1...12 ~= value ? eastMonth(value, year: nil, end: end + 1) : nil
    case .eastDay: return isHan ? nil : eastDay(value, end: end)
    case .eastHour: return isHan ? nil : eastTime(value, end: end)
    default:
      guard let phrase = phrase(end) else { return nil }
      switch phrase.kind {
      case .centuryMark where 1...21 ~= value:
        if let number = shortNumber(phrase.end), let inner = self.phrase(number.end), inner.kind == .decadeMark {
          return Reading(end: inner.end, value: String((value - 1) * 10 + number.value / 10))
        }
        return Reading(end: phrase.end, value: CalendarDate.padded(value - 1, to: 2))
      case .decadeMark: return decade(value, digits: digits, end: phrase.end)
      case .unit:
        guard let unit = CalendarUnit(rawValue: phrase.number) else { return nil }
        return eastLength(value, unit, end: phrase.end)
      default: return nil
      }
    }
  }

  private func decade(_ value: Int, digits: Int, end: Int) -> Reading? {
    guard value % 10 == 0, digits == 4 || 10...90 ~= value else { return nil }
    return Reading(end: end, value: String(digits == 4 ? value / 10 : 190 + value / 10))
  }

  /// Behind "2021年": month and day, a quarter, a half, or nothing.
  private mutating func eastYear(_ year: Int, end: Int) -> Reading {
    if let number = shortNumber(end), kind(number.end) == .eastMonth, 1...12 ~= number.value {
      return eastMonth(number.value, year: year, end: number.end + 1)
    }
    told(CalendarDate(year: year))
    let text = CalendarDate(year: year).description
    if let phrase = phrase(end) {
      if phrase.kind == .half { return Reading(end: phrase.end, value: text + "-H\(phrase.number)") }
      if phrase.kind == .quarterNumber { return Reading(end: phrase.end, value: text + "-Q\(phrase.number)") }
    }
    // 年底: the phrase begins with the year's own mark.
    if let phrase = phrase(end - 1), phrase.kind == .edge { return Reading(end: phrase.end, value: text) }
    return Reading(end: end, value: text, confidence: 0.95)
  }

  private mutating func eastMonth(_ month: Int, year: Int?, end: Int) -> Reading {
    let known = year ?? anchor.year(ofMonth: month, .open)
    if let number = shortNumber(end), kind(number.end) == .eastDay,
      1...CalendarDate.days(inMonth: month, of: known) ~= number.value
    {
      let date = CalendarDate(year: known, month: month, day: number.value)
      told(date)
      return onPart(Reading(end: number.end + 1, value: date.description, confidence: 0.97))
    }
    let date = CalendarDate(year: known, month: month)
    if year != nil { told(date) }
    // 1月份
    let isSpelt = end < upper && isGlued(end) && UTF8Scan.scalar(bytes.span, at: tokens[end].start).value == 0x4EFD
    return Reading(end: isSpelt ? end + 1 : end, value: date.description)
  }

  /// A bare day, as news gives it: the last one with that number.
  private func eastDay(_ day: Int, end: Int) -> Reading? {
    guard 1...31 ~= day, bytes[tokens[end].start] != 0xE5 || isGlued(end), kind(end + 1) != .classifier,
      !startsDuration(end + 1)
    else { return nil }
    if anchor.date?.day == nil, let told = anchor.lastDay, let month = told.month {
      // 9月8日 stood before.
      let date = CalendarDate(year: told.year, month: month, day: day)
      return onPart(Reading(end: end + 1, value: date.description, confidence: 0.7))
    }
    guard let date = anchor.date, let today = date.day else {
      return onPart(Reading(end: end + 1, value: UnknownDate.day(day), confidence: 0.7))
    }
    let month = CalendarDate(year: date.year, month: date.month).adding(months: day > today + 7 ? -1 : 0)
    let value = CalendarDate(year: month.year, month: month.month, day: day).description
    return onPart(Reading(end: end + 1, value: value, confidence: 0.8))
  }

  /// 今（12）日
  private func bracketedDay(at index: Int) -> Reading? {
    let lead = UTF8Scan.scalar(bytes.span, at: tokens[index].start).value
    guard lead == 0x4ECA || lead == 0x6628 || lead == 0x660E, index + 4 < upper,
      shape(index + 1).contains(.mark), let day = plain(index + 2, 1...2), 1...31 ~= day,
      shape(index + 3).contains(.mark), kind(index + 4) == .eastDay
    else { return nil }
    let offset = lead == 0x4ECA ? 0 : lead == 0x6628 ? -1 : 1
    let value =
      anchor.date?.day == nil
      ? UnknownDate.day(day) : anchor.period(.day, offset: offset)
    return onPart(Reading(end: index + 5, value: value, confidence: 0.9))
  }

  /// Whether the character makes days of a date: 日间, 일간, 号楼.
  private func startsDuration(_ index: Int) -> Bool {
    guard isGlued(index), shape(index).contains(.word) else { return false }
    switch UTF8Scan.scalar(bytes.span, at: tokens[index].start).value {
    case 0x95F4, 0x9593, 0xAC04, 0x697C, 0x6A13, 0x7EBF, 0x6765, 0x672C, 0x6E38, 0xC9F8: return true
    default: return false
    }
  }

  /// "33年前", "建交33年来": counted from the document's date; a length alone is no date.
  private func eastLength(_ count: Int, _ unit: CalendarUnit, end: Int) -> Reading? {
    guard 0 < count, count < 10_000 else { return nil }
    switch kind(end) {
    case .eastAgo:
      return Reading(end: end + 1, value: DateAnchor.moved(anchor.date, by: -count, unit))
    case .eastLater:
      return Reading(end: end + 1, value: unit.duration(count))
    default: return nil
    }
  }

  /// "15时30分", "下午3点".
  private func eastTime(_ hour: Int, end: Int) -> Reading? {
    guard hour <= 24 else { return nil }
    let mark = UTF8Scan.scalar(bytes.span, at: tokens[end].start).value
    if let minute = plain(end + 1, 1...2), minute < 60, kind(end + 2) == .eastMinute {
      return Reading(end: end + 3, type: .time, value: Self.time(hour, minute))
    }
    // 点 counts points as well, and 시 begins other words.
    guard mark == 0x65F6 || mark == 0x6642 || mark == 0xC2DC && !shape(end + 1).contains(.hangul) else { return nil }
    return Reading(end: end + 1, type: .time, value: Self.time(hour, 0))
  }

  /// A number below a hundred, in digits or Han.
  private func shortNumber(_ index: Int) -> (value: Int, end: Int)? {
    if let value = plain(index, 1...2) { return (value, index + 1) }
    guard let number = hanNumber(at: index), number.value < 100 else { return nil }
    return (number.value, number.end)
  }

  /// A number in Han digits: 二〇二五, 十二, 三十一.
  private func hanNumber(at index: Int) -> (value: Int, digits: Int, end: Int)? {
    var at = index
    var value = 0
    var pending: Int?
    var digits = 0
    var powers = 0
    while digits + powers < 9 {
      if kind(at) == .hanDigit {
        if powers == 0, let first = pending {
          pending = first * 10 + word(at).number
        } else {
          pending = word(at).number
        }
        digits += 1
      } else if kind(at) == .hanPower {
        let power = word(at).number == 1 ? 10 : word(at).number == 2 ? 100 : 1000
        value += (pending ?? 1) * power
        pending = nil
        powers += 1
      } else {
        break
      }
      at += 1
    }
    guard at > index else { return nil }
    return (value + (pending ?? 0), powers == 0 ? digits : 0, at)
  }

  /// A phrase of the list, with what belongs to it.
  mutating func readPhrase(at index: Int) -> Reading? {
    guard let phrase = phrase(index) else { return nil }
    let end = phrase.end
    switch phrase.kind {
    case .day: return day(coded: phrase.number, end: end)
    case .weekend: return Reading(end: end, value: anchor.period(.weekend, offset: phrase.number))
    case .week: return Reading(end: end, value: anchor.period(.week, offset: phrase.number))
    case .month: return Reading(end: end, value: anchor.period(.month, offset: phrase.number))
    case .quarter: return Reading(end: end, value: anchor.period(.quarter, offset: phrase.number))
    case .century:
      if let number = shortNumber(end), let inner = self.phrase(number.end), inner.kind == .decadeMark {
        return Reading(end: inner.end, value: anchor.period(.century, offset: phrase.number) + "\(number.value / 10)")
      }
      return Reading(end: end, value: anchor.period(.century, offset: phrase.number))
    case .year:
      guard let date = anchor.date, let year = date.year else { return Reading(end: end, value: UnknownDate.year) }
      return eastYear(year + phrase.number, end: end)
    case .quarterNumber, .half:
      let suffix = (phrase.kind == .half ? "-H" : "-Q") + String(phrase.number)
      return Reading(end: end, value: anchor.period(.year, offset: 0) + suffix, confidence: 0.8)
    case .weekday: return onPart(Reading(end: end, value: anchor.weekday(phrase.number, .nearestPast)))
    case .weekdayLast: return onPart(Reading(end: end, value: anchor.weekday(phrase.number, .lastWeek)))
    case .weekdayThis: return onPart(Reading(end: end, value: anchor.weekday(phrase.number, .thisWeek)))
    case .weekdayNext: return onPart(Reading(end: end, value: anchor.weekday(phrase.number, .nextWeek)))
    case .reference:
      return Reading(end: end, value: phrase.number < 0 ? "PAST_REF" : phrase.number > 0 ? "FUTURE_REF" : "PRESENT_REF")
    case .span: return span(end: end)
    case .fixed: return fixedDay(phrase, at: index)
    case .centuryLength: return Reading(end: end, value: "P100Y", confidence: 0.7)
    case .season, .edge, .part, .unit, .decadeMark, .centuryMark, .currency: return nil
    }
  }

  /// "未来五年", "향후 5년".
  private func span(end: Int) -> Reading? {
    guard let number = shortNumber(end), number.value > 0 else { return nil }
    if let unit = phrase(number.end), unit.kind == .unit {
      return CalendarUnit(rawValue: unit.number).map { Reading(end: unit.end, value: $0.duration(number.value)) }
    }
    guard kind(number.end) == .eastYear else { return nil }
    return Reading(end: number.end + 1, value: CalendarUnit.year.duration(number.value))
  }

  /// A holiday with a day of its own.
  private func fixedDay(_ phrase: CalendarPhrases.Match, at index: Int) -> Reading? {
    if shape(index).isDisjoint(with: [.capitalised, .ideographic]) { return nil }
    // "Christmas trees", "Christmas Island"
    if shape(phrase.end).contains(.word), kind(phrase.end) == .none, !shape(phrase.end).contains(.possessive),
      shape(phrase.end).isDisjoint(with: [.ideographic, .hangul])
    {
      return nil
    }
    let month = phrase.number / 100
    let year = anchor.year(ofMonth: month, outlook(index, phrase.end))
    let date = CalendarDate(year: year, month: month, day: phrase.number % 100)
    return Reading(end: phrase.end, value: date.description, confidence: 0.8)
  }
}
