import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur verify`: does the output answer for every document of the input?
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that outputs answer for every document of their inputs.",
    discussion: """
        rapporteur verify crawl/ --output records.jsonl
        rapporteur verify crawl/ --output 1.jsonl --output 2.jsonl     the shards of a run

      Every document must have its record (or its line in OUT.failures.jsonl), once,
      in order, made of the very bytes that the input holds; texts must be those that
      their hashes are of; one configuration must have made all. With OUT.run.json
      beside it, a file must be the one that the run wrote, to the byte. Exit code 0
      when all is well, 1 when something is not.
      """)

  @Argument(help: "Files, folders, globs, as they were given to run.")
  var input: [String]

  @Option(name: .shortAndLong, help: "A file of records; more than one for shards.")
  var output: [String]

  @Option(name: .shortAndLong, help: "The pipeline (default: ./pipeline.yml, else the built-in one).")
  var config: String?

  @Flag(name: .shortAndLong, help: "Say nothing when all is well.")
  var quiet = false

  func run() throws {
    do {
      let file = try PipelineFile.load(config)
      let found = try Verification(try Inputs(input, options: file.input.options), outputs: output)
      for fault in found.faults { Console.error(fault) }
      if found.faultCount > found.faults.count { Console.error("… and \(found.faultCount - found.faults.count) more") }
      if found.faultCount > 0 { throw Exit.failures }
      if !quiet { Console.error("All well: \(found.documents) documents, \(found.records) records answer for them.") }
    } catch {
      throw Exit.code(for: error)
    }
  }
}
