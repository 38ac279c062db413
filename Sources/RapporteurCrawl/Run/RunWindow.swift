/// What stands between the reader and the file: batches that were begun and are not written yet, bounded in number and
/// in bytes.
struct RunWindow {
  /// Of pages. A page takes up to twenty times its bytes while it is worked on, and its record up to eight times until it
  /// is written.
  static let mostBytes = 16 << 20

  private let mostBatches: Int
  private(set) var begun = 0
  private var written = 0
  private var bytes = 0
  private var weights: [Int: Int] = [:]
  private var waiting: [Int: Finished] = [:]

  init(workers: Int) { mostBatches = workers * 4 }

  /// Whether the batch may be begun. Where nothing else is in hand it always may.
  func hasRoom(for batch: Batch) -> Bool {
    if begun == written { return true }
    return begun - written < mostBatches && bytes + batch.weight <= Self.mostBytes
  }

  mutating func begin(_ batch: Batch) {
    begun += 1
    set(batch.number, batch.weight)
  }

  /// Takes what came of a batch until its turn has come.
  mutating func finish(_ finished: Finished) {
    waiting[finished.number] = finished
    set(finished.number, max(weights[finished.number] ?? 0, finished.bytes / 8))
  }

  /// The next in the order of the input, `nil` while it is worked on.
  mutating func popNext() -> Finished? {
    guard let finished = waiting.removeValue(forKey: written) else { return nil }
    set(written, nil)
    written += 1
    return finished
  }

  private mutating func set(_ number: Int, _ weight: Int?) {
    bytes += (weight ?? 0) - (weights[number] ?? 0)
    weights[number] = weight
  }
}
