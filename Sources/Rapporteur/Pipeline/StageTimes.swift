/// How long the stages of a pipeline took, summed over documents and workers. Never part of a record.
public struct StageTimes: Sendable, Equatable {
  /// What took the time: `decoding`, the stages in their order, `record`.
  public let names: [String]

  /// In microseconds.
  public private(set) var microseconds: [Int]

  /// The documents that came through.
  public private(set) var documents: [Int]

  private var nanoseconds: [Int]

  /// The place of finding out a page's form and charset.
  static let decoding = 0

  /// The place of writing the record.
  var record: Int { names.count - 1 }

  public init(_ pipeline: Pipeline) { self.init(names: ["decoding"] + pipeline.stages.map(\.name) + ["record"]) }

  /// Times as they were kept.
  public init(names: [String], microseconds: [Int] = [], documents: [Int] = []) {
    self.names = names
    let none = [Int](repeating: 0, count: names.count)
    self.microseconds = microseconds.count == names.count ? microseconds : none
    self.documents = documents.count == names.count ? documents : none
    nanoseconds = none
  }

  /// Adds the time that one document took in `place`, and begins to measure the next.
  mutating func add(_ place: Int, _ since: inout ContinuousClock.Instant) {
    let now = ContinuousClock.now
    let (seconds, attoseconds) = (now - since).components
    add(place, nanoseconds: Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    documents[place] += 1
    since = now
  }

  /// Adds the times of another part of the same run.
  public mutating func add(_ other: StageTimes) {
    guard other.names == names else { return }
    for place in names.indices {
      microseconds[place] += other.microseconds[place]
      documents[place] += other.documents[place]
      add(place, nanoseconds: other.nanoseconds[place])
    }
  }

  private mutating func add(_ place: Int, nanoseconds count: Int) {
    nanoseconds[place] += count
    microseconds[place] += nanoseconds[place] / 1000
    nanoseconds[place] %= 1000
  }

  /// Where most of the time went, with its share of all; `nil` where nothing was measured.
  public var slowest: (name: String, share: Double)? {
    let total = microseconds.reduce(0, +)
    guard total > 0, let place = microseconds.indices.max(by: { microseconds[$0] < microseconds[$1] }) else {
      return nil
    }
    return (names[place], Double(microseconds[place]) / Double(total))
  }
}
