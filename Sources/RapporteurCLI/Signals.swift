import Foundation
import RapporteurCrawl

/// What the program does when it is told to stop.
enum Signals {
  /// Set by the first SIGINT or SIGTERM after `catchStops`.
  static let stop = Interruption()

  /// From now on the first SIGINT or SIGTERM asks for an end, and the second is one.
  static func catchStops() {
    // Made before a signal can come: the handler only sets it.
    _ = stop.isRequested
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { _ in Signals.stop.request() }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      _ = unsafe sigaction(number, &action, nil)
    }
  }

  /// A file that may not grow any more is an error to report, not the end of the program.
  static func ignoreFileSizeLimit() { _ = signal(SIGXFSZ, SIG_IGN) }
}
