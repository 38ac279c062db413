/// Prepares a page for libxml2: one scan that keeps from it what it is slow at, or loses text over.
///
/// What is left are bare tags and text. Attributes are read here (libxml2 is quadratic in them and allocates each), the
/// bodies of script and style, comments, declarations and processing instructions are cut, NUL becomes a space, and end
/// tags of elements that were never opened are left out. None of this changes the tree: tags end where libxml2 2.9.14
/// ends them, and it ignores what is left out. Only where it would lose the rest of a page (a quotation mark that is
/// never closed) the tag ends sooner.
struct HTMLGuard {
  /// What libxml2 is given, and a NUL behind it.
  var bytes: [UInt8] = []

  /// Where the guarded bytes stood in the page, in order; the last one ends the map and holds no byte.
  var pieces: [Piece] = []

  /// The attributes of all tags, in page order.
  var attributes: [HTMLAttribute.Use] = []

  /// The texts of JSON-LD scripts, in the page.
  var linkedData: [TextRange] = []

  /// How many tags had more attributes than are kept.
  var cappedTags = 0

  /// How many NUL bytes became spaces.
  var nulCount = 0

  /// How many end tags of elements that were never opened were left out.
  var strayEnds = 0

  /// A stretch of guarded bytes that stood together in the page.
  ///
  /// A tag whose attributes were taken out is followed by a piece that starts at its `>` or `/>` and holds them: they
  /// reach from `firstAttribute` to that of the next piece.
  struct Piece {
    var guarded: UInt32
    var page: UInt32
    var firstAttribute: UInt32
    /// Whether readers never see its text: `<![endif]>`, which libxml2 takes for text.
    var isHidden = false
  }

  /// How many bytes the page has.
  let pageLength: Int

  /// Where the first declaration, comment or instruction stands in the page; `nil` for none.
  var firstDeclaration: Int?

  /// How many attributes of a tag are kept; libxml2 would need their number squared.
  static let attributeCap = 255

  /// Where the page goes on behind what was taken over.
  private(set) var copied = 0
  var opened = OpenedNames()
  /// Marks that stand nowhere in the rest of the page.
  var unclosedQuotes: (double: Bool, single: Bool) = (false, false)
  /// The first `>` from an offset on: asking for it from many offsets before it stays linear.
  private var knownClose: (from: Int, at: Int) = (0, -1)

  /// - Parameter page: The decoded page, UTF-8.
  init(_ page: Span<UInt8>) {
    pageLength = page.count
    bytes.reserveCapacity(page.count / 2 + 64)
    pieces.reserveCapacity(page.count / 64 + 8)
    attributes.reserveCapacity(page.count / 64 + 8)
    pieces.append(Piece(guarded: 0, page: 0, firstAttribute: 0))
    let names = (tags: HTMLTag.byName, attributes: HTMLAttribute.byName)
    var at = 0
    while let start = ByteSearch.first(0x3C, in: page, from: at), start + 1 < page.count {
      let next = page[start + 1]
      // A start tag begins with a letter, though a name may begin with a colon or an underscore.
      if (next | 0x20) &- 0x61 < 26 {
        at = startTag(page, from: start, names.tags, names.attributes)
      } else if next == 0x2F {
        at = endTag(page, from: start, names.tags)
      } else if next == 0x21 {
        at = declaration(page, from: start)
      } else if next == 0x3F {
        at = instruction(page, from: start)
      } else {
        at = start + 1
      }
    }
    cut(page, page.count, page.count)
    if ByteSearch.first(0, in: bytes.span, from: 0) != nil {
      for index in bytes.indices where bytes[index] == 0 {
        bytes[index] = 0x20
        nulCount += 1
      }
    }
    bytes.append(0)
  }

  /// Leaves out the page's bytes from `start` to `end`.
  mutating func cut(_ page: Span<UInt8>, _ start: Int, _ end: Int, firstAttribute: Int? = nil) {
    ByteSearch.append(page, copied..<start, to: &bytes)
    copied = end
    let piece = Piece(
      guarded: UInt32(bytes.count), page: UInt32(end), firstAttribute: UInt32(firstAttribute ?? attributes.count))
    if firstAttribute == nil, let last = pieces.last, last.guarded == piece.guarded, !last.isHidden,
      Int(last.firstAttribute) == attributes.count
    {
      pieces[pieces.count - 1] = piece
    } else {
      pieces.append(piece)
    }
  }

  /// The first `>` from `start` on.
  mutating func close(_ page: Span<UInt8>, from start: Int) -> Int? {
    if start < knownClose.from || start > knownClose.at {
      knownClose = (start, ByteSearch.first(0x3E, in: page, from: start) ?? page.count)
    }
    return knownClose.at < page.count ? knownClose.at : nil
  }

  @inline(__always)
  static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x3A
  }

  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 11 || byte == 0x2D || byte == 0x5F || byte == 0x2E
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
