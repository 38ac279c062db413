/// Whether a line of plain text looks like the heading of what follows.
enum HeadingShape {
  /// Short, without a final mark, written in capitals or like a title, and followed by prose.
  static func isHeading(_ bytes: Span<UInt8>, _ range: TextRange, before next: TextRange) -> Bool {
    guard range.count <= 90, next.count > range.count * 2, next.count > 60 else { return false }
    let last = UTF8Scan.scalar(bytes, before: range.end).value
    if SoftBreaks.endsSentence(last) || last == 0x2C || last == 0x3B || last == 0x3A || last == 0xFF0C { return false }
    var words = 0
    var capitalised = 0
    var long = 0
    var tokenizer = Tokenizer(range)
    while let piece = tokenizer.next(bytes) {
      guard piece.shape.contains(.word) else { continue }
      if piece.shape.contains(.ideographic) || piece.shape.contains(.hangul) { return false }
      words += 1
      guard piece.end - piece.start > 3 || piece.shape.contains(.allCapitals) else { continue }
      long += 1
      if !piece.shape.isDisjoint(with: [.capitalised, .allCapitals]) { capitalised += 1 }
    }
    return words >= 1 && words <= 12 && long > 0 && capitalised == long
  }
}
