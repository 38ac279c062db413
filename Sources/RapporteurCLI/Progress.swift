import Foundation
import Rapporteur
import RapporteurCrawl

/// Tells on the standard error how a run goes: a bar where that is a terminal, else a line every 30 seconds.
final class Progress {
  private let isQuiet: Bool
  private let isTerminal = ProgressBar.isPossible
  private let total: Int?
  /// When the run proper began.
  private var begin = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var failuresShown = 0
  /// What an earlier call had read.
  private var resumed = Ledger()

  /// Failures told one by one; the rest stand in the failures file.
  private static let mostFailures = 20

  /// - Parameter total: The bytes of all inputs, where they are known.
  init(isQuiet: Bool, total: Int?) {
    self.isQuiet = isQuiet
    self.total = total
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
    guard isTime else { return }
    if isTerminal {
      let failures = ledger.failed > 0 ? ", \(ledger.failed) failed" : ""
      show("\(ledger.read) documents\(failures), \(rates(ledger))\(rest(ledger.bytesRead))", ledger.bytesRead)
    } else {
      let of = total.map { " of \(megabytes($0))" } ?? ""
      Console.error("\(sum(ledger)); \(megabytes(ledger.bytesRead))\(of) MB, \(rates(ledger))\(rest(ledger.bytesRead))")
    }
  }

  /// How far a pass has come that reads the inputs for something else than records.
  func prepare(_ documents: Int, _ bytes: Int, _ what: String = "first pass, for duplicates") {
    guard !isQuiet, isTime else { return }
    let text = "\(what): \(documents) documents\(rest(bytes))"
    if isTerminal { show(text, bytes) } else { Console.error(text) }
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
    resumed = ledger
    guard !isQuiet, let output else { return }
    Console.error("Going on behind document \(ledger.read), which \(output).part holds already.")
  }

  /// The last lines: what was done, what took the time, what failed, what to type next.
  ///
  /// - Parameters:
  ///   - inputs: Of all runs that made the output, as they were named; `nil` where some are not known.
  ///   - first: The output of the run that was tried again.
  ///   - configuration: The pipeline, where it is not the one that the first output tells.
  func finish(
    _ report: RunReport, output: String?, inputs: [String]?, after first: String? = nil, configuration: String? = nil
  ) {
    guard !isQuiet else { return }
    wipe()
    if report.stoppedInFirstPass {
      return Console.error("Stopped in the first pass, which looks for duplicates; the same command begins it anew.")
    }
    let ledger = report.ledger
    let more = failuresShown - Self.mostFailures
    if more > 0 { Console.error("… and \(more) more that failed") }
    let target = output.map { report.isInterrupted ? "" : " -> \($0)" } ?? ""
    let amount = "\(megabytes(ledger.bytesRead - resumed.bytesRead)) MB in \(duration(seconds)), \(rates(ledger))"
    Console.error("\(sum(ledger)); \(amount)\(target)")
    if let slowest = ledger.times.slowest, ledger.read > 0 {
      Console.error("slowest: \(slowest.name), \(Int((slowest.share * 100).rounded())) % of the time")
    }
    if report.isInterrupted && !report.canGoOn {
      let remains = report.remains.map { ", and \($0) holds what was done" } ?? ""
      Console.error("Stopped before the end. There is nothing to go on from: the same command begins anew\(remains).")
      return
    }
    if report.isInterrupted {
      let kept = report.kept.map { "\($0) documents are kept; the same command goes on behind them" }
      Console.error("Stopped. " + (kept ?? "Too little was done to keep; the same command begins anew") + ".")
      return
    }
    if !ledger.filtered.isEmpty { Console.error("left out: " + list(ledger.filtered, " ")) }
    if !report.passedOver.isEmpty { Console.error("records without a page: " + list(report.passedOver, " ")) }
    if ledger.read == 0 { Console.error(nothing(report)) }
    guard let output else { return }
    if ledger.failed > 0 {
      Console.error("failed: \(list(ledger.failures, " × ", "; ")); see \(output).failures.jsonl")
    }
    let next = Advice.next(ledger, output: output, inputs: inputs, after: first, configuration: configuration)
    if let next { Console.error(next) }
  }

  /// Takes the bar away.
  func wipe() {
    if isTerminal && !isQuiet { ProgressBar.wipe() }
  }

  private var seconds: Double { max((ContinuousClock.now - begin) / .seconds(1), 0.001) }

  /// Whether something is to be shown again.
  private var isTime: Bool {
    let now = ContinuousClock.now
    guard now - shown > (isTerminal ? .milliseconds(100) : .seconds(30)) else { return false }
    shown = now
    return true
  }

  private func show(_ text: String, _ bytes: Int) {
    ProgressBar.show(total.flatMap { $0 > 0 ? Double(bytes) / Double($0) : nil }, text)
  }

  private func sum(_ ledger: Ledger) -> String {
    let filtered = ledger.filteredCount > 0 ? " + \(ledger.filteredCount) left out" : ""
    return "\(ledger.read) read = \(ledger.annotated) annotated + \(ledger.failed) failed\(filtered)"
  }

  private func rates(_ ledger: Ledger) -> String {
    let bytes = Double(ledger.bytesRead - resumed.bytesRead)
    let documents = Double(ledger.read - resumed.read) / seconds
    let number = documents < 10 ? tenths(documents) : "\(Int(documents.rounded()))"
    return "\(tenths(bytes / 1_000_000 / seconds)) MB/s, \(number) documents/s"
  }

  /// How long the rest takes at this rate.
  private func rest(_ bytes: Int) -> String {
    let done = bytes - resumed.bytesRead
    guard let total, done > 0, seconds > 2, total > bytes else { return "" }
    return "; \(duration((Double(total - bytes) / Double(done) * seconds).rounded())) left"
  }

  private func duration(_ seconds: Double) -> String {
    let whole = Int(seconds)
    if whole >= 3600 { return "\(whole / 3600) h \(whole / 60 % 60) min" }
    if whole >= 60 { return "\(whole / 60) min \(whole % 60) s" }
    return seconds == seconds.rounded() ? "\(whole) s" : "\(tenths(seconds)) s"
  }

  /// The five largest counts.
  private func list(_ counts: [String: Int], _ sign: String, _ separator: String = ", ") -> String {
    let ranked = Ledger.ranked(counts)
    let rest = ranked.dropFirst(5).reduce(0) { $0 + $1.count }
    let shown = ranked.prefix(5).map { "\($0.count)\(sign)\($0.name)" } + (rest > 0 ? ["\(rest) others"] : [])
    return shown.joined(separator: separator)
  }

  private func nothing(_ report: RunReport) -> String {
    let hint = "There is no file in the inputs. Names that begin with a dot are left out."
    return report.files == 0 ? hint : "There is no page in the inputs."
  }

  private func megabytes(_ bytes: Int) -> String { tenths(Double(bytes) / 1_000_000) }

  private func tenths(_ number: Double) -> String { String(format: "%.1f", number) }
}
