/// Whether two names may be the same speaker's: equal words, an equal last word, or one's words all in the other's.
enum SpokenName {
  static func matches(_ a: String, _ b: String) -> Bool {
    let (x, y) = (words(a), words(b))
    guard let last = x.last, !y.isEmpty else { return false }
    return x == y || last == y.last || Set(x).isSubset(of: y) || Set(y).isSubset(of: x)
  }

  /// Joint speakers one to one: naming everybody is wrong.
  static func matches(_ found: [String], _ wanted: [String], alternatives: [String] = []) -> Bool {
    if found.count == 1, alternatives.contains(where: { matches(found[0], $0) }) { return true }
    var left = found
    for name in wanted {
      guard let hit = left.firstIndex(where: { matches($0, name) }) else { return false }
      left.remove(at: hit)
    }
    return left.isEmpty
  }

  /// Lower-case words; full-width letters are plain ones.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in name.unicodeScalars {
      let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
      let plain = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      if WordReader.isPartOfWord(plain) {
        word += plain.properties.lowercaseMapping
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
