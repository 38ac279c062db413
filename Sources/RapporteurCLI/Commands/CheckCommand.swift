import ArgumentParser
import Rapporteur
import RapporteurCrawl

/// `rapporteur check`: is the configuration right?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check pipeline.yml: all its faults, each with its place and the remedy.",
    discussion: """
        rapporteur check                      ./pipeline.yml, or the built-in pipeline
        rapporteur check -c news.yml --print  the same with every default filled in
      """)

  @Option(
    name: .shortAndLong, help: "The pipeline (default: ./pipeline.yml, else the built-in one).", completion: .pipeline)
  var config: String?

  @Flag(name: .long, help: "Print the configuration with every default.")
  var print = false

  @Argument(help: .hidden)
  var files: [String] = []

  func validate() throws {
    if let file = files.first { throw ValidationError("Name the pipeline with -c: rapporteur check -c \(file)") }
  }

  func run() throws {
    do {
      let file = try PipelineFile.load(config)
      if print {
        Console.print(file.yaml)
      } else {
        let names = file.pipeline.stages.map(\.name).joined(separator: ", ")
        Console.print("\(file.path ?? "the built-in pipeline"): all well (\(names))\n")
      }
    } catch {
      throw Exit.code(for: error)
    }
  }
}
