/// Sorts more entries than memory holds: sorted runs in a temporary file, merged when they are read.
struct ExternalSort {
  private let folder: String
  private let runLength: Int
  /// Whether entries that share `high` and `low` become one, with the sum of their values.
  private let adds: Bool
  private var entries: [SortEntry] = []
  private var runs: [Range<Int>] = []
  private var file: TemporaryFile?

  /// The most runs that are merged at one time.
  private static let mostRuns = 64

  /// - Parameters:
  ///   - folder: On whose disk the runs lie.
  ///   - adds: Whether entries that share `high` and `low` become one, with the sum of their values.
  ///   - runLength: The entries that are sorted in memory.
  init(in folder: String, adds: Bool = false, runLength: Int = 1 << 20) {
    self.folder = folder
    self.adds = adds
    self.runLength = runLength
  }

  mutating func add(_ entry: SortEntry) throws(OutputError) {
    entries.append(entry)
    if entries.count >= runLength { try writeRun(isLast: false) }
  }

  /// Ends the adding.
  ///
  /// - Returns: All entries in order.
  mutating func sorted() throws(OutputError) -> SortedEntries {
    if file == nil {
      sortRun()
      defer { entries = [] }
      return SortedEntries(entries)
    }
    if !entries.isEmpty { try writeRun(isLast: true) }
    return try merged()
  }

  private mutating func sortRun() {
    entries.sort { $0 < $1 }
    guard adds, !entries.isEmpty else { return }
    var last = 0
    for index in 1..<entries.count {
      if entries[index].high == entries[last].high && entries[index].low == entries[last].low {
        entries[last].value += entries[index].value
      } else {
        last += 1
        entries[last] = entries[index]
      }
    }
    entries.removeSubrange((last + 1)...)
  }

  private mutating func writeRun(isLast: Bool) throws(OutputError) {
    sortRun()
    // What became few by adding up may grow further.
    if adds, !isLast, entries.count < runLength / 2 { return }
    if runs.count == Self.mostRuns {
      let all = try merged()
      let fresh = try TemporaryFile(in: folder)
      var chunk: [SortEntry] = []
      var count = 0
      while let entry = try all.next() {
        chunk.append(entry)
        count += 1
        if chunk.count == 1 << 14 {
          try fresh.append(chunk[...])
          chunk.removeAll(keepingCapacity: true)
        }
      }
      try fresh.append(chunk[...])
      file = fresh
      runs = [0..<count]
    }
    let target: TemporaryFile
    if let file { target = file } else { target = try TemporaryFile(in: folder) }
    file = target
    let start = runs.last?.upperBound ?? 0
    try target.append(entries[...])
    runs.append(start..<start + entries.count)
    entries.removeAll(keepingCapacity: true)
  }

  private func merged() throws(OutputError) -> SortedEntries {
    guard let file else { return SortedEntries([]) }
    return try SortedEntries(file, runs, adds: adds)
  }
}
