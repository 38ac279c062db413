/// Reads the dates that pages are dated with, in the formats of metadata and date lines.
///
/// Two numbers that may both be months ("02/11/2025") are no date here: a wrong day is worse than none.
struct DateReader: Sendable {
  static let shared = DateReader()

  /// A date in a text.
  struct Match: Sendable {
    var date: CalendarDate
    /// "20:15:00", where a time stands behind the date.
    var clock: String?
    /// "Z" or "+08:00", where the text tells it.
    var zone: String?
    var range: TextRange

    /// RFC 3339, where the text tells time and zone.
    var timestamp: String? {
      guard let clock, let zone else { return nil }
      return "\(date)T\(clock)\(zone)"
    }
  }

  private let months: WordMap<Int>
  private let lexicon: Lexicon

  init(lexicon: Lexicon = .shared) {
    self.lexicon = lexicon
    months = WordMap(list: "page_months", lexicon: lexicon) { $0.first.flatMap { Int($0) } }
  }

  /// The first date in a string.
  func first(in text: String) -> Match? {
    let bytes = Array(text.utf8)
    return first(bytes.span, TextRange(0, bytes.count))
  }

  /// The first date in a range.
  func first(_ bytes: Span<UInt8>, _ range: TextRange) -> Match? {
    guard hasDigit(bytes, range) else { return nil }
    var at = range.start
    var isStart = true
    while at < range.end {
      let byte = bytes[at]
      let isDigit = byte >= 0x30 && byte <= 0x39
      let isLetter = byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      if isStart || (isDigit && at > range.start && bytes[at - 1] >= 0x80) {
        if isDigit, let match = numeric(bytes, at, range.end) { return match }
        if isLetter, let match = monthFirst(bytes, at, range.end) { return match }
      }
      isStart = !isDigit && !isLetter
      at += 1
    }
    return nil
  }

  /// No date is without a figure, and most lines are.
  private func hasDigit(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    for index in range.indices where bytes[index] &- 0x30 < 10 { return true }
    return false
  }

  /// Whether a range holds a date and at most two words beside it: "Published: 2 October 2024".
  func isDateLine(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    guard let match = first(bytes, range) else { return false }
    var words = 0
    for rest in [TextRange(range.start, match.range.start), TextRange(match.range.end, range.end)] where !rest.isEmpty {
      var tokenizer = Tokenizer(rest)
      while words <= 2, let piece = tokenizer.next(bytes) {
        if !piece.shape.contains(.mark) { words += 1 }
      }
    }
    return words <= 2
  }

  /// The month that a word names and the offset behind the word (and its stop).
  func month(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> (month: Int, end: Int)? {
    var limit = at
    while limit < end, bytes[limit] >= 0x80 || (bytes[limit] | 0x20 >= 0x61 && bytes[limit] | 0x20 <= 0x7A) {
      limit += 1
    }
    guard limit - at >= 3, limit - at <= 24 else { return nil }
    var tokenizer = Tokenizer(TextRange(at, limit))
    guard let piece = tokenizer.next(bytes), piece.end == limit, let month = months[lexicon.id(ofHash: piece.hash)]
    else {
      return nil
    }
    if limit < end, bytes[limit] == 0x2E { limit += 1 }
    return (month, limit)
  }

  /// "2025-11-02", "2025年11月2日", "2025. 11. 2.", "2 November 2025", "13/11/2025".
  private func numeric(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Match? {
    guard let first = number(bytes, at, end) else { return nil }
    if first.digits == 8, first.value > 18_500_000 {
      return finish(bytes, first.value / 10000, first.value / 100 % 100, first.value % 100, at, first.end, end)
    }
    if first.digits == 4 { return yearFirst(bytes, first.value, at, first.end, end) }
    guard first.digits <= 2 else { return nil }
    if let separator = mark(bytes, first.end, end), let second = number(bytes, separator.end, end), second.digits <= 2,
      let again = mark(bytes, second.end, end), again.byte == separator.byte,
      let year = number(bytes, again.end, end), year.digits == 4
    {
      let dayFirst = separator.byte == 0x2E || first.value > 12 || first.value == second.value
      if !dayFirst && second.value <= 12 { return nil }
      let (day, month) = dayFirst ? (first.value, second.value) : (second.value, first.value)
      return finish(bytes, year.value, month, day, at, year.end, end)
    }
    var next = ordinal(bytes, first.end, end)
    if next < end, bytes[next] == 0x2E || bytes[next] == 0x2D { next += 1 }
    next = filler(bytes, next, end)
    guard let month = month(bytes, next, end) else { return nil }
    next = filler(bytes, month.end, end)
    guard let year = number(bytes, next, end), year.digits == 4 else { return nil }
    return finish(bytes, year.value, month.month, first.value, at, year.end, end)
  }

  private func yearFirst(_ bytes: Span<UInt8>, _ year: Int, _ at: Int, _ yearEnd: Int, _ end: Int) -> Match? {
    // "2023 Jan 7", "2023/october/03", "2023-Jan-07".
    if yearEnd + 1 < end, [0x20, 0x2F, 0x2D].contains(bytes[yearEnd]), let month = month(bytes, yearEnd + 1, end),
      month.end < end, [0x20, 0x2F, 0x2D].contains(bytes[month.end]), let day = number(bytes, month.end + 1, end),
      day.digits <= 2
    {
      return finish(bytes, year, month.month, day.value, at, day.end, end)
    }
    guard let separator = mark(bytes, yearEnd, end), let month = number(bytes, separator.end, end), month.digits <= 2,
      let again = mark(bytes, month.end, end), let day = number(bytes, again.end, end), day.digits <= 2
    else { return nil }
    var limit = day.end
    if limit + 2 < end, bytes[limit] >= 0xE3, let close = mark(bytes, limit, end, spaces: false) {
      limit = close.end  // 日 or 일
    } else if separator.byte == 0x2E, limit < end, bytes[limit] == 0x2E {
      limit += 1
    }
    return finish(bytes, year, month.value, day.value, at, limit, end)
  }

  /// "November 02, 2025", "Sunday, Nov. 2nd 2025".
  private func monthFirst(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Match? {
    guard let month = month(bytes, at, end) else { return nil }
    let start = filler(bytes, month.end, end)
    guard let day = number(bytes, start, end), day.digits <= 2 else { return nil }
    var next = ordinal(bytes, day.end, end)
    if next < end, bytes[next] == 0x2C || bytes[next] == 0x2E { next += 1 }
    next = filler(bytes, next, end)
    guard let year = number(bytes, next, end), year.digits == 4 else { return nil }
    return finish(bytes, year.value, month.month, day.value, at, year.end, end)
  }

  private func finish(
    _ bytes: Span<UInt8>, _ year: Int, _ month: Int, _ day: Int, _ start: Int, _ limit: Int, _ end: Int
  ) -> Match? {
    guard let date = CalendarDate.day(year, month, day) else { return nil }
    if limit < end, bytes[limit] >= 0x30, bytes[limit] <= 0x39 { return nil }
    var match = Match(date: date, clock: nil, zone: nil, range: TextRange(start, limit))
    if let clock = Clock.read(bytes, limit, end) {
      match.clock = clock.text
      match.zone = clock.zone
      match.range = TextRange(start, clock.end)
    }
    return match
  }

  private func number(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (value: Int, digits: Int, end: Int)? {
    var at = start
    var value = 0
    while at < end, at - start < 9, bytes[at] >= 0x30, bytes[at] <= 0x39 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return at > start && at - start <= 8 ? (value, at - start, at) : nil
  }

  /// A mark between the numbers of a date, with the spaces around it. 年, 月 and 日 and their Korean fellows count as
  /// one mark.
  private func mark(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, spaces: Bool = true) -> (byte: UInt8, end: Int)? {
    var at = start
    if spaces { while at < end, bytes[at] == 0x20, at - start < 3 { at += 1 } }
    guard at < end else { return nil }
    let byte = bytes[at]
    var kind = byte
    if byte == 0x2D || byte == 0x2F || byte == 0x2E {
      at += 1
    } else if byte >= 0xE5 {
      let (scalar, length) = UTF8Scan.scalar(bytes, at: at)
      guard [0x5E74, 0x6708, 0x65E5, 0xB144, 0xC6D4, 0xC77C].contains(scalar) else { return nil }
      at += length
      kind = 0xE5
    } else {
      return nil
    }
    if spaces { while at < end, bytes[at] == 0x20 { at += 1 } }
    return (kind, at)
  }

  /// Behind "st", "nd", "rd", "th" where one stands there.
  private func ordinal(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    guard at + 1 < end else { return at }
    let pair = (bytes[at] | 0x20, bytes[at + 1] | 0x20)
    return pair == (0x73, 0x74) || pair == (0x6E, 0x64) || pair == (0x72, 0x64) || pair == (0x74, 0x68) ? at + 2 : at
  }

  /// Behind spaces, commas, and "de" or "of".
  private func filler(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x2C || bytes[at] == 0x2D || bytes[at] == 0x09 { at += 1 }
    if at + 2 < end, bytes[at + 2] == 0x20 {
      let pair = (bytes[at] | 0x20, bytes[at + 1] | 0x20)
      if pair == (0x64, 0x65) || pair == (0x6F, 0x66) { return at + 3 }
    }
    return at
  }
}
