/// What the words of persons' names tell of their countries.
///
/// Names move, so this only chooses between countries that the page names.
struct NameOrigins: Sendable {
  /// The embedded ones, made on first use.
  static let shared = NameOrigins()

  private var anywhere: [WordID: [String]] = [:]
  private var opening: [WordID: [String]] = [:]
  private var endings: [String: [String]] = [:]
  private var longest = 0

  private init(lexicon: Lexicon = .shared) {
    for row in WordList("name_origins").entries where row.fields.count > 1 {
      let codes = row.fields[1].split(separator: ",").map(String.init)
      switch row.fields[0] {
      case "word": for token in lexicon.ids(of: row.text) { anywhere[token.word] = codes }
      case "first": opening[lexicon.id(of: row.text)] = codes
      default:
        endings[row.text] = codes
        longest = max(longest, row.text.unicodeScalars.count)
      }
    }
  }

  /// The countries where the name is common; empty where it tells nothing.
  ///
  /// - Parameter isWhole: Whether the tokens are a full name, so that the first one can be a surname that stands there.
  func countries(of tokens: ArraySlice<Token>, in text: Text, isWhole: Bool) -> Set<String> {
    var found: Set<String> = []
    guard let first = tokens.first else { return found }
    // "Lee Jae-myung"
    if isWhole, tokens.count == 4, tokens[tokens.startIndex + 2].length == 1,
      tokens[tokens.startIndex + 3].shape.isDisjoint(with: [.capitalised, .mark]), opening[first.word] != nil
    {
      return ["KR", "KP"]
    }
    for (place, token) in tokens.enumerated() where token.shape.contains(.word) {
      if let codes = anywhere[token.word] { found.formUnion(codes) }
      guard place > 0 || !isWhole, token.length > 4 else { continue }
      let letters = Array(text[token.range].lowercased().unicodeScalars)
      // The longest ending that is listed.
      for length in stride(from: min(longest, letters.count - 2), to: 1, by: -1) {
        var ending = String.UnicodeScalarView()
        ending.append(contentsOf: letters.suffix(length))
        if let codes = endings[String(ending)] {
          found.formUnion(codes)
          break
        }
      }
    }
    if found.isEmpty, isWhole, tokens.count > 1, let codes = opening[first.word] { found.formUnion(codes) }
    return found
  }
}
