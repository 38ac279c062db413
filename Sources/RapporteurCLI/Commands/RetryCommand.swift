import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur retry`: the failures of a run once more.
struct RetryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Try the documents that failed in a run once more, into an output of their own.",
    discussion: """
        rapporteur retry records.jsonl -o retried.jsonl
        rapporteur retry records.jsonl -o retried.jsonl -c larger-limits.yml

      OUT.failures.jsonl says which documents, OUT.run.json where the inputs are. The
      records keep their ids: the two outputs together answer for every document.
      """)

  @Argument(help: ArgumentHelp("The output of the run.", valueName: "out"), completion: .file())
  var done: String

  @Option(name: .shortAndLong, help: "The file of records, or - for the standard output.", completion: .file())
  var output: String

  @Option(name: .shortAndLong, help: "The pipeline (default: that of the run).", completion: .pipeline)
  var config: String?

  @OptionGroup var options: RunOptions

  func run() async throws {
    do {
      guard let manifest = StoredManifest(of: done) else {
        throw InputError(
          "\(done).run.json: not there, or no manifest of a run. Name the output of a run as it was given with -o; "
            + "what stands beside it says where the inputs are.")
      }
      guard manifest.hasFailures else {
        if !options.quiet {
          Console.error("Nothing failed in the run that wrote \(done): there is nothing to try again.")
        }
        return
      }
      let path = config ?? manifest.configurationPath
      let file = try PipelineFile.load(path)
      let inputs = try Inputs(manifest.inputsOfAllRuns, in: FilePath(manifest.folder), options: file.input.options)
      var planned = Run(
        pipeline: file.pipeline, offsets: file.offsets, inputs: inputs, output: output == "-" ? nil : output,
        workers: options.workerCount(file))
      try planned.retry(done)
      planned.configurationFile = path
      if !options.quiet { Console.error("Trying \(planned.selection.retriedCount) documents again.") }
      try await options.execute(planned, after: done, configuration: config)
    } catch {
      throw Exit.code(for: error)
    }
  }
}
