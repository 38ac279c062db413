internal import Glibc
public import Rapporteur

/// Carries the pages of the inputs through a pipeline into a file of records.
///
/// One task reads and writes, the workers annotate. The records stand in the order of the input whatever the number of
/// workers, and no more than a window of documents is in memory at any time.
public struct Run: Sendable {
  public var pipeline: Pipeline
  public var offsets: OffsetUnit
  public var inputs: Inputs

  /// The file of records; `nil` for the standard output, where failed documents stand in their places.
  public var output: String?

  /// How many documents are worked on at the same time.
  public var workers: Int

  public init(pipeline: Pipeline, offsets: OffsetUnit, inputs: Inputs, output: String?, workers: Int) {
    self.pipeline = pipeline
    self.offsets = offsets
    self.inputs = inputs
    self.output = output
    self.workers = max(1, workers)
  }

  /// The cores of this machine.
  public static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Documents of one task: small pages go together, a large one alone.
  private struct Batch: Sendable {
    var number: Int
    var items: [CrawlItem]
  }

  private struct Finished: Sendable {
    var number: Int
    var records: [Record]
  }

  /// Does it.
  ///
  /// - Parameter watch: Sees the ledger grow and the failures come, in the order of the input.
  public func callAsFunction(watch: (Ledger, Record?) -> Void = { _, _ in }) async throws(OutputError) -> Ledger {
    let sink = try RecordSink(output)
    var reader = CrawlReader(inputs, output: output)
    let writer = RecordWriter(pipeline: pipeline, offsets: offsets)
    var ledger = Ledger()
    var ids = RecordIDs()
    let window = workers * 4
    let pipeline = pipeline
    var fault: OutputError?
    await withTaskGroup(of: Finished.self) { group in
      var begun = 0
      var written = 0
      var working = 0
      var waiting: [Int: [Record]] = [:]
      var next = Self.batch(begun, &reader)
      while fault == nil {
        while working < workers, begun - written < window, let batch = next {
          group.addTask {
            Finished(number: batch.number, records: batch.items.map { $0.record(pipeline, writer) })
          }
          working += 1
          begun += 1
          next = Self.batch(begun, &reader)
        }
        guard working > 0, let finished = await group.next() else { break }
        working -= 1
        waiting[finished.number] = finished.records
        // A worker waits: it gets its next batch before the records are written.
        if let batch = next, begun - written < window {
          group.addTask {
            Finished(number: batch.number, records: batch.items.map { $0.record(pipeline, writer) })
          }
          working += 1
          begun += 1
          next = nil
        }
        while let records = waiting.removeValue(forKey: written) {
          written += 1
          for var record in records where fault == nil {
            ids.admit(&record)
            do throws(OutputError) {
              try sink.write(record)
            } catch {
              fault = error
            }
            if record.failure == nil { ledger.annotated += 1 } else { ledger.failed += 1 }
            ledger.bytesWritten += record.line.count
            watch(ledger, record.failure == nil ? nil : record)
          }
        }
        ledger.bytesRead = reader.position
        if next == nil { next = Self.batch(begun, &reader) }
      }
      group.cancelAll()
    }
    if let fault { throw fault }
    ledger.bytesRead = reader.position
    try sink.finish()
    watch(ledger, nil)
    return ledger
  }

  /// The next documents: up to sixteen, or a quarter of a megabyte.
  private static func batch(_ number: Int, _ reader: inout CrawlReader) -> Batch? {
    var items: [CrawlItem] = []
    var weight = 0
    while items.count < 16, weight < 1 << 18, let item = reader.next() {
      weight += item.weight
      items.append(item)
    }
    return items.isEmpty ? nil : Batch(number: number, items: items)
  }
}
