import Rapporteur
import Testing

@testable import RapporteurEvaluation

@Suite struct IsotonicRegressionTests {
  @Test func `a share that falls is pooled with the one before`() {
    // Of each 240 so many are right: the middle two become one.
    var decisions: [IsotonicRegression.Decision] = []
    for (group, right) in [120, 216, 168, 228].enumerated() {
      for number in 0..<240 { decisions.append((Float(group), number < right)) }
    }
    let shares = IsotonicRegression.curve(decisions).points.map(\.share)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
    #expect(abs(shares[0] - 0.5) < 0.05)
    #expect(shares.contains { abs($0 - 0.8) < 0.03 })
  }

  @Test func `the same decisions in another order of equals give the same bytes`() {
    let decisions = (0..<500).map { (margin: Float($0 % 50), isRight: $0 % 3 > 0) }
    #expect(IsotonicRegression.curve(decisions) == IsotonicRegression.curve(decisions))
    #expect(IsotonicRegression.curve([]).points.isEmpty)
  }
}
