/// Why one document could not be annotated. It never stops a run.
public struct StageFailure: Error, Sendable, Equatable {
  /// The stage that gave up; `decoding` for what happens before the first.
  public var stage: String

  /// A word for machines: `unsupported_type`, `too_large` …
  public var code: String

  public var message: String

  public init(stage: String, code: String, message: String) {
    self.stage = stage
    self.code = code
    self.message = message
  }
}
