extension RandomAccessCollection where Index == Int {
  /// The first place from which on a condition holds, found by halving; `endIndex` where it never does.
  ///
  /// - Parameter holds: Once true, it has to stay true to the end.
  func firstPlace(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
