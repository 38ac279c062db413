import ArgumentParser
import Foundation
import Rapporteur
import RapporteurCrawl

/// `rapporteur view`: records as one page to read them in.
struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Write records as one page to read them in: names, statements, points, charts, failures.",
    discussion: """
        rapporteur view records.jsonl -o report.html
        rapporteur view 1.jsonl.zst 2.jsonl.zst -o may.html --title "Readouts of May"
        rapporteur view records.jsonl -o first.html --limit 500

      The page needs no network and no other file: any browser since 2024 opens it,
      and it can be sent as it is. It has the texts, the annotations, what was removed
      (where records hold it, with keep_removed: true), and the failures and counts
      that 'run' keeps beside OUT. Press ? in it for its keys.
      """)

  @Argument(help: ArgumentHelp("Files of records (.gz and .zst too), or -.", valueName: "out"), completion: .file())
  var outputs: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The page.", valueName: "file"), completion: .file(extensions: ["html"]))
  var output: String

  @Option(help: "The page's title (default: the names of the files).")
  var title: String?

  @Option(help: "The first so many documents, and no more.")
  var limit: Int?

  @Flag(help: "Replace a file that is there and is no report.")
  var force = false

  @Flag(name: .shortAndLong, help: "No summary.")
  var quiet = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a whole number from 1.") }
  }

  func run() throws {
    do {
      var records = try RecordReader(outputs, refusesRepeats: true)
      try checkOutput()
      Signals.ignoreFileSizeLimit()
      let file = try OutputFile(output)
      try file.cut(to: 0)
      var report = try Report(file, title: title ?? defaultTitle)
      var annotated: Set<String> = []
      while report.documents < limit ?? .max, let record = try records.next() {
        if record["status"].name != "failed" { annotated.insert(record.id) }
        try report.add(record)
      }
      try addFailures(to: &report, without: annotated)
      for output in outputs where output != "-" {
        if let run = RunSummary(of: output) { report.add(run) }
      }
      try report.finish()
      try file.complete()
      try file.name()
      if !quiet { summarise(report) }
    } catch {
      throw Exit.code(for: error)
    }
  }

  /// The failures that runs keep beside their outputs, but for documents that a later run annotated.
  private func addFailures(to report: inout Report, without annotated: Set<String>) throws {
    var known = annotated
    let files = outputs.filter { $0 != "-" }.map { RunFiles($0).failures }
    let found = files.filter { SmallFile.exists($0) && !outputs.contains($0) }
    var failures = try RecordReader(found)
    while report.documents < limit ?? .max, let record = try failures.next() {
      if known.insert(record.id).inserted { try report.add(record) }
    }
  }

  private func checkOutput() throws(OutputError) {
    if outputs.contains(output) {
      throw OutputError(.create, "\(output): this is one of the records' files; name another one for the page with -o")
    }
    guard !force, let file = FileHandle(forReadingAtPath: output) else { return }
    let head = (try? file.read(upToCount: Report.mark.utf8.count)) ?? Data()
    if !head.isEmpty && head != Data(Report.mark.utf8) {
      let remedy = "--force replaces it, or name another file with -o"
      throw OutputError(.create, "\(output): there already, and no report of this program; \(remedy)")
    }
  }

  private var defaultTitle: String {
    let names = outputs.prefix(3).map { $0 == "-" ? "Records" : FilePath($0).lastComponent.text }
    return names.joined(separator: ", ") + (outputs.count > 3 ? " and \(outputs.count - 3) more" : "")
  }

  private func summarise(_ report: Report) {
    let failed = report.failed > 0 ? ", \(report.failed) of them failed" : ""
    let attributes = try? FileManager.default.attributesOfItem(atPath: output)
    let bytes = (attributes?[.size] as? Int) ?? 0
    let size = bytes < 1_000_000 ? "\(bytes / 1000) kB" : String(format: "%.1f MB", Double(bytes) / 1e6)
    Console.error("\(report.documents) document\(report.documents == 1 ? "" : "s")\(failed), \(size) -> \(output)")
  }
}
