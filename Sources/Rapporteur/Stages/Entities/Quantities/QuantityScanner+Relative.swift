/// Dates that count from the document's date: "today", "last week", "earlier this year", "the first half of 2025".
extension QuantityScanner {
  /// "today", "yesterday morning", "tomorrow night".
  func relativeDay(at index: Int) -> Reading? {
    // "USA Today"
    if shape(index).contains(.capitalised), shape(index - 1).contains(.capitalised), kind(index - 1) == .none {
      return nil
    }
    return day(coded: word(index).number, end: index + 1)
  }

  /// "last week", "this year", "next five years", "recent years", "last August", "this morning".
  func shifted(at index: Int) -> Reading? {
    let entry = word(index)
    let at = index + 1
    let next = word(at)
    let isRecent = entry.kind == .recent
    if !isRecent {
      switch next.kind {
      case .month where shape(at).contains(.capitalised): return shiftedMonth(at: index, entry.number)
      case .weekday, .weekdayShort:
        guard next.kind == .weekday || shape(at).contains(.capitalised) else { return nil }
        let which: DateAnchor.Direction = entry.number < 0 ? .last : entry.number > 0 ? .next : .thisWeek
        return onPart(Reading(end: at + 1, value: anchor.weekday(next.number, which)))
      case .part:
        guard isSingular(at), next.number < 20 else { return nil }
        guard entry.number <= 0 else {
          // "the next night" of a story
          guard let day = anchor.lastDay else { return nil }
          return Reading(end: at + 1, value: day.adding(days: 1).description + suffix(at: at), confidence: 0.8)
        }
        return Reading(end: at + 1, value: anchor.period(.day, offset: entry.number) + suffix(at: at))
      case .season: return Reading(end: at + 1, value: season(next.number, offset: entry.number, at: index))
      default: break
      }
    }
    if next.kind == .unit {
      guard let unit = CalendarUnit(rawValue: next.number), unit != .half else { return nil }
      if !isSingular(at) {
        // "the last days of Rome"
        let isEnd = entry.number < 0 && letters(index) == 4 && bytes[tokens[index].start] | 0x20 == 0x6C
        guard entry.number != 0, !(isEnd && kind(at + 1) == .preposition && word(at + 1).number == 4) else {
          return nil
        }
        return Reading(end: at + 1, value: entry.number < 0 ? "PAST_REF" : "FUTURE_REF")
      }
      if isRecent || unit == .day && (entry.number < 0 || isTo(index - 1)) || isMark(at + 1, 0x2D) && isGlued(at + 1) {
        return nil
      }
      return Reading(end: at + 1, value: shiftedPeriod(index, unit, entry.number))
    }
    // "the past few months", "the next five years"
    guard entry.number != 0, let length = length(at: at), !isMark(length.end, 0x2D) else { return nil }
    return Reading(end: length.end, value: length.unit.duration(length.count, half: length.isHalf), confidence: 0.95)
  }

  private func shiftedPeriod(_ index: Int, _ unit: CalendarUnit, _ offset: Int) -> String {
    // "the next day" of a story
    if unit == .day, offset > 0, let day = anchor.lastDay { return day.adding(days: offset).description }
    return switch letters(index) {
    case 9 where offset > 0, 8 where offset < 0, 9 where offset < 0:  // following; previous, preceding
      DateAnchor.moved(anchor.reference ?? anchor.date, by: offset, unit)
    case 4 where offset < 0 && bytes[tokens[index].start] | 0x20 == 0x70, 6 where offset > 0:  // past, coming
      unit.duration(1)
    default: anchor.period(unit, offset: offset)
    }
  }

  private func letters(_ index: Int) -> Int { Int(tokens[index].length) }

  private func isSingular(_ index: Int) -> Bool {
    let last = bytes[tokens[index].end - 1] | 0x20
    return last != 0x73 && !(last == 0x61 && word(index).number == CalendarUnit.millennium.rawValue)
  }

  /// "last August", "next March", "this May".
  private func shiftedMonth(at index: Int, _ offset: Int) -> Reading {
    let month = word(index + 1).number
    var year = anchor.date?.year
    if let known = year, let own = anchor.date?.month {
      if offset < 0 && month >= own { year = known - 1 }
      if offset > 0 && month <= own { year = known + 1 }
    }
    return Reading(end: index + 2, value: CalendarDate(year: year, month: month).description)
  }

  /// "earlier this week", "later this year", "early next month".
  func shiftedBehind(at index: Int) -> Reading? {
    guard kind(index + 1) == .shift, var reading = shifted(at: index + 1) else { return nil }
    reading.start = index
    return reading
  }

  /// "early 2026", "mid-1990s", "late September", "early next year", "late Friday".
  mutating func phase(at index: Int) -> Reading? {
    var at = index + 1
    if isMark(at, 0x2D), isGlued(at), isGlued(at + 1) { at += 1 }
    var reading: Reading?
    switch kind(at) {
    case .month: reading = month(at: at)
    case .weekday: reading = weekday(at: at)
    case .shift: reading = shifted(at: at)
    case .season: reading = season(at: at)
    case .ordinal: reading = ordinal(word(at).number, end: at + 1)
    default:
      if let numeral = numeral(at) {
        reading = year(at: at, numeral)
      } else if shape(at).contains(.hasDigit) {
        reading = readDigitWord(at: at)
      }
    }
    guard reading?.type == .date else { return nil }
    reading?.start = index
    return reading
  }

  /// "the end of the month", "the middle of this week"; before a date that stands for itself the date alone counts.
  mutating func edge(at index: Int) -> Reading? {
    guard kind(index + 1) == .preposition, word(index + 1).number == 4 else { return nil }
    if word(index).number == 3, let reading = edged(at: index + 2) {
      return Reading(start: index, end: reading.end, value: reading.value, confidence: reading.confidence)
    }
    guard kind(index + 2) == .article,
      let unit = CalendarUnit(rawValue: word(index + 3).number), kind(index + 3) == .unit, isSingular(index + 3)
    else { return nil }
    switch unit {
    case .week, .month, .year, .decade, .century:
      return Reading(end: index + 4, value: anchor.period(unit, offset: 0), confidence: 0.8)
    default: return nil
    }
  }

  /// What "the end of" may stand before: "next year", "April".
  private mutating func edged(at index: Int) -> Reading? {
    let reading: Reading? =
      switch kind(index) {
      case .shift: shifted(at: index)
      case .month: month(at: index)
      default: nil
      }
    guard let reading, !shape(reading.end).contains(.possessive) else { return nil }
    // Not of a length, and not of a day.
    guard let value = reading.value, !value.hasPrefix("P"), value.utf8.count < 10 else { return nil }
    return reading
  }

  /// "the new year".
  func newYear(at index: Int) -> Reading? {
    guard kind(index + 1) == .unit, word(index + 1).number == CalendarUnit.year.rawValue, isSingular(index + 1),
      !shape(index + 2).contains(.possessive), kind(index - 1) != .indefinite, kind(index - 1) != .every,
      !(shape(index).contains(.capitalised) && shape(index - 1).contains(.capitalised))
    else { return nil }
    guard let date = anchor.date, let year = date.year else { return Reading(end: index + 2, value: "FUTURE_REF") }
    // Up to the autumn it is the one that has begun.
    return Reading(end: index + 2, value: CalendarDate(year: (date.month ?? 1) >= 10 ? year + 1 : year).description)
  }

  /// "that year", "the same month".
  func sameAgain(at index: Int) -> Reading? {
    var at = index + 1
    if kind(at) == .that { at += 1 }
    guard kind(at) == .unit, isSingular(at), let unit = CalendarUnit(rawValue: word(at).number) else { return nil }
    switch unit {
    case .year, .month: break
    case .day, .week:
      // "that week", "the same day"
      guard unit == .week || letters(index) == 4 && bytes[tokens[index].start] | 0x20 == 0x73, let day = anchor.lastDay
      else { return nil }
      return Reading(end: at + 1, value: DateAnchor(date: day).period(unit, offset: 0), confidence: 0.7)
    default: return nil
    }
    guard let reference = anchor.reference else { return nil }
    return Reading(end: at + 1, value: DateAnchor(date: reference).period(unit, offset: 0), confidence: 0.8)
  }

  /// "summer", "fall 2004", "the summer of 2010".
  mutating func season(at index: Int) -> Reading? {
    let season = word(index).number
    var at = index + 1
    if kind(at) == .preposition, word(at).number == 4 { at += 1 }
    if kind(at) == .article { return nil }
    if let year = yearNumber(at) {
      told(CalendarDate(year: year))
      return Reading(end: at + 1, value: Self.season(season, of: year), confidence: 0.95)
    }
    if at > index + 1, kind(at) == .shift, let reading = shifted(at: at) {
      return Reading(end: reading.end, value: reading.value)
    }
    // "fall" and "spring" are verbs and other things, and a season before a noun only describes it.
    guard isAfterPreposition(index) || kind(index - 1) == .phase,
      kind(index + 1) != .none || index + 1 >= upper || isMarkAny(index + 1),
      kind(index - 1) == .article || season == 2 || season == 4 || season == 3 && letters(index) == 6
    else { return nil }
    return Reading(end: index + 1, value: self.season(season, offset: 0, at: index), confidence: 0.7)
  }

  private func isMarkAny(_ index: Int) -> Bool { shape(index).contains(.mark) }

  private func season(_ season: Int, offset: Int, at index: Int) -> String {
    guard let date = anchor.date, let year = date.year else { return Self.season(season, of: nil) }
    let now = ((date.month ?? 6) % 12) / 3 + 1  // 1 is winter
    let asked = season % 4 + 1
    if offset == 0, asked < now, outlook(index, index + 1) == .ahead { return Self.season(season, of: year + 1) }
    if offset < 0 { return Self.season(season, of: asked < now ? year : year - 1) }
    if offset > 0 { return Self.season(season, of: asked > now ? year : year + 1) }
    return Self.season(season, of: year)
  }

  private static func season(_ season: Int, of year: Int?) -> String {
    let text = year.map { CalendarDate.padded($0, to: 4) } ?? UnknownDate.year
    return switch season {
    case 1: text + "-SP"
    case 2: text + "-SU"
    case 3: text + "-FA"
    default: text + "-WI"
    }
  }

  /// "first half of 2021", "third quarter", "19th century", "19th and 20th centuries".
  mutating func ordinal(_ number: Int, end: Int) -> Reading? {
    var at = end
    if isMark(at, 0x2D), isGlued(at), isGlued(at + 1) { at += 1 }
    guard kind(at) == .unit, let unit = CalendarUnit(rawValue: word(at).number) else {
      return centuries(number, at: end)
    }
    switch unit {
    case .century:
      guard 1...21 ~= number else { return nil }
      let value = CalendarDate.padded(number - 1, to: 2)
      if kind(at + 1) == .era {
        return Reading(end: at + 2, value: (word(at + 1).number < 0 ? "BC" : "") + value, confidence: 0.95)
      }
      return Reading(end: at + 1, value: value, confidence: 0.95)
    case .half where number <= 2: return partOfYear("-H\(number)", at: at + 1)
    case .quarter where number <= 4: return partOfYear("-Q\(number)", at: at + 1)
    default: return nil
    }
  }

  /// The first of several centuries: "19th and early 20th centuries".
  private func centuries(_ number: Int, at index: Int) -> Reading? {
    guard 1...21 ~= number, kind(index) == .and || isTo(index) || isRange(index) else { return nil }
    var at = index + 1
    if kind(at) == .phase { at += 1 }
    var last = 0
    if let (digits, suffix) = digitsAndLetters(at), suffix.isOrdinal {
      last = digits
    } else if kind(at) == .ordinal {
      last = word(at).number
    }
    guard last > number, last <= 21, kind(at + 1) == .unit, word(at + 1).number == CalendarUnit.century.rawValue else {
      return nil
    }
    let value = CalendarDate.padded(number - 1, to: 2) + "/" + CalendarDate.padded(last - 1, to: 2)
    return Reading(end: at + 2, value: value, confidence: 0.9)
  }

  /// The year of a half or quarter: "of 2021", "of this year", "of the year", or right behind it.
  private mutating func partOfYear(_ suffix: String, at index: Int) -> Reading? {
    var at = index
    let linked = kind(at) == .preposition && (word(at).number == 4 || tokens[at].length == 2)
    if linked { at += 1 }
    if let year = yearNumber(at) {
      told(CalendarDate(year: year))
      return Reading(end: at + 1, value: CalendarDate(year: year).description + suffix, confidence: 0.95)
    }
    if !linked, suffix.utf8.dropFirst().first == 0x51, kind(at) == .none || isMarkAny(at), let date = anchor.date,
      let year = date.year, let month = date.month
    {
      // "in the third quarter"
      let asked = suffix.utf8.last.map { Int($0) - 0x30 } ?? 0
      let isPast = asked > (month + 2) / 3 && outlook(at - 2, at) != .ahead
      return Reading(end: at, value: CalendarDate(year: isPast ? year - 1 : year).description + suffix, confidence: 0.6)
    }
    guard linked else { return nil }
    let offset: Int
    if kind(at) == .shift {
      offset = word(at).number
    } else if kind(at) == .article {
      offset = 0
    } else {
      return nil
    }
    guard kind(at + 1) == .unit, word(at + 1).number == CalendarUnit.year.rawValue, isSingular(at + 1) else {
      return nil
    }
    guard let year = anchor.date?.year else { return Reading(end: at + 2, value: UnknownDate.year + suffix) }
    return Reading(end: at + 2, value: CalendarDate(year: year + offset).description + suffix, confidence: 0.95)
  }
}
