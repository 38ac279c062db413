import ArgumentParser
package import Rapporteur
import RapporteurCrawl
import RapporteurEvaluation

/// `rapporteur train passages`: the models of the boilerplate stage.
struct TrainPassagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passages",
    abstract: "Train the model that tells an article's passages from what stands around them.",
    discussion: """
      DATA is JSON Lines, also gzipped: objects with 'text' (--kind text) or 'html'
      (--kind tree) and the article as 'gold'; or the articles stand in a file of
      their own with 'id' and 'text' (--gold). The same data and options give the same
      model to the byte. OUT.json tells what it was made of and how well it does on
      pages it has not seen. To build the program with it, put both into
      Sources/CModels/Models.

        rapporteur train passages plain.jsonl.gz --kind text -o passages_text.bin
        rapporteur train passages pages.jsonl.gz --gold gold.jsonl.gz --kind tree
      """)

  @Argument(help: "Pages, JSON Lines.", completion: .file())
  var data: [String]

  @Option(help: "JSON Lines with the pages' articles, joined by 'id'.", completion: .file())
  var gold: [String] = []

  @Option(help: "text: pages flattened to lines; tree: HTML.")
  var kind: PassageKind

  @OptionGroup var result: TrainOutput

  @Option(
    help: "How many times to learn from the pages of other sites and be measured on those held back; 0 for never.")
  var folds = 5

  @Option(help: "How many trees are grown.")
  var trees = 100

  @Option(help: "How many questions a tree asks of a row.")
  var depth = 5

  @Option(help: "How much a tree counts.")
  var rate = 0.1

  @Option(help: "The share of columns that a tree sees.")
  var columns = 0.5

  @Option(help: "What a page cropped to a report's length counts for, beside a whole one.")
  var cropped = 0.5

  func validate() throws {
    if folds == 1 || !(0...20).contains(folds) { throw ValidationError("--folds takes 0 or a number from 2 to 20.") }
    if !(1...2000).contains(trees) { throw ValidationError("--trees takes a number from 1 to 2000.") }
    if !(1...8).contains(depth) { throw ValidationError("--depth takes a number from 1 to 8.") }
    if !(rate > 0 && rate <= 1) { throw ValidationError("--rate takes a number above 0, up to 1.") }
    if !(0...10).contains(cropped) { throw ValidationError("--cropped takes a number from 0 to 10.") }
    if !(columns > 0 && columns <= 1) { throw ValidationError("--columns takes a share above 0, up to 1.") }
  }

  func run() throws {
    do {
      try train()
    } catch {
      throw Exit.code(for: error)
    }
  }

  private func train() throws {
    var parameters = GradientBoosting.Parameters()
    parameters.trees = trees
    parameters.depth = depth
    parameters.rate = rate
    parameters.columnShare = columns
    parameters.seed = result.seed
    let corpus = try PassageCorpus(kind, data, gold: gold, seed: result.seed)
    let trainer = PassageTrainer(corpus, parameters, croppedWeight: cropped)
    var figures = [(name: "labels", parts: trainer.ceiling())]
    var confidence: ConfidenceFit?
    if folds > 1 {
      let validation = trainer.crossValidate(folds: folds)
      figures.append((name: "cross_validation_\(folds)", parts: validation.figures))
      confidence = validation.confidence
    }
    if result.output != nil {
      let model = trainer.train(confidence)
      figures.append((name: "same_pages", parts: trainer.measure(model)))
      let card = ModelCard(
        model, corpus, trainer, parameters, source: result.source, figures: figures, confidence: confidence)
      try result.write(model, card: card.text)
    }
    for figure in figures {
      for part in figure.parts {
        Console.print(
          "\(figure.name) \(part.name): word F1 \(text(part.scores.words)), shingle F1 \(text(part.scores.shingles)), "
            + "exact \(text(part.scores.exact)), \(part.scores.pages) pages\n")
      }
    }
    for (fate, bins) in confidence?.bins ?? [] {
      TrainOutput.print(bins, of: "\(fate)", counted: "passages", text)
    }
  }

  private func text(_ figure: Double) -> String {
    let digits = String(Int((figure * 10_000).rounded()))
    return figure >= 1 ? "1.0000" : "0." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension PassageKind: ExpressibleByArgument {}
