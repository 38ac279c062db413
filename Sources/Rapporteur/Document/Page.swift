/// What a crawler stored.
public struct Page: Sendable {
  /// Unique in a run.
  public var id: String
  public var source: Source
  public var content: Content

  /// The day the crawler or the dump gives for it, ISO 8601; a page's own date outranks it.
  public var published: String?

  /// The id of the earlier document of the run that it is the same as, where somebody has found that out.
  public var duplicateOf: String?

  /// What had to be repaired to read it.
  public var warnings: [Warning]

  public init(
    id: String, source: Source, content: Content, published: String? = nil, warnings: [Warning] = []
  ) {
    self.id = id
    self.source = source
    self.content = content
    self.published = published
    self.warnings = warnings
  }

  /// SHA-256 of what came with it.
  public var digest: Digest {
    switch content {
    case .bytes(let bytes): Digest(of: bytes)
    case .html(let text), .text(let text): Digest(of: text.utf8)
    }
  }

  /// A page of plain text that stands alone.
  public init(id: String, text: String) {
    self.init(id: id, source: Source(), content: .text(Text(text)))
  }

  /// A page of bytes whose type and charset are still to be found out.
  public init(id: String, bytes: [UInt8]) {
    self.init(id: id, source: Source(length: bytes.count), content: .bytes(bytes))
  }

  /// What came with the page.
  public enum Content: Sendable {
    /// As crawled: charset and type are found by the decoder, with `Source.mediaType` and `Source.charset` as hints.
    case bytes([UInt8])
    /// A string that was HTML: its own charset declaration no longer holds.
    case html(Text)
    /// A string of plain text.
    case text(Text)
  }

  /// Where a page came from.
  public struct Source: Sendable {
    /// Relative to the input it was found under.
    public var path: String?
    public var url: String?
    public var recordID: String?
    /// In bytes, of the record in the file; in compressed files of the frame it stands in.
    public var offset: Int?
    /// In bytes.
    public var length: Int?
    /// RFC 3339.
    public var fetched: String?
    public var httpStatus: Int?
    public var mediaType: String?
    public var charset: String?

    public init(
      path: String? = nil, url: String? = nil, recordID: String? = nil, offset: Int? = nil, length: Int? = nil,
      fetched: String? = nil, httpStatus: Int? = nil, mediaType: String? = nil, charset: String? = nil
    ) {
      self.path = path
      self.url = url
      self.recordID = recordID
      self.offset = offset
      self.length = length
      self.fetched = fetched
      self.httpStatus = httpStatus
      self.mediaType = mediaType
      self.charset = charset
    }
  }
}
