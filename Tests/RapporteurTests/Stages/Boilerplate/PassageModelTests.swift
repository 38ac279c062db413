import Testing

@testable import Rapporteur

@Suite struct PassageModelTests {
  @Test func `a page that the model is sure of keeps its border`() {
    #expect(PassageModel.shift([6, 6, 6, -6, -6], [40, 40, 40, 40, 40]) < 0.2)
  }

  @Test func `of a page that it is unsure of it keeps what is likelier not to belong to it`() {
    let shift = PassageModel.shift([-0.6, -0.7, -0.5, -6, -6], [40, 40, 40, 40, 40])
    #expect(shift > 0.7)
    #expect(shift < 2.5)
  }

  @Test func `no passages need no border`() {
    #expect(PassageModel.shift([], []) <= 2.5)
  }
}
