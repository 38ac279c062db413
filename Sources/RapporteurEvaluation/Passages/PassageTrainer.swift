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
  ///
  /// - Parameter confidence: What `crossValidate` found of it.
  package func train(_ confidence: ConfidenceFit?) -> [UInt8] {
    var trees = train { _ in true }
    trees.curves = confidence?.curves ?? []
    return trees.bytes
  }

  private func train(_ takes: (PassageExample) -> Bool) -> BoostedTrees {
    var rows: [Int] = []
    for (index, example) in corpus.examples.enumerated() where takes(example) {
      rows += (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }
    var boosting = GradientBoosting(parameters, table, rows: rows, labels: labels, weights: weights)
    return boosting.train()
  }

  /// What cross-validation found.
  package struct Validation: Sendable {
    /// By what was measured: all pages, those of each type, the cropped ones.
    package var figures: [(name: String, scores: ContentScores)]
    package var confidence: ConfidenceFit
  }

  /// Learns `folds` times from the pages of other sites and runs the whole boilerplate stage on those held back.
  package func crossValidate(folds: Int) -> Validation {
    let readers = (0..<folds).map { fold in
      MainContentReader(corpus.kind, PassageModel(corpus.kind, bytes: train { $0.site % folds != fold }.bytes))
    }
    var decisions: [ConfidenceFit.Decision] = []
    let figures = measure { example in
      let fold = example.site % folds
      if !example.isCropped {
        let found = readers[fold].decisions(of: example.page, url: example.url)
        let labels = GoldLabels.labels(found.map(\.text), gold: example.gold)
        for (decision, isMain) in zip(found, labels) {
          guard let fate = decision.fate, !decision.text.isEmpty else { continue }
          decisions.append(
            ConfidenceFit.Decision(
              fold: fold, fate: fate, margin: decision.margin, isRight: (fate == .kept) == isMain))
        }
      }
      return readers[fold].blocks(of: example.page, url: example.url)
    }
    return Validation(figures: figures, confidence: ConfidenceFit(decisions, folds: folds))
  }

  /// The scores of a model on these pages, which it may have been trained on.
  package func measure(_ model: [UInt8]) -> [(name: String, scores: ContentScores)] {
    let reader = MainContentReader(corpus.kind, PassageModel(corpus.kind, bytes: model))
    return measure { reader.blocks(of: $0.page, url: $0.url) }
  }

  /// The scores of the labels themselves: what no model can surpass.
  package func ceiling() -> [(name: String, scores: ContentScores)] {
    measure { example in zip(example.rows.passages, example.labels).filter(\.1).map(\.0.text) }
  }

  private func measure(_ find: (PassageExample) -> [String]) -> [(name: String, scores: ContentScores)] {
    var scores: [String: ContentScores] = [:]
    for example in corpus.examples {
      let found = find(example).joined(separator: "\n")
      for name in example.isCropped ? ["cropped"] : ["all", example.type] {
        scores[name, default: ContentScores()].add(found: found, gold: example.gold)
      }
    }
    return scores.sorted { $0.key < $1.key }.map { (name: $0.key, scores: $0.value) }
  }
}
