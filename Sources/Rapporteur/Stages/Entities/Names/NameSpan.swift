/// A name as the search found it, before it is linked.
struct NameSpan: Sendable {
  /// Indices in the document's tokens.
  var tokens: Range<Int>
  var sentence: Int
  var type: EntityType
  var rule: Mention.Rule
  var confidence: Double

  /// The entry of the lists, or -1.
  var listed = -1

  /// The span of the person who holds the role, or of the long form that an acronym stands for; -1 for none.
  var owner = -1

  /// The span that tells the country or body a title belongs to: "Chinese" in "the Chinese president"; -1 for none.
  var origin = -1

  /// A capital alone: what it names is decided when the whole document is known.
  var isPending = false

  /// A title that is a mention only with a holder beside it.
  var needsHolder = false

  /// Whether a word of place stands before it.
  var isPlaced = false

  /// Whether the first word of a sentence or a heading gives it a capital in any case.
  var isInitial = false

  /// What the title before the name tells.
  var gender: Entity.Gender?

  /// No mention after all.
  var isDropped = false

  init(
    _ tokens: Range<Int>, sentence: Int, _ type: EntityType, _ rule: Mention.Rule, _ confidence: Double,
    listed: Int = -1
  ) {
    self.tokens = tokens
    self.sentence = sentence
    self.type = type
    self.rule = rule
    self.confidence = confidence
    self.listed = listed
  }
}
