internal import Rapporteur

/// Trains the gate of continued runs: a logistic regression with a prior, by gradient descent over all samples at once.
package struct RunTrainer {
  /// The sentences of one document each.
  package private(set) var documents: [[Sample]] = []

  package struct Sample {
    var places: [Int]
    var goesOn: Bool
  }

  /// The strength of the prior.
  package var prior = 1.5
  package var steps = 4000
  private static let rate = 0.5
  private static let folds = 8

  /// - Parameter gold: Documents of alphabetic scripts count; those in Chinese and Korean are left to rules.
  package init(_ gold: [GoldDocument]) {
    for document in gold {
      guard let found = try? Pipeline.standard.process(document.page) else { continue }
      let index = OffsetIndex(found.decoded, unit: .codePoint)
      let runs = document.gold.statements.filter { $0.kind == .continued }.flatMap(\.content)
      let samples = RunSamples.of(found) { range in
        guard
          let block = found.blocks.last(where: { $0.range.start <= range.start }), let source = block.source
        else { return false }
        let start = index(min(source.start + range.start - block.range.start, found.decoded.count))
        let end = index(min(source.start + range.end - block.range.start, found.decoded.count))
        let inside = runs.reduce(0) { $0 + max(0, min($1.upperBound, end) - max($1.lowerBound, start)) }
        return inside * 2 >= end - start
      }
      documents.append(samples.map { Sample(places: $0.features.places, goesOn: $0.goesOn) })
    }
  }

  /// Weights of all features, and the bias behind them.
  package func train(_ samples: [Sample]) -> [Double] {
    let width = RunFeatures.names.count
    var weights = Array(repeating: 0.0, count: width + 1)
    guard !samples.isEmpty else { return weights }
    for _ in 0..<steps {
      var gradient = Array(repeating: 0.0, count: width + 1)
      for sample in samples {
        let error = LogisticFunction.probability(Self.score(sample, weights)) - (sample.goesOn ? 1 : 0)
        for place in sample.places { gradient[place] += error }
        gradient[width] += error
      }
      for place in 0...width {
        let pull = place < width ? prior * weights[place] : 0
        weights[place] -= Self.rate * (gradient[place] + pull) / Double(samples.count) * 4
      }
    }
    return weights
  }

  /// Weights made from all samples.
  package func train(all: Void) -> [Double] { train(Array(documents.joined())) }

  private static func score(_ sample: Sample, _ weights: [Double]) -> Double {
    sample.places.reduce(weights[RunFeatures.names.count]) { $0 + weights[$1] }
  }

  /// Every sample with the score that a model gives it that has not seen its document, the highest first.
  package func crossValidated() -> [(score: Double, goesOn: Bool)] {
    var result: [(score: Double, goesOn: Bool)] = []
    for fold in 0..<Self.folds {
      let own = documents.indices.filter { $0 % Self.folds == fold }
      let weights = train(documents.indices.filter { $0 % Self.folds != fold }.flatMap { documents[$0] })
      result += own.flatMap { documents[$0] }.map { (Self.score($0, weights), $0.goesOn) }
    }
    return result.sorted { ($0.score, $1.goesOn ? 1 : 0) > ($1.score, $0.goesOn ? 1 : 0) }
  }

  /// How right a border is among scored samples.
  package static func figures(
    _ scored: [(score: Double, goesOn: Bool)], border: Double
  ) -> (precision: Double, recall: Double) {
    let taken = scored.filter { $0.score >= border }
    let right = taken.count { $0.goesOn }
    let all = scored.count { $0.goesOn }
    return (taken.isEmpty ? 1 : Double(right) / Double(taken.count), all == 0 ? 1 : Double(right) / Double(all))
  }

  /// The lowest border from which on at least the share `wanted` goes on.
  package static func border(_ scored: [(score: Double, goesOn: Bool)], precision wanted: Double) -> Double {
    var best = scored.first?.score ?? 0
    for candidate in scored where figures(scored, border: candidate.score).precision >= wanted {
      best = min(best, candidate.score)
    }
    return best
  }

  /// The list of weights as it stands in Sources/CModels/Lists.
  package static func list(
    _ weights: [Double], border: Double, notes: [String], count: (all: Int, goingOn: Int), prior: Double
  ) -> String {
    func figure(_ value: Double) -> String { String((value * 10_000).rounded() / 10_000) }
    var rows = zip(RunFeatures.names, weights).map { "\($0)\t\(figure($1))" }
    rows.append("bias\t\(figure(weights[RunFeatures.names.count]))")
    rows.append("border\t\(figure(border))")
    let head = [
      "# Weights of what tells that a sentence without a cue goes on reporting: feature, weight; `RunGate` sums them up.",
      "# Made by `rapporteur train runs samples/readouts` (prior \(figure(prior))) from the \(count.all) such sentences of the",
      "# train part, of which \(count.goingOn) go on; the border is for the precision asked for. \(notes.joined(separator: "; ")).",
    ]
    let sorted = rows.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    return (head + sorted).joined(separator: "\n") + "\n"
  }

  /// How many sentences there are, and how many of them go on.
  package var count: (all: Int, goingOn: Int) {
    let all = documents.joined()
    return (all.count, all.count { $0.goesOn })
  }

  /// The scores that a model of weights gives the samples.
  package func scored(_ weights: [Double]) -> [(score: Double, goesOn: Bool)] {
    documents.joined().map { (Self.score($0, weights), $0.goesOn) }.sorted { $0.score > $1.score }
  }
}
