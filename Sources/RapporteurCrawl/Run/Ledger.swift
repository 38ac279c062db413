/// What a run did with its documents. It closes: read = annotated + failed.
public struct Ledger: Sendable, Equatable {
  public var annotated = 0
  public var failed = 0

  /// In the files, packed as they are there.
  public var bytesRead = 0

  public var bytesWritten = 0

  public init() {}

  /// The documents read.
  public var read: Int { annotated + failed }
}
