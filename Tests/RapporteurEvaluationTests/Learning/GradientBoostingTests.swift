import Testing

@testable import Rapporteur
@testable import RapporteurEvaluation

@Suite struct GradientBoostingTests {
  /// Rows of four numbers; yes where the first two are both above or both below a half.
  private static func toy() -> (values: [Float], labels: [Bool]) {
    var generator = SplitMix64(seed: 3)
    var values: [Float] = []
    var labels: [Bool] = []
    for _ in 0..<600 {
      let row = (0..<4).map { _ in Float(generator.fraction()) }
      values += row
      labels.append((row[0] > 0.5) == (row[1] > 0.5))
    }
    return (values, labels)
  }

  private static func model(rows: Range<Int>, seed: UInt64 = 1) -> BoostedTrees {
    let (values, labels) = toy()
    var parameters = GradientBoosting.Parameters()
    parameters.trees = 40
    parameters.depth = 3
    parameters.rate = 0.3
    parameters.columnShare = 1
    parameters.minimumWeight = 1
    parameters.seed = seed
    let table = TrainingTable(values, width: 4, limit: parameters.bins)
    let weights = [Double](repeating: 1, count: labels.count)
    var boosting = GradientBoosting(parameters, table, rows: Array(rows), labels: labels, weights: weights)
    return boosting.train()
  }

  private static func score(_ model: BoostedTrees, _ row: ArraySlice<Float>) -> Float {
    var sum = model.base
    for tree in model.trees {
      var node = 0
      for _ in 0..<model.depth {
        let isRight = row[row.startIndex + Int(tree.columns[node])] > tree.thresholds[node]
        node = node * 2 + (isRight ? 2 : 1)
      }
      sum += tree.leaves[node - tree.columns.count]
    }
    return sum
  }

  @Test func `learns what no single column tells, and knows it of rows it has not seen`() {
    let (values, labels) = Self.toy()
    let model = Self.model(rows: 0..<400)
    let right = (400..<600).count { (Self.score(model, values[$0 * 4..<$0 * 4 + 4]) > 0) == labels[$0] }
    #expect(right >= 185)
  }

  @Test func `the same rows give the same bytes, another seed others`() {
    let bytes = Self.model(rows: 0..<300).bytes
    #expect(bytes == Self.model(rows: 0..<300).bytes)
    #expect(bytes != Self.model(rows: 0..<300, seed: 2).bytes)
  }

  @Test func `the program reads what is written`() {
    let width = PassageKind.text.width
    var model = BoostedTrees(depth: 2, width: width, base: 0.25)
    model.trees = [
      BoostedTrees.Tree(columns: [3, 0, 1], thresholds: [0.5, 1, 2], leaves: [1, 2, 4, 8]),
      BoostedTrees.Tree(columns: [0, 0, 0], thresholds: [3e38, 3e38, 3e38], leaves: [-0.5, 0, 0, 0]),
    ]
    let read = PassageModel(.text, bytes: model.bytes)
    var row = [Float](repeating: 0, count: width)
    #expect(read.score(row.span, row: 0) == 0.75)
    row[3] = 1
    row[1] = 3
    #expect(read.score(row.span, row: 0) == 7.75)
    #expect(read.score(row.span, row: 0) == Self.score(model, row[...]))
  }

  @Test func `log odds turn back into their probability`() {
    for probability in [0.001, 0.2, 0.5, 0.97] {
      let back = LogisticFunction.probability(LogisticFunction.logOdds(probability))
      #expect((back - probability).magnitude < 1e-12)
    }
    #expect(LogisticFunction.probability(-800) == 0)
    #expect(LogisticFunction.probability(800) == 1)
  }

  @Test func `a column of one value has no cuts`() {
    let table = TrainingTable([1, 5, 1, 6, 1, 7, 1, 8], width: 2, limit: 3)
    #expect(table.cuts == [[], [6, 7]])
    #expect(table.bins == [0, 0, 0, 0, 0, 0, 1, 2])
  }
}
