import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur explain`: what became of one page, for eyes.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what was made of one page: what was cut and why, who speaks and which rule said so.",
    discussion: """
        rapporteur explain page.html                 one page
        rapporteur explain crawl.jsonl.gz --id 4711  one page of many
        rapporteur explain page.html --trace         with every decision of the stages
        curl -s https://example.org | rapporteur explain -
      """)

  @Argument(help: "A page, or a file that holds it; - for the standard input.", completion: .file())
  var page: String

  @Option(
    name: .shortAndLong, help: "The pipeline (default: ./pipeline.yml, else the built-in one).", completion: .pipeline)
  var config: String?

  @Option(help: "Which page of a JSON Lines file or folder; the first if left out.")
  var id: String?

  @Flag(help: "Show what the stages decided, in the order in which they did.")
  var trace = false

  /// How many pages of a file are offered where the one that was asked for is not there.
  private static let mostIDs = 20

  func run() throws {
    do {
      let file = try PipelineFile.load(config, keepingRemoved: true)
      let found = try find(file.input.options)
      let document = try file.pipeline.process(found, tracing: trace)
      Console.print(Explanation(document, ink: Ink()).text)
    } catch let failure as StageFailure {
      Console.error("\(page): \(failure.message) (\(failure.stage), \(failure.code))")
      throw Exit.failures
    } catch {
      throw Exit.code(for: error)
    }
  }

  private func find(_ options: InputOptions) throws -> Page {
    var reader = CrawlReader(try Inputs([page], options: options))
    var ids: [String] = []
    while let item = reader.next() {
      do throws(InputFault) {
        let found = try item.page()
        if id == nil || found.id == id { return found }
        if ids.count < Self.mostIDs { ids.append(found.id) }
      } catch {
        if id == nil || error.id == id { throw error.failure }
      }
    }
    guard let id else { throw InputError("\(page): there is no page in it. Name one, or a file that holds pages.") }
    let known = ids.count == Self.mostIDs ? Array(ids.prefix(3)) + ["…"] : ids
    throw InputError("\(page): there is no page '\(id)' in it; \(Suggestion.nearest(id, among: known))")
  }
}
