internal import Rapporteur

/// The state of a run while it runs: what was read, what was written, what is kept.
final class RunSession {
  private(set) var ledger: Ledger
  private(set) var resumedAt: Int?
  /// The documents up to the last checkpoint.
  private(set) var kept: Int?
  /// Whether as many documents were written as were asked for.
  private(set) var isFull = false
  /// Whether everything was done, and only the names were missing.
  let isComplete: Bool
  let work: Work

  private let run: Run
  private let sink: RecordSink
  private let survey: InputSurvey
  private let duplicates: DuplicateList?
  /// Of all records in the output.
  private let configurations: [String]
  /// What the output holds that is added to.
  private let earlier: OutputIDs
  private let identity: RunIdentity
  /// Whether the inputs can be read again.
  let isResumable: Bool
  private var reader: CrawlReader
  /// The documents that batches were made of, with those of earlier calls.
  private var handedOut = 0
  private var ids: RecordIDs
  private let begin = ContinuousClock.now
  private let earlierSeconds: Double
  private let started: Int

  /// - Parameters:
  ///   - survey: Of the inputs.
  ///   - earlier: What the output holds that is added to.
  ///   - duplicates: What the first pass found.
  init(
    _ run: Run, _ survey: InputSurvey, _ earlier: OutputIDs, _ duplicates: DuplicateList?
  ) throws(OutputError) {
    self.run = run
    self.survey = survey
    self.duplicates = duplicates
    self.earlier = earlier
    let writer = run.writer(duplicates)
    configurations = earlier.configurations.union([writer.configuration]).sorted()
    var selection = run.selection
    if run.appends { selection.known = earlier.table }
    let cursor = try duplicates?.cursor()
    if selection.sought != nil, var cursor { selection.retriedDuplicates = cursor.entries() }
    work = Work(
      pipeline: run.pipeline, writer: writer, selection: selection, drops: run.inputs.options.duplicates.mode == .drop)
    identity = run.identity(survey, configuration: writer.configuration)
    isResumable = survey.isRepeatable
    sink = try RecordSink(
      run.output, run.packing, identity: isResumable ? identity : nil, restarts: run.restarts, appends: run.appends)
    reader = CrawlReader(
      run.inputs, output: run.output, duplicates: cursor, sought: run.selection.sought,
      interruption: isResumable ? nil : run.interruption)
    ids = RecordIDs(earlier: run.selection.sought?.takenIDs ?? earlier.table, sink.resumedIDs)
    let resumed = sink.resumed
    ledger = resumed?.ledger ?? Ledger(times: StageTimes(run.pipeline))
    resumedAt = resumed?.ledger.read
    kept = resumedAt
    isComplete = resumed?.isComplete ?? false
    started = resumed?.started ?? Timestamp.now
    earlierSeconds = resumed?.seconds ?? 0
    isFull = run.limit.map { ledger.written >= $0 } ?? false
  }

  var isReady: Bool { reader.isReady }

  /// Passes over the documents that an earlier call has done: they are read, nothing else.
  func skip() throws(OutputError) {
    guard let resumedAt else { return }
    handedOut = resumedAt
    for _ in 0..<resumedAt {
      guard reader.next() != nil else {
        throw OutputError(.create, "the inputs hold fewer documents than the run has done; begin anew with --restart")
      }
    }
  }

  /// The records of archives that hold no page, by their type.
  var passedOver: [String: Int] { reader.passedOver }

  /// The next batch, `nil` at the end. None reaches beyond a checkpoint: what is kept there must be all that is counted.
  func nextBatch(_ number: Int) -> Batch? {
    if isFull { return nil }
    let interval = run.checkpointInterval
    guard let batch = Batch(number, &reader, most: interval - handedOut % interval) else { return nil }
    handedOut += batch.count
    return batch
  }

  /// Writes what came of a batch, in its order.
  func write(_ finished: Finished, watch: (Ledger, Record?) -> Void) throws(OutputError) {
    if isFull { return }
    ledger.times.add(finished.times)
    for outcome in finished.outcomes {
      ledger.read += 1
      ledger.bytesRead = finished.position
      switch outcome {
      case .filtered(let reason):
        ledger.filtered[reason, default: 0] += 1
        watch(ledger, nil)
      case .record(var record):
        ids.admit(&record)
        try sink.write(record)
        ledger.add(record)
        watch(ledger, record.failure == nil ? nil : record)
      }
      isFull = run.limit.map { ledger.written >= $0 } ?? false
      if ledger.read % run.checkpointInterval == 0 {
        try sink.endFrame()
        try keep()
      }
      if isFull { return }
    }
  }

  /// The unfinished file that holds what was done of a run that cannot be gone on with.
  var remains: String? { isResumable || sink.records.position == 0 ? nil : sink.records.partial }

  /// Whether the same run goes on from what is kept.
  var canGoOn: Bool { isResumable && !sink.records.isStream }

  func flushStream() throws(OutputError) { try sink.flushStream() }

  /// Keeps what is done where the run must stop. The frames of a packed file end at fixed documents: what stands behind
  /// the last end is done again. What cannot be gone on from is ended where it is.
  func stop() throws(OutputError) {
    if sink.records.isStream || !isResumable { return try sink.leave() }
    if run.packing == .none { try keep() }
  }

  /// Ends the output and gives it its name.
  func finish() throws(OutputError) {
    if isComplete { return try sink.name(hasFailures: ledger.failed > 0) }
    if let fault = reader.duplicatesFault { throw OutputError(.write, fault) }
    ledger.bytesRead = reader.position
    let checkpoint = checkpoint
    try sink.finish(checkpoint, freshIDs: ids.takeFresh()) {
      RunManifest(
        run: run, identity: identity, configuration: work.writer.configuration,
        baseConfiguration: run.writer(nil).configuration, configurations: configurations, duplicates: duplicates,
        survey: survey, checkpoint: checkpoint, passedOver: reader.passedOver, earlier: earlier,
        records: sink.records,
        failures: sink.failures
      ).json
    }
    if duplicates == nil, let output = run.output, !sink.records.isStream {
      // That of an earlier run.
      SmallFile.remove(RunFiles(output).duplicates)
    }
  }

  private func keep() throws(OutputError) {
    guard isResumable, !sink.records.isStream else { return }
    var checkpoint = checkpoint
    checkpoint.ids = ids.count
    try sink.keep(checkpoint, freshIDs: ids.takeFresh())
    kept = ledger.read
  }

  private var checkpoint: Checkpoint {
    var checkpoint = Checkpoint(identity: identity, ledger: ledger)
    checkpoint.ids = ids.count
    checkpoint.started = started
    checkpoint.seconds = earlierSeconds + (ContinuousClock.now - begin) / .seconds(1)
    return checkpoint
  }
}
