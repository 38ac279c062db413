import Testing

@testable import Rapporteur

@Suite struct OffsetIndexTests {
  /// Characters of one to four bytes, longer than a few of the index's steps.
  private static let mixed = String(repeating: "a📚é👨‍👩‍👧한b，", count: 40)

  @Test(arguments: ["", "plain", mixed, String(repeating: "é", count: 32), String(repeating: "📚", count: 16)])
  func everyBorderIsCounted(_ string: String) {
    let text = Text(string)
    let points = OffsetIndex(text, unit: .codePoint)
    let units = OffsetIndex(text, unit: .utf16)
    let bytes = OffsetIndex(text, unit: .utf8)
    var offset = 0
    var point = 0
    var unit = 0
    for scalar in string.unicodeScalars {
      #expect(points(offset) == point && units(offset) == unit && bytes(offset) == offset)
      offset += scalar.utf8.count
      unit += scalar.utf16.count
      point += 1
    }
    #expect(points(offset) == point && units(offset) == unit && bytes(offset) == offset)
  }
}
