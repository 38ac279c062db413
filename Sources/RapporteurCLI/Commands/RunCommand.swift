import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur run`: the main job.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Annotate pages: files, folders, globs in, a line of JSON a page out.",
    discussion: """
      INPUT is HTML, text or JSON Lines (objects with 'html' or 'text', and perhaps
      'id', 'url', 'date'), each also gzipped: what a file is, its content tells.
      Without INPUT the pages that pipeline.yml names are read.

        rapporteur run                              what pipeline.yml says
        rapporteur run pages/ -o records.jsonl      a folder
        rapporteur run crawl.jsonl.gz -c news.yml   with another pipeline
        curl -s https://example.org | rapporteur run -

      Documents that fail are written to OUT.failures.jsonl and never stop the run;
      on the standard output their records stand in their places.
      """)

  @Argument(help: "Files, folders, globs, or - for the standard input.")
  var input: [String] = []

  @Option(name: .shortAndLong, help: "The pipeline (default: ./pipeline.yml, else the built-in one).")
  var config: String?

  @Option(name: .shortAndLong, help: "The file of records, or - for the standard output.")
  var output: String?

  @Option(name: .shortAndLong, help: "How many documents at a time, or auto for one a core.")
  var workers: String?

  @Option(help: "How many documents may fail before the exit code is 1.")
  var maxFailures = 0

  @Flag(name: .shortAndLong, help: "No progress, no summary.")
  var quiet = false

  func validate() throws {
    if let workers, workers != "auto", Int(workers).map({ !(1...1024).contains($0) }) ?? true {
      throw ValidationError("--workers takes auto or a whole number from 1 to 1024, not '\(workers)'.")
    }
    if maxFailures < 0 { throw ValidationError("--max-failures takes a number from 0.") }
  }

  func run() async throws {
    do {
      let file = try PipelineFile.load(config)
      let run = try plan(file)
      let progress = Progress(isQuiet: quiet, total: run.inputs.bytes)
      let ledger = try await run { ledger, failed in progress.show(ledger, failed) }
      progress.finish(ledger, output: run.output)
      if ledger.failed > maxFailures { throw Exit.failures }
    } catch {
      throw Exit.code(for: error)
    }
  }

  /// The run that the file and the command line ask for; the command line outranks the file.
  private func plan(_ file: PipelineFile) throws -> Run {
    let inputs: Inputs
    if !input.isEmpty {
      inputs = try Inputs(input, options: file.input.options)
    } else if !file.input.paths.isEmpty {
      inputs = try Inputs(file.input.paths, in: file.folder, options: file.input.options)
    } else {
      throw ValidationError("Nothing to read: name an INPUT, or put 'input: {paths: [...]}' in pipeline.yml.")
    }
    var path = output ?? file.output.map { file.folder.appending(FilePath($0)).text }
    if path == "-" { path = nil }
    let count = workers.map { Int($0) } ?? file.workers
    return Run(
      pipeline: file.pipeline, offsets: file.offsets, inputs: inputs, output: path, workers: count ?? Run.coreCount)
  }
}
