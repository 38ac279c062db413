import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur filter`: one record out for every line in.
struct FilterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Annotate JSON Lines: one record out for every line in, in the same order.",
    discussion: """
      A line is an object with 'html' or 'text', and perhaps 'id', 'url', 'date'. A
      line that cannot be annotated gets its record too, with "status":"failed". Exit
      code 0 means that every line got its record.

        rapporteur filter < pages.jsonl > records.jsonl
        zcat pages.jsonl.gz | rapporteur filter -w 4 | gzip > records.jsonl.gz
        tail -c +5001 a.jsonl | rapporteur filter --path a.jsonl --offset 5000

      With --path and --offset the lines are a part of a file that somebody else has
      cut up, and the records are those of that file: what 'run' makes of it, and
      'verify' checks. Blank lines are then passed over. integrations/spark does so.
      """)

  @Argument(help: .hidden)
  var files: [String] = []

  @Option(
    name: .shortAndLong, help: "The pipeline (default: ./pipeline.yml, else the built-in one).", completion: .pipeline)
  var config: String?

  @Option(name: .shortAndLong, help: "How many documents at a time.")
  var workers = 1

  @Option(help: "The file that the lines are a part of, as the records are to name it.", completion: .file())
  var path: String?

  @Option(help: "With --path: where in that file the lines begin, in bytes.")
  var offset: Int?

  func validate() throws {
    if let file = files.first {
      throw ValidationError("filter reads the standard input: rapporteur filter < \(file)")
    }
    if offset != nil && path == nil { throw ValidationError("--offset is a place in a file: name it with --path.") }
    if let offset, offset < 0 { throw ValidationError("--offset takes a number of bytes from 0.") }
    if !(1...1024).contains(workers) { throw ValidationError("--workers takes a whole number from 1 to 1024.") }
  }

  func run() async throws {
    do {
      let part = path.map { Inputs.Part(path: $0, offset: offset ?? 0) }
      let file = try PipelineFile.load(config)
      let run = Run(
        pipeline: file.pipeline, offsets: file.offsets, inputs: .lines(file.input.options, of: part), output: nil,
        workers: workers)
      try run.checkFirstPass(InputSurvey(run.inputs, output: nil))
      var damage: StageFailure?
      _ = try await run(watch: { _, failed in
        if let failure = failed?.failure, CrawlReader.losesDocuments(failure) { damage = failure }
      })
      if let damage {
        Console.error("rapporteur: standard input: \(damage.message)")
        throw Exit.input
      }
    } catch {
      throw Exit.code(for: error)
    }
  }
}
