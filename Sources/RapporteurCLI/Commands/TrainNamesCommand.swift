import ArgumentParser
import Rapporteur
import RapporteurCrawl
import RapporteurEvaluation

/// `rapporteur train names`: the model of the entities stage.
struct TrainNamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Train the model that finds names of persons, bodies and places.",
    discussion: """
      DATA is text with its names, in files or folders: marked text (.txt: a
      paragraph a line, names as [PERSON Wang Yi], an empty line between
      documents), annotated pages (.xml; those of the train part), and JSON Lines
      with 'text' and 'entities', lists of start, end and PER, ORG or LOC in code
      points, also gzipped. The same data and options give the same model to the
      byte. OUT.json tells what it was made of and how well it does. To build the
      program with it, put both into Sources/CModels/Models.

        rapporteur train names samples/names news.jsonl.gz -o names.bin
      """)

  @Argument(help: "Text with names.")
  var data: [String]

  @Option(help: "Raw text, for the classes of words: JSON Lines with 'text' or 'gold', .txt, .xml.")
  var raw: [String] = []

  @Option(help: "Text with names to measure the model and its confidence on (of pages: the dev part).")
  var dev: [String] = []

  @Option(name: .shortAndLong, help: "The model's file. Without it nothing but the figures is made.")
  var output: String?

  @Option(help: "What the data are and under which licence, for OUT.json.")
  var source: String?

  @Option(help: "How often the data are gone through.")
  var epochs = 12

  @Option(help: "The strength of the prior: more of it, and rare features count less.")
  var prior = 4.0

  @Option(help: "How often a feature has to come to count.")
  var minimumCount = 2

  @Option(help: "What marked text counts for, beside the rest.")
  var marked = 0.25

  @Option(help: "For everything that is drawn by chance.")
  var seed: UInt64 = 1

  func validate() throws {
    if !(1...200).contains(epochs) { throw ValidationError("--epochs takes a number from 1 to 200.") }
    if !(0...1000).contains(prior) { throw ValidationError("--prior takes a number from 0 to 1000.") }
    if !(0.01...100).contains(marked) { throw ValidationError("--marked takes a number from 0.01 to 100.") }
    if !(1...100).contains(minimumCount) { throw ValidationError("--minimum-count takes a number from 1 to 100.") }
  }

  func run() throws {
    do {
      try train()
    } catch {
      throw Exit.code(for: error)
    }
  }

  private func train() throws {
    var parameters = TaggerTrainer.Parameters()
    parameters.epochs = epochs
    parameters.prior = Float(prior)
    parameters.minimumCount = minimumCount
    parameters.markedWeight = Float(marked)
    parameters.seed = seed
    let corpus = try TaggingCorpus(data, split: .train, markedWeight: parameters.markedWeight)
    let rawText = try RawText(raw)
    let sets = try dev.map { (name: FilePath($0).lastComponent.text, corpus: try TaggingCorpus([$0], split: .dev)) }
    let trainer = TaggerTrainer(corpus.examples, raw: rawText.texts, parameters)
    let (model, calibration) = trainer.train(development: sets.flatMap(\.corpus.examples))
    var figures = sets.map { (name: $0.name, scores: TaggerTrainer.measure(model, on: $0.corpus.examples)) }
    figures.append((name: "same_texts", scores: TaggerTrainer.measure(model, on: corpus.examples)))
    if let output {
      let card = TaggerCard(
        model, trainer, parameters, data: corpus.files, raw: rawText.files, source: source, figures: figures,
        calibration: calibration)
      try SmallFile.replace(output, model)
      try SmallFile.replace(output + ".json", Array(card.text.utf8))
    }
    for figure in figures {
      for part in figure.scores {
        Console.print(
          "\(figure.name) \(part.name): P \(ScoreTable.figure(part.score.precision)), "
            + "R \(ScoreTable.figure(part.score.recall)), F1 \(ScoreTable.figure(part.score.f1))\n")
      }
    }
    for bin in calibration?.bins ?? [] {
      Console.print(
        "confidence .\(bin.tenth) to \(bin.tenth == 9 ? "1" : ".\(bin.tenth + 1)"): "
          + "mean \(ScoreTable.figure(bin.meanConfidence)), right \(ScoreTable.figure(bin.precision)), "
          + "\(bin.count) names\n")
    }
  }
}
