/// A number token taken apart: groups of digits between commas and stops.
struct Numeral {
  /// The number of each group, at most four.
  private(set) var groups = SIMD4<Int>()
  /// How many digits each group has.
  private(set) var digits = SIMD4<Int>()
  /// How many groups there are.
  private(set) var count = 1
  private var marks = SIMD4<UInt8>()

  /// `nil` where the token is no number, or too long for one.
  init?(_ bytes: [UInt8], _ token: Token) {
    guard token.shape.contains(.number), token.length <= 20 else { return nil }
    for at in token.start..<token.end {
      let byte = bytes[at]
      switch byte {
      case 0x30...0x39:
        guard digits[count - 1] < 16 else { return nil }
        groups[count - 1] = groups[count - 1] * 10 + Int(byte - 0x30)
        digits[count - 1] += 1
      case 0x2C, 0x2E:
        guard count < 4 else { return nil }
        marks[count - 1] = byte
        count += 1
      default: return nil
      }
    }
  }

  /// Whether it is digits alone.
  var isPlain: Bool { count == 1 }

  /// The number of digits where it is digits alone, else 0.
  var plainDigits: Int { count == 1 ? digits[0] : 0 }

  /// The whole number: digits alone, or with commas between thousands.
  var integer: Int? { fraction == 0 ? wholeAndFraction : nil }

  /// Whether every mark is `byte`.
  func isSeparated(by byte: UInt8) -> Bool {
    for index in 0..<count - 1 where marks[index] != byte { return false }
    return count > 1
  }

  /// The number times ten to the power, as decimal text; `nil` where it is no decimal number.
  func amount(power: Int) -> String? {
    guard let all = wholeAndFraction else { return nil }
    var value = all
    var places = fraction
    for _ in 0..<power {
      if places > 0 {
        places -= 1
      } else {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        value = product
      }
    }
    guard places > 0 else { return String(value) }
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    return String(value / unit) + "." + CalendarDate.padded(value % unit, to: places)
  }

  /// The digits behind a decimal stop or comma.
  private var fraction: Int {
    guard count > 1 else { return 0 }
    if marks[count - 2] == 0x2E { return digits[count - 1] }
    return count == 2 && digits[1] != 3 ? digits[1] : 0
  }

  /// All digits as one number, or `nil` where the groups are no thousands.
  private var wholeAndFraction: Int? {
    let groupsOfThree = fraction > 0 ? count - 1 : count
    var value = groups[0]
    for index in 1..<max(1, groupsOfThree) {
      guard marks[index - 1] == 0x2C, digits[index] == 3, digits[0] <= 3 else { return nil }
      value = value * 1000 + groups[index]
    }
    guard fraction > 0 else { return value }
    if digits[count - 1] > 4 && digits[0] > 12 { return nil }
    for _ in 0..<digits[count - 1] {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value + groups[count - 1]
  }
}
