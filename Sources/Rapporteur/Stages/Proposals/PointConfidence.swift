/// What a proposal's confidence says: of the sets with as much evidence on development pages, this share were somebody's
/// points and whole. Between the steps it is interpolated.
enum PointConfidence {
  /// For a set with points.
  ///
  /// - Parameters:
  ///   - score: What `PointEvidence` gives it.
  ///   - isWhole: Whether no point is missing: markers that fit each other are seldom chance.
  static func listed(_ score: Double, isWhole: Bool) -> Double {
    interpolate(score, [(2.6, 0.63), (3, 0.7), (4, 0.83), (5, 0.91), (6, 0.96), (7.5, 0.98)]) * (isWhole ? 1 : 0.9)
  }

  /// For an announcement without points.
  static func announced(_ grade: Double) -> Double {
    interpolate(grade, [(2.5, 0.6), (3.5, 0.75), (4.5, 0.86), (6, 0.92)])
  }

  private static func interpolate(_ value: Double, _ steps: [(at: Double, share: Double)]) -> Double {
    guard let first = steps.first, let last = steps.last, value > first.at else { return steps.first?.share ?? 0 }
    guard value < last.at else { return last.share }
    for (low, high) in zip(steps, steps.dropFirst()) where value < high.at {
      return low.share + (high.share - low.share) * (value - low.at) / (high.at - low.at)
    }
    return last.share
  }
}
