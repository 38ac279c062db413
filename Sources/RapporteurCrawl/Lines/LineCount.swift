internal import Rapporteur

/// Counts on how many pages of their site the visible lines of a crawl stand, in bounded memory, and writes the table
/// for the boilerplate stage.
public struct LineCount: Sendable {
  public var inputs: Inputs
  /// The table.
  public var output: String
  public var workers: Int
  /// The fewest pages that a line of the table stands on.
  public var fewestPages = 3
  /// Set to stop early.
  public var interruption: Interruption?

  public init(_ inputs: Inputs, output: String, workers: Int) {
    self.inputs = inputs
    self.output = output
    self.workers = max(1, workers)
  }

  /// What was counted.
  public struct Report: Sendable {
    public var pages = 0
    /// Pages that count for no site: neither their URL nor their folder names one.
    public var pagesWithoutSite = 0
    /// Documents that are no pages, or filtered.
    public var documentsPassedOver = 0
    /// Sites with lines in the table.
    public var sites = 0
    /// Lines in the table.
    public var lines = 0
  }

  /// What a document is to the count.
  private enum Seen: Sendable {
    case lines(VisibleLines)
    case withoutSite
    case none
  }

  /// Does it.
  ///
  /// - Parameter watch: Sees how far it has come: documents, and bytes of the files.
  /// - Returns: `nil` when it was interrupted; then there is no table.
  public func callAsFunction(_ watch: (Int, Int) -> Void = { _, _ in }) async throws(OutputError) -> Report? {
    try inputs.check(output: output) { output in
      var head = [UInt8](repeating: 0, count: LineTable.magic.count)
      guard let file = try? FileStream(FilePath(output)), let count = try? file.read(into: &head) else { return false }
      return count == head.count && head == LineTable.magic
    }
    let file = try OutputFile(output)
    if file.isStream { throw OutputError(.create, "\(output): no file, so no table can be kept there") }
    file.isKept = false
    try file.cut(to: 0)
    let parent = FilePath(output).parent.text
    let folder = parent.isEmpty ? "." : parent
    var counts = ExternalSort(in: folder, adds: true)
    var report = Report()
    let pass = InputPass(inputs: inputs, output: output, workers: workers, interruption: interruption)
    let isWhole = try await pass(Self.look) { documents, bytes throws(OutputError) in
      for document in documents {
        switch document {
        case .none: report.documentsPassedOver += 1
        case .withoutSite: report.pagesWithoutSite += 1
        case .lines(let found):
          report.pages += 1
          // The page itself stands first among its site's lines.
          try counts.add(SortEntry(found.host, 0, 1))
          for line in found.lines { try counts.add(SortEntry(found.host, line, 1)) }
        }
      }
      watch(report.pages + report.pagesWithoutSite + report.documentsPassedOver, bytes)
    }
    guard isWhole else { return nil }
    try write(counts.sorted(), to: file, in: folder, &report)
    return report
  }

  private static func look(_ item: CrawlItem) -> Seen {
    guard item.filter == nil, let page = try? item.page() else { return .none }
    do throws(StageFailure) {
      return try VisibleLines(of: page).map { .lines($0) } ?? .withoutSite
    } catch {
      return .none
    }
  }

  private func write(
    _ counts: SortedEntries, to file: OutputFile, in folder: String, _ report: inout Report
  ) throws(OutputError) {
    let sites = try TemporaryFile(in: folder)
    let hashes = try TemporaryFile(in: folder)
    let numbers = try TemporaryFile(in: folder)
    var site: (host: UInt64, pages: UInt64, lines: Int)?
    func endSite() throws(OutputError) {
      guard let done = site, report.lines > done.lines else { return }
      report.sites += 1
      try sites.append(Self.bytes(done.host) + Self.bytes(done.pages) + Self.bytes(UInt64(report.lines)))
    }
    while let entry = try counts.next() {
      if entry.low == 0 {
        try endSite()
        site = (entry.high, entry.value, report.lines)
      } else if entry.value >= UInt64(fewestPages) {
        report.lines += 1
        try hashes.append(Self.bytes(entry.low))
        try numbers.append(Array(Self.bytes(min(entry.value, 0xFFFF_FFFF)).prefix(4)))
      }
    }
    try endSite()
    var head = LineTable.magic
    for number in [LineTable.version, fewestPages, report.sites, report.lines] { head += Self.bytes(UInt64(number)) }
    try file.write(head)
    for part in [sites, hashes, numbers] {
      for start in stride(from: 0, to: part.count, by: 1 << 16) {
        try file.write(try part.bytes(start..<min(start + 1 << 16, part.count)))
      }
    }
    try file.complete()
    try file.name()
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
  }
}
