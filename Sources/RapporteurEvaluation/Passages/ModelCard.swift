internal import Rapporteur
internal import RapporteurCrawl

/// What a model was made of, how, and how well it does: the file beside the model.
package struct ModelCard {
  private let lines: [String]

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
    var lines = ["{"]
    lines.append("  \"kind\": \(Self.quoted(corpus.kind.rawValue)),")
    lines.append("  \"sha256\": \"\(Digest(of: model).hexadecimal)\",")
    lines.append("  \"bytes\": \(model.count),")
    lines.append("  \"program\": \(Self.quoted("rapporteur \(Rapporteur.version)")),")
    if let source { lines.append("  \"source\": \(Self.quoted(source)),") }
    let files = corpus.files.map { file in
      "{\"name\": \(Self.quoted(FilePath(file.path).lastComponent.text)), \"sha256\": \"\(file.digest.hexadecimal)\"}"
    }
    lines.append("  \"data\": [\n    \(files.joined(separator: ",\n    "))\n  ],")
    let counts = trainer.counts
    lines.append("  \"pages\": \(corpus.pages), \"passages\": \(counts.rows), \"main_passages\": \(counts.main),")
    lines.append(
      """
        "parameters": {
          "trees": \(parameters.trees), "depth": \(parameters.depth), "rate": \(parameters.rate),
          "bins": \(parameters.bins), "regularisation": \(parameters.regularisation),
          "minimum_weight": \(parameters.minimumWeight), "row_share": \(parameters.rowShare),
          "column_share": \(parameters.columnShare), "cropped_weight": \(trainer.croppedWeight), "seed": \(parameters.seed)
        },
      """)
    let blocks = figures.map { figure in
      let parts = figure.parts.map { "      \(Self.quoted($0.name)): \(Self.text($0.scores))" }
      return "    \(Self.quoted(figure.name)): {\n\(parts.joined(separator: ",\n"))\n    }"
    }
    if let confidence {
      let fates = confidence.bins.map { fate, bins in
        let rows = bins.map {
          "{\"mean\": \(Self.rounded($0.meanConfidence)), \"right\": \(Self.rounded($0.precision)), "
            + "\"passages\": \($0.count)}"
        }
        return "    \(Self.quoted("\(fate)")): [\n      \(rows.joined(separator: ",\n      "))\n    ]"
      }
      lines.append("  \"confidence\": {\n\(fates.joined(separator: ",\n"))\n  },")
    }
    lines.append("  \"figures\": {\n\(blocks.joined(separator: ",\n"))\n  }")
    lines.append("}")
    self.lines = lines
  }

  /// JSON.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  private static func quoted(_ text: String) -> String {
    var json = JSONOutput()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func text(_ scores: ContentScores) -> String {
    "{\"pages\": \(scores.pages), \"word_f1\": \(rounded(scores.words)), \"shingle_f1\": \(rounded(scores.shingles)), "
      + "\"exact\": \(rounded(scores.exact))}"
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
