/// A sentence. It never crosses a block, and has no outer white space.
public struct Sentence: Sendable {
  public var range: TextRange

  /// The index of its block.
  public var block: Int

  public var kind: Kind

  /// The indices of its tokens in `Document.tokens`.
  public var tokens: Range<Int>

  public init(range: TextRange, block: Int, kind: Kind, tokens: Range<Int>) {
    self.range = range
    self.block = block
    self.kind = kind
    self.tokens = tokens
  }

  /// What stands in the sentence's place: prose, or a piece that is one line by its nature.
  public enum Kind: String, Sendable, CaseIterable {
    case sentence, title, heading, byline
    case listItem = "list_item"
    case caption, table, code
  }
}
