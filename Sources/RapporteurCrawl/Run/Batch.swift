internal import Rapporteur

/// Documents of one task: small ones go together, a large one alone.
struct Batch: Sendable {
  /// Its place in the order of the input, from 0.
  let number: Int
  private let items: [CrawlItem]
  /// How many documents it has.
  var count: Int { items.count }
  /// What the list of duplicates says of each.
  private let duplicates: [DuplicateList.Entry?]
  /// About how many bytes they hold.
  let weight: Int
  /// Where the reader stands behind it, in bytes of the files.
  let position: Int

  private static let mostDocuments = 16

  /// The next documents, up to sixteen or a quarter of a megabyte; `nil` when all are read.
  ///
  /// Once it has one it waits for no more.
  ///
  /// - Parameter most: The documents it may have; at least one.
  init?(_ number: Int, _ reader: inout CrawlReader, most: Int = .max) {
    let most = min(most, Self.mostDocuments)
    var items: [CrawlItem] = []
    var duplicates: [DuplicateList.Entry?] = []
    var weight = 0
    while items.count < most, weight < 1 << 18, items.isEmpty || reader.isReady, let item = reader.next() {
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

  func map<Result>(_ body: (CrawlItem) -> Result) -> [Result] { items.map(body) }
}

/// What became of a batch.
struct Finished: Sendable {
  var number: Int
  var outcomes: [Outcome]
  var times: StageTimes
  var position: Int

  /// Of its records.
  var bytes: Int {
    outcomes.reduce(0) { sum, outcome in
      if case .record(let record) = outcome { sum + record.line.count } else { sum }
    }
  }
}
