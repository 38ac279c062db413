/// One thing that differs between the gold and what was found.
package struct Difference: Sendable {
  package var stage: Stage
  package var verdict: Verdict

  /// What the gold has, with `⟦⟧` around the place in its surroundings; `nil` for what is found and should not be.
  package var gold: String?

  /// What was found, in the same way; `nil` for what was missed.
  package var found: String?

  /// Where in the page, in code points.
  var place: Int

  package enum Stage: String, Sendable, CaseIterable {
    case lines, sentences, entities, statements, proposals
  }

  package enum Verdict: String, Sendable {
    case missed, extra, wrong
  }
}

/// Differences as they come; nothing is made of them unless they are asked for.
struct DifferenceList {
  let isOn: Bool
  private var differences: [Difference] = []

  init(isOn: Bool) { self.isOn = isOn }

  mutating func add(
    _ stage: Difference.Stage, _ verdict: Difference.Verdict, at place: Int?, gold: @autoclosure () -> String? = nil,
    found: @autoclosure () -> String? = nil
  ) {
    guard isOn else { return }
    differences.append(Difference(stage: stage, verdict: verdict, gold: gold(), found: found(), place: place ?? 0))
  }

  /// By stage, then by place.
  var sorted: [Difference] {
    Difference.Stage.allCases.flatMap { stage in
      differences.filter { $0.stage == stage }.sorted { $0.place < $1.place }
    }
  }
}
