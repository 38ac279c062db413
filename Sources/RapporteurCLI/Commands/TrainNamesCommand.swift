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

  @Option(
    help: "Words with their classes by vectors: JSON Lines of 'text' and 'classes' (tools/lists/word_classes.py).")
  var vectors: [String] = []

  @OptionGroup var result: TrainOutput

  @Option(help: "How often the data are gone through.")
  var epochs = 20

  @Option(help: "The strength of the prior: more of it, and rare features count less.")
  var prior = 4.0

  @Option(help: "How often a feature has to come to count.")
  var minimumCount = 3

  @Option(help: "What marked text counts for, beside the rest.")
  var marked = 0.5

  @Option(help: "What copies in small letters, in capitals and as headlines count for; 0 for none.")
  var copies = 0.25

  @Option(help: "The share of features that every step leaves out.")
  var dropout = 0.2

  func validate() throws {
    if !(1...200).contains(epochs) { throw ValidationError("--epochs takes a number from 1 to 200.") }
    if !(0...1000).contains(prior) { throw ValidationError("--prior takes a number from 0 to 1000.") }
    if !(0.01...100).contains(marked) { throw ValidationError("--marked takes a number from 0.01 to 100.") }
    if !(0...100).contains(copies) { throw ValidationError("--copies takes a number from 0 to 100.") }
    if !(0...0.9).contains(dropout) { throw ValidationError("--dropout takes a number from 0 to 0.9.") }
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
    parameters.copyWeight = Float(copies)
    parameters.dropout = Float(dropout)
    parameters.seed = result.seed
    let corpus = try TaggingCorpus(
      data, split: .train, markedWeight: parameters.markedWeight, copyWeight: parameters.copyWeight)
    let rawText = try RawText(raw)
    let vectors = try WordVectors(vectors)
    let sets = try dev.map { (name: FilePath($0).lastComponent.text, corpus: try TaggingCorpus([$0], split: .dev)) }
    let trainer = TaggerTrainer(corpus.examples, raw: rawText.texts, vectors: vectors.words, parameters)
    let (model, calibration) = trainer.train(development: sets.flatMap(\.corpus.examples))
    var figures = sets.map { (name: $0.name, scores: TaggerTrainer.measure(model, on: $0.corpus.examples)) }
    figures.append((name: "same_texts", scores: TaggerTrainer.measure(model, on: corpus.examples)))
    let card = TaggerCard(
      model, trainer, parameters, TaggerCard.Files(data: corpus.files, raw: rawText.files, vectors: vectors.files),
      source: result.source, figures: figures, calibration: calibration)
    try result.write(model, card: card.text)
    for figure in figures {
      for part in figure.scores {
        Console.print(
          "\(figure.name) \(part.name): P \(ScoreTable.figure(part.score.precision)), "
            + "R \(ScoreTable.figure(part.score.recall)), F1 \(ScoreTable.figure(part.score.f1))\n")
      }
    }
    TrainOutput.print(calibration?.bins ?? [], counted: "names", ScoreTable.figure)
  }
}
