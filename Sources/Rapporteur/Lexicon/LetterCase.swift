/// How a word is written, letter by letter.
struct LetterCase {
  private var letters = 0
  private var upper = 0
  private var firstIsUpper = false
  private var isMixed = false

  /// Whether a digit stands among the letters.
  var hasDigit = false

  /// Counts the next letter.
  @inline(__always)
  mutating func add(isUpper: Bool) {
    if isUpper {
      if letters == 0 { firstIsUpper = true }
      if upper < letters { isMixed = true }
      upper += 1
    }
    letters += 1
  }

  /// Counts small letters.
  @inline(__always)
  mutating func addSmall(_ count: Int) { letters += count }

  /// The flags of the word.
  @inline(__always)
  var shape: TokenShape {
    var shape: TokenShape = .word
    if firstIsUpper { shape.insert(.capitalised) }
    if isMixed { shape.insert(.mixedCase) }
    if upper >= 2 && upper == letters { shape.insert(.allCapitals) }
    if hasDigit { shape.insert(.hasDigit) }
    return shape
  }
}
