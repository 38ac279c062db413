/// Boosted decision trees that tell an article's passages from what stands around them.
///
/// The file: "TREE", the number of trees, their depth, the number of columns, the base score, slope and intercept of the confidence; then for every tree its
/// inner nodes' columns (16 bits each), their thresholds and its leaves (32-bit floats), level by level, all
/// little-endian.
///
/// Both models were learnt from pages of the Web Content Extraction Benchmark (WCXB, development split, CC BY 4.0) by
/// `rapporteur train passages`; their cards in Sources/CModels/Models say of what and how, and how well they do on pages
/// they have not seen.
package struct PassageModel: Sendable {
  private let width: Int
  private let depth: Int
  private let base: Float
  private let slope: Float
  private let intercept: Float
  /// The inner nodes: above the column, below the threshold's bits.
  private let nodes: [UInt64]
  private let leaves: [Float]
  private let count: Int

  /// How many passages of a page get a row of numbers: what bounds the memory of a page with a million paragraphs.
  static let rowCap = 50_000

  /// The log odds of a passage behind the cap: running text is kept.
  static func fallback(_ passage: PassageMeasure) -> Float { passage.isProse && passage.phrase == nil ? 0.5 : -2 }

  /// The model that is compiled into the program.
  init(_ kind: PassageKind) { self.init(kind, bytes: EmbeddedFile.named("model_passages_\(kind.rawValue)")) }

  /// The model that a file holds; one of other columns than `kind` has is a fault of the program.
  package init(_ kind: PassageKind, bytes: [UInt8]) {
    width = kind.width
    var reader = Reader(bytes: bytes)
    reader.position = 4
    count = Int(reader.next32())
    depth = Int(reader.next32())
    precondition(Int(reader.next32()) == width, "the model of '\(kind)' passages was trained on other columns")
    base = Float(bitPattern: reader.next32())
    slope = Float(bitPattern: reader.next32())
    intercept = Float(bitPattern: reader.next32())
    var columns: [UInt16] = []
    var thresholds: [Float] = []
    var leaves: [Float] = []
    for _ in 0..<count {
      for _ in 0..<(1 << depth) - 1 { columns.append(reader.next16()) }
      for _ in 0..<(1 << depth) - 1 { thresholds.append(Float(bitPattern: reader.next32())) }
      for _ in 0..<1 << depth { leaves.append(Float(bitPattern: reader.next32())) }
    }
    precondition((columns.max().map { Int($0) } ?? 0) < width, "the model reads a column that there is none of")
    nodes = zip(columns, thresholds).map { UInt64($0) << 32 | UInt64($1.bitPattern) }
    self.leaves = leaves
  }

  /// The log odds that the row's passage belongs to the article.
  package func score(_ values: Span<Float>, row: Int) -> Float {
    let start = row * width
    let inner = (1 << depth) - 1
    var sum = base
    for tree in 0..<count {
      let first = tree * inner
      var node = 0
      for _ in 0..<depth {
        let here = nodes[first + node]
        let isRight = values[start + Int(here >> 32)] > Float(bitPattern: UInt32(truncatingIfNeeded: here))
        node = node * 2 + (isRight ? 2 : 1)
      }
      sum += leaves[tree << depth + node - inner]
    }
    return sum
  }

  /// The log odds of the first `count` rows: as `score` row by row, and faster, for a tree stays in the cache and the
  /// processor works on eight rows at once.
  func scores(_ values: [Float], count rows: Int) -> [Float] {
    precondition(rows * width <= values.count)
    var sums = [Float](repeating: base, count: rows)
    let inner = (1 << depth) - 1
    unsafe values.withUnsafeBufferPointer { values in
      unsafe nodes.withUnsafeBufferPointer { nodes in
        for tree in 0..<count {
          let first = tree * inner
          let leaf = (tree << depth) - inner
          // Columns are below `width`, and a node's children below `inner` until the last level.
          @inline(__always) func step(_ node: Int, _ start: Int) -> Int {
            let here = unsafe nodes[first &+ node]
            let value = unsafe values[start &+ Int(truncatingIfNeeded: here >> 32)]
            return node &* 2 &+ (value > Float(bitPattern: UInt32(truncatingIfNeeded: here)) ? 2 : 1)
          }
          var row = 0
          while row + 8 <= rows {
            var at = SIMD8<Int>(repeating: 0)
            let start = row * width
            for _ in 0..<depth {
              for lane in 0..<8 { at[lane] = step(at[lane], start &+ lane &* width) }
            }
            for lane in 0..<8 { sums[row + lane] += leaves[leaf + at[lane]] }
            row += 8
          }
          while row < rows {
            var node = 0
            for _ in 0..<depth { node = step(node, row * width) }
            sums[row] += leaves[leaf + node]
            row += 1
          }
        }
      }
    }
    return sums
  }

  /// How sure it is that a passage of this score, once kept, belongs to the article: a logistic function of the score
  /// (Platt, "Probabilistic Outputs for Support Vector Machines", 1999), fitted to pages that the model had not seen.
  package func confidence(_ score: Float) -> Double { Logistic.probability(slope * score + intercept) }

  /// What has to be added to a page's scores so that 0 is the border with the best F1 to be expected: where a model is
  /// unsure of a whole page, it pays to keep what is likelier not to belong to it than to belong (Ye and others,
  /// "Optimizing F-Measures: A Tale of Two Approaches", 2012).
  ///
  /// - Parameter words: What each passage counts for.
  /// - Returns: 0 to 2.5.
  package static func shift(_ scores: [Float], _ words: [Float]) -> Float {
    let count = 128
    var right = [Float](repeating: 0, count: count)
    var kept = right
    var total: Float = 0
    for (score, words) in zip(scores, words) {
      let probability = Float(Logistic.probability(score))
      let place = Int(max(0, min(127, (score + 8) * 8)))
      right[place] += probability * words
      kept[place] += words
      total += probability * words
    }
    var best: Float = 0
    var sums: (right: Float, kept: Float) = (0, 0)
    for place in (0..<count).reversed() {
      sums = (sums.right + right[place], sums.kept + kept[place])
      if sums.kept > 0 { best = max(best, 2 * sums.right / (sums.kept + total)) }
    }
    // The border stands where the probability is half of the best F1.
    var low: Float = 0
    var high: Float = 2.5
    for _ in 0..<10 {
      let middle = (low + high) / 2
      if Float(Logistic.probability(-middle)) > best / 2 { low = middle } else { high = middle }
    }
    return low
  }

  /// Which passages belong to the article: the likeliest sequence when each change between in and out costs `change`
  /// (Viterbi).
  package static func sequence(_ scores: [Float], change: Float) -> [Bool] {
    var cameFromIn: [(out: Bool, in: Bool)] = []
    cameFromIn.reserveCapacity(scores.count)
    var out: Float = 0
    var inside: Float = 0
    for score in scores {
      let outFromIn = inside - change > out
      let inFromIn = inside >= out - change
      cameFromIn.append((outFromIn, inFromIn))
      (out, inside) = (max(out, inside - change), max(inside, out - change) + score)
    }
    var result = [Bool](repeating: false, count: scores.count)
    var state = inside > out
    for index in scores.indices.reversed() {
      result[index] = state
      state = state ? cameFromIn[index].in : cameFromIn[index].out
    }
    return result
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func next16() -> UInt16 {
      defer { position += 2 }
      return UInt16(bytes[position]) | UInt16(bytes[position + 1]) << 8
    }

    mutating func next32() -> UInt32 {
      let low = next16()
      return UInt32(low) | UInt32(next16()) << 16
    }
  }
}
