import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur lines`: which lines do the pages of a site share?
struct LinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: "Count the lines that the pages of a site share, for the boilerplate stage.",
    discussion: """
        rapporteur lines crawl/ -o site.lines

      What stands on many pages of one site is no part of an article. Name the table
      in pipeline.yml, and the boilerplate stage cuts such lines:

        stages:
          - boilerplate: {lines: site.lines}

      Sites are told by the pages' URLs (WARC, WET, 'url' in JSON Lines), or by the
      first folder of their path where that is called like a host, as wget does it.
      """)

  @Argument(help: "Files, folders, globs.", completion: .file())
  var input: [String]

  @Option(name: .shortAndLong, help: "The table.", completion: .file())
  var output: String

  @Option(
    name: .shortAndLong, help: "The pipeline, for how the input is read (default: ./pipeline.yml).",
    completion: .pipeline)
  var config: String?

  @Option(help: "The fewest pages of its site that a line of the table stands on.")
  var pages = 3

  @Option(name: .shortAndLong, help: "How many documents at a time.")
  var workers: Int?

  @Flag(name: .shortAndLong, help: "No progress, no summary.")
  var quiet = false

  func validate() throws {
    if !(2...1_000_000).contains(pages) { throw ValidationError("--pages takes a whole number from 2.") }
    if let workers, !(1...1024).contains(workers) {
      throw ValidationError("--workers takes a whole number from 1 to 1024.")
    }
  }

  func run() async throws {
    do {
      let file = try PipelineFile.load(config)
      let inputs = try Inputs(input, options: file.input.options)
      var count = LineCount(inputs, output: output, workers: workers ?? file.workers ?? Run.coreCount)
      count.fewestPages = pages
      Signals.ignoreFileSizeLimit()
      Signals.catchStops()
      count.interruption = Signals.stop
      let progress = Progress(isQuiet: quiet, total: InputSurvey(inputs, output: output).bytes)
      let report = try await count { progress.prepare($0, $1, "counting lines") }
      progress.wipe()
      guard let report else {
        if !quiet { Console.error("Stopped; nothing was written, and the same command begins anew.") }
        throw Exit.interrupted
      }
      if !quiet { summarise(report) }
    } catch {
      throw Exit.code(for: error)
    }
  }

  private func summarise(_ report: LineCount.Report) {
    let pagesRead = "\(report.pages) pages"
    Console.error(
      "\(report.lines) lines of \(report.sites) sites stand on \(pages) pages or more, of \(pagesRead) -> \(output)")
    if report.pagesWithoutSite > 0 {
      Console.error("\(report.pagesWithoutSite) pages count for no site: neither a URL nor their folder names one")
    }
    if report.documentsPassedOver > 0 { Console.error("\(report.documentsPassedOver) documents were passed over") }
    if report.lines > 0 { Console.error("next: - boilerplate: {lines: \(output)} in pipeline.yml") }
  }
}
