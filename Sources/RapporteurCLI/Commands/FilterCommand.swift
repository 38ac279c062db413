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
        rdd.pipe('rapporteur filter', checkCode=True)     in Spark
      """)

  @Option(name: .shortAndLong, help: "The pipeline (default: ./pipeline.yml, else the built-in one).")
  var config: String?

  @Option(name: .shortAndLong, help: "How many documents at a time.")
  var workers = 1

  func validate() throws {
    if !(1...1024).contains(workers) { throw ValidationError("--workers takes a whole number from 1 to 1024.") }
  }

  func run() async throws {
    do {
      let file = try PipelineFile.load(config)
      let run = Run(
        pipeline: file.pipeline, offsets: file.offsets, inputs: .lines(file.input.options), output: nil,
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
