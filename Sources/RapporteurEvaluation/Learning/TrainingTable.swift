/// Rows of numbers, every column cut into at most 256 bins: what trees are grown on.
struct TrainingTable {
  /// The number of rows.
  let count: Int

  /// The number of columns.
  let width: Int

  /// Column after column: for every row how many of the column's cuts are below its value.
  let bins: [UInt8]

  /// For every column the values that it can be split at, rising.
  let cuts: [[Float]]

  /// - Parameters:
  ///   - values: Row after row.
  ///   - width: The number of values in a row.
  ///   - limit: How many bins a column has at most, 2 to 256.
  init(_ values: [Float], width: Int, limit: Int) {
    count = values.count / width
    self.width = width
    var bins = [UInt8](repeating: 0, count: values.count)
    var cuts: [[Float]] = []
    var column = [Float](repeating: 0, count: count)
    for index in 0..<width {
      for row in 0..<count { column[row] = values[row * width + index] }
      let found = Self.cuts(of: column.sorted(), limit)
      for row in 0..<count { bins[index * count + row] = UInt8(Self.place(of: column[row], found)) }
      cuts.append(found)
    }
    self.bins = bins
    self.cuts = cuts
  }

  /// Between all values where they are few, else at equal shares of the rows.
  private static func cuts(of sorted: [Float], _ limit: Int) -> [Float] {
    var distinct: [Float] = []
    for value in sorted where value != distinct.last {
      distinct.append(value)
      if distinct.count > limit { break }
    }
    if distinct.count <= limit { return zip(distinct, distinct.dropFirst()).map { ($0 + $1) / 2 } }
    var cuts: [Float] = []
    for share in 1..<limit {
      let value = sorted[sorted.count * share / limit]
      if value != cuts.last && value != sorted.last { cuts.append(value) }
    }
    return cuts
  }

  /// How many cuts are below `value`.
  private static func place(of value: Float, _ cuts: [Float]) -> Int {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
