import Testing

@testable import Rapporteur

@Suite struct PassageModelTests {
  @Test func `a page that the model is sure of keeps its border`() {
    #expect(PassageModel.shift([6, 6, 6, -6, -6], [40, 40, 40, 40, 40]) < 0.2)
  }

  @Test func `of a page that it is unsure of it keeps what is likelier not to belong to it`() {
    let shift = PassageModel.shift([-0.6, -0.7, -0.5, -6, -6], [40, 40, 40, 40, 40])
    #expect(shift > 0.7)
    #expect(shift < 2.5)
  }

  @Test func `no passages need no border`() {
    #expect(PassageModel.shift([], []) <= 2.5)
  }

  /// Every sequence of eight passages is tried.
  @Test(
    arguments: [
      [1, -0.5, 2, -3, 0.2, 0.1, -1, 4], [-1, -1, 3, -0.2, -0.2, 3, -5, 0.4],
      [0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -0.8],
    ] as [[Float]])
  func `margins are those of the likeliest sequences`(scores: [Float]) {
    let change: Float = 0.7
    var best = [(out: Float, in: Float)](repeating: (-100, -100), count: scores.count)
    for sequence in 0..<1 << scores.count {
      var sum: Float = 0
      for index in scores.indices {
        let isIn = sequence >> index & 1 == 1
        if isIn { sum += scores[index] }
        if index > 0, isIn != (sequence >> (index - 1) & 1 == 1) { sum -= change }
      }
      for index in scores.indices {
        if sequence >> index & 1 == 1 { best[index].in = max(best[index].in, sum) }
        if sequence >> index & 1 == 0 { best[index].out = max(best[index].out, sum) }
      }
    }
    for (margin, best) in zip(PassageModel.margins(scores, change: change), best) {
      #expect(abs(margin - (best.in - best.out)) < 0.001)
    }
  }

  @Test(arguments: [PassageKind.text, .tree], PassageFate.allCases)
  func `the clearer a decision is, the surer it is`(kind: PassageKind, fate: PassageFate) {
    let model = PassageModel(kind)
    let margins = stride(from: Float(-30), through: 30, by: 0.25)
    let confidences = margins.map { model.confidence(fate == .kept ? $0 : -$0, fate) }
    #expect(zip(confidences, confidences.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(confidences.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test func `a curve is level beyond its ends and straight between its points`() {
    let curve = ConfidenceCurve([.init(margin: 0, share: 0.5), .init(margin: 2, share: 0.9)])
    #expect(curve.share(at: -3) == Double(Float(0.5)))
    #expect(curve.share(at: 5) == Double(Float(0.9)))
    #expect(abs((curve.share(at: 1) ?? 0) - 0.7) < 0.0001)
    #expect(ConfidenceCurve([]).share(at: 1) == nil)
  }
}
