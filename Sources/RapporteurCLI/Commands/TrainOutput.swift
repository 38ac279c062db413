import ArgumentParser
import RapporteurCrawl
import RapporteurEvaluation

/// What all of `rapporteur train` takes: where the model goes, and what it says of itself.
struct TrainOutput: ParsableArguments {
  @Option(
    name: .shortAndLong, help: "The model's file. Without it nothing but the figures is made.", completion: .file())
  var output: String?

  @Option(help: "What the data are and under which licence, for OUT.json.")
  var source: String?

  @Option(help: "For everything that is drawn by chance.")
  var seed: UInt64 = 1

  /// Writes a model and the card beside it.
  func write(_ model: [UInt8], card: String) throws(OutputError) {
    guard let output else { return }
    try SmallFile.replace(output, model)
    try SmallFile.replace(output + ".json", Array(card.utf8))
  }

  /// Prints what a model's confidence is worth.
  ///
  /// - Parameters:
  ///   - kind: What the confidence is of, where there are several.
  ///   - counted: What is counted: "names".
  static func print(
    _ bins: [Calibration.Bin], of kind: String? = nil, counted: String, _ text: (Double) -> String
  ) {
    for bin in bins {
      Console.print(
        "confidence \(kind.map { $0 + " " } ?? "").\(bin.tenth) to \(bin.tenth == 9 ? "1" : ".\(bin.tenth + 1)"): "
          + "mean \(text(bin.meanConfidence)), right \(text(bin.precision)), \(bin.count) \(counted)\n")
    }
  }
}
