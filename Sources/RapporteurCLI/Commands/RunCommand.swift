import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur run`: the main job.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Annotate pages: files, folders, globs in, a line of JSON a page out.",
    discussion: """
      INPUT is HTML, text, WARC, WET, ARC or JSON Lines (objects with 'html' or
      'text', and perhaps 'id', 'url', 'date'), each also packed by gzip or zstd: what
      a file is, its content tells. Without INPUT the pages that pipeline.yml names
      are read.

        rapporteur run                                what pipeline.yml says
        rapporteur run pages/ -o records.jsonl        a folder
        rapporteur run crawl.warc.gz -o r.jsonl.zst   packed, by the name's ending
        rapporteur run crawl/ -o 2.jsonl --shard 2/8  the second of eight machines
        curl -s https://example.org | rapporteur run -

      Documents that fail are written to OUT.failures.jsonl and never stop the run;
      on the standard output their records stand in their places. Killed or stopped,
      the same command goes on where it was. OUT.run.json says what was done.
      """)

  @Argument(help: "Files, folders, globs, or - for the standard input.", completion: .file())
  var input: [String] = []

  @Option(
    name: .shortAndLong, help: "The pipeline (default: ./pipeline.yml, else the built-in one).", completion: .pipeline)
  var config: String?

  @Option(
    name: .shortAndLong, help: "The file of records (.gz and .zst are packed), or - for the standard output.",
    completion: .file())
  var output: String?

  @Option(
    help: "auto (by the output's name), none, gzip or zstd.", completion: .list(["auto", "none", "gzip", "zstd"]))
  var compression: String?

  @Option(help: "One of so many parts, such as 2/8, by a hash of the document's id.")
  var shard: String?

  @Option(help: "The share of documents to take, such as 0.01, by a hash of the document's id.")
  var sample: Double?

  @Option(help: "Stop when so many documents have got a record.")
  var limit: Int?

  @Flag(help: "Add to OUT: annotate only documents whose id it does not have.")
  var append = false

  @Flag(help: "Say what would be read and written, and do nothing.")
  var dryRun = false

  @OptionGroup var options: RunOptions

  func validate() throws {
    if let shard, Selection.Shard(shard) == nil {
      throw ValidationError("--shard takes a part of a whole, such as 2/8, not '\(shard)'.")
    }
    if let sample, !(sample > 0 && sample <= 1) { throw ValidationError("--sample takes a share above 0, up to 1.") }
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1.") }
    let names = ["auto"] + OutputCompression.allCases.map(\.rawValue)
    if let compression, !names.contains(compression) {
      throw ValidationError("--compression takes \(names.joined(separator: ", ")), not '\(compression)'.")
    }
  }

  func run() async throws {
    do {
      let file = try PipelineFile.load(config)
      let run = try plan(file)
      if dryRun {
        if let output = run.output { try run.check(output) }
        return Console.print(Plan(run, configuration: file.path).text)
      }
      try await options.execute(run)
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
    if append && path == nil { throw ValidationError("--append adds to a file: name it with -o.") }
    var run = Run(
      pipeline: file.pipeline, offsets: file.offsets, inputs: inputs, output: path,
      workers: options.workerCount(file))
    run.compression = compression.map { OutputCompression(rawValue: $0) } ?? file.compression
    run.selection.shard = shard.flatMap { Selection.Shard($0) }
    run.selection.sample = sample
    run.limit = limit
    run.appends = append
    run.configurationFile = file.path
    return run
  }
}
