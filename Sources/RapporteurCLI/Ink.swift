import Foundation

/// Colours for eyes: on a terminal, and not where NO_COLOR is set (no-color.org).
struct Ink {
  private let isOn: Bool

  init() {
    let environment = ProcessInfo.processInfo.environment
    let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    isOn = isatty(STDOUT_FILENO) == 1 && !isRefused
  }

  /// Whether there are colours.
  var isColoured: Bool { isOn }

  func strong(_ text: String) -> String { paint(text, "1") }
  func faint(_ text: String) -> String { paint(text, "2") }
  func cut(_ text: String) -> String { paint(text, "31") }
  func cue(_ text: String) -> String { paint(text, "33") }
  func person(_ text: String) -> String { paint(text, "36") }
  func place(_ text: String) -> String { paint(text, "32") }
  func thing(_ text: String) -> String { paint(text, "35") }
  func value(_ text: String) -> String { paint(text, "34") }

  private func paint(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
