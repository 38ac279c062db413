/// Reads the time of day that stands behind a date.
enum Clock {
  /// "T10:20:33+08:00", " 10:20 pm", ", 20:15 (GMT+8)", " at 8:15 a.m.".
  static func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (text: String, zone: String?, end: Int)? {
    var at = start
    while at < end, at - start < 6, isFiller(bytes[at]) { at += 1 }
    guard var hour = two(bytes, at, end), hour.end < end, bytes[hour.end] == 0x3A,
      let minute = two(bytes, hour.end + 1, end), minute.end - hour.end == 3, minute.value < 60
    else { return nil }
    at = minute.end
    var second = 0
    if at < end, bytes[at] == 0x3A, let found = two(bytes, at + 1, end), found.value < 61 {
      second = min(found.value, 59)
      at = found.end
      if at < end, bytes[at] == 0x2E {
        at += 1
        while at < end, isDigit(bytes[at]) { at += 1 }
      }
    }
    if let half = half(bytes, at, end) {
      guard hour.value >= 1, hour.value <= 12 else { return nil }
      hour.value = hour.value % 12 + (half.isAfternoon ? 12 : 0)
      at = half.end
    }
    guard hour.value < 24 else { return nil }
    let text = [hour.value, minute.value, second].map { CalendarDate.padded($0, to: 2) }.joined(separator: ":")
    if let zone = zone(bytes, at, end) { return (text, zone.text, zone.end) }
    return (text, nil, at)
  }

  /// "Z", "+08:00", "+0800", " GMT", " (GMT+8)", " UTC".
  private static func zone(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (text: String, end: Int)? {
    var at = start
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x28 { at += 1 }
    guard at < end else { return nil }
    if bytes[at] == 0x5A, at == start { return ("Z", at + 1) }
    var isUniversal = false
    if at + 2 < end {
      let name = (bytes[at], bytes[at + 1], bytes[at + 2])
      if name == (0x47, 0x4D, 0x54) || name == (0x55, 0x54, 0x43) {
        at += 3
        isUniversal = true
      }
    }
    guard at < end, bytes[at] == 0x2B || bytes[at] == 0x2D, let hours = two(bytes, at + 1, end), hours.value <= 14
    else {
      return isUniversal ? ("Z", at) : nil
    }
    guard isUniversal || at == start || hours.end - at == 3 else { return nil }
    let sign = bytes[at] == 0x2B ? "+" : "-"
    at = hours.end
    var minutes = 0
    let next = at < end && bytes[at] == 0x3A ? at + 1 : at
    if let found = two(bytes, next, end), found.end - next == 2, found.value < 60 {
      minutes = found.value
      at = found.end
    }
    return (sign + CalendarDate.padded(hours.value, to: 2) + ":" + CalendarDate.padded(minutes, to: 2), at)
  }

  private static func half(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (isAfternoon: Bool, end: Int)? {
    var at = start
    if at < end, bytes[at] == 0x20 { at += 1 }
    guard at + 1 < end else { return nil }
    let letter = bytes[at] | 0x20
    guard letter == 0x61 || letter == 0x70 else { return nil }
    at += 1
    if bytes[at] == 0x2E { at += 1 }
    guard at < end, bytes[at] | 0x20 == 0x6D else { return nil }
    at += 1
    if at < end, bytes[at] == 0x2E { at += 1 }
    return (letter == 0x70, at)
  }

  private static func isFiller(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x2C, 0x54, 0x61, 0x74, 0x7C, 0x2D, 0x09, 0x28: true  // T, at, |
    default: false
    }
  }

  private static func two(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> (value: Int, end: Int)? {
    guard at < end, isDigit(bytes[at]) else { return nil }
    let first = Int(bytes[at] - 0x30)
    guard at + 1 < end, isDigit(bytes[at + 1]) else { return (first, at + 1) }
    return (first * 10 + Int(bytes[at + 1] - 0x30), at + 2)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
