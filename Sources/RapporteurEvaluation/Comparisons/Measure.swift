package import Rapporteur

/// What is measured, by the names that the figures have in tables and in Tests/accuracy.json.
package enum Measure: Hashable, Sendable, CaseIterable {
  case linesKept, linesStripped, pageTitle, pagePublished
  case sentenceEnds
  case entity(EntityType), entities, linkingPrecision, linkingRecall, country, dateValues
  case words, statements, speaker, kind, cue, runs
  case proposals, itemStarts, itemWords, announced, itemCount, proposer

  /// By stage.
  package static let allCases: [Measure] =
    [.linesKept, .linesStripped, .pageTitle, .pagePublished, .sentenceEnds] + EntityType.allCases.map(Measure.entity)
    + [.entities, .linkingPrecision, .linkingRecall, .country, .dateValues]
    + [.words, .statements, .speaker, .kind, .cue, .runs]
    + [.proposals, .itemStarts, .itemWords, .announced, .itemCount, .proposer]

  package var name: String {
    switch self {
    case .linesKept: "lines kept"
    case .linesStripped: "lines stripped"
    case .pageTitle: "page title"
    case .pagePublished: "page published"
    case .sentenceEnds: "sentence ends"
    case .entity(let type): "entity \(type.rawValue)"
    case .entities: "entities, all types"
    case .linkingPrecision: "linking B3 P"
    case .linkingRecall: "linking B3 R"
    case .country: "country right"
    case .dateValues: "date values"
    case .words: "attributed words"
    case .statements: "statements"
    case .speaker: "speaker right"
    case .kind: "kind right"
    case .cue: "cue overlaps"
    case .runs: "continued runs"
    case .proposals: "proposal found"
    case .itemStarts: "item starts"
    case .itemWords: "item words"
    case .announced: "announced count right"
    case .itemCount: "number of items right"
    case .proposer: "proposer right"
    }
  }

  /// Whether it is a share of right answers: precision and recall are for what can be missed and found too often.
  package var isShare: Bool {
    switch self {
    case .pageTitle, .pagePublished, .linkingPrecision, .linkingRecall, .country, .speaker, .kind, .cue, .announced,
      .itemCount, .proposer:
      true
    default: false
    }
  }

  /// Those whose mean is a document's overall figure.
  package static let overall: [Measure] = [.linesKept, .sentenceEnds, .entities, .statements, .speaker, .itemWords]
}
