internal import Rapporteur

/// Puts together the records that a writer split (ISO 28500, 8: Record segmentation).
struct SegmentedRecords {
  /// The most bytes that the segments which wait may come to.
  let limit: Int

  /// First segments that wait for the others, in the order of the file.
  private var waiting: [ArchiveRecord] = []
  private var finished: [ArchiveRecord] = []
  private var bytes = 0

  init(limit: Int) { self.limit = limit }

  mutating func begin(_ record: ArchiveRecord) {
    waiting.append(record)
    bytes += record.block.count
    makeRoom()
  }

  /// Puts a segment behind the ones before it.
  ///
  /// - Returns: Whether the record that it goes on with waits for it.
  mutating func join(_ header: RecordHeader, _ block: [UInt8]) -> Bool {
    guard let origin = header.origin, let place = waiting.firstIndex(where: { $0.recordID == origin }) else {
      return false
    }
    waiting[place].block += block
    waiting[place].length += block.count
    bytes += block.count
    if header.isLastSegment { finish(place) }
    makeRoom()
    return true
  }

  /// A record that is whole, or that waits in vain: at the end of the file `all` are handed out.
  mutating func popFinished(all: Bool) -> ArchiveRecord? {
    if all, finished.isEmpty, !waiting.isEmpty { giveUp() }
    return finished.isEmpty ? nil : finished.removeFirst()
  }

  private mutating func makeRoom() {
    while bytes > limit || waiting.count > 64, !waiting.isEmpty { giveUp() }
  }

  private mutating func giveUp() {
    waiting[0].warnings.append(
      Warning(stage: "input", code: "incomplete_segments", message: "the record's last segment did not come"))
    finish(0)
  }

  private mutating func finish(_ place: Int) {
    let record = waiting.remove(at: place)
    bytes -= record.block.count
    finished.append(record)
  }
}
