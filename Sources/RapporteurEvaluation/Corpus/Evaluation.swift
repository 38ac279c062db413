package import Rapporteur

/// How right a pipeline is, or how much two readers agree, document by document.
package struct Evaluation: Sendable {
  /// By id.
  package private(set) var documents: [Outcome] = []

  /// All documents together.
  package private(set) var scores = Scoreboard()

  /// How one document came out.
  package struct Outcome: Sendable {
    package var id: String
    package var path: String
    package var cell: GoldDocument.Cell
    package var language: String
    package var scores: Scoreboard
    package var differences: [Difference]

    /// Why the pipeline made nothing of it; `nil` where it did.
    package var failure: String?
  }

  /// The documents, the worst first.
  package var worst: [Outcome] {
    documents.sorted { ($0.scores.overall, $0.id) < ($1.scores.overall, $1.id) }
  }

  /// Runs every document through a pipeline and holds what comes out against the gold.
  ///
  /// - Parameters:
  ///   - workers: How many documents at a time.
  ///   - listing: Whether to keep what the figures are made of.
  package init(_ gold: [GoldDocument], _ pipeline: Pipeline, workers: Int, listing: Bool = false) async {
    await self.init(gold, workers: workers) { document in
      var failure: String?
      var found = Annotation()
      do throws(StageFailure) {
        found = Annotation(try pipeline.process(document.page))
      } catch {
        failure = "\(error.message) (\(error.stage), \(error.code))"
      }
      let result = Comparison(text: document.scalars, gold: document.gold, found: found).result(listing: listing)
      return Outcome(document, result.scores, result.differences, failure: failure)
    }
  }

  /// Holds a second annotation of the same pages against the first. Pages that only one has are left out.
  package init(
    first: [GoldDocument], second: [GoldDocument], workers: Int, listing: Bool = false
  ) async {
    let others = Dictionary(second.map { ($0.id, $0) }) { first, _ in first }
    let both = first.filter { document in others[document.id]?.text == document.text }
    await self.init(both, workers: workers) { document in
      let found = others[document.id]?.gold ?? Annotation()
      let result = Comparison(text: document.scalars, gold: document.gold, found: found).result(listing: listing)
      return Outcome(document, result.scores, result.differences, failure: nil)
    }
  }

  private init(
    _ gold: [GoldDocument], workers: Int, _ outcome: @escaping @Sendable (GoldDocument) -> Outcome
  ) async {
    var outcomes: [(index: Int, outcome: Outcome)] = []
    await withTaskGroup(of: (index: Int, outcome: Outcome).self) { group in
      var begun = 0
      while begun < gold.count || outcomes.count < begun {
        while begun < gold.count, begun - outcomes.count < max(1, workers) {
          let index = begun
          let document = gold[index]
          group.addTask { (index, outcome(document)) }
          begun += 1
        }
        guard let done = await group.next() else { break }
        outcomes.append(done)
      }
    }
    // Added in the order of the documents: sums of shares then come out the same to the last digit.
    documents = outcomes.sorted { $0.index < $1.index }.map(\.outcome)
    for document in documents { scores.add(document.scores) }
  }
}

extension Evaluation.Outcome {
  fileprivate init(
    _ document: GoldDocument, _ scores: Scoreboard, _ differences: [Difference], failure: String?
  ) {
    self.init(
      id: document.id, path: document.path, cell: document.cell, language: document.language, scores: scores,
      differences: differences, failure: failure)
  }
}
