/// What is sorted on disk: 24 bytes, by all three words in their order.
struct SortEntry: Sendable, Equatable {
  var high: UInt64
  var low: UInt64
  var value: UInt64

  init(_ high: UInt64, _ low: UInt64 = 0, _ value: UInt64 = 0) {
    self.high = high
    self.low = low
    self.value = value
  }

  static func < (a: SortEntry, b: SortEntry) -> Bool {
    if a.high != b.high { return a.high < b.high }
    return a.low != b.low ? a.low < b.low : a.value < b.value
  }
}
