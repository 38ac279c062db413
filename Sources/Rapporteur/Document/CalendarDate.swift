/// A day, month or year of the Gregorian calendar, as ISO 8601 counts it; parts may be unknown.
///
/// The arithmetic is that of H. Hinnant's "chrono-compatible low-level date algorithms": no tables, no time zones.
public struct CalendarDate: Sendable, Hashable {
  /// `nil` where the text does not tell it ("Nov. 1").
  public var year: Int?
  /// 1 to 12, `nil` for a whole year.
  public var month: Int?
  /// From 1, `nil` for a whole month.
  public var day: Int?

  public init(year: Int?, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date that the text starts with: "2025-11-01T08:00", "2025-11", "2025", "XXXX-11-01".
  ///
  /// `nil` where there is no such date in the calendar.
  public init?(iso text: String) {
    let bytes = Array(text.utf8.prefix(10))
    var at = 0
    // The next field's number, an inner `nil` for X; an outer `nil` where it is no field.
    func field(_ width: Int) -> Int?? {
      guard at + width <= bytes.count else { return .none }
      if at > 0 && bytes[at - 1] != 0x2D { return .none }
      var value = 0
      for byte in bytes[at..<at + width] {
        if byte == 0x58 { return .some(nil) }
        guard 0x30...0x39 ~= byte else { return .none }
        value = value * 10 + Int(byte - 0x30)
      }
      return .some(value)
    }
    guard let year = field(4) else { return nil }
    at = 5
    guard let month = field(2).flatMap({ $0 }) else {
      guard year != nil, bytes.count == 4 else { return nil }
      self.init(year: year)
      return
    }
    at = 8
    let day = field(2).flatMap { $0 }
    guard 1...12 ~= month, 1...Self.days(inMonth: month, of: year) ~= day ?? 1 else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day with this number; day 0 is 1 January 1970.
  public init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days since 1 January 1970; `nil` unless year, month and day are all known.
  public var dayNumber: Int? {
    guard let year, let month, let day else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 1 for Monday to 7 for Sunday; `nil` unless the whole date is known.
  public var weekday: Int? { dayNumber.map { (($0 + 3) % 7 + 7) % 7 + 1 } }

  /// The ISO week and the year it belongs to; `nil` unless the whole date is known.
  public var week: (year: Int, week: Int)? {
    guard let dayNumber, let weekday else { return nil }
    // The week belongs to the year its Thursday falls in.
    let thursday = dayNumber + 4 - weekday
    guard let year = CalendarDate(dayNumber: thursday).year,
      let first = CalendarDate(year: year, month: 1, day: 1).dayNumber
    else { return nil }
    return (year, (thursday - first) / 7 + 1)
  }

  /// The date some days later, or itself unless the whole date is known.
  public func adding(days: Int) -> CalendarDate {
    dayNumber.map { CalendarDate(dayNumber: $0 + days) } ?? self
  }

  /// The month some months later, without a day; an unknown year stays unknown.
  public func adding(months: Int) -> CalendarDate {
    guard let month else { return self }
    let all = (year ?? 0) * 12 + month - 1 + months
    let years = all >= 0 ? all / 12 : (all - 11) / 12
    return CalendarDate(year: year == nil ? nil : years, month: all - years * 12 + 1)
  }

  /// The number of days in a month; February has 29 where the year is unknown.
  public static func days(inMonth month: Int, of year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true ? 29 : 28
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601, as far as the parts are known: "2025-11-01", "2025-11", "2025", "XXXX-11-01".
  public var description: String {
    var text = year.map { Self.padded($0, to: 4) } ?? "XXXX"
    guard let month else { return text }
    text += "-" + Self.padded(month, to: 2)
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  /// A number with leading zeros.
  public static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
