/// The capitals of the lists with their countries.
struct Capitals: Sendable {
  /// The embedded ones, made on first use.
  static let shared = Capitals()

  private var gazetteer = Gazetteer()
  private var codes: [String] = []

  private init(lexicon: Lexicon = .shared) {
    for row in WordList("capitals").entries {
      guard let code = row.fields.first else { continue }
      gazetteer.add(row.text, value: codes.count, lexicon: lexicon)
      codes.append(code)
    }
  }

  /// The country whose capital the tokens name, all of them.
  func country(of range: Range<Int>, in tokens: [Token]) -> String? {
    guard let match = gazetteer.match(tokens.span, at: range.lowerBound, before: range.upperBound),
      match.length == range.count
    else { return nil }
    return codes[match.value]
  }
}
