internal import Rapporteur

/// Numbers for the features that come often enough, in the order in which they come first.
struct FeatureIndex {
  private(set) var keys: [UInt64] = []
  private var counts: [UInt32] = []
  private var numbers: [Int32] = []
  private var mask: Int

  init() {
    mask = (1 << 16) - 1
    numbers = Array(repeating: -1, count: mask + 1)
  }

  /// The number of a feature, -1 for one that has none.
  func number(of key: UInt64) -> Int32 {
    var place = Int(truncatingIfNeeded: key >> 20) & mask
    while numbers[place] >= 0 {
      if keys[Int(numbers[place])] == key { return numbers[place] }
      place = (place + 1) & mask
    }
    return -1
  }

  /// Counts a feature once more.
  mutating func count(_ key: UInt64) {
    var place = Int(truncatingIfNeeded: key >> 20) & mask
    while numbers[place] >= 0 {
      if keys[Int(numbers[place])] == key {
        counts[Int(numbers[place])] += 1
        return
      }
      place = (place + 1) & mask
    }
    numbers[place] = Int32(keys.count)
    keys.append(key)
    counts.append(1)
    if keys.count * 2 > mask { rebuild((mask + 1) * 4) }
  }

  /// Forgets the features that came less than `minimum` times.
  mutating func prune(_ minimum: Int) {
    let kept = keys.indices.filter { counts[$0] >= minimum }
    keys = kept.map { keys[$0] }
    counts = kept.map { counts[$0] }
    var size = 1 << 16
    while size < keys.count * 2 { size *= 2 }
    rebuild(size)
  }

  private mutating func rebuild(_ size: Int) {
    mask = size - 1
    numbers = Array(repeating: -1, count: size)
    for index in keys.indices {
      var place = Int(truncatingIfNeeded: keys[index] >> 20) & mask
      while numbers[place] >= 0 { place = (place + 1) & mask }
      numbers[place] = Int32(index)
    }
  }
}
