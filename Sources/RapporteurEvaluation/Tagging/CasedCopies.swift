internal import Rapporteur

/// Copies of a text in other cases, to learn names from that are written small, in headlines and in capitals.
///
/// Only ASCII letters change, so every place in the text stays what it was.
struct CasedCopies {
  enum Case { case small, headline, capitals }

  /// Lengths of sentences in bytes that can be headlines.
  static let headlineLengths = 21..<160

  private static let joints = Set(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "is", "via"].map {
      Array($0.utf8)
    })

  private var texts = 0
  private var sentences = 0

  /// Whether the next text gets a copy in small letters.
  mutating func nextText() -> Bool {
    texts += 1
    return texts % 3 == 0
  }

  /// The case in which the next sentence with names is copied.
  mutating func nextSentence() -> Case? {
    sentences += 1
    if sentences % 5 == 0 { return .headline }
    return sentences % 8 == 1 ? .capitals : nil
  }

  static func copy(_ bytes: some Collection<UInt8>, in form: Case) -> Text {
    switch form {
    case .small: return Text(valid: bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 })
    case .capitals: return Text(valid: bytes.map { 0x61...0x7A ~= $0 ? $0 & 0xDF : $0 })
    case .headline:
      var result = Array(bytes)
      var at = 0
      while at < result.count {
        var end = at
        while end < result.count, isLetter(result[end]) || result[end] == 0x27 && end > at { end += 1 }
        if end > at, at == 0 || !joints.contains(Array(result[at..<end])), 0x61...0x7A ~= result[at] {
          result[at] &= 0xDF
        }
        at = max(end, at + 1)
      }
      return Text(valid: result)
    }
  }

  /// Also of a scalar beyond ASCII, so that no word begins inside one.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }
}
