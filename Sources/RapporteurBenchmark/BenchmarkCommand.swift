import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// The command line.
@main
struct BenchmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur-benchmark",
    abstract: "Measures how fast pages are annotated, beside libxml2 and ICU alone on the same pages.",
    discussion: """
      INPUT is what 'rapporteur run' takes: a folder, HTML, text, JSON Lines, gzip.
      It is read into memory first; one worker annotates it with the built-in
      pipeline, so many rounds, and the medians are printed.

        rapporteur-benchmark samples/pages
        rapporteur-benchmark crawl.jsonl.gz --rounds 5
        rapporteur-benchmark --memory 1000000    how memory grows with pages
        rapporteur-benchmark --read crawl.warc.gz    reading, beside gzip -dc
        rapporteur-benchmark crawl.warc.gz --workers 2    how much faster two are
      """)

  @Argument(help: "Files, folders or globs.")
  var input: [String] = []

  @Option(help: "How often everything is measured.")
  var rounds = 3

  @Flag(help: "The texts are clean: the verbatim stage in place of boilerplate.")
  var verbatim = false

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  @Option(help: "Annotate so many generated pages instead, and print the peak of memory.")
  var memory: Int?

  @Option(help: "Read the documents of this file instead, without annotating them, beside gzip -dc and zlib.")
  var read: String?

  @Option(help: "Run over INPUT with one worker and with so many instead, in turns.")
  var workers: Int?

  func validate() throws {
    if rounds < 1 { throw ValidationError("--rounds takes a number from 1.") }
    if let memory, memory < 10 { throw ValidationError("--memory takes a number from 10.") }
    if let workers, workers < 2 { throw ValidationError("--workers takes a number from 2.") }
    if memory == nil && read == nil && input.isEmpty {
      throw ValidationError("Name a file or folder of pages, or --memory, or --read.")
    }
  }

  func run() async throws {
    if let memory {
      try await MemoryBenchmark(pages: memory).run()
      return
    }
    if let read { return try ReadBenchmark(path: read, rounds: rounds).run() }
    if let workers { return try await WorkerBenchmark(input: input, workers: workers, rounds: rounds).run() }
    let corpus = Corpus(try Inputs(input))
    guard !corpus.pages.isEmpty else { throw ValidationError("There is no page in \(input.joined(separator: ", ")).") }
    var benchmark = SpeedBenchmark(corpus: corpus, pipeline: try pipeline())
    for _ in 0..<rounds { benchmark.run() }
    print(json ? benchmark.json : benchmark.report(rounds: rounds), terminator: "")
  }

  /// The built-in pipeline, or the one for clean text.
  private func pipeline() throws -> Pipeline {
    guard verbatim else { return .standard }
    let names = ["verbatim"] + defaultStages.dropFirst()
    let nodes = names.map { ConfigurationNode(.scalar($0), line: 1, column: 1) }
    return try Pipeline(ConfigurationNode(.list(nodes), line: 1, column: 1), file: "verbatim") {
      _ throws(Options.FileFault) in []
    }
  }
}
