package import Rapporteur

/// How far the boilerplate stage's decisions can be believed: a curve for each fate of a passage, fitted to pages that
/// the model had not seen, and what came of it.
package struct ConfidenceFit: Sendable {
  /// A decision about a passage of a page of a fold.
  struct Decision {
    var fold: Int
    var fate: PassageFate
    /// Of `PassageModel.margins`.
    var margin: Float
    var isRight: Bool
  }

  /// By fate.
  let curves: [ConfidenceCurve]

  /// Tenths of the confidences of each fate, every decision believed by the curves of the other folds.
  package let bins: [(fate: PassageFate, bins: [Calibration.Bin])]

  init(_ decisions: [Decision], folds: Int) {
    curves = PassageFate.allCases.map { Self.curve(decisions, $0) { _ in true } }
    var bins: [(fate: PassageFate, bins: [Calibration.Bin])] = []
    for fate in PassageFate.allCases {
      var believed: [(confidence: Double, isRight: Bool)] = []
      for fold in 0..<folds {
        let curve = Self.curve(decisions, fate) { $0 != fold }
        for decision in decisions where decision.fold == fold && decision.fate == fate {
          guard let share = curve.share(at: Self.clear(decision)) else { continue }
          believed.append((share, decision.isRight))
        }
      }
      bins.append((fate, Calibration.bins(believed)))
    }
    self.bins = bins
  }

  private static func curve(
    _ decisions: [Decision], _ fate: PassageFate, takes: (Int) -> Bool
  ) -> ConfidenceCurve {
    IsotonicRegression.curve(
      decisions.filter { $0.fate == fate && takes($0.fold) }.map { (clear($0), $0.isRight) })
  }

  /// What speaks for a passage speaks against having cut it.
  private static func clear(_ decision: Decision) -> Float {
    decision.fate == .kept ? decision.margin : -decision.margin
  }
}
