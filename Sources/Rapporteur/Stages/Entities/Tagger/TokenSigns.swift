/// What the tagger knows of a token besides its bytes.
package struct TokenSigns: Sendable {
  /// A hash of the folded word, the same whatever the lists hold.
  package var key: UInt32 = 0

  /// Parts that the word can have in a name, those of `WordPart`.
  package var parts: UInt32 = 0

  /// `TokenShape`, with `initial` and `alone` added.
  package var shape: UInt32 = 0

  /// The entry of the lists that covers it: its sort, and whether it begins here; 0 for none.
  package var listed: UInt8 = 0

  /// The name that the rules found: its type, how sure, and whether it begins here; 0 for none.
  package var rule: UInt8 = 0

  /// What the rest of the document tells of the word.
  package var elsewhere: UInt8 = 0

  /// What the rules take the word for elsewhere in the document.
  package var vote: UInt8 = 0

  /// Its class among few and among many, 0 for a word without.
  package var coarse: UInt16 = 0
  package var fine: UInt16 = 0

  /// Its classes by word vectors, among few, more and many; zeros for a word without.
  package var kin = VectorClasses()

  package init() {}

  /// Stands before the first token of a sentence and behind the last.
  package static let border: TokenSigns = {
    var signs = TokenSigns()
    signs.key = 1
    signs.shape = 1 << 31
    return signs
  }()

  /// The token has one byte.
  package static let alone: UInt32 = 1 << 16

  /// The sentence is a headline whose capitals tell nothing, or all in capitals.
  package static let titleCase: UInt32 = 1 << 17
  package static let allCapitals: UInt32 = 1 << 18
}
