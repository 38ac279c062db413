internal import Rapporteur
internal import Synchronization

/// Lets large pages be annotated one at a time: a body of a few kilobytes may unpack to one, which nobody can tell before.
final class LargePages: Sendable {
  private static let leastBytes = 8 << 20
  private let turn = Mutex(())

  /// Does the work on the page, when its turn has come.
  func wait<Result: Sendable>(with page: Page, _ work: () -> Result) -> Result {
    let bytes =
      switch page.content {
      case .bytes(let bytes): bytes.count
      case .html(let text), .text(let text): text.utf8.count
      }
    return bytes < Self.leastBytes ? work() : turn.withLock { _ in work() }
  }
}
