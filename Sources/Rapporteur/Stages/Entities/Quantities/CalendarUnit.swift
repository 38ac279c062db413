/// A length of calendar time. The raw values are those of the word list.
enum CalendarUnit: Int, Sendable {
  case day = 1
  case week, month, quarter, year, decade, century, fortnight, weekend, half, millennium

  /// The TIMEX3 value of one that is not known, where there is a form for that.
  var unknown: String? {
    switch self {
    case .day: UnknownDate.day
    case .week, .fortnight: UnknownDate.week
    case .weekend: UnknownDate.week + "-WE"
    case .month: UnknownDate.month
    case .quarter: UnknownDate.year + "-QX"
    case .half: UnknownDate.year + "-HX"
    case .year: UnknownDate.year
    case .decade, .century, .millennium: nil
    }
  }

  /// So many of it, as an ISO 8601 duration; `nil` stands for an unknown number.
  func duration(_ count: Int?, half: Bool = false) -> String {
    let factor: Int
    let letter: String
    switch self {
    case .day: (factor, letter) = (1, "D")
    case .week: (factor, letter) = (1, "W")
    case .weekend: (factor, letter) = (1, "WE")
    case .fortnight: (factor, letter) = (2, "W")
    case .month: (factor, letter) = (1, "M")
    case .quarter: (factor, letter) = (3, "M")
    case .half: (factor, letter) = (6, "M")
    case .year: (factor, letter) = (1, "Y")
    case .decade: (factor, letter) = (10, "Y")
    case .century: (factor, letter) = (100, "Y")
    case .millennium: (factor, letter) = (1000, "Y")
    }
    guard let count else { return "PX" + letter }
    guard half else { return "P\(count * factor)" + letter }
    return factor % 2 == 0 ? "P\(count * factor + factor / 2)" + letter : "P\(count * factor).5" + letter
  }
}
