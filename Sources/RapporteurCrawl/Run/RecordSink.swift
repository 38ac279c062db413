internal import Rapporteur

/// Where the records go: annotated ones to the output, failed ones to the file beside it, with checkpoints of both.
final class RecordSink {
  /// Where the run goes on; `nil` for one that begins.
  private(set) var resumed: Checkpoint?

  /// The ids up to there.
  private(set) var resumedIDs: [IDHash] = []

  let records: OutputFile
  private(set) var failures: OutputFile?
  private let files: RunFiles?
  /// The hashes of the ids beside the output; none where nothing can be resumed.
  private var ids: OutputFile?
  private(set) var hasCheckpoint = false

  /// - Parameters:
  ///   - path: The output; `nil` for the standard output. A stream, such as that or a device, takes failed documents as
  ///     well.
  ///   - identity: `nil` where the run cannot be resumed.
  ///   - restarts: Whether what an earlier run left is thrown away.
  ///   - appends: Whether the output begins with what it holds already.
  init(
    _ path: String?, _ compression: OutputCompression, identity: RunIdentity?, restarts: Bool = false,
    appends: Bool = false
  ) throws(OutputError) {
    guard let path else {
      records = OutputFile(compression)
      files = nil
      return
    }
    records = try OutputFile(path, compression)
    if records.isStream {
      files = nil
      return
    }
    let files = RunFiles(path)
    self.files = files
    if let identity, !restarts, records.size > 0 || SmallFile.exists(files.checkpoint) {
      resumed = try Self.checkpoint(files, identity, size: records.size)
    }
    if let resumed {
      try goOn(from: resumed, files)
    } else {
      try begin(files, appends: appends, keepsIDs: identity != nil)
    }
  }

  /// The checkpoint that a run left; `nil` where it left none.
  ///
  /// - Throws: Where it belongs to another run.
  private static func checkpoint(
    _ files: RunFiles, _ identity: RunIdentity, size: Int
  ) throws(OutputError) -> Checkpoint? {
    guard let bytes = SmallFile.read(files.checkpoint) else { return nil }
    guard let found = Checkpoint(bytes), found.outputBytes <= size else { return nil }
    let changes = identity.changes(since: found.identity)
    if changes.isEmpty { return found }
    throw OutputError(
      .create,
      "\(files.partial): begun by another run; since then this has changed:\n  "
        + changes.joined(separator: "\n  ")
        + "\nGive the same again to go on, add --restart to begin anew, or name another output.")
  }

  private func begin(_ files: RunFiles, appends: Bool, keepsIDs: Bool) throws(OutputError) {
    // The checkpoint goes first: it must never speak of a file that was begun anew.
    for stale in [files.checkpoint, files.ids, files.failures + ".part", files.freshManifest] {
      SmallFile.remove(stale)
    }
    try records.cut(to: 0)
    if keepsIDs {
      ids = try OutputFile(lasting: files.ids)
    }
    guard appends else { return }
    if SmallFile.exists(files.output) { try records.copy(files.output) }
    if SmallFile.exists(files.failures) { try openFailures(at: 0).copy(files.failures) }
  }

  private func goOn(from checkpoint: Checkpoint, _ files: RunFiles) throws(OutputError) {
    hasCheckpoint = true
    if checkpoint.isComplete { return }
    try records.cut(to: checkpoint.outputBytes)
    records.isKept = true
    if checkpoint.failureBytes > 0 {
      _ = try openFailures(at: checkpoint.failureBytes)
    } else {
      SmallFile.remove(files.failures + ".part")
    }
    let bytes = Array((SmallFile.read(files.ids) ?? []).prefix(checkpoint.ids * 16))
    resumedIDs = IDHash.read(bytes)
    if resumedIDs.count != checkpoint.ids {
      throw OutputError(.create, "\(files.ids): shorter than the checkpoint says; begin anew with --restart")
    }
    let ids = try OutputFile(lasting: files.ids)
    try ids.cut(to: bytes.count)
    ids.isKept = true
    self.ids = ids
  }

  @discardableResult
  private func openFailures(at position: Int) throws(OutputError) -> OutputFile {
    if let failures { return failures }
    let file = try OutputFile(files?.failures ?? "")
    try file.cut(to: position)
    file.isKept = hasCheckpoint
    failures = file
    return file
  }

  func write(_ record: Record) throws(OutputError) {
    guard record.failure != nil, files != nil else { return try records.write(record.line) }
    try openFailures(at: 0).write(record.line)
  }

  /// Hands what was written to whoever waits for it at the other end of a stream.
  func flushStream() throws(OutputError) {
    if records.isStream { try records.flush() }
  }

  /// Ends the interval: packed files get the end of a frame, always at the same document.
  func endFrame() throws(OutputError) { try records.endFrame() }

  /// Puts everything on the disk and notes how far the run has come.
  ///
  /// - Parameter freshIDs: The hashes of the ids since the last checkpoint.
  func keep(_ checkpoint: Checkpoint, freshIDs: [UInt8]) throws(OutputError) {
    guard let files, let ids else { return }
    var checkpoint = checkpoint
    try records.flush()
    try failures?.flush()
    try ids.write(freshIDs)
    try ids.flush()
    try records.sync()
    try failures?.sync()
    try ids.sync()
    checkpoint.outputBytes = records.position
    checkpoint.failureBytes = failures?.position ?? 0
    try SmallFile.replace(files.checkpoint, checkpoint.json)
    hasCheckpoint = true
    records.isKept = true
    failures?.isKept = true
    ids.isKept = true
  }

  /// Leaves what was written, whole as far as it goes and without its name.
  func leave() throws(OutputError) {
    try records.complete()
    try failures?.complete()
    records.isKept = true
    failures?.isKept = true
  }

  /// Gives the files their names. A failures file of an earlier run goes when this one has no failures.
  ///
  /// - Parameters:
  ///   - checkpoint: Noted as complete first: killed between two names, the same command gives the others.
  ///   - manifest: The content of `OUT.run.json`.
  func finish(_ checkpoint: Checkpoint, freshIDs: [UInt8], manifest: () -> [UInt8]) throws(OutputError) {
    try records.complete()
    try failures?.complete()
    guard let files else { return }
    try SmallFile.write(files.freshManifest, manifest())
    var checkpoint = checkpoint
    checkpoint.isComplete = true
    try keep(checkpoint, freshIDs: freshIDs)
    try name(hasFailures: failures != nil)
  }

  /// Gives the names that a run which was killed at its very end did not.
  func name(hasFailures: Bool) throws(OutputError) {
    guard let files else { return }
    if !hasFailures {
      SmallFile.remove(files.failures)
    } else if let failures {
      try failures.name()
    } else if SmallFile.exists(files.failures + ".part") {
      try SmallFile.rename(files.failures + ".part", files.failures)
    }
    if SmallFile.exists(files.freshManifest) { try SmallFile.rename(files.freshManifest, files.manifest) }
    try records.name()
    SmallFile.remove(files.checkpoint)
    ids = nil
    SmallFile.remove(files.ids)
  }
}
