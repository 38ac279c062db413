/// The day that relative dates count from, and the last date the text told in full.
struct DateAnchor: Sendable {
  /// The document's date; the year may be unknown, `nil` where the document tells no date at all.
  var date: CalendarDate?

  /// The last date with a year, for "that year" and "two years later".
  var reference: CalendarDate?

  /// The sentence that told it.
  var referenceSentence = 0

  /// The day that was named last, for "the same day" and "the next night".
  var lastDay: CalendarDate?

  init(date: CalendarDate? = nil) { self.date = date }

  /// The document's date: a dateline's outranks the published date, which lends it a missing year.
  ///
  /// Where neither tells the year, the full dates do that the page shows.
  init(of document: Document) {
    let published = (document.metadata.published ?? document.inputDate).flatMap { CalendarDate(iso: $0) }
    guard var line = document.metadata.dateline?.date.flatMap({ CalendarDate(iso: $0) }) else {
      date = published ?? ShownDates(document).first
      return
    }
    if line.year == nil, let month = line.month {
      if let year = published?.year {
        // A report of December 31 may be published in January; none is published half a year before its date.
        line.year = month > (published?.month ?? 12) + 6 ? year - 1 : year
      } else {
        line.year = ShownDates(document).year(of: line)
      }
    }
    date = line
  }

  /// A period some units away from the document's date, TIMEX3.
  func period(_ unit: CalendarUnit, offset: Int) -> String {
    let vague = offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF"
    let unknown = unit.unknown ?? vague
    guard let date else { return unknown }
    switch unit {
    case .day:
      guard date.day != nil else { return unknown }
      return day(offset).description
    case .week, .weekend, .fortnight:
      guard let week = date.adding(days: 7 * offset * (unit == .fortnight ? 2 : 1)).week else {
        return unknown
      }
      let text = CalendarDate.padded(week.year, to: 4) + "-W" + CalendarDate.padded(week.week, to: 2)
      return unit == .weekend ? text + "-WE" : text
    case .month:
      guard date.month != nil else { return unknown }
      return date.adding(months: offset).description
    case .quarter:
      guard let month = date.month, let year = date.year else { return unknown }
      let quarter = year * 4 + (month - 1) / 3 + offset
      return "\(quarter / 4)-Q\(quarter % 4 + 1)"
    case .half:
      guard let month = date.month, let year = date.year else { return unknown }
      let half = year * 2 + (month - 1) / 6 + offset
      return "\(half / 2)-H\(half % 2 + 1)"
    case .year: return date.year.map { CalendarDate(year: $0 + offset).description } ?? unknown
    case .decade: return date.year.map { CalendarDate.padded($0 / 10 + offset, to: 3) } ?? vague
    case .century: return date.year.map { CalendarDate.padded($0 / 100 + offset, to: 2) } ?? vague
    case .millennium: return date.year.map { String($0 / 1000 + offset) } ?? vague
    }
  }

  /// What lies some units before (negative) or after a date, as precise as the unit.
  static func moved(_ start: CalendarDate?, by count: Int, _ unit: CalendarUnit) -> String {
    let vague = count < 0 ? "PAST_REF" : "FUTURE_REF"
    guard let start else { return vague }
    switch unit {
    case .day, .week, .fortnight, .weekend:
      guard start.day != nil else { return vague }
      if unit == .day { return start.adding(days: count).description }
      return DateAnchor(date: start).period(.week, offset: unit == .fortnight ? 2 * count : count)
    case .month: return start.month == nil ? vague : start.adding(months: count).description
    case .quarter: return start.month == nil ? vague : start.adding(months: 3 * count).description
    case .half: return start.month == nil ? vague : start.adding(months: 6 * count).description
    case .year: return DateAnchor(date: start).period(.year, offset: count)
    case .decade: return DateAnchor(date: start).period(.year, offset: 10 * count)
    case .century: return DateAnchor(date: start).period(.year, offset: 100 * count)
    case .millennium: return DateAnchor(date: start).period(.year, offset: 1000 * count)
    }
  }

  /// The document's day, some days on. Without a year only the day itself can be told.
  func day(_ offset: Int) -> CalendarDate {
    guard let date else { return CalendarDate(year: nil) }
    if date.dayNumber == nil, offset != 0, let day = date.day, let month = date.month {
      // A leap year's calendar: wrong by one day once in four years, at the end of February.
      var moved = CalendarDate(year: 2000, month: month, day: day).adding(days: offset)
      moved.year = nil
      return moved
    }
    return date.adding(days: offset)
  }

  /// The day of the week nearest to the document's date; a document without a year means its own day.
  func weekday(_ weekday: Int, _ which: Direction) -> String {
    guard let date, date.day != nil else { return UnknownDate.weekday(weekday) }
    guard let own = date.weekday else { return which == .nearestPast ? date.description : UnknownDate.weekday(weekday) }
    let offset =
      switch which {
      case .nearestPast: -((own - weekday + 7) % 7)
      case .nearestFuture: (weekday - own + 7) % 7
      case .last: -((own - weekday + 6) % 7 + 1)
      case .next: weekday > own ? weekday - own : weekday - own + 7
      case .thisWeek: weekday - own
      case .lastWeek: weekday - own - 7
      case .nextWeek: weekday - own + 7
      }
    return date.adding(days: offset).description
  }

  /// Which of the days with one name is meant.
  enum Direction {
    case nearestPast, nearestFuture, last, next, thisWeek, lastWeek, nextWeek
  }

  /// The year of a month that is told without one.
  ///
  /// Writers leave the year out when it is the document's own; around New Year it is the nearer one. A sentence that
  /// looks ahead or back means the next or the last month of the name.
  func year(ofMonth month: Int, _ outlook: Outlook) -> Int? {
    guard let date, let year = date.year else { return nil }
    guard let own = date.month else { return year }
    switch outlook {
    case .ahead: return month < own ? year + 1 : year
    case .back: return month > own ? year - 1 : year
    case .open: return month - own >= 7 ? year - 1 : year
    }
  }

  /// Where a sentence looks at the place of a date.
  enum Outlook {
    case ahead, back, open
  }
}
