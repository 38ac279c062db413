/// The TIMEX3 forms of dates that the document does not tell.
enum UnknownDate {
  static let year = "XXXX"
  static let month = year + "-XX"
  static let day = month + "-XX"
  static let week = year + "-WXX"

  /// A day of the week, Monday is 1.
  static func weekday(_ day: Int) -> String { week + "-\(day)" }

  /// A day of an unknown month.
  static func day(_ day: Int) -> String { month + "-" + CalendarDate.padded(day, to: 2) }
}
