/// What a run did with its documents. It closes: read = annotated + failed + filtered.
public struct Ledger: Sendable, Equatable {
  public var annotated = 0
  public var failed = 0

  /// Passed over by HTTP status or media type.
  public var filtered = 0

  /// In the files, packed as they are there.
  public var bytesRead = 0

  public var bytesWritten = 0

  public init() {}

  /// The documents read.
  public var read: Int { annotated + failed + filtered }
}
