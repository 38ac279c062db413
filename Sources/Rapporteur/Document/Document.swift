/// What a page becomes: clean text and standoff layers over it.
///
/// A document is a value that one task carries through all stages. Every range in a layer is in bytes of `text`,
/// unless its name says `source`. `text` never changes once a stage has written it.
public struct Document: Sendable {
  /// Where the page came from; `charset` and `mediaType` are what the decoder found.
  public var source: Page.Source

  public let id: String

  /// The day the input gives for the page, ISO 8601.
  public let inputDate: String?

  /// The decoded page: what every `source` range points into.
  public let decoded: Text

  /// Whether the page is HTML or plain text.
  public let form: Form

  /// SHA-256 of the page's bytes as they came.
  public let digest: Digest

  /// The id of the earlier document of the run that it is the same as.
  public var duplicateOf: String?

  public var metadata = Metadata()
  public var text = Text.empty
  public var blocks: [Block] = []
  public var removed: [Removed] = []
  public var sentences: [Sentence] = []
  public var tokens: [Token] = []
  public var mentions: [Mention] = []
  public var entities: [Entity] = []
  public var attributions: [Attribution] = []
  public var proposals: [Proposal] = []
  public var warnings: [Warning] = []

  /// What `explain` shows; `nil` unless it was asked for.
  public var trace: Trace?

  public init(id: String, source: Page.Source, inputDate: String?, decoded: Text, form: Form, digest: Digest) {
    self.id = id
    self.source = source
    self.inputDate = inputDate
    self.decoded = decoded
    self.form = form
    self.digest = digest
  }

  /// How the page is written.
  public enum Form: Sendable {
    case html, text
  }

  /// Notes a fault that did not stop the stage.
  public mutating func warn(_ stage: String, _ code: String, _ message: String) {
    warnings.append(Warning(stage: stage, code: code, message: message))
  }
}

/// What the stages decided and why, in the order they decided it.
public struct Trace: Sendable {
  public private(set) var notes: [Note] = []

  public init() {}

  /// One decision about one place of the text.
  public struct Note: Sendable {
    public var stage: String
    public var range: TextRange?
    public var message: String
  }

  public mutating func note(_ stage: String, _ range: TextRange? = nil, _ message: String) {
    notes.append(Note(stage: stage, range: range, message: message))
  }
}
