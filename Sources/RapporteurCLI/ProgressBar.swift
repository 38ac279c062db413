import Foundation

/// One line on the terminal that is written over and over.
struct ProgressBar {
  /// Whether the standard error is a terminal that can do that.
  static let isPossible = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Shows how much is done, from 0 to 1 where that is known, and what: as much of it as the line holds.
  static func show(_ share: Double?, _ text: String) {
    var line = text
    if let share {
      let full = Int(min(1, max(0, share)) * 20)
      let blocks = String(repeating: "█", count: full) + String(repeating: "░", count: 20 - full)
      line = "\(blocks) \(Int(min(1, share) * 100)) % \(text)"
    }
    // A line that wraps could not be written over.
    write("\r\u{1B}[K" + line.prefix(width - 1))
  }

  /// Takes the line away.
  static func wipe() { write("\r\u{1B}[K") }

  /// The columns of the terminal.
  private static var width: Int {
    var size = winsize()
    let isKnown = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 20 ? Int(size.ws_col) : 80
  }

  private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
