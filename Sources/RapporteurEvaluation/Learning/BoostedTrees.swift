internal import Rapporteur

/// Complete binary trees whose leaves are summed up.
struct BoostedTrees: Equatable {
  /// Of every tree: the levels of its inner nodes.
  let depth: Int

  /// The number of columns of a row.
  let width: Int

  /// What every row has before the first tree.
  var base: Float

  /// How far what is decided by them can be believed, by `PassageFate`.
  var curves: [ConfidenceCurve] = []

  var trees: [Tree] = []

  /// A tree: inner nodes level by level, leaves from left to right.
  struct Tree: Equatable {
    var columns: [UInt16]
    /// A row goes right where its value is above it.
    var thresholds: [Float]
    var leaves: [Float]
  }

  /// The file that `PassageModel` reads.
  var bytes: [UInt8] {
    var bytes = Array("TREC".utf8)
    func add(_ value: UInt32) {
      for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    add(UInt32(trees.count))
    add(UInt32(depth))
    add(UInt32(width))
    add(base.bitPattern)
    for tree in trees {
      for column in tree.columns {
        bytes.append(UInt8(truncatingIfNeeded: column))
        bytes.append(UInt8(truncatingIfNeeded: column >> 8))
      }
      for value in tree.thresholds { add(value.bitPattern) }
      for value in tree.leaves { add(value.bitPattern) }
    }
    for curve in curves {
      add(UInt32(curve.points.count))
      for point in curve.points {
        add(point.margin.bitPattern)
        add(point.share.bitPattern)
      }
    }
    return bytes
  }
}
