/// Grows boosted trees for a yes-or-no question: gradient boosting with logistic loss (Friedman, "Greedy Function
/// Approximation: A Gradient Boosting Machine", Annals of Statistics 2001) on random shares of rows and columns
/// (Friedman, "Stochastic Gradient Boosting", 2002), splits by second-order gain over histograms (Chen and Guestrin,
/// "XGBoost", 2016).
///
/// One thread, sums in the order of the rows, no function of the C library: the same rows give the same bytes.
package struct GradientBoosting {
  private let parameters: Parameters
  private let table: TrainingTable
  private let rows: [Int]
  private let labels: [Bool]
  private let weights: [Double]
  private var generator: SplitMix64

  /// How trees are grown.
  package struct Parameters: Sendable {
    package var trees = 100
    package var depth = 4
    /// What a tree's leaves are multiplied with.
    package var rate = 0.1
    /// How many bins a column has at most, 2 to 256.
    package var bins = 48
    /// Added to the denominators of gain and leaf: the pull to zero.
    package var regularisation = 5.0
    /// The least curvature (weight times p(1-p)) on either side of a split.
    package var minimumWeight = 8.0
    /// The share of rows that a tree sees.
    package var rowShare = 0.7
    /// The share of columns that a tree sees.
    package var columnShare = 0.5
    package var seed: UInt64 = 1

    package init() {}
  }

  /// - Parameters:
  ///   - table: All rows.
  ///   - rows: Those to learn from, rising.
  ///   - labels: Of all rows.
  ///   - weights: Of all rows.
  init(_ parameters: Parameters, _ table: TrainingTable, rows: [Int], labels: [Bool], weights: [Double]) {
    self.parameters = parameters
    self.table = table
    self.rows = rows
    self.labels = labels
    self.weights = weights
    generator = SplitMix64(seed: parameters.seed)
  }

  /// The trees.
  mutating func train() -> BoostedTrees {
    var all = 0.0
    var yes = 0.0
    for row in rows {
      all += weights[row]
      if labels[row] { yes += weights[row] }
    }
    let base = LogisticFunction.logOdds(all > 0 ? yes / all : 0.5)
    var model = BoostedTrees(depth: parameters.depth, width: table.width, base: Float(base))
    var margins = [Double](repeating: base, count: table.count)
    for _ in 0..<parameters.trees {
      let sample = sample(margins)
      var columns: [Int] = []
      for column in 0..<table.width where generator.fraction() < parameters.columnShare { columns.append(column) }
      model.trees.append(grow(sample, columns, &margins))
    }
    return model
  }

  /// The rows that a tree sees.
  private struct Sample {
    var rows: [Int] = []
    /// First and second derivative of the loss, for every row.
    var slopes: [SIMD2<Double>] = []
  }

  private mutating func sample(_ margins: [Double]) -> Sample {
    var sample = Sample()
    for row in rows where generator.fraction() < parameters.rowShare {
      let probability = LogisticFunction.probability(margins[row])
      let weight = weights[row]
      sample.rows.append(row)
      sample.slopes.append(
        SIMD2(
          (probability - (labels[row] ? 1 : 0)) * weight, max(probability * (1 - probability), 1e-6) * weight))
    }
    return sample
  }

  /// A split of a node.
  private struct Split {
    var column = 0
    var bin = Int.max
    var gain = 1e-3
  }

  private func grow(_ sample: Sample, _ columns: [Int], _ margins: inout [Double]) -> BoostedTrees.Tree {
    var tree = BoostedTrees.Tree(columns: [], thresholds: [], leaves: [])
    // The node of every row at the level that is being split, counted from the left.
    var nodes = [Int](repeating: 0, count: table.count)
    for level in 0..<parameters.depth {
      let splits = splits(sample, columns, nodes, count: 1 << level)
      for split in splits {
        tree.columns.append(UInt16(split.column))
        tree.thresholds.append(split.bin == Int.max ? 3e38 : table.cuts[split.column][split.bin])
      }
      for row in rows {
        let split = splits[nodes[row]]
        let isRight = Int(table.bins[split.column * table.count + row]) > split.bin
        nodes[row] = nodes[row] * 2 + (isRight ? 1 : 0)
      }
    }
    var sums = [SIMD2<Double>](repeating: .zero, count: 1 << parameters.depth)
    for (index, row) in sample.rows.enumerated() { sums[nodes[row]] += sample.slopes[index] }
    tree.leaves = sums.map { Float(-parameters.rate * $0.x / ($0.y + parameters.regularisation)) }
    for row in rows { margins[row] += Double(tree.leaves[nodes[row]]) }
    return tree
  }

  /// The best split of every node of a level.
  private func splits(_ sample: Sample, _ columns: [Int], _ nodes: [Int], count: Int) -> [Split] {
    var best = [Split](repeating: Split(), count: count)
    let size = parameters.bins
    var places: [Int] = []
    places.reserveCapacity(sample.rows.count)
    for row in sample.rows { places.append(nodes[row] * size) }
    var sums = [SIMD2<Double>](repeating: .zero, count: count * size)
    for column in columns where !table.cuts[column].isEmpty {
      for index in sums.indices { sums[index] = .zero }
      let first = column * table.count
      for index in sample.rows.indices {
        sums[places[index] + Int(table.bins[first + sample.rows[index]])] += sample.slopes[index]
      }
      for node in 0..<count {
        improve(&best[node], column, sums[node * size..<(node + 1) * size], cuts: table.cuts[column].count)
      }
    }
    return best
  }

  private func improve(_ best: inout Split, _ column: Int, _ sums: ArraySlice<SIMD2<Double>>, cuts: Int) {
    var all = SIMD2<Double>.zero
    for sum in sums { all += sum }
    var left = SIMD2<Double>.zero
    for bin in 0..<cuts {
      left += sums[sums.startIndex + bin]
      let right = all - left
      guard left.y >= parameters.minimumWeight, right.y >= parameters.minimumWeight else { continue }
      let gain = worth(left) + worth(right) - worth(all)
      if gain > best.gain { best = Split(column: column, bin: bin, gain: gain) }
    }
  }

  private func worth(_ sum: SIMD2<Double>) -> Double { sum.x * sum.x / (sum.y + parameters.regularisation) }
}
