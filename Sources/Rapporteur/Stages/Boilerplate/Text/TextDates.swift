/// Finds the day of a page of flattened text where no date line tells it: in a line with a byline, in the headline, or in
/// the opening of the article ("TURIN, April 22, 2034 – ").
struct TextDates {
  let bytes: [UInt8]
  let units: [TextUnit]
  let passages: [PassageMeasure]

  /// The longest line, in words, whose date can be the page's.
  private static let line: Float = 16
  /// How many bytes of the article its opening has.
  private static let opening = 90

  /// - Parameters:
  ///   - title: The line of the headline.
  ///   - body: The first line of the article.
  func find(title: Int?, body: Int) -> DateReader.Match? {
    let first = max(0, (title ?? body) - 12)
    for index in (first..<max(first, min(body, units.count))).reversed() where passages[index].words <= Self.line {
      if let match = match(units[index].range) { return match }
    }
    for index in body..<max(body, min(units.count, body + 2)) {
      if passages[index].words <= Self.line, !passages[index].endsSentence, let match = match(units[index].range) {
        return match
      }
      if let match = opening(units[index].range) { return match }
    }
    return nil
  }

  private func match(_ range: TextRange) -> DateReader.Match? { DateReader.shared.first(bytes.span, range) }

  /// A date with nothing before it but a place.
  private func opening(_ range: TextRange) -> DateReader.Match? {
    guard let found = match(TextRange(range.start, min(range.end, range.start + Self.opening))) else { return nil }
    var tokenizer = Tokenizer(TextRange(range.start, found.range.start))
    var words = 0
    while let piece = tokenizer.next(bytes.span) {
      if piece.shape.contains(.mark) { continue }
      words += 1
      let isName = !piece.shape.isDisjoint(with: [.capitalised, .allCapitals])
      guard isName || words > 1 && piece.end - piece.start <= 2, words <= 7 else { return nil }
    }
    return words > 0 ? found : nil
  }
}
