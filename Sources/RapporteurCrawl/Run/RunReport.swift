/// How a run ended.
public struct RunReport: Sendable {
  public var ledger: Ledger

  /// The documents that an earlier call had done.
  public var resumedAt: Int?

  /// Whether it was asked to stop before the end.
  public var isInterrupted = false

  /// The documents that are kept when it was: the same command goes on behind them. `nil` where it begins anew.
  public var kept: Int?

  /// The documents of all inputs that repeat earlier ones; `nil` where nobody looked for them.
  public var duplicates: Int?

  /// The files of the inputs; `nil` where the standard input is one of them.
  public var files: Int?

  /// The records of archives that hold no page, by their type.
  public var passedOver: [String: Int] = [:]

  /// Whether the same command goes on where this run stopped: not from a stream, nor into one.
  public var canGoOn = true

  /// The unfinished file that holds what was done, where nothing goes on from it.
  public var remains: String?

  /// Whether it was asked to stop before the run proper began.
  public var stoppedInFirstPass = false
}
