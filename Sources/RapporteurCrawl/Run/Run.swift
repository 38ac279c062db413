internal import Glibc
public import Rapporteur

/// Carries the pages of the inputs through a pipeline into a file of records.
///
/// One task reads and writes, the workers annotate. The records stand in the order of the input whatever the number of
/// workers, and no more than a window of documents and bytes is in memory at any time. What is written is kept at checkpoints: the
/// same run, begun once more, goes on from the last one and ends with the same bytes.
public struct Run: Sendable {
  public var pipeline: Pipeline
  public var offsets: OffsetUnit
  public var inputs: Inputs

  /// The file of records; `nil` for the standard output, where failed documents stand in their places.
  public var output: String?

  /// How many documents are worked on at the same time.
  public var workers: Int

  /// `nil` for what the output's name says.
  public var compression: OutputCompression?

  public var selection = Selection()

  /// The most documents that get a record.
  public var limit: Int?

  /// Whether only documents are annotated that the output does not have.
  public var appends = false

  /// Whether what an earlier run left is thrown away.
  public var restarts = false

  /// The documents from one checkpoint to the next.
  public var checkpointInterval = 1000

  /// Where the configuration stands, for `OUT.run.json`.
  public var configurationFile: String?

  /// Lists of duplicates that other runs over the same inputs have made, perhaps.
  var duplicateLists: [String] = []

  /// The output of the run that this one is the second try of.
  var retriedOutput: String?

  /// Set to stop early.
  public var interruption: Interruption?

  public init(pipeline: Pipeline, offsets: OffsetUnit, inputs: Inputs, output: String?, workers: Int) {
    self.pipeline = pipeline
    self.offsets = offsets
    self.inputs = inputs
    self.output = output
    self.workers = max(1, workers)
  }

  /// The cores of this machine.
  public static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// How the output is packed.
  public var packing: OutputCompression { compression ?? output.map { OutputCompression(fileName: $0) } ?? .none }

  /// What the inputs' paths are relative to.
  var folder: String { Self.currentFolder }

  /// Where the program was started.
  static var currentFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// Does it.
  ///
  /// - Parameters:
  ///   - prepare: Sees the first pass go on, where the inputs' options ask for one: documents and bytes read.
  ///   - prepared: Called behind it, with the number of duplicates and that of all documents.
  ///   - resume: Called before anything is done, with the ledger of an earlier call that this one goes on from.
  ///   - watch: Sees the ledger grow and the failures come, in the order of the input.
  public func callAsFunction(
    prepare: (Int, Int) -> Void = { _, _ in }, prepared: (Int, Int) -> Void = { _, _ in },
    resume: (Ledger) -> Void = { _ in },
    watch: (Ledger, Record?) -> Void = { _, _ in }
  ) async throws(OutputError) -> RunReport {
    if let output {
      try check(output)
      if let done = retriedOutput, Self.isOne(done, output) {
        throw OutputError(.create, "\(output): this is what is tried again, and would be lost; name another output")
      }
    }
    let survey = InputSurvey(inputs, output: output)
    let plain = RecordWriter(pipeline: pipeline, offsets: offsets, more: duplicatesText)
    let earlier = try appends ? OutputIDs(output, configuration: plain.configuration) : OutputIDs()
    var duplicates: DuplicateList?
    if inputs.options.duplicates.mode != .keep {
      let pass = FirstPass(run: self, survey: survey, earlier: earlier.table)
      duplicates = try await pass { prepare($0.documents, $0.bytes) }
      if duplicates == nil { return RunReport(ledger: Ledger(), isInterrupted: true, stoppedInFirstPass: true) }
      if let header = duplicates?.header { prepared(header.duplicates, header.documents) }
    }
    let session = try RunSession(self, survey, earlier, duplicates)
    if session.resumedAt != nil {
      resume(session.ledger)
      try session.skip()
    }
    let stopped = session.isComplete ? false : try await work(session, watch)
    if stopped {
      try session.stop()
    } else {
      try session.finish()
    }
    watch(session.ledger, nil)
    return RunReport(
      ledger: session.ledger, resumedAt: session.resumedAt, isInterrupted: stopped, kept: session.kept,
      duplicates: duplicates?.header.duplicates, files: survey.isRepeatable ? survey.files : nil,
      passedOver: session.passedOver,
      canGoOn: session.canGoOn, remains: stopped ? session.remains : nil)
  }

  /// What records depend on beside the pipeline; empty where duplicates are like all other documents.
  private var duplicatesText: String {
    let options = inputs.options.duplicates
    return options.mode == .keep ? "" : "duplicates \(options.mode.rawValue) by \(options.key.rawValue)\n"
  }

  /// Makes it a second try of what failed in another run.
  ///
  /// - Parameter output: The other run's, with its failures file beside it.
  public mutating func retry(_ output: String) throws(InputError) {
    selection = try Selection(failuresOf: output)
    retriedOutput = output
    duplicateLists.append(RunFiles(output).duplicates)
  }

  /// - Throws: Where the output is there and an input: it would be lost.
  public func check(_ output: String) throws(OutputError) {
    try inputs.check(output: output) { OutputIDs.begins($0) || StoredManifest(of: $0)?.isAbout($0) ?? false }
  }

  /// The inputs of the finished run whose records this one writes over, where they are others; `nil` elsewhere.
  public var replacedInputs: [String]? {
    guard let output, !appends, FilePath(output).status.map({ $0.size > 0 }) ?? false,
      let earlier = StoredManifest(of: output), earlier.isAbout(output)
    else { return nil }
    let others = earlier.inputsOfAllRuns.map { FilePath(earlier.folder).appending(FilePath($0)).text }
    let own = inputs.names.map { FilePath(folder).appending(FilePath($0)).text }
    return others == own ? nil : earlier.inputsOfAllRuns
  }

  private static func isOne(_ path: String, _ other: String) -> Bool {
    guard let one = FilePath(path).status, let two = FilePath(other).status else { return path == other }
    return one.device == two.device && one.node == two.node
  }

  /// - Throws: Where duplicates are asked for and the inputs cannot be read twice.
  public func checkFirstPass(_ survey: InputSurvey) throws(InputError) {
    guard inputs.options.duplicates.mode != .keep, !survey.isRepeatable else { return }
    throw InputError(
      "duplicates are found in a first pass, and the standard input cannot be read twice; "
        + "save it to a file, or say 'duplicates: keep' in pipeline.yml")
  }

  /// What writes the records.
  func writer(_ duplicates: DuplicateList?) -> RecordWriter {
    let list = duplicates.map { "list \($0.header.digest)\n" } ?? ""
    return RecordWriter(pipeline: pipeline, offsets: offsets, more: duplicatesText + list)
  }

  /// Reads, annotates and writes until the end, or until it is interrupted.
  ///
  /// - Returns: Whether it was interrupted.
  private func work(
    _ session: RunSession, _ watch: (Ledger, Record?) -> Void
  ) async throws(OutputError) -> Bool {
    let work = session.work
    let interruption = interruption
    var fault: OutputError?
    var isStopped = false
    await withTaskGroup(of: Finished.self) { group in
      var window = RunWindow(workers: workers)
      var working = 0
      // One batch is read ahead, so that a worker that is done gets its next before anything else happens.
      var next = session.nextBatch(window.begun)
      func beginWork() {
        // What cannot be read again is worked on as far as it was read; the reader ends there.
        if session.isResumable, interruption?.isRequested ?? false {
          isStopped = isStopped || next != nil
          return
        }
        while working < workers, let batch = next, window.hasRoom(for: batch) {
          group.addTask { batch.finished(work) }
          working += 1
          window.begin(batch)
          next = working < workers && session.isReady ? session.nextBatch(window.begun) : nil
        }
      }
      do throws(OutputError) {
        beginWork()
        while true {
          if next == nil && session.isReady && !isStopped {
            next = session.nextBatch(window.begun)
            beginWork()
          }
          guard working > 0 else {
            // Nothing is worked on: time to wait for whoever writes the standard input.
            try session.flushStream()
            if isStopped { break }
            next = next ?? session.nextBatch(window.begun)
            if next == nil { break }
            beginWork()
            continue
          }
          guard let finished = await group.next() else { break }
          working -= 1
          window.finish(finished)
          beginWork()
          while let finished = window.popNext() { try session.write(finished, watch: watch) }
          beginWork()
        }
      } catch {
        fault = error
        group.cancelAll()
      }
    }
    if let fault { throw fault }
    return isStopped || interruption?.hasCutInput ?? false
  }

  /// What the output's bytes depend on.
  func identity(_ survey: InputSurvey, configuration: String) -> RunIdentity {
    let base = appends ? output.flatMap { FilePath($0).status }.map { "to \($0.size) bytes of \($0.modified)" } : nil
    let retried = selection.sought.map { "\($0.order.count) documents, \($0.digest.hexadecimal)" }
    let options = inputs.options.parts.map { RunIdentity.Part(name: "input: \($0.name)", value: $0.value) }
    return RunIdentity(
      parts: [
        .init(name: "version", value: version),
        .init(name: "configuration", value: configuration),
        .init(
          name: "inputs",
          value: "\(survey.files) files, \(survey.bytes) bytes, names and times \(survey.digest.hexadecimal)"),
      ] + options + [
        .init(name: "compression", value: packing.rawValue),
        .init(name: "--shard", value: selection.shard?.description ?? "none"),
        .init(name: "--sample", value: selection.sample.map { "\($0)" } ?? "none"),
        .init(name: "--limit", value: limit.map(String.init) ?? "none"),
        .init(name: "--append", value: appends ? base ?? "to nothing" : "no"),
        .init(name: "retried", value: retried ?? "none"),
        .init(name: "documents per checkpoint", value: "\(checkpointInterval)"),
      ])
  }
}
