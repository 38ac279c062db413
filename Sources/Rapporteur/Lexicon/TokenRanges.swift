extension Tokenizer {
  /// Where the tokens of a piece of text stand, for readers of a record, which does not hold them.
  package static func ranges(_ text: Text, in range: TextRange) -> [TextRange] {
    var tokens: [Token] = []
    tokenize(text.utf8.span, in: range, lexicon: .shared, into: &tokens)
    return tokens.map(\.range)
  }
}
