/// Tells by a logistic regression whether a sentence without a cue goes on reporting.
///
/// The weights are those of run_weights.txt, made by `rapporteur train runs`.
struct RunGate: Sendable {
  static let shared = RunGate(WordList("run_weights"))

  private let weights: [Double]
  private let bias: Double

  /// The score from which on a sentence goes on.
  private let border: Double

  init(_ list: WordList) {
    var values: [String: Double] = [:]
    for entry in list.entries { values[entry.text] = entry.fields.first.flatMap { Double($0) } }
    weights = RunFeatures.names.map { values[$0] ?? 0 }
    bias = values["bias"] ?? 0
    border = values["border"] ?? 0
  }

  func goesOn(_ features: RunFeatures) -> Bool {
    features.places.reduce(bias) { $0 + weights[$1] } >= border
  }
}
