/// Runs of five words, as hashes: what two texts that were written apart do not share.
enum FiveGrams {
  /// Words are runs of letters and numerals, lower-case; every Chinese character and Korean syllable is one.
  static func grams(of document: GoldDocument) -> Set<UInt64> {
    let text = document.scalars
    var words: [String] = []
    for unit in document.gold.units {
      var word = ""
      func end() {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      for scalar in text[unit.range] {
        let isAlone = (0x3400...0x9FFF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
        if isAlone || !WordReader.isPartOfWord(scalar) { end() }
        if isAlone {
          words.append(String(scalar))
        } else if WordReader.isPartOfWord(scalar) {
          word += scalar.properties.lowercaseMapping
        }
      }
      end()
    }
    guard words.count >= 5 else { return [] }
    return Set((0...words.count - 5).map { hash(words[$0..<$0 + 5]) })
  }

  /// FNV-1a, 64 bits, with a zero behind every word.
  private static func hash(_ words: ArraySlice<String>) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      for byte in word.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
      value = value &* 0x100_0000_01B3
    }
    return value
  }
}
