/// Sums of money.
extension QuantityScanner {
  /// "$1.5 million", "US$5", "200 billion won", "15亿美元".
  func money(at index: Int, _ numeral: Numeral) -> Reading? {
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
    // "R9.2-billion" is read with its letter, "9.2-billion-dollar" is no sum.
    guard let (code, last) = currencyBehind(end) else { return nil }
    // "in 2019 won" is a verb.
    if power == 0, yearNumber(index) != nil, kind(end) != .currencyNation, code.code == "KRW" { return nil }
    guard let amount = numeral.amount(power: power) else { return nil }
    return Reading(end: last, type: .money, value: amount + " " + code.code, confidence: 0.95)
  }

  /// "R9bn", "Rp7.2 trillion", "PHP65 million", "N410bn": letters of a currency before the digits, in one word.
  func lettered(at index: Int) -> Reading? {
    let token = tokens[index]
    guard token.length <= 16, bytes[token.start] >= 0x41 && bytes[token.start] <= 0x5A else { return nil }
    var at = token.start
    while at < token.end, bytes[at] | 0x20 >= 0x61 && bytes[at] | 0x20 <= 0x7A { at += 1 }
    let letters = at - token.start
    guard letters <= 4, at < token.end, let code = Currency(prefix: bytes[token.start..<at]) else { return nil }
    let digits = at
    var value = 0
    var fraction = 0
    var isFraction = false
    while at < token.end, bytes[at] >= 0x30 && bytes[at] <= 0x39 || bytes[at] == 0x2C || bytes[at] == 0x2E {
      if bytes[at] == 0x2E {
        isFraction = true
      } else if bytes[at] != 0x2C {
        guard value < 1_000_000_000_000 else { return nil }
        value = value * 10 + Int(bytes[at] - 0x30)
        if isFraction { fraction += 1 }
      }
      at += 1
    }
    guard at > digits, bytes[at - 1] >= 0x30 else { return nil }
    var power = 0
    var end = index + 1
    switch (token.end - at, at < token.end ? bytes[at] | 0x20 : 0) {
    case (0, _):
      // "R9.2" may be two tokens and more.
      if !isFraction, isMark(end, 0x2E), isGlued(end), isGlued(end + 1), let more = numeral(end + 1), more.isPlain {
        for _ in 0..<more.digits[0] { value *= 10 }
        value += more.groups[0]
        fraction = more.digits[0]
        end += 2
      } else if isMark(end, 0x2E), isGlued(end), isGlued(end + 1), let more = digitsAndLetters(end + 1),
        let short = more.suffix.power
      {
        var places = 0
        for byte in tokens[end + 1].range.indices where bytes[byte] >= 0x30 && bytes[byte] <= 0x39 { places += 1 }
        for _ in 0..<places { value *= 10 }
        value += more.number
        fraction = places
        power = short
        end += 2
      }
      let joined = isMark(end, 0x2D) && isGlued(end) && kind(end + 1) == .magnitude ? end + 1 : end
      if power == 0, let magnitude = magnitude(joined, short: true) {
        power = magnitude.power
        end = magnitude.end
      }
    case (1, 0x6B): power = 3
    case (1, 0x6D), (2, 0x6D): power = 6
    case (1, 0x62), (2, 0x62): power = 9
    case (1, 0x74), (2, 0x74): power = 12
    default: return nil
    }
    // One letter alone may be many things: "R2", "N95", "P5".
    guard letters > 1 || power > 0 else { return nil }
    return Reading(
      end: end, type: .money, value: Self.scaled(value, fraction, power) + " " + code.code, confidence: 0.93)
  }

  /// The digits of a number with so many places behind the stop, times ten to the power.
  private static func scaled(_ value: Int, _ fraction: Int, _ power: Int) -> String {
    if power >= fraction { return String(value) + (value == 0 ? "" : String(repeating: "0", count: power - fraction)) }
    var unit = 1
    for _ in 0..<fraction - power { unit *= 10 }
    return String(value / unit) + "." + CalendarDate.padded(value % unit, to: fraction - power)
  }

  /// "$5m", "€3bn".
  func money(glued number: Int, power: Int, at index: Int) -> Reading? {
    guard let (code, start) = currencyBefore(index) else { return nil }
    let amount = String(number) + String(repeating: "0", count: power)
    return Reading(start: start, end: index + 1, type: .money, value: amount + " " + code.code, confidence: 0.95)
  }

  /// "£2.2m", "$1.5bn": the number and its letters are one word.
  func shortSum(at index: Int) -> Reading? {
    let token = tokens[index]
    var value = 0
    var fraction = -1
    var at = token.start
    while at < token.end, 0x30...0x39 ~= bytes[at] || bytes[at] == 0x2E && fraction < 0 {
      if bytes[at] == 0x2E {
        fraction = 0
      } else {
        guard value < 1_000_000_000 else { return nil }
        value = value * 10 + Int(bytes[at] - 0x30)
        if fraction >= 0 { fraction += 1 }
      }
      at += 1
    }
    let count = token.end - at
    guard fraction > 0, count == 1 || count == 2,
      let power = Suffix(first: bytes[at] | 0x20, second: count == 2 ? bytes[at + 1] | 0x20 : 0, count: count).power,
      let (code, start) = currencyBefore(index)
    else { return nil }
    let amount = Self.scaled(value, fraction, power) + " " + code.code
    return Reading(start: start, end: index + 1, type: .money, value: amount, confidence: 0.95)
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
    // "Rs 62 crore", "Rs. 500", "Sh18 million", "GH¢ 41 million"
    let before = isMark(index - 1, 0x2E) && isGlued(index - 1) ? index - 2 : index - 1
    if word(before).kind == .currencyPrefix, shape(before).contains(.capitalised) {
      return (Currency(number: word(before).number), before)
    }
    if entry.kind == .currencySign, isGlued(index - 1), word(index - 2).kind == .currencyPrefix {
      return (Currency(number: word(index - 2).number), index - 2)
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
        case (0x4A, 0): "JMD"
        case (0x4E, 0): "NAD"
        case (0x54, 0x54): "TTD"
        case (0x46, 0x4A): "FJD"
        default: nil
        }
      if let code { return (Currency(code: code), index - 2) }
    }
    return (Currency(number: entry.number), index - 1)
  }

  /// A currency behind the number: "U.S. dollars", "won", 美元; `end` is behind it.
  func currencyBehind(_ index: Int) -> (Currency, end: Int)? {
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
  func magnitude(_ index: Int, short: Bool) -> (power: Int, end: Int)? {
    switch kind(index) {
    case .magnitude:
      // "lakh crore"
      if word(index).number == 5, kind(index + 1) == .magnitude, word(index + 1).number == 7 { return (12, index + 2) }
      return (word(index).number, index + 1)
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
}
