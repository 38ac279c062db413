import Foundation
import Rapporteur
import RapporteurCrawl

/// What a run would do, for `--dry-run`.
struct Plan {
  private let run: Run
  private let configuration: String?

  init(_ run: Run, configuration: String?) {
    self.run = run
    self.configuration = configuration
  }

  var text: String {
    let survey = InputSurvey(run.inputs, output: run.output)
    var lines = survey.roots.map { root in
      root.name == "-" ? "read      the standard input" : "read      \(root.name): \(amount(root.files, root.bytes))"
    }
    if survey.roots.count > 1 { lines.append("in all    \(amount(survey.files, survey.bytes))") }
    let stages = run.pipeline.stages.map(\.name).joined(separator: ", ")
    lines.append("pipeline  \(configuration ?? "the built-in one"): \(stages)")
    var selection: [String] = []
    if let shard = run.selection.shard { selection.append("part \(shard)") }
    if let sample = run.selection.sample { selection.append("a sample of \(sample)") }
    if let limit = run.limit { selection.append("\(limit) at most") }
    if run.appends { selection.append("those whose id the output does not have") }
    lines.append("take      " + (selection.isEmpty ? "every document" : selection.joined(separator: ", ")))
    let options = run.inputs.options
    lines.append(
      "keep      HTTP status \(options.statusTexts.joined(separator: ", ")); \(options.mediaTypes.joined(separator: ", "))"
    )
    if options.duplicates.mode != .keep {
      let what = "\(options.duplicates.mode.rawValue), by \(options.duplicates.key.rawValue)"
      lines.append("duplicate \(what); a first pass reads everything before the run does")
    }
    lines.append("workers   \(run.workers)")
    if let output = run.output {
      lines.append("write     \(output)" + (run.packing == .none ? "" : " (\(run.packing.rawValue))"))
      lines.append("beside    \(output).run.json, and \(output).failures.jsonl for documents that fail")
      let files = FileManager.default
      if files.fileExists(atPath: output + ".part.checkpoint") {
        lines.append("go on     \(output).part is there: the run goes on from it, if nothing has changed")
      } else if files.fileExists(atPath: output), !run.appends {
        lines.append("replace   \(output) is there: it is replaced when the run is done")
      }
    } else {
      lines.append("write     the standard output")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func amount(_ files: Int, _ bytes: Int) -> String {
    "\(files) \(files == 1 ? "file" : "files"), " + String(format: "%.1f MB", Double(bytes) / 1_000_000)
  }
}
