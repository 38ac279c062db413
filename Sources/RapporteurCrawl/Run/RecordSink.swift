internal import Glibc
internal import Rapporteur

/// Where the records go: annotated ones to the output, failed ones to the file beside it.
final class RecordSink {
  private let records: OutputFile
  private let failuresPath: String?
  private var failures: OutputFile?

  /// - Parameter path: The output; `nil` for the standard output. A stream, such as that or a device, takes failed
  ///   documents as well.
  init(_ path: String?) throws(OutputError) {
    guard let path else {
      records = OutputFile()
      failuresPath = nil
      return
    }
    records = try OutputFile(path)
    failuresPath = records.isStream ? nil : path + ".failures.jsonl"
  }

  func write(_ record: Record) throws(OutputError) {
    guard record.failure != nil, let failuresPath else { return try records.write(record.line) }
    if failures == nil { failures = try OutputFile(failuresPath) }
    try failures?.write(record.line)
  }

  /// Hands what was written to whoever waits for it at the other end of a stream.
  func flushStream() throws(OutputError) {
    if records.isStream { try records.flush() }
  }

  /// Gives the files their names. A failures file of an earlier run goes when this one has no failures.
  func finish() throws(OutputError) {
    try failures?.finish()
    if failures == nil, let failuresPath {
      unsafe FilePath(failuresPath).withCString { _ = unsafe unlink($0) }
    }
    try records.finish()
  }
}
