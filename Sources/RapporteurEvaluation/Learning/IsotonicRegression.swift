internal import Rapporteur

/// Fits a line that never falls to decisions that were right or wrong: isotonic regression by pooling adjacent violators
/// (Ayer and others, "An Empirical Distribution Function for Sampling with Incomplete Information", 1955), on groups of
/// neighbours, so that a few decisions make no step.
///
/// Sums in a fixed order and divisions: the same decisions give the same bytes.
enum IsotonicRegression {
  /// A decision: how clear it was, and whether it was right.
  typealias Decision = (margin: Float, isRight: Bool)

  /// The least decisions of a group.
  private static let leastOfGroup = 60
  private static let mostGroups = 24

  /// Neighbours that share a share.
  private struct Pool {
    var margins = 0.0
    var right = 0.0
    var count = 0.0

    /// Two more, one right and one wrong, keep a pool from certainty.
    var share: Double { (right + 1) / (count + 2) }

    static func + (a: Pool, b: Pool) -> Pool {
      Pool(margins: a.margins + b.margins, right: a.right + b.right, count: a.count + b.count)
    }
  }

  /// The curve; without points for fewer than twenty decisions.
  static func curve(_ decisions: [Decision]) -> ConfidenceCurve {
    guard decisions.count >= 20 else { return ConfidenceCurve([]) }
    let sorted = decisions.enumerated().sorted {
      ($0.element.margin, $0.offset) < ($1.element.margin, $1.offset)
    }
    let groups = max(1, min(mostGroups, sorted.count / leastOfGroup))
    var pools: [Pool] = []
    for group in 0..<groups {
      var pool = Pool()
      for (_, decision) in sorted[sorted.count * group / groups..<sorted.count * (group + 1) / groups] {
        pool.margins += Double(decision.margin)
        pool.right += decision.isRight ? 1 : 0
        pool.count += 1
      }
      pools.append(pool)
      while pools.count > 1, pools[pools.count - 2].share >= pools[pools.count - 1].share {
        let last = pools.removeLast()
        pools[pools.count - 1] = pools[pools.count - 1] + last
      }
    }
    return ConfidenceCurve(
      pools.map { ConfidenceCurve.Point(margin: Float($0.margins / $0.count), share: Float($0.share)) })
  }
}
