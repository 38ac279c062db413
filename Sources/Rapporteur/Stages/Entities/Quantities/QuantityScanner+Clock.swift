/// Clock times.
extension QuantityScanner {
  /// "2:57 pm", "8 p.m.", "14:00", "10:30 GMT", with its zone.
  func clock(at index: Int, _ numeral: Numeral) -> Reading? {
    guard var reading = clockTime(at: index, numeral) else { return nil }
    reading.end = zoned(reading.end)
    return reading
  }

  /// Behind the zone of a clock time: "EDT", "GMT+3".
  func zoned(_ index: Int) -> Int {
    guard kind(index) == .zone, shape(index).contains(.allCapitals) else { return index }
    if isMark(index + 1, 0x2B) || isMark(index + 1, 0x2D), isGlued(index + 1), isGlued(index + 2),
      plain(index + 2, 1...2) != nil
    {
      return index + 3
    }
    return index + 1
  }

  private func clockTime(at index: Int, _ numeral: Numeral) -> Reading? {
    // "1.10 p.m."
    if numeral.count == 2, numeral.isSeparated(by: 0x2E), numeral.digits[1] == 2, numeral.groups[0] <= 12,
      numeral.groups[1] < 60, kind(index + 1) == .meridiem
    {
      return meridiem(index + 1, numeral.groups[0], numeral.groups[1])
    }
    guard let hour = plain(index, 1...2), hour <= 24 else { return nil }
    if isMark(index + 1, 0x3A), isGlued(index + 1), isGlued(index + 2), let minute = plain(index + 2, 2...2),
      minute < 60
    {
      var end = index + 3
      if isMark(end, 0x3A), isGlued(end), isGlued(end + 1), plain(end + 1, 2...2) != nil { end += 2 }
      if kind(end) == .meridiem { return meridiem(end, hour, minute) }
      guard numeral.digits[0] == 2 || isAfterPreposition(index) else { return nil }
      return Reading(end: end, type: .time, value: Self.time(hour, minute))
    }
    if let (minute, suffix) = digitsAndLetters(index + 2), isMark(index + 1, 0x3A), isGlued(index + 1),
      let shift = suffix.meridiem, minute < 60
    {
      return Reading(end: index + 3, type: .time, value: Self.time(hour % 12 + shift, minute))
    }
    if kind(index + 1) == .meridiem { return meridiem(index + 1, hour, 0) }
    if kind(index + 1) == .clock { return Reading(end: index + 2, type: .time, value: Self.time(hour, 0)) }
    return nil
  }

  private func meridiem(_ index: Int, _ hour: Int, _ minute: Int) -> Reading? {
    // "am" is a verb as well.
    guard 1...12 ~= hour else { return nil }
    let shift = word(index).number == 2 ? 12 : 0
    return Reading(end: index + 1, type: .time, value: Self.time(hour % 12 + shift, minute))
  }

  /// A time of the day, ISO 8601.
  static func time(_ hour: Int, _ minute: Int) -> String {
    "T" + CalendarDate.padded(hour, to: 2) + ":" + CalendarDate.padded(minute, to: 2)
  }

  /// "9.15am" in one word.
  func stoppedClock(at index: Int) -> Reading? {
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
}
