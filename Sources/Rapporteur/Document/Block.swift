/// A piece of the document: a paragraph, a heading, a list item …
public struct Block: Sendable {
  /// Its place in the document's text.
  public var range: TextRange

  public var kind: Kind

  /// Whether it belongs to the article itself. Title, subtitle, byline and captions do not.
  public var isMain: Bool

  /// The depth of a heading (1 to 6) or of a list item (1 is outermost); `nil` for the others.
  public var level: Int?

  /// The cell's row and column, counted from 0, in a table.
  public var row: Int?
  public var column: Int?

  /// BCP 47 language of the block, `nil` where it is too short to tell.
  public var language: String?

  /// Where the block stood in the page's tree; `nil` for plain text.
  public var xpath: String?

  /// Its place in the decoded page, in bytes: an exact slice of plain text, the hull of its text runs in HTML.
  public var source: TextRange?

  /// The runs of its text and where each stood in the decoded page, when `source_map` is on; in order, not overlapping.
  public var runs: [SourceRun]

  /// How sure the stage is that the block was kept rightly, 0 to 1.
  public var confidence: Double

  public init(
    range: TextRange, kind: Kind, isMain: Bool? = nil, level: Int? = nil, row: Int? = nil, column: Int? = nil,
    language: String? = nil, xpath: String? = nil, source: TextRange? = nil, runs: [SourceRun] = [],
    confidence: Double = 1
  ) {
    self.range = range
    self.kind = kind
    self.isMain = isMain ?? kind.isArticle
    self.level = level
    self.row = row
    self.column = column
    self.language = language
    self.xpath = xpath
    self.source = source
    self.runs = runs
    self.confidence = confidence
  }

  /// What a block is.
  public enum Kind: String, Sendable, CaseIterable {
    case title, subtitle, byline, heading, paragraph
    case listItem = "list_item"
    case quote, caption, table, code

    /// Whether blocks of the kind are part of the article itself.
    public var isArticle: Bool {
      switch self {
      case .title, .subtitle, .byline, .caption: false
      case .heading, .paragraph, .listItem, .quote, .table, .code: true
      }
    }
  }
}

/// A run of text and where it stood in the decoded page.
public struct SourceRun: Sendable, Equatable {
  /// The run in the document's text.
  public var range: TextRange
  /// The run in the decoded page.
  public var source: TextRange

  public init(range: TextRange, source: TextRange) {
    self.range = range
    self.source = source
  }
}

/// A piece of the page that is not in the document, and why.
public struct Removed: Sendable {
  public var kind: Kind
  public var reason: Reason
  public var text: String
  public var xpath: String?
  /// Its place in the decoded page, in bytes.
  public var source: TextRange?

  /// How sure the stage is that the piece was cut rightly, 0 to 1.
  public var confidence: Double

  public init(
    kind: Kind, reason: Reason, text: String, xpath: String? = nil, source: TextRange? = nil, confidence: Double = 1
  ) {
    self.kind = kind
    self.reason = reason
    self.text = text
    self.xpath = xpath
    self.source = source
    self.confidence = confidence
  }

  /// What a removed piece is.
  public enum Kind: String, Sendable, CaseIterable {
    case navigation, share, advertisement, related, comments, form, copyright, disclaimer, metadata, glossary, credit
    case duplicate, other
  }

  /// What gave it away.
  public enum Reason: String, Sendable, CaseIterable {
    /// The element is never content (nav, footer, form …).
    case element
    /// A class, id or role says so.
    case attribute
    /// Hidden from readers.
    case hidden
    /// Most of its words are links.
    case linkDensity = "link_density"
    /// Too short beside its neighbours.
    case short
    /// A phrase that only boilerplate has.
    case phrase
    /// It stands outside the container that holds the article.
    case outside
    /// It repeats what stands elsewhere in the page, or on other pages of the site.
    case repeated
    /// The form of the line: dates, separators, pairs of terms.
    case pattern
    /// An option of the pipeline asked for it.
    case option
  }
}
