/// The entries of sorted runs, merged: one after the other, in order.
final class SortedEntries {
  private let file: TemporaryFile?
  private let adds: Bool
  private var runs: [Run]
  /// A binary heap of the runs that have entries, the one with the least first.
  private var heap: [Int] = []
  private var following: SortEntry?

  private static let chunk = 1 << 13

  private struct Run {
    var entries: [SortEntry]
    var at = 0
    /// What is still on the disk.
    var rest: Range<Int>
  }

  /// Entries that are in memory and sorted.
  init(_ entries: [SortEntry]) {
    file = nil
    adds = false
    runs = [Run(entries: entries, rest: 0..<0)]
    heap = entries.isEmpty ? [] : [0]
  }

  init(_ file: TemporaryFile, _ places: [Range<Int>], adds: Bool) throws(OutputError) {
    self.file = file
    self.adds = adds
    runs = places.map { Run(entries: [], rest: $0) }
    for index in runs.indices where try fill(index) {
      heap.append(index)
      var child = heap.count - 1
      while child > 0, head(heap[child]) < head(heap[(child - 1) / 2]) {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }
  }

  /// The next entry, `nil` at the end.
  func next() throws(OutputError) -> SortEntry? {
    guard adds else { return try pop() }
    var first = following
    following = nil
    if first == nil { first = try pop() }
    guard var entry = first else { return nil }
    while let other = try pop() {
      if other.high != entry.high || other.low != entry.low {
        following = other
        break
      }
      entry.value += other.value
    }
    return entry
  }

  private func pop() throws(OutputError) -> SortEntry? {
    guard let first = heap.first else { return nil }
    let entry = head(first)
    runs[first].at += 1
    if runs[first].at == runs[first].entries.count, try !fill(first) {
      let last = heap.removeLast()
      if heap.isEmpty { return entry }
      heap[0] = last
    }
    var parent = 0
    while true {
      var child = parent * 2 + 1
      if child >= heap.count { return entry }
      if child + 1 < heap.count, head(heap[child + 1]) < head(heap[child]) { child += 1 }
      if head(heap[parent]) < head(heap[child]) { return entry }
      heap.swapAt(parent, child)
      parent = child
    }
  }

  private func head(_ run: Int) -> SortEntry { runs[run].entries[runs[run].at] }

  /// Whether there are entries.
  private func fill(_ index: Int) throws(OutputError) -> Bool {
    let rest = runs[index].rest
    guard let file, !rest.isEmpty else { return false }
    let stop = min(rest.upperBound, rest.lowerBound + Self.chunk)
    runs[index].entries = try file.entries(rest.lowerBound..<stop)
    runs[index].at = 0
    runs[index].rest = stop..<rest.upperBound
    return true
  }
}
