import Foundation
import Testing

/// What the cards beside the models promise.
@Suite struct ModelCardTests {
  private struct Card: Decodable {
    struct Bin: Decodable {
      var mean: Double
      var right: Double
      var passages: Int
    }

    var confidence: [String: [Bin]]
  }

  private func card(_ name: String) throws -> Card {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
    let file = root.appendingPathComponent("Sources/CModels/Models/\(name).bin.json")
    return try JSONDecoder().decode(Card.self, from: Data(contentsOf: file))
  }

  @Test func `of a tenth of the confidences so many are right as it says`() throws {
    let card = try card("passages_text")
    #expect(Set(card.confidence.keys) == ["kept", "cut", "ruled"])
    for (fate, bins) in card.confidence {
      for bin in bins where bin.passages >= 200 {
        #expect(abs(bin.mean - bin.right) <= (fate == "kept" ? 0.05 : 0.07), "\(fate) at \(bin.mean)")
      }
    }
  }
}
