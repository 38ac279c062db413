internal import Synchronization

/// Asks a run to finish the documents in hand, keep them and stop.
public final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)
  private let cut = Atomic<Bool>(false)

  public init() {}

  /// May be called from a signal handler.
  public func request() { flag.store(true, ordering: .relaxed) }

  public var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Whether a stream was left before its end: the document that was being read is not whole.
  var hasCutInput: Bool { cut.load(ordering: .relaxed) }

  func cutInput() { cut.store(true, ordering: .relaxed) }
}
