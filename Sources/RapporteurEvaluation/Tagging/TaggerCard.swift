package import Rapporteur
internal import RapporteurCrawl

/// What a model of names was made of, how, and how well it does: the file beside the model.
package struct TaggerCard {
  /// JSON.
  package let text: String

  /// - Parameters:
  ///   - data: The files it was trained on.
  ///   - raw: The files that the classes of words were found in.
  ///   - source: What the data are and under which licence, in the user's words.
  ///   - figures: Scores by the name of what was measured.
  package init(
    _ model: [UInt8], _ trainer: TaggerTrainer, _ parameters: TaggerTrainer.Parameters,
    data: [(path: String, digest: Digest)], raw: [(path: String, digest: Digest)], source: String?,
    figures: [(name: String, scores: [(name: String, score: Score)])], calibration: Calibration?
  ) {
    var lines = ["{"]
    lines.append("  \"kind\": \"names\",")
    lines.append("  \"sha256\": \"\(Digest(of: model).hexadecimal)\",")
    lines.append("  \"bytes\": \(model.count),")
    lines.append("  \"program\": \(Self.quoted("rapporteur \(Rapporteur.version)")),")
    if let source { lines.append("  \"source\": \(Self.quoted(source)),") }
    lines.append("  \"data\": [\n    \(Self.list(data))\n  ],")
    lines.append("  \"raw\": [\n    \(Self.list(raw))\n  ],")
    lines.append(
      "  \"texts\": \(trainer.counts.texts), \"names\": \(trainer.counts.names), \"words\": \(trainer.wordCount),")
    lines.append(
      """
        "parameters": {
          "epochs": \(parameters.epochs), "minimum_count": \(parameters.minimumCount), "prior": \(parameters.prior),
          "rate": \(parameters.rate), "minimum_words": \(parameters.minimumWords),
          "coarse_classes": \(parameters.coarseClasses), "fine_classes": \(parameters.fineClasses),
          "rounds": \(parameters.rounds), "marked_weight": \(parameters.markedWeight), "seed": \(parameters.seed)
        },
      """)
    if let calibration {
      let bins = calibration.bins.map {
        "{\"mean\": \(Self.rounded($0.meanConfidence)), \"right\": \(Self.rounded($0.precision)), "
          + "\"names\": \($0.count)}"
      }
      lines.append("  \"confidence\": [\n    \(bins.joined(separator: ",\n    "))\n  ],")
    }
    let blocks = figures.map { figure in
      let parts = figure.scores.map { part in
        "      \(Self.quoted(part.name)): {\"precision\": \(Self.rounded(part.score.precision)), "
          + "\"recall\": \(Self.rounded(part.score.recall)), \"f1\": \(Self.rounded(part.score.f1)), "
          + "\"gold\": \(Int(part.score.gold))}"
      }
      return "    \(Self.quoted(figure.name)): {\n\(parts.joined(separator: ",\n"))\n    }"
    }
    lines.append("  \"figures\": {\n\(blocks.joined(separator: ",\n"))\n  }")
    lines.append("}")
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ files: [(path: String, digest: Digest)]) -> String {
    files.map { file in
      "{\"name\": \(quoted(FilePath(file.path).lastComponent.text)), \"sha256\": \"\(file.digest.hexadecimal)\"}"
    }.joined(separator: ",\n    ")
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONOutput()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
