internal import Rapporteur

/// The words of a text as Python's `\w+` finds them: runs of letters, numerals and underscores, each as its hash.
enum WordReader {
  static func words(_ text: String, foldingCase: Bool) -> [UInt64] {
    var words: [UInt64] = []
    var hash = WordHash()
    var isInside = false
    for scalar in text.unicodeScalars {
      if isPartOfWord(scalar) {
        isInside = true
        add(scalar, foldingCase, to: &hash)
      } else if isInside {
        words.append(hash.value)
        hash = WordHash()
        isInside = false
      }
    }
    if isInside { words.append(hash.value) }
    return words
  }

  /// Every four words in a row; all of them together where they are fewer.
  static func shingles(_ words: [UInt64]) -> [UInt64] {
    guard words.count >= 4 else { return words.isEmpty ? [] : [combined(words[...])] }
    return (0...words.count - 4).map { combined(words[$0..<$0 + 4]) }
  }

  private static func combined(_ words: ArraySlice<UInt64>) -> UInt64 {
    var value: UInt64 = 0
    for word in words { value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15 ^ value >> 29 }
    return value
  }

  private static func add(_ scalar: Unicode.Scalar, _ foldingCase: Bool, to hash: inout WordHash) {
    if !foldingCase || scalar.isASCII {
      let isCapital = foldingCase && scalar.value >= 0x41 && scalar.value <= 0x5A
      hash.add(scalar: isCapital ? scalar.value | 0x20 : scalar.value)
    } else {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { hash.add(scalar: lower.value) }
    }
  }

  /// Whether Python's `\w` matches the scalar.
  static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let folded = scalar.value | 0x20
      return folded >= 0x61 && folded <= 0x7A || scalar.value >= 0x30 && scalar.value <= 0x39 || scalar.value == 0x5F
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return scalar.properties.numericType != nil
    }
  }
}
