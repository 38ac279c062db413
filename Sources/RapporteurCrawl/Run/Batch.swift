internal import Rapporteur

/// Documents of one task: small ones go together, a large one alone.
struct Batch: Sendable {
  /// Its place in the order of the input, from 0.
  let number: Int
  private let items: [CrawlItem]
  /// Where the reader stands behind it, in bytes of the files.
  private let position: Int

  /// The next documents, up to sixteen or a quarter of a megabyte; `nil` when all are read.
  ///
  /// Once it has one it waits for no more.
  init?(_ number: Int, _ reader: inout CrawlReader) {
    var items: [CrawlItem] = []
    var weight = 0
    while items.count < 16, weight < 1 << 18, items.isEmpty || reader.isReady, let item = reader.next() {
      weight += item.weight
      items.append(item)
    }
    if items.isEmpty { return nil }
    self.number = number
    self.items = items
    position = reader.position
  }

  func finished(_ work: Work) -> Finished {
    var times = StageTimes(work.pipeline)
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(items.count)
    for item in items { outcomes.append(item.outcome(work, &times)) }
    return Finished(number: number, outcomes: outcomes, times: times, position: position)
  }
}

/// What became of a batch.
struct Finished: Sendable {
  var number: Int
  var outcomes: [Outcome]
  var times: StageTimes
  var position: Int
}
