import ArgumentParser
import Rapporteur

/// The command line.
@main
struct RapporteurCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur",
    abstract: "Reports who said what, which points they put forward and whom they named in crawled pages.",
    discussion: """
      Pages go in as they were crawled (HTML, text, WARC, JSON Lines; gzip, zstd), a
      line of JSON for each comes out.

        rapporteur run pages/ -o records.jsonl            annotate a folder of pages
        rapporteur verify pages/ --output records.jsonl   a record for each?
        rapporteur explain page.html                      what was made of it, and why
        rapporteur points records.jsonl                   who put forward which points
        rapporteur view records.jsonl -o report.html      read all of it in a browser
        rapporteur check --print                          see every default

      Exit codes: 0 all well, 1 finished but documents failed, 64 usage, 65 input
      cannot be read, 73 output cannot be created, 74 output cannot be written,
      75 stopped, the same command goes on, 78 configuration.
      """,
    version: Rapporteur.version,
    subcommands: [
      RunCommand.self, RetryCommand.self, VerifyCommand.self, FilterCommand.self, LinesCommand.self,
      PointsCommand.self, TablesCommand.self, ExportCommand.self, ViewCommand.self,
      ExplainCommand.self,
      CheckCommand.self, StagesCommand.self,
      SchemaCommand.self, EvaluateCommand.self, TrainCommand.self, ManualCommand.self,
    ])

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    if let mistake = MistakenCommand(arguments, among: commands) {
      Console.error("rapporteur: \(mistake.message)")
      exit(withError: Exit.usage)
    }
    await main(nil)
  }
}

extension CompletionKind {
  /// A pipeline.yml.
  static var pipeline: CompletionKind { .file(extensions: ["yml", "yaml"]) }
}
