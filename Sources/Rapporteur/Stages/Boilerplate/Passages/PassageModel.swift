/// Boosted decision trees that tell an article's passages from what stands around them.
///
/// The file, little-endian: "TREC", the number of trees, their depth, the number of columns, the base score; for every
/// tree its inner nodes' columns (16 bits each), their thresholds and its leaves (32-bit floats), level by level; then
/// the curve of confidence of each `PassageFate`: the number of its points, and margin and share of each.
///
/// Both models were learnt from pages of the Web Content Extraction Benchmark (WCXB, development split, CC BY 4.0) by
/// `rapporteur train passages`; their cards in Sources/CModels/Models say of what and how, and how well they do on pages
/// they have not seen.
package struct PassageModel: Sendable {
  private let width: Int
  private let depth: Int
  private let base: Float
  /// The inner nodes: above the column, below the threshold's bits.
  private let nodes: [UInt64]
  private let leaves: [Float]
  private let count: Int
  /// By fate; empty where nobody has measured.
  private let curves: [ConfidenceCurve]

  /// How many passages of a page get a row of numbers: what bounds the memory of a page with a million paragraphs.
  static let rowCap = 50_000

  /// The log odds of a passage behind the cap: running text is kept.
  static func fallback(_ passage: PassageMeasure) -> Float { passage.isProse && passage.phrase == nil ? 0.5 : -2 }

  /// The model that is compiled into the program.
  init(_ kind: PassageKind) { self.init(kind, bytes: EmbeddedFile.named("model_passages_\(kind.rawValue)")) }

  /// The model that a file holds; one of other columns than `kind` has is a fault of the program.
  package init(_ kind: PassageKind, bytes: [UInt8]) {
    width = kind.width
    var reader = ModelReader(bytes, from: 4)
    count = Int(reader.next32())
    depth = Int(reader.next32())
    precondition(Int(reader.next32()) == width, "the model of '\(kind)' passages was trained on other columns")
    base = reader.nextFloat()
    // Models of before had a slope and an intercept in place of the curves.
    if bytes[3] == 0x45 { reader.position += 8 }
    var columns: [UInt16] = []
    var thresholds: [Float] = []
    var leaves: [Float] = []
    for _ in 0..<count {
      for _ in 0..<(1 << depth) - 1 { columns.append(reader.next16()) }
      for _ in 0..<(1 << depth) - 1 { thresholds.append(reader.nextFloat()) }
      for _ in 0..<1 << depth { leaves.append(reader.nextFloat()) }
    }
    precondition((columns.max().map { Int($0) } ?? 0) < width, "the model reads a column that there is none of")
    nodes = zip(columns, thresholds).map { UInt64($0) << 32 | UInt64($1.bitPattern) }
    self.leaves = leaves
    var curves: [ConfidenceCurve] = []
    while !reader.isAtEnd {
      let points = (0..<Int(reader.next32())).map { _ in
        ConfidenceCurve.Point(margin: reader.nextFloat(), share: reader.nextFloat())
      }
      curves.append(ConfidenceCurve(points))
    }
    self.curves = curves
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

  /// How many rows are looked at together: they and a tree stay in the cache.
  private static let rowsAtOnce = 64

  /// The log odds of the first `count` rows: as `score` row by row, and faster, for rows and trees stay in the cache and
  /// the processor works on eight rows at once.
  func scores(_ values: [Float], count rows: Int) -> [Float] {
    precondition(rows * width <= values.count)
    var sums = [Float](repeating: base, count: rows)
    let inner = (1 << depth) - 1
    unsafe values.withUnsafeBufferPointer { values in
      unsafe nodes.withUnsafeBufferPointer { nodes in
        for block in stride(from: 0, to: rows, by: Self.rowsAtOnce) {
          let end = min(rows, block + Self.rowsAtOnce)
          for tree in 0..<count {
            let first = tree * inner
            let leaf = (tree << depth) - inner
            // Columns are below `width`, and a node's children below `inner` until the last level.
            @inline(__always) func step(_ node: Int, _ start: Int) -> Int {
              let here = unsafe nodes[first &+ node]
              let value = unsafe values[start &+ Int(truncatingIfNeeded: here >> 32)]
              return node &* 2 &+ (value > Float(bitPattern: UInt32(truncatingIfNeeded: here)) ? 2 : 1)
            }
            var row = block
            while row + 8 <= end {
              var at = SIMD8<Int>(repeating: 0)
              let start = row * width
              for _ in 0..<depth {
                for lane in 0..<8 { at[lane] = step(at[lane], start &+ lane &* width) }
              }
              for lane in 0..<8 { sums[row + lane] += leaves[leaf + at[lane]] }
              row += 8
            }
            while row < end {
              var node = 0
              for _ in 0..<depth { node = step(node, row * width) }
              sums[row] += leaves[leaf + node]
              row += 1
            }
          }
        }
      }
    }
    return sums
  }

  /// How often a decision of this margin is right: a line fitted to pages that the model had not seen, by isotonic
  /// regression (Zadrozny and Elkan, "Transforming Classifier Scores into Accurate Multiclass Probability Estimates",
  /// 2002). Never falls where the decision gets clearer.
  package func confidence(_ margin: Float, _ fate: PassageFate) -> Double {
    // What speaks for a passage speaks against having cut it.
    let clear = fate == .kept ? margin : -margin
    let share = fate.rawValue < curves.count ? curves[fate.rawValue].share(at: clear) : nil
    return share ?? Logistic.probability(clear)
  }
}
