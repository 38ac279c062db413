import Foundation
import Rapporteur
import RapporteurCrawl

/// Tells on the standard error how a run goes: a bar where that is a terminal, else a line every 30 seconds.
final class Progress {
  private let isQuiet: Bool
  private let isTerminal: Bool
  private let total: Int?
  private let begin = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var failuresShown = 0

  /// Failures told one by one; the rest stand in the failures file.
  private static let mostFailures = 20

  /// - Parameter total: The bytes of all inputs, where they are known.
  init(isQuiet: Bool, total: Int?) {
    self.isQuiet = isQuiet
    self.total = total
    isTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// What the run has done so far, and the record of a document that failed just now.
  func show(_ ledger: Ledger, _ failed: Record?) {
    guard !isQuiet else { return }
    if let failed, let failure = failed.failure {
      failuresShown += 1
      if failuresShown <= Self.mostFailures {
        wipe()
        Console.error("\(failed.id): \(failure.message) (\(failure.stage), \(failure.code))")
      }
    }
    let now = ContinuousClock.now
    guard now - shown > (isTerminal ? .milliseconds(100) : .seconds(30)) else { return }
    shown = now
    if isTerminal {
      FileHandle.standardError.write(Data(("\r\u{1B}[K" + bar(ledger) + line(ledger)).utf8))
    } else {
      Console.error(line(ledger))
    }
  }

  /// The last line.
  func finish(_ ledger: Ledger, output: String?) {
    guard !isQuiet else { return }
    wipe()
    let more = failuresShown - Self.mostFailures
    if more > 0 { Console.error("… and \(more) more that failed") }
    Console.error(line(ledger) + (output.map { " -> \($0)" } ?? ""))
    if ledger.failed > 0, let output { Console.error("what failed stands in \(output).failures.jsonl") }
  }

  private func line(_ ledger: Ledger) -> String {
    let seconds = max((ContinuousClock.now - begin) / .seconds(1), 0.001)
    let megabytes = Double(ledger.bytesRead) / 1_000_000
    let amounts = String(format: "%.1f MB in %.1f s, %.1f MB/s", megabytes, seconds, megabytes / seconds)
    let filtered = ledger.filtered > 0 ? " + \(ledger.filtered) filtered" : ""
    return "\(ledger.read) read = \(ledger.annotated) annotated + \(ledger.failed) failed\(filtered); \(amounts)"
  }

  private func bar(_ ledger: Ledger) -> String {
    guard let total, total > 0 else { return "" }
    let share = min(1, Double(ledger.bytesRead) / Double(total))
    let full = Int(share * 20)
    let blocks = String(repeating: "█", count: full) + String(repeating: "░", count: 20 - full)
    return "\(blocks) \(Int(share * 100)) % "
  }

  private func wipe() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
