/// Numbers in digits, and what they count.
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
    // "2 300 children"
    if power == 0, numeral.isPlain, numeral.digits[0] <= 3, let more = self.numeral(end), more.isPlain,
      more.digits[0] == 3, shape(end + 1).contains(.word),
      shape(end + 1).isDisjoint(with: [.capitalised, .possessive]),
      kind(end + 1) == .none, self.numeral(end + 1) == nil, numeral.groups[0] > 0, index > lower
    {
      return Reading(
        end: end + 1, type: .cardinal, value: String(numeral.groups[0] * 1000 + more.groups[0]), confidence: 0.7)
    }
    // A number with thousands set off counts wherever it stands.
    if power == 0, numeral.isSeparated(by: 0x2C), let value = numeral.integer, value >= 1000, index > lower,
      kind(end) != .measure, kind(end) != .currency, kind(end) != .currencySign, kind(end) != .unit,
      kind(end) != .month, !isMark(end, 0x25),
      end >= upper || shape(end).contains(.mark) || shape(end).contains(.spaceBefore),
      !(isMark(end, 0x2D) && isGlued(end) && kind(end + 1) == .measure)
    {
      return Reading(end: end, type: .cardinal, value: String(value), confidence: 0.7)
    }
    if power == 0, let reading = elliptic(at: index, numeral) { return reading }
    guard end < upper, let value = numeral.amount(power: power) else { return nil }
    let next = shape(end)
    if next.contains(.ideographic) || next.contains(.hangul) {
      guard kind(end) == .classifier, isGlued(end) || next.contains(.hangul) else { return nil }
    } else {
      guard next.contains(.word), next.contains(.spaceBefore), next.isDisjoint(with: [.hasDigit, .possessive]) else {
        return nil
      }
      switch kind(end) {
      case .none, .new, .currencyNation, .number, .part, .that, .phase, .recent, .past, .intent,
        .fiscal, .rank:
        break
      case .preposition where word(end).number == 4: break
      default: return nil
      }
      // A number in front of a line is its mark.
      if index == lower, next.contains(.capitalised) { return nil }
    }
    return Reading(end: end, type: .cardinal, value: value, confidence: 0.75)
  }

  /// A count whose noun is left out: "rose from 212 to 37", "more than 400 were hurt", "240 out of 260".
  private func elliptic(at index: Int, _ numeral: Numeral) -> Reading? {
    guard numeral.isPlain, yearNumber(index) == nil, index > lower, shape(index - 1).contains(.word),
      shape(index - 1).isDisjoint(with: .capitalised), let count = numeral.integer
    else { return nil }
    let least: Int
    switch kind(index - 1) {
    case .than, .comparison, .counter: least = 2
    case .preposition:
      // "from 212", "to 37", "of 240"; at, on and by may stand before ages, days and shares.
      least = isTo(index - 1) || word(index - 1).number == 4 || tokens[index - 1].length == 4 ? 20 : 111
    default: return nil
    }
    let before = index - 2
    guard count >= least, kind(before) != .age, kind(before) != .label, !isTo(index - 1) || self.numeral(before) == nil,
      word(index - 1).number != 4 || shape(before).isDisjoint(with: .capitalised)
    else { return nil }
    let next = index + 1
    if next < upper {
      let isClosed =
        shape(next).contains(.mark)
        ? [0x2C, 0x2E, 0x3B, 0x29, 0x22].contains(bytes[tokens[next].start])
          || shape(next).contains(.closesQuote)
        : shape(next).contains(.spaceBefore)
          && [.preposition, .past, .and, .than, .function].contains(kind(next))
      guard isClosed, !isGlued(next + 1) || !isMark(next, 0x2E) || next + 1 >= upper else { return nil }
    }
    return Reading(end: next, type: .cardinal, value: String(count), confidence: 0.65)
  }

  /// "20th century", "1990s", "'90s", "5th of May", "7pm", "$5m".
  mutating func readDigitWord(at index: Int) -> Reading? {
    if let sum = lettered(at: index) ?? shortSum(at: index) { return sum }
    if let time = stoppedClock(at: index) { return time }
    guard let (number, suffix) = digitsAndLetters(index) else { return nil }
    if suffix.isOrdinal {
      return ordinal(number, end: index + 1) ?? (number <= 31 ? dayMonth(at: index) ?? bareDay(at: index, number) : nil)
    }
    if suffix.isPlural { return decade(at: index, number) }
    if let meridiem = suffix.meridiem, 1...12 ~= number, isGlued(index) == false || index == lower {
      return Reading(end: zoned(index + 1), type: .time, value: Self.time(number % 12 + meridiem, 0))
    }
    if let power = suffix.power { return money(glued: number, power: power, at: index) }
    return nil
  }
}
