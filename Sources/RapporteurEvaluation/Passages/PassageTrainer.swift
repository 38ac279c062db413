internal import Rapporteur

/// Trains the models that tell an article's passages from what stands around them, and measures what they are worth.
package struct PassageTrainer {
  private let corpus: PassageCorpus
  private let parameters: GradientBoosting.Parameters
  private let table: TrainingTable
  private let labels: [Bool]
  private let weights: [Double]
  /// Behind the last row of every example.
  private let ends: [Int]

  /// What a cropped page counts for beside a whole one.
  let croppedWeight: Double

  package init(_ corpus: PassageCorpus, _ parameters: GradientBoosting.Parameters, croppedWeight: Double) {
    self.croppedWeight = croppedWeight
    self.corpus = corpus
    self.parameters = parameters
    var values: [Float] = []
    var labels: [Bool] = []
    var weights: [Double] = []
    var ends: [Int] = []
    for example in corpus.examples {
      values += example.rows.values
      labels += example.labels
      weights += example.weights(corpus.kind, cropped: croppedWeight)
      ends.append(labels.count)
    }
    let mean = weights.reduce(0, +) / Double(max(1, weights.count))
    if mean > 0 { for index in weights.indices { weights[index] /= mean } }
    table = TrainingTable(values, width: corpus.kind.width, limit: parameters.bins)
    self.labels = labels
    self.weights = weights
    self.ends = ends
  }

  /// The number of passages, and of those that belong to an article.
  package var counts: (rows: Int, main: Int) { (labels.count, labels.count { $0 }) }

  /// The file of the model that is learnt from all pages.
  package func train() -> [UInt8] { train { _ in true } }

  private func train(_ takes: (PassageExample) -> Bool) -> [UInt8] {
    var rows: [Int] = []
    for (index, example) in corpus.examples.enumerated() where takes(example) {
      rows += (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }
    var boosting = GradientBoosting(parameters, table, rows: rows, labels: labels, weights: weights)
    return boosting.train().bytes
  }

  /// Learns `folds` times from the other pages and finds the articles of those held back.
  ///
  /// - Returns: Scores by what was measured: all pages, those of each type, the cropped ones.
  package func crossValidate(folds: Int) -> [(name: String, scores: ContentScores)] {
    let models = (0..<folds).map { fold in
      PassageModel(corpus.kind, bytes: train { $0.page % folds != fold })
    }
    return measure { models[$0.page % folds] }
  }

  /// The scores of a model on these pages, which it may have been trained on.
  package func measure(_ model: [UInt8]) -> [(name: String, scores: ContentScores)] {
    let model = PassageModel(corpus.kind, bytes: model)
    return measure { _ in model }
  }

  /// The scores of the labels themselves: what no model can surpass.
  package func ceiling() -> [(name: String, scores: ContentScores)] { measure { _ in nil } }

  private func measure(_ model: (PassageExample) -> PassageModel?) -> [(name: String, scores: ContentScores)] {
    var scores: [String: ContentScores] = [:]
    for example in corpus.examples {
      var isIn = example.labels
      if let model = model(example) {
        let values = example.rows.values.span
        isIn = PassageModel.sequence(
          example.labels.indices.map { model.score(values, row: $0) }, change: corpus.kind.changeCost)
      }
      let found = zip(example.rows.passages, isIn).filter(\.1).map(\.0.text).joined(separator: "\n")
      for name in example.isCropped ? ["cropped"] : ["all", example.type] {
        scores[name, default: ContentScores()].add(found: found, gold: example.gold)
      }
    }
    return scores.sorted { $0.key < $1.key }.map { (name: $0.key, scores: $0.value) }
  }
}
