import Foundation
import Rapporteur
import RapporteurCrawl

/// Tells on the standard error how a run goes: a bar where that is a terminal, else a line every 30 seconds.
final class Progress {
  private let isQuiet: Bool
  private let isTerminal: Bool
  private let total: Int?
  /// When the run proper began.
  private var begin = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var failuresShown = 0
  /// What an earlier call had read.
  private var resumedBytes = 0

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
      FileHandle.standardError.write(
        Data(("\r\u{1B}[K" + bar(ledger.bytesRead) + line(ledger) + rest(ledger.bytesRead)).utf8))
    } else {
      Console.error(line(ledger) + rest(ledger.bytesRead))
    }
  }

  /// How far a pass has come that reads the inputs for something else than records.
  func prepare(_ documents: Int, _ bytes: Int, _ what: String = "first pass, for duplicates") {
    guard !isQuiet else { return }
    let now = ContinuousClock.now
    guard now - shown > (isTerminal ? .milliseconds(100) : .seconds(30)) else { return }
    shown = now
    let text = "\(what): \(documents) documents, \(megabytes(bytes)) MB"
    if isTerminal {
      FileHandle.standardError.write(Data(("\r\u{1B}[K" + bar(bytes) + text + rest(bytes)).utf8))
    } else {
      Console.error(text + rest(bytes))
    }
  }

  /// Says that the first pass is over, and what it found.
  func begin(_ duplicates: Int, of documents: Int) {
    wipe()
    if !isQuiet { Console.error("first pass: \(duplicates) of \(documents) documents repeat earlier ones") }
    begin = .now
    shown = .now
  }

  /// Says where an earlier run's work goes on.
  func resume(_ ledger: Ledger, output: String?) {
    resumedBytes = ledger.bytesRead
    guard !isQuiet, let output else { return }
    Console.error("Going on behind document \(ledger.read), which \(output).part holds already.")
  }

  /// The last lines: what was done, what took the time, what failed, what to type next.
  func finish(_ report: RunReport, output: String?) {
    guard !isQuiet else { return }
    wipe()
    if report.stoppedInFirstPass {
      return Console.error("Stopped in the first pass, which looks for duplicates; the same command begins it anew.")
    }
    let ledger = report.ledger
    let more = failuresShown - Self.mostFailures
    if more > 0 { Console.error("… and \(more) more that failed") }
    Console.error(line(ledger) + (output.map { report.isInterrupted ? "" : " -> \($0)" } ?? ""))
    if let slowest = ledger.times.slowest, ledger.read > 0 {
      Console.error("slowest: \(slowest.name), \(Int((slowest.share * 100).rounded())) % of the time")
    }
    if report.isInterrupted {
      let kept = report.kept.map { "\($0) documents are kept; the same command goes on behind them" }
      Console.error("Stopped. " + (kept ?? "Too little was done to keep; the same command begins anew") + ".")
      return
    }
    if !ledger.filtered.isEmpty {
      let reasons = Ledger.ranked(ledger.filtered).map { "\($0.count) \($0.name)" }
      Console.error("left out: " + reasons.joined(separator: ", "))
    }
    if !report.passedOver.isEmpty {
      let types = Ledger.ranked(report.passedOver).map { "\($0.count) \($0.name)" }
      Console.error("records without a page: " + types.joined(separator: ", "))
    }
    if ledger.read == 0 {
      let hint = "There is no file in the inputs. Names that begin with a dot are left out."
      Console.error(report.files == 0 ? hint : "There is no page in the inputs.")
    }
    guard let output else { return }
    if ledger.failed > 0 {
      let codes = Ledger.ranked(ledger.failures).prefix(5).map { "\($0.count) × \($0.name)" }
      Console.error("failed: \(codes.joined(separator: "; ")); see \(output).failures.jsonl")
      Console.error("next: rapporteur retry \(output) -o \(output).retried.jsonl")
    }
  }

  private func line(_ ledger: Ledger) -> String {
    let seconds = max((ContinuousClock.now - begin) / .seconds(1), 0.001)
    let bytes = ledger.bytesRead - resumedBytes
    let amounts = "\(megabytes(bytes)) MB in \(tenths(seconds)) s, \(tenths(Double(bytes) / 1_000_000 / seconds)) MB/s"
    let filtered = ledger.filteredCount > 0 ? " + \(ledger.filteredCount) left out" : ""
    return "\(ledger.read) read = \(ledger.annotated) annotated + \(ledger.failed) failed\(filtered); \(amounts)"
  }

  private func megabytes(_ bytes: Int) -> String { tenths(Double(bytes) / 1_000_000) }

  private func tenths(_ number: Double) -> String { String(format: "%.1f", number) }

  /// How long the rest takes at this rate.
  private func rest(_ bytes: Int) -> String {
    let done = bytes - resumedBytes
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    guard let total, done > 0, seconds > 2, total > bytes else { return "" }
    let left = Int(Double(total - bytes) / Double(done) * seconds)
    if left >= 3600 { return "; \(left / 3600) h \(left / 60 % 60) min left" }
    return left >= 60 ? "; \(left / 60) min left" : "; \(left) s left"
  }

  private func bar(_ bytes: Int) -> String {
    guard let total, total > 0 else { return "" }
    let share = min(1, Double(bytes) / Double(total))
    let full = Int(share * 20)
    let blocks = String(repeating: "█", count: full) + String(repeating: "░", count: 20 - full)
    return "\(blocks) \(Int(share * 100)) % "
  }

  /// Takes the bar away.
  func wipe() {
    if isTerminal && !isQuiet { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
