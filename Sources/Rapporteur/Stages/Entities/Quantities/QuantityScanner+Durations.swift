/// Lengths of time: "over two months ago", "33 years later", "within a little over two months".
extension QuantityScanner {
  /// A counted unit of calendar time.
  struct Length {
    /// `nil` for an unknown number ("several").
    var count: Int?
    var isHalf = false
    var unit: CalendarUnit
    /// The index of the token behind it.
    var end: Int
  }

  /// A length of time that is tied to a date: "… ago", "… later", or behind "within", "in", "after".
  func countedPeriod(at index: Int) -> Reading? {
    let start = approximation(at: index) ?? index
    guard let length = length(at: start) else { return nil }
    let next = word(length.end)
    if next.kind == .direction {
      let isPast = next.number < 0
      // "later" and "earlier" count from the date told last, "ago" and "hence" from the document's.
      let base = next.number.magnitude == 2 ? anchor.reference ?? anchor.date : anchor.date
      let value =
        length.count.map { DateAnchor.moved(base, by: isPast ? -$0 : $0, length.unit) }
        ?? (isPast ? "PAST_REF" : "FUTURE_REF")
      return Reading(end: length.end + 1, value: value)
    }
    // "in two years' time"
    if let end = timeEnd(length.end), kind(index - 1) == .preposition {
      let value = length.count.map { DateAnchor.moved(anchor.date, by: $0, length.unit) } ?? "FUTURE_REF"
      return Reading(end: end, value: value)
    }
    guard kind(index - 1) == .preposition, word(index - 1).number == 1, !shape(length.end).contains(.possessive),
      !isTerm(index, start)
    else { return nil }
    // A day or a week is no date of its own: "twice in a week".
    if kind(start) == .indefinite, length.unit == .day || length.unit == .week || length.unit == .month { return nil }
    return Reading(end: length.end, value: length.unit.duration(length.count, half: length.isHalf), confidence: 0.75)
  }

  /// Behind "time" that a possessive length has: "two years' time".
  private func timeEnd(_ index: Int) -> Int? {
    var at = index
    if shape(at).contains(.possessive) {
      at += 1
    } else if shape(at).contains(.closesQuote), isGlued(at) {
      at += 1
    }
    guard at > index, at < upper, tokens[at].length == 4, bytes[tokens[at].start] == 0x74,
      bytes[tokens[at].start + 1] == 0x69, bytes[tokens[at].start + 2] == 0x6D
    else { return nil }
    return at + 1
  }

  /// A length that is tied to no date: "within ten days", "after two years in Lima". One is that tells how long there was
  /// nothing of the kind: "the first visit in 11 years".
  private func isTerm(_ index: Int, _ start: Int) -> Bool {
    guard start == index || tokens[index - 1].length == 2 else { return false }
    var at = index - 2
    while at >= lower, index - at < 14 {
      if kind(at) == .rank || kind(at) == .ordinal && word(at).number == 1 { return false }
      at -= 1
    }
    return true
  }

  /// Behind the words that make a number approximate: "over", "more than", "a little over", "at least".
  private func approximation(at index: Int) -> Int? {
    switch kind(index) {
    case .approximation: return index + 1
    case .comparison: return kind(index + 1) == .than ? index + 2 : nil
    case .indefinite where kind(index + 1) == .little:
      if kind(index + 2) == .approximation { return index + 3 }
      return kind(index + 2) == .comparison && kind(index + 3) == .than ? index + 4 : nil
    default: return nil
    }
  }

  /// "five years", "a couple of weeks", "twenty-five years", "2 1/2 years", "a year and a half".
  func length(at index: Int) -> Length? {
    guard let count = count(at: index) else { return nil }
    var at = count.end
    if (count.value ?? 1) < 100, isTo(at) || kind(at) == .and || isRange(at), let more = self.count(at: at + 1) {
      at = more.end
    }
    guard kind(at) == .unit, let unit = CalendarUnit(rawValue: word(at).number) else { return nil }
    if isGlued(at), isMark(at - 1, 0x2D) { return nil }
    switch unit {
    case .half, .weekend: return nil
    case .quarter where kind(at + 1) == .preposition && word(at + 1).number == 4: return nil
    default: break
    }
    at += 1
    var isHalf = count.isHalf
    if kind(at) == .and, kind(at + 1) == .indefinite, isHalfWord(at + 2) {
      isHalf = true
      at += 3
    }
    // "33 years old", "a five-year-old"
    if kind(at) == .age || isMark(at, 0x2D) && isGlued(at) { return nil }
    return Length(count: count.value, isHalf: isHalf, unit: unit, end: at)
  }

  /// A number in digits or words before a unit.
  private func count(at index: Int) -> (value: Int?, isHalf: Bool, end: Int)? {
    if let numeral = numeral(index) {
      guard let value = numeral.integer, value < 100_000 else { return nil }
      if let one = plain(index + 1, 1...1), isMark(index + 2, 0x2F), isGlued(index + 2), one == 1,
        plain(index + 3, 1...1) == 2
      {
        return (value, true, index + 4)
      }
      return (value, false, index + 1)
    }
    if kind(index) == .indefinite {
      guard kind(index + 1) == .number else { return (1, false, index + 1) }
      let inner = word(index + 1).number
      if inner == 0 { return (nil, false, index + 2) }
      let end = kind(index + 2) == .preposition && word(index + 2).number == 4 ? index + 3 : index + 2
      return (inner, false, end)
    }
    guard let number = numberWords(at: index) else { return nil }
    if kind(number.end) == .and, kind(number.end + 1) == .indefinite, isHalfWord(number.end + 2) {
      return (number.value, true, number.end + 3)
    }
    return (number.value, false, number.end)
  }

  /// A whole number in words; the value is `nil` for "several" and "few".
  func numberWords(at index: Int) -> (value: Int?, end: Int)? {
    guard kind(index) == .number || kind(index) == .indefinite && kind(index + 1) == .number else { return nil }
    var at = kind(index) == .indefinite ? index + 1 : index
    var value = 0
    var last = Int.max
    while kind(at) == .number || kind(at) == .magnitude && at > index {
      let number = word(at).number
      if kind(at) == .magnitude {
        guard number == 3 else { break }
        value = max(1, value) * 1000
        last = 1000
      } else if number == 0 {
        return at == index || kind(index) == .indefinite ? (nil, at + 1) : nil
      } else if number == 100 {
        value = max(1, value) * 100
        last = 100
      } else {
        guard number < last else { break }
        value += number
        last = number >= 20 ? 10 : 1
      }
      at += 1
      if isMark(at, 0x2D), isGlued(at), kind(at + 1) == .number { at += 1 }
      if kind(at) == .and, last >= 100, kind(at + 1) == .number { at += 1 }
    }
    return value > 0 ? (value, at) : nil
  }

  private func isHalfWord(_ index: Int) -> Bool {
    kind(index) == .unit && word(index).number == CalendarUnit.half.rawValue
  }
}
