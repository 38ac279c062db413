internal import Rapporteur

/// Documents of one task: small ones go together, a large one alone.
struct Batch: Sendable {
  /// Its place in the order of the input, from 0.
  let number: Int
  private let items: [CrawlItem]

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
  }

  func annotated(by pipeline: Pipeline, _ writer: RecordWriter) -> Finished {
    var finished = Finished(number: number, records: [], filtered: 0)
    for item in items {
      if item.filter != nil {
        finished.filtered += 1
      } else {
        finished.records.append(item.record(pipeline, writer))
      }
    }
    return finished
  }
}

/// What became of a batch.
struct Finished: Sendable {
  var number: Int
  var records: [Record]
  /// Documents that the input's filters passed over.
  var filtered: Int
}
