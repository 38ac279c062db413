/// Tells whom "the minister", "the two sides" or "he" means at a place, by the sieves that resolve statements.
struct ReferenceReader {
  private let document: Document
  private var base: (passage: Passage, resolver: SpeakerResolver)?

  /// How many statements before the place are looked at.
  private static let memory = 40

  init(_ document: Document) {
    self.document = document
  }

  /// The speakers that a noun phrase or pronoun names; none when nobody is known by it.
  ///
  /// - Parameter phrase: Its tokens.
  mutating func speakers(of phrase: Range<Int>) -> [Speaker] {
    let place = document.tokens[phrase.lowerBound].start
    let end = firstStatement(from: place)
    if base == nil {
      let passage = Passage(document, lexicon: SpeakerLexicon.shared)
      base = (passage, SpeakerResolver(passage))
    }
    base?.resolver.learnTitles(before: phrase.lowerBound)
    guard var resolver = base?.resolver else { return [] }
    for attribution in document.attributions[max(0, end - Self.memory)..<end] {
      resolver.follow(attribution, in: sentence(at: attribution.cue?.start ?? attribution.content.first?.start ?? 0))
    }
    return resolver.speakers(of: phrase, in: sentence(at: place)).filter { $0.resolution != .description }
  }

  private func firstStatement(from place: Int) -> Int {
    var low = 0
    var high = document.attributions.count
    while low < high {
      let middle = (low + high) / 2
      let start = document.attributions[middle].content.first?.start ?? 0
      if start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func sentence(at place: Int) -> Int {
    var low = 0
    var high = document.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if document.sentences[middle].range.end <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
