public import Rapporteur

/// What a run did with its documents.
public struct Ledger: Sendable, Equatable {
  /// The documents that the reader gave.
  public var read = 0
  public var annotated = 0
  public var failed = 0

  /// The documents that were left out on purpose, by reason.
  public var filtered: [String: Int] = [:]

  /// The documents that failed, by `stage, code`.
  public var failures: [String: Int] = [:]

  /// In the files, packed as they are there.
  public var bytesRead = 0

  /// Of records, before they are packed.
  public var bytesWritten = 0

  public var times: StageTimes

  public init(times: StageTimes = StageTimes(names: [])) { self.times = times }

  public var filteredCount: Int { filtered.values.reduce(0, +) }

  /// The documents that got a record.
  public var written: Int { annotated + failed }

  /// Whether every document that was read is accounted for.
  public var isClosed: Bool { read == annotated + failed + filteredCount }

  mutating func add(_ record: Record) {
    if let failure = record.failure {
      failed += 1
      failures["\(failure.stage), \(failure.code)", default: 0] += 1
    } else {
      annotated += 1
    }
    bytesWritten += record.line.count
  }

  /// The numbers of a map, the largest first.
  public static func ranked(_ counts: [String: Int]) -> [(name: String, count: Int)] {
    counts.map { (name: $0.key, count: $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
