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

  /// Does it.
  ///
  /// - Parameter watch: Sees the ledger grow and the failures come, in the order of the input.
  public func callAsFunction(watch: (Ledger, Record?) -> Void = { _, _ in }) async throws(OutputError) -> Ledger {
    let sink = try RecordSink(output)
    let writer = RecordWriter(pipeline: pipeline, offsets: offsets)
    let pipeline = pipeline
    let window = workers * 4
    var reader = CrawlReader(inputs, output: output)
    var ledger = Ledger()
    var ids = RecordIDs()
    var fault: OutputError?
    await withTaskGroup(of: Finished.self) { group in
      var begun = 0
      var written = 0
      var working = 0
      var waiting: [Int: [Record]] = [:]
      // One batch is read ahead, so that a worker that is done gets its next before anything else happens.
      var next = Batch(begun, &reader)
      func beginWork() {
        while working < workers, begun - written < window, let batch = next {
          group.addTask { batch.annotated(by: pipeline, writer) }
          working += 1
          begun += 1
          next = working < workers && reader.isReady ? Batch(begun, &reader) : nil
        }
      }
      func write(_ records: [Record]) throws(OutputError) {
        for var record in records {
          ids.admit(&record)
          try sink.write(record)
          if record.failure == nil { ledger.annotated += 1 } else { ledger.failed += 1 }
          ledger.bytesRead = reader.position
          ledger.bytesWritten += record.line.count
          watch(ledger, record.failure == nil ? nil : record)
        }
      }
      do throws(OutputError) {
        beginWork()
        while true {
          if next == nil && reader.isReady {
            next = Batch(begun, &reader)
            beginWork()
          }
          guard working > 0 else {
            // Nothing is worked on: time to wait for whoever writes the standard input.
            try sink.flushStream()
            next = next ?? Batch(begun, &reader)
            if next == nil { break }
            beginWork()
            continue
          }
          guard let finished = await group.next() else { break }
          working -= 1
          waiting[finished.number] = finished.records
          ledger.filtered += finished.filtered
          beginWork()
          while let records = waiting.removeValue(forKey: written) {
            written += 1
            try write(records)
          }
        }
      } catch {
        fault = error
        group.cancelAll()
      }
    }
    if let fault { throw fault }
    ledger.bytesRead = reader.position
    try sink.finish()
    watch(ledger, nil)
    return ledger
  }
}
