import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur verify`: does the output answer for every document of the input?
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that outputs answer for every document of their inputs.",
    discussion: """
        rapporteur verify crawl/ --output records.jsonl
        rapporteur verify crawl/ --output 1.jsonl --output 2.jsonl    all shards

      Every document must have its record (or its line in OUT.failures.jsonl), once,
      in order, made of the very bytes that the input holds; texts must be those that
      their hashes are of; one configuration must have made all. With OUT.run.json
      beside it, a file must be the one that the run wrote, to the byte. Where the
      pipeline looks for duplicates, they must be marked or left out as it says. Exit
      code 0 when all is well, 1 when something is not.
      """)

  @Argument(help: "Files, folders, globs, as they were given to run.", completion: .file())
  var input: [String]

  @Option(name: .shortAndLong, help: "A file of records; more than one for shards.", completion: .file())
  var output: [String] = []

  @Option(name: .shortAndLong, help: "The pipeline (default: that of the run).", completion: .pipeline)
  var config: String?

  @Flag(name: .shortAndLong, help: "Say nothing when all is well.")
  var quiet = false

  func validate() throws {
    if output.isEmpty {
      let names = input.count > 1 ? "\(input.dropLast().joined(separator: " ")) --output \(input[input.count - 1])" : ""
      let example = names.isEmpty ? "\(input.first ?? "crawl/") --output records.jsonl" : names
      throw ValidationError("Name the records that answer for them with --output: rapporteur verify \(example)")
    }
  }

  func run() async throws {
    do {
      let manifest = output.first.flatMap { StoredManifest(of: $0) }
      let file = try PipelineFile.load(config ?? manifest?.configurationPath)
      let inputs = try Inputs(input, options: file.input.options)
      let run = Run(
        pipeline: file.pipeline, offsets: file.offsets, inputs: inputs, output: output.first,
        workers: file.workers ?? Run.coreCount)
      let progress = Progress(isQuiet: quiet, total: inputs.bytes)
      let found = try await Verification(run, outputs: output) { progress.prepare($0, $1) }
      progress.wipe()
      for fault in found.faults { Console.error(fault) }
      if found.faultCount > found.faults.count { Console.error("… and \(found.faultCount - found.faults.count) more") }
      if found.faultCount > 0 { throw Exit.failures }
      let left = found.duplicates > 0 ? " \(found.duplicates) duplicates have none." : ""
      if !quiet {
        let scope = found.scope.isEmpty ? "" : " Checked: \(found.scope.joined(separator: "; "))."
        Console.error(
          "All well: \(found.documents) documents, \(found.records) records answer for them.\(left)\(scope)")
      }
    } catch {
      throw Exit.code(for: error)
    }
  }
}
