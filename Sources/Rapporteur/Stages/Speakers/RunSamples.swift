/// The sentences of a document that may go on reporting, for the trainer of the gate.
package enum RunSamples {
  /// - Parameter goesOn: Whether the sentence that stands there does; what is decided of one sentence counts for the
  ///   next.
  package static func of(
    _ document: Document, goesOn: @escaping (TextRange) -> Bool
  ) -> [(features: RunFeatures, goesOn: Bool)] {
    let passage = Passage(document)
    var samples: [(features: RunFeatures, goesOn: Bool)] = []
    _ = RunFinder(passage, density: Speakers.density).complete(Speakers.drafts(passage)) { sentence, features in
      let answer = goesOn(passage.sentences[sentence].range)
      samples.append((features, answer))
      return answer
    }
    return samples
  }
}
