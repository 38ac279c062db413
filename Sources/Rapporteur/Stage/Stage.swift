/// One step of the pipeline.
///
/// A stage is a value without shared state: it asks no clock, no random numbers and no network, so the same document
/// gives the same result on every machine and with any number of workers.
public protocol Stage: Sendable {
  /// Its key in pipeline.yml.
  static var name: String { get }

  /// One sentence for `rapporteur stages`.
  static var summary: String { get }

  /// What must have been written before it.
  static var reads: Set<Layer> { get }

  /// What makes its work better and may be missing.
  static var uses: Set<Layer> { get }

  /// What it writes, and nothing else.
  static var writes: Set<Layer> { get }

  /// Declares its options and reads their values; faults are collected in `options`.
  init(_ options: inout Options)

  /// Annotates one document.
  func process(_ document: inout Document) throws(StageFailure)
}

extension Stage {
  public static var uses: Set<Layer> { [] }
}
