import Testing

@testable import RapporteurEvaluation

@Suite struct ContentScoresTests {
  private func scores(_ found: String, _ gold: String) -> ContentScores {
    var scores = ContentScores()
    scores.add(found: found, gold: gold)
    return scores
  }

  @Test func `equal texts score one, whatever stands between their words`() {
    let scores = scores("One two, three – four five.", "One two three four five")
    #expect(scores.words == 1)
    #expect(scores.shingles == 1)
  }

  @Test func `words count as often as they stand, case folded`() {
    #expect(scores("A b b C", "a B c d").words == 0.75)
  }

  @Test func `shingles are four words in a row`() {
    #expect(scores("a b c d e", "a b c d x").shingles == 0.5)
    #expect(scores("A b c d", "a b c d").shingles == 0)
  }

  @Test func `nothing found where nothing is counts as right`() {
    #expect(scores("", "").words == 1)
    #expect(scores("a", "").words == 0)
  }
}
