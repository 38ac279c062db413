/// One line of output.
public struct Record: Sendable {
  /// A JSON object and a line feed.
  public private(set) var line: [UInt8]

  /// The document's id.
  public private(set) var id: String

  /// Why there are no annotations; `nil` for an annotated document.
  public let failure: StageFailure?

  private var idPlace: Range<Int>
  private var warningsEnd: Int
  private var hasWarnings: Bool

  init(
    line: [UInt8], id: String, failure: StageFailure?, idPlace: Range<Int>, warningsEnd: Int, hasWarnings: Bool
  ) {
    self.line = line
    self.id = id
    self.failure = failure
    self.idPlace = idPlace
    self.warningsEnd = warningsEnd
    self.hasWarnings = hasWarnings
  }

  /// Gives the record another id, and says so in a warning. Ids are known to be taken only when the records are put in
  /// order, long after they were made.
  public mutating func rename(to id: String, _ warning: Warning) {
    var note = JSONOutput()
    if hasWarnings { note.raw(",") }
    RecordWriter.write(warning, to: &note)
    line.insert(contentsOf: note.bytes, at: warningsEnd)
    warningsEnd += note.bytes.count
    hasWarnings = true
    var name = JSONOutput()
    name.string(id)
    line.replaceSubrange(idPlace, with: name.bytes)
    warningsEnd += name.bytes.count - idPlace.count
    idPlace = idPlace.lowerBound..<idPlace.lowerBound + name.bytes.count
    self.id = id
  }
}
