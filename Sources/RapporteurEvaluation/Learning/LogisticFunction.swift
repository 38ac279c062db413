/// The logistic function in nothing but additions, multiplications and divisions.
///
/// The C library's `exp` may differ in its last bit from one processor to the next, and a trained model would with it.
enum LogisticFunction {
  /// 1 / (1 + e^-x).
  static func probability(_ x: Double) -> Double {
    let small = exponential(-x.magnitude)
    return x >= 0 ? 1 / (1 + small) : small / (1 + small)
  }

  /// The log odds of a probability, found by halving between -30 and 30.
  static func logOdds(_ probability: Double) -> Double {
    var low = -30.0
    var high = 30.0
    for _ in 0..<64 {
      let middle = (low + high) / 2
      if Self.probability(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// e^x for x up to 0: a power of two times the Taylor series of what is left.
  private static func exponential(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    let power = (x * 1.442695040888963407).rounded()
    let rest = x - power * 0.693147180559945309
    var sum = 1.0
    for term in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }
}
