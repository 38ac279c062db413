public import Rapporteur

/// What a reader hands to the workers: a page, or what stands where a page should.
public enum CrawlItem: Sendable {
  case page(Page)
  /// A line of a JSON Lines file, still to be parsed.
  case line(JSONLine)
  /// A record of an archive, its body still packed.
  case record(ArchiveRecord)
  case fault(InputFault)

  /// About how many bytes it holds.
  var weight: Int {
    switch self {
    case .page(let page): page.source.length ?? 0
    case .line(let line): line.bytes.count
    case .record(let record): record.block.count
    case .fault: 0
    }
  }

  /// The page: parsed where it is a line, unpacked where it is a record of an archive.
  public func page() throws(InputFault) -> Page {
    switch self {
    case .page(let page): return page
    case .line(let line): return try line.page()
    case .record(let record): return try record.page()
    case .fault(let fault): throw fault
    }
  }

  /// Why the page is passed over, `nil` when it is kept.
  public var filter: InputOptions.Filter? {
    if case .record(let record) = self { record.filter } else { nil }
  }
}

/// A document that could not be read.
public struct InputFault: Error, Sendable {
  public var id: String
  public var source: Page.Source
  /// Of the bytes that stand there; `nil` when not even they could be read.
  public var digest: Digest?
  public var failure: StageFailure
}
