import Testing

@testable import RapporteurEvaluation

@Suite struct GoldLabelsTests {
  private let gold = """
    The two ministers met in the harbour town on Monday.
    What comes next
    They agreed to open a second ferry line before the summer.
    """

  @Test func `takes the lines of the article and nothing around them`() {
    let page = [
      "Home", "The two ministers met in the harbour town on Monday.",
      "They agreed to open a second ferry line before the summer.", "More news from the harbour office",
    ]
    #expect(GoldLabels.labels(page, gold: gold) == [false, true, true, false])
  }

  @Test func `a short line belongs to it where it follows in its place`() {
    let page = [
      "Next", "The two ministers met in the harbour town on Monday.", "What comes next",
      "They agreed to open a second ferry line before the summer.", "On Monday",
    ]
    #expect(GoldLabels.labels(page, gold: gold) == [false, true, true, true, false])
  }

  @Test func `a line that only begins like the article does not belong to it`() {
    let page = ["The two ministers met to sell you our spring offer, now half price"]
    #expect(GoldLabels.labels(page, gold: gold) == [false])
  }

  @Test func `without gold nothing belongs`() {
    #expect(GoldLabels.labels(["A line of five words", "", "Home"], gold: "") == [false, false, false])
  }

  @Test func `of a line that a page shows often the one in its place belongs to it`() {
    let page = [
      "What comes next", "Home", "The two ministers met in the harbour town on Monday.", "What comes next",
      "They agreed to open a second ferry line before the summer.",
      "The two ministers met in the harbour town on Monday.", "What comes next",
    ]
    #expect(GoldLabels.labels(page, gold: gold) == [false, false, true, true, true, false, false])
  }
}
