import ArgumentParser
import RapporteurCrawl
import RapporteurEvaluation

/// `rapporteur train runs`: the gate of the speakers stage for sentences without a cue.
struct TrainRunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "Train the gate that tells whether a sentence without a cue goes on reporting.",
    discussion: """
      GOLD is annotated pages; those of the train part count. The border is the
      lowest one whose precision is at least --precision where no document is
      scored by weights that have seen it. The same pages and options give the
      same list to the byte. To build the program with it, put it into
      Sources/CModels/Lists.

        rapporteur train runs samples/readouts -o run_weights.txt
      """)

  @Argument(help: "Annotated pages, or folders of them.")
  var gold: [String]

  @Option(name: .shortAndLong, help: "The list of weights. Without it nothing but the figures is made.")
  var output: String?

  @Option(help: "The precision that the border is chosen for.")
  var precision = 0.8

  @Option(help: "The strength of the prior: more of it, and rare features count less.")
  var prior = 1.5

  func validate() throws {
    if !(0...1).contains(precision) { throw ValidationError("--precision takes a number from 0 to 1.") }
    if !(0.001...1000).contains(prior) { throw ValidationError("--prior takes a number from 0.001 to 1000.") }
  }

  func run() throws {
    do {
      try train()
    } catch {
      throw Exit.code(for: error)
    }
  }

  private func train() throws {
    let corpus = try GoldCorpus(gold).documents
    func trainer(_ split: Split) -> RunTrainer {
      var trainer = RunTrainer(corpus.filter { Split(id: $0.id) == split })
      trainer.prior = prior
      return trainer
    }
    let own = trainer(.train)
    let unseen = own.crossValidated()
    let weights = own.train(all: ())
    let border = RunTrainer.border(unseen, precision: precision)
    let figures = [
      ("cross-validated", RunTrainer.figures(unseen, border: border)),
      ("same sentences", RunTrainer.figures(own.scored(weights), border: border)),
      ("dev", RunTrainer.figures(trainer(.dev).scored(weights), border: border)),
    ].map {
      "\($0): precision \(ScoreTable.figure($1.precision)), recall \(ScoreTable.figure($1.recall))"
    }
    if let output {
      let list = RunTrainer.list(weights, border: border, notes: figures, count: own.count, prior: prior)
      try SmallFile.replace(output, Array(list.utf8))
    }
    for figure in figures { Console.print(figure + "\n") }
    for step in stride(from: 0.5, through: 0.95, by: 0.05) {
      let border = RunTrainer.border(unseen, precision: step)
      let found = RunTrainer.figures(unseen, border: border)
      Console.print(
        "precision wanted \(ScoreTable.figure(step)): \(ScoreTable.figure(found.precision)), "
          + "recall \(ScoreTable.figure(found.recall))\n")
    }
  }
}
