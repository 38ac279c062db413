import ArgumentParser

/// `rapporteur train`: makes the models that the program is built with.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Make the models that the program is built with, from pages that people marked.",
    discussion: """
        rapporteur train passages pages.jsonl.gz --kind tree -o passages_tree.bin
        rapporteur train names samples/names samples/readouts -o names.bin
        rapporteur train runs samples/readouts -o run_weights.txt
      """,
    subcommands: [TrainPassagesCommand.self, TrainNamesCommand.self, TrainRunsCommand.self])
}
