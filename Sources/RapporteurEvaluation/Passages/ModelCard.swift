internal import Rapporteur

/// What a model was made of, how, and how well it does: the file beside the model.
package struct ModelCard {
  /// JSON.
  package let text: String

  /// - Parameters:
  ///   - model: The model's file.
  ///   - source: What the data are and under which licence, in the user's words.
  ///   - figures: Scores by the name of how they were measured.
  ///   - confidence: What it is worth.
  package init(
    _ model: [UInt8], _ corpus: PassageCorpus, _ trainer: PassageTrainer, _ parameters: GradientBoosting.Parameters,
    source: String?, figures: [(name: String, parts: [(name: String, scores: ContentScores)])],
    confidence: ConfidenceFit?
  ) {
    var card = CardText(kind: corpus.kind.rawValue, model: model, source: source)
    card.add("data", files: corpus.files)
    let counts = trainer.counts
    card.add(
      """
        "pages": \(corpus.pages), "passages": \(counts.rows), "main_passages": \(counts.main),
        "parameters": {
          "trees": \(parameters.trees), "depth": \(parameters.depth), "rate": \(parameters.rate),
          "bins": \(parameters.bins), "regularisation": \(parameters.regularisation),
          "minimum_weight": \(parameters.minimumWeight), "row_share": \(parameters.rowShare),
          "column_share": \(parameters.columnShare), "cropped_weight": \(trainer.croppedWeight), "seed": \(parameters.seed)
        },
      """)
    if let confidence {
      let fates = confidence.bins.map { fate, bins in
        let rows = bins.map { CardText.json($0, counted: "passages") }
        return "    \(CardText.quoted("\(fate)")): [\n      \(rows.joined(separator: ",\n      "))\n    ]"
      }
      card.add("  \"confidence\": {\n\(fates.joined(separator: ",\n"))\n  },")
    }
    text = card.text(figures: figures.map { ($0.name, $0.parts.map { ($0.name, Self.json($0.scores)) }) })
  }

  private static func json(_ scores: ContentScores) -> String {
    "{\"pages\": \(scores.pages), \"word_f1\": \(CardText.rounded(scores.words)), "
      + "\"shingle_f1\": \(CardText.rounded(scores.shingles)), \"exact\": \(CardText.rounded(scores.exact))}"
  }
}
