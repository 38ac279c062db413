/// How far scores can be believed: a logistic function of the score, fitted by Newton's method (Platt, "Probabilistic
/// Outputs for Support Vector Machines and Comparisons to Regularized Likelihood Methods", 1999), and what came of it.
package struct Calibration: Sendable {
  private(set) var slope = 1.0
  private(set) var intercept = 0.0

  /// Of confidences of one tenth.
  package private(set) var bins: [Bin] = []

  package struct Bin: Sendable {
    /// Its tenth of the scale: 0 is 0 to .1.
    package var tenth: Int
    package var count: Int
    package var meanConfidence: Double
    /// The share that was right.
    package var precision: Double
  }

  /// - Parameter scored: Log odds, and whether they were right.
  init(_ scored: [(score: Double, isRight: Bool)]) {
    fit(scored)
    bins = Self.bins(
      scored.map { (LogisticFunction.probability(slope * $0.score + intercept), $0.isRight) })
  }

  /// What confidences were worth, by tenths of the scale; a tenth without any is left out.
  static func bins(_ believed: [(confidence: Double, isRight: Bool)]) -> [Bin] {
    var bins = (0..<10).map { Bin(tenth: $0, count: 0, meanConfidence: 0, precision: 0) }
    for (confidence, isRight) in believed {
      let tenth = min(9, Int(confidence * 10))
      bins[tenth].count += 1
      bins[tenth].meanConfidence += confidence
      bins[tenth].precision += isRight ? 1 : 0
    }
    for index in bins.indices where bins[index].count > 0 {
      bins[index].meanConfidence /= Double(bins[index].count)
      bins[index].precision /= Double(bins[index].count)
    }
    return bins.filter { $0.count > 0 }
  }

  private mutating func fit(_ scored: [(score: Double, isRight: Bool)]) {
    guard scored.count >= 20 else { return }
    // From a flat start Newton's steps do not overshoot.
    slope = 0
    for _ in 0..<40 {
      // First and second derivatives of the loss, a little held to slope 1 and intercept 0.
      var gradient = (slope: slope - 1, intercept: intercept)
      var curve = (slope: 1.0, both: 0.0, intercept: 1.0)
      for (score, isRight) in scored {
        let probability = LogisticFunction.probability(slope * score + intercept)
        let error = probability - (isRight ? 1 : 0)
        let weight = probability * (1 - probability)
        gradient = (gradient.slope + error * score, gradient.intercept + error)
        curve = (curve.slope + weight * score * score, curve.both + weight * score, curve.intercept + weight)
      }
      let determinant = curve.slope * curve.intercept - curve.both * curve.both
      guard determinant > 1e-9 else { return }
      slope -= (curve.intercept * gradient.slope - curve.both * gradient.intercept) / determinant
      intercept -= (curve.slope * gradient.intercept - curve.both * gradient.slope) / determinant
    }
  }
}
