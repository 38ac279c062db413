/// A quotation in one block, by the indices of its tokens.
struct Quotation: Sendable {
  /// The opening mark, or the first token where the mark is missing.
  var open: Int

  /// The closing mark, or the last token where the mark is missing.
  var close: Int

  var hasOpeningMark: Bool
  var hasClosingMark: Bool

  /// Whether it is a name or a word in quotation marks ("the so-called “fast track”") and nobody's speech.
  var isTerm: Bool

  /// Whether it takes up a quotation that the block before left open.
  var continues: Bool

  /// The tokens between the marks.
  var inner: Range<Int> {
    let start = hasOpeningMark ? open + 1 : open
    let end = hasClosingMark ? close : close + 1
    return start..<max(start, end)
  }

  /// All tokens, with the marks.
  var tokens: Range<Int> { open..<close + 1 }
}
