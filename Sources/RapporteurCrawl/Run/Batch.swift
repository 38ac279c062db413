internal import Rapporteur

/// Documents of one task: small ones go together, a large one alone.
struct Batch: Sendable {
  /// Its place in the order of the input, from 0.
  let number: Int
  private let items: [CrawlItem]
  /// What the list of duplicates says of each.
  private let duplicates: [DuplicateList.Entry?]
  /// About how many bytes they hold.
  let weight: Int
  /// Where the reader stands behind it, in bytes of the files.
  private let position: Int

  /// The next documents, up to sixteen or a quarter of a megabyte; `nil` when all are read.
  ///
  /// Once it has one it waits for no more.
  init?(_ number: Int, _ reader: inout CrawlReader) {
    var items: [CrawlItem] = []
    var duplicates: [DuplicateList.Entry?] = []
    var weight = 0
    while items.count < 16, weight < 1 << 18, items.isEmpty || reader.isReady, let item = reader.next() {
      weight += item.weight
      items.append(item)
      duplicates.append(reader.duplicate)
    }
    if items.isEmpty { return nil }
    self.number = number
    self.items = items
    self.duplicates = duplicates
    self.weight = weight
    position = reader.position
  }

  func finished(_ work: Work) -> Finished {
    var times = StageTimes(work.pipeline)
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(items.count)
    for index in items.indices { outcomes.append(items[index].outcome(work, &times, duplicates[index])) }
    return Finished(number: number, outcomes: outcomes, times: times, position: position)
  }

  /// What the first pass makes of it.
  func keyed(_ work: KeyWork) -> KeyedBatch {
    KeyedBatch(number: number, documents: items.map { $0.keyed(work) }, weight: weight, position: position)
  }
}

/// What became of a batch.
struct Finished: Sendable {
  var number: Int
  var outcomes: [Outcome]
  var times: StageTimes
  var position: Int
}
