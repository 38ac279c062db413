/// Something in the text that may number a point.
struct PointMarker {
  var family: Family

  /// From 1; 0 for "lastly", which is whatever comes next.
  var ordinal: Int

  var place: Place

  /// The words that number, `nil` for an item of a list whose mark is not in the text.
  var range: TextRange?

  /// The first token of the item, and the first behind the marker.
  var first: Int
  var body: Int

  /// Whether only the sequence can tell that it numbers: "First we must".
  var isLoose = false

  /// Markers of one sequence are of one family.
  enum Family: UInt8, CaseIterable {
    case word, shi, yao
    /// (1), 1), 1., 1、 and ①
    case parentheses, closing, stop, ideographic, circled
    /// The same with letters and with Roman numerals.
    case letterParentheses, letterClosing, letterStop, romanParentheses, romanClosing, romanStop
    /// "Point 1:"
    case labelled
    /// A bullet, a dash, or an item of an HTML list.
    case bullet
    /// No mark at all: the pieces of a list within a sentence, or lines behind a colon.
    case none

    /// Whether the marker is a figure, letter or bullet: such lists are used for everything.
    var isFigure: Bool {
      switch self {
      case .word, .shi, .yao: false
      default: true
      }
    }
  }

  /// Where a marker stands.
  enum Place: UInt8 {
    case block, sentence, inside
  }
}
