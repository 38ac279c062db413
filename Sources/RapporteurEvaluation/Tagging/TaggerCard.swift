package import Rapporteur

/// What a model of names was made of, how, and how well it does: the file beside the model.
package struct TaggerCard {
  /// JSON.
  package let text: String

  /// The files that a model is made of.
  package struct Files {
    /// Text with names, raw text for the classes of words, and words with their classes by vectors.
    package var data: [(path: String, digest: Digest)]
    package var raw: [(path: String, digest: Digest)]
    package var vectors: [(path: String, digest: Digest)]

    package init(
      data: [(path: String, digest: Digest)], raw: [(path: String, digest: Digest)],
      vectors: [(path: String, digest: Digest)]
    ) {
      self.data = data
      self.raw = raw
      self.vectors = vectors
    }
  }

  /// - Parameters:
  ///   - source: What the data are and under which licence, in the user's words.
  ///   - figures: Scores by the name of what was measured.
  package init(
    _ model: [UInt8], _ trainer: TaggerTrainer, _ parameters: TaggerTrainer.Parameters, _ files: Files, source: String?,
    figures: [(name: String, scores: [(name: String, score: Score)])], calibration: Calibration?
  ) {
    var card = CardText(kind: "names", model: model, source: source)
    card.add("data", files: files.data)
    card.add("raw", files: files.raw)
    card.add("vectors", files: files.vectors)
    card.add(
      """
        "texts": \(trainer.counts.texts), "names": \(trainer.counts.names), "words": \(trainer.wordCount),
        "words_with_vectors": \(trainer.vectorCount),
        "parameters": {
          "epochs": \(parameters.epochs), "minimum_count": \(parameters.minimumCount), "prior": \(parameters.prior),
          "rate": \(parameters.rate), "dropout": \(parameters.dropout), "minimum_words": \(parameters.minimumWords),
          "coarse_classes": \(parameters.coarseClasses), "fine_classes": \(parameters.fineClasses),
          "rounds": \(parameters.rounds), "marked_weight": \(parameters.markedWeight),
          "copy_weight": \(parameters.copyWeight), "seed": \(parameters.seed)
        },
      """)
    if let calibration { card.add(calibration, counted: "names") }
    text = card.text(figures: figures.map { ($0.name, $0.scores.map { ($0.name, Self.json($0.score)) }) })
  }

  private static func json(_ score: Score) -> String {
    "{\"precision\": \(CardText.rounded(score.precision)), \"recall\": \(CardText.rounded(score.recall)), "
      + "\"f1\": \(CardText.rounded(score.f1)), \"gold\": \(Int(score.gold))}"
  }
}
