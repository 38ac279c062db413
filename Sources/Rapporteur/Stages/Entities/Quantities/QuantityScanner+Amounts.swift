/// Clock times, sums of money and counts.
extension QuantityScanner {
  /// The reading at a number in digits.
  mutating func readNumber(at index: Int) -> Reading? {
    guard let numeral = numeral(index) else { return nil }
    if let reading = money(at: index, numeral) { return reading }
    if let reading = eastNumber(at: index, numeral) { return reading }
    if let reading = numericDate(at: index, numeral) { return reading }
    if let reading = clock(at: index, numeral) { return reading }
    if let reading = dayMonth(at: index) { return reading }
    if !isJoined(index), let reading = countedPeriod(at: index) { return reading }
    if let reading = year(at: index, numeral) { return reading }
    return cardinal(at: index, numeral)
  }

  /// "2:57 pm", "8 p.m.", "14:00".
  private func clock(at index: Int, _ numeral: Numeral) -> Reading? {
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

  /// "$1.5 million", "US$5", "200 billion won", "15亿美元".
  private func money(at index: Int, _ numeral: Numeral) -> Reading? {
    let prefix = currencyBefore(index)
    var end = index + 1
    var power = 0
    if let magnitude = magnitude(end, short: prefix != nil) {
      power = magnitude.power
      end = magnitude.end
    }
    if let (code, start) = prefix {
      guard let amount = numeral.amount(power: power) else { return nil }
      return Reading(start: start, end: end, type: .money, value: amount + " " + code.code, confidence: 0.97)
    }
    guard let (code, last) = currencyBehind(end) else { return nil }
    // "in 2019 won" is a verb.
    if power == 0, yearNumber(index) != nil, kind(end) != .currencyNation, code.code == "KRW" { return nil }
    guard let amount = numeral.amount(power: power) else { return nil }
    return Reading(end: last, type: .money, value: amount + " " + code.code, confidence: 0.95)
  }

  /// "$5m", "€3bn".
  func money(glued number: Int, power: Int, at index: Int) -> Reading? {
    guard let (code, start) = currencyBefore(index) else { return nil }
    let amount = String(number) + String(repeating: "0", count: power)
    return Reading(start: start, end: index + 1, type: .money, value: amount + " " + code.code, confidence: 0.95)
  }

  /// "five million dollars".
  func moneyInWords(at index: Int) -> Reading? {
    guard let number = numberWords(at: index) ?? (kind(index) == .indefinite ? (1, index + 1) : nil),
      let value = number.value
    else { return nil }
    var end = number.end
    var power = 0
    if let magnitude = magnitude(end, short: false) {
      power = magnitude.power
      end = magnitude.end
    }
    guard let (code, last) = currencyBehind(end), power > 0 || kind(end) == .currency && code.code != "KRW" else {
      return nil
    }
    let amount = String(value) + String(repeating: "0", count: power)
    return Reading(end: last, type: .money, value: amount + " " + code.code, confidence: 0.9)
  }

  /// A currency's sign or code before the number, and where it begins.
  private func currencyBefore(_ index: Int) -> (Currency, start: Int)? {
    let entry = word(index - 1)
    if entry.kind == .currency, shape(index - 1).contains(.allCapitals) {
      return (Currency(number: entry.number), index - 1)
    }
    guard entry.kind == .currencySign, isGlued(index) || !shape(index).contains(.word) else { return nil }
    // US$, HK$, A$ …
    if isGlued(index - 1), shape(index - 2).contains(.word), tokens[index - 2].length <= 4,
      shape(index - 2).contains(.capitalised), entry.number == Currency(code: "USD").number
    {
      let token = tokens[index - 2]
      let first = bytes[token.start] & 0xDF
      let second = token.length > 1 ? bytes[token.start + 1] & 0xDF : 0
      let code: String? =
        switch (first, second) {
        case (0x55, 0x53), (0x55, 0x0E): "USD"  // US, U.S.
        case (0x48, 0x4B): "HKD"
        case (0x4E, 0x54): "TWD"
        case (0x4E, 0x5A): "NZD"
        case (0x41, _): "AUD"
        case (0x43, _): "CAD"
        case (0x53, _): "SGD"
        case (0x52, 0): "BRL"
        default: nil
        }
      if let code { return (Currency(code: code), index - 2) }
    }
    return (Currency(number: entry.number), index - 1)
  }

  /// A currency behind the number: "U.S. dollars", "won", 美元; `end` is behind it.
  private func currencyBehind(_ index: Int) -> (Currency, end: Int)? {
    var at = index
    var nation: Int?
    while at - index < 3, kind(at) == .currencyNation || kind(at) == .new {
      if kind(at) == .currencyNation { nation = word(at).number }
      at += 1
    }
    let entry = word(at)
    if entry.kind == .currency {
      let isDollar = entry.number == Currency(code: "USD").number && tokens[at].length > 3
      return (Currency(number: isDollar ? nation ?? entry.number : entry.number), at + 1)
    }
    if entry.kind == .currencySign, isGlued(at), at == index, !shape(at + 1).contains(.hasDigit) {
      return (Currency(number: entry.number), at + 1)
    }
    if at == index, let found = phrase(at), found.kind == .currency {
      return (Currency(number: found.number), found.end)
    }
    return nil
  }

  /// "million", "bn", 万, 亿, 万亿; `end` is behind it.
  private func magnitude(_ index: Int, short: Bool) -> (power: Int, end: Int)? {
    switch kind(index) {
    case .magnitude: return (word(index).number, index + 1)
    case .magnitudeShort: return short ? (word(index).number, index + 1) : nil
    case .hanMagnitude:
      let first = word(index).number
      if kind(index + 1) == .hanMagnitude { return (first + word(index + 1).number, index + 2) }
      return (first, index + 1)
    case .hanPower where kind(index + 1) == .hanMagnitude:
      return (word(index).number + word(index + 1).number, index + 2)
    default: return nil
    }
  }

  /// Whether marks tie the number to what stands before it: "COVID-19", "2:15", "F-16".
  private func isJoined(_ index: Int) -> Bool {
    guard index > lower, isGlued(index) else { return false }
    let before = shape(index - 1)
    if before.contains(.opensQuote) || isMark(index - 1, 0x28) { return false }
    return before.isDisjoint(with: [.ideographic, .hangul])
      && !(before.contains(.mark) && bytes[tokens[index - 1].start] >= 0x80)
  }

  /// A number in digits that counts things: "15 documents", "1.4 billion people".
  private func cardinal(at index: Int, _ numeral: Numeral) -> Reading? {
    if isJoined(index) || kind(index - 1) == .label || kind(index - 1) == .age || kind(index - 1) == .month {
      return nil
    }
    if self.numeral(index - 1) != nil { return nil }
    var end = index + 1
    var power = 0
    if let magnitude = magnitude(end, short: false) {
      power = magnitude.power
      end = magnitude.end
    }
    guard end < upper, let value = numeral.amount(power: power) else { return nil }
    let next = shape(end)
    if next.contains(.ideographic) || next.contains(.hangul) {
      guard kind(end) == .classifier, isGlued(end) || next.contains(.hangul) else { return nil }
    } else {
      guard next.contains(.word), next.contains(.spaceBefore), next.isDisjoint(with: [.hasDigit, .possessive]) else {
        return nil
      }
      switch kind(end) {
      case .none, .new, .currencyNation, .number, .part, .that, .phase, .recent: break
      case .preposition where word(end).number == 4: break
      default: return nil
      }
      // A number in front of a line is its mark.
      if index == lower, next.contains(.capitalised) { return nil }
    }
    return Reading(end: end, type: .cardinal, value: value, confidence: 0.75)
  }
}
