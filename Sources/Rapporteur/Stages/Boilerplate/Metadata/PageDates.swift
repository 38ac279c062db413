extension CalendarDate {
  /// A day that a page may be from; `nil` for one that the calendar does not have.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    guard 1850...2199 ~= year, 1...12 ~= month, 1...days(inMonth: month, of: year) ~= day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
