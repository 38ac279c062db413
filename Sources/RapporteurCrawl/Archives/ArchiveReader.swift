internal import Rapporteur

/// Reads the records of a WARC (0.17 to 1.1), WET or ARC file, one after the other.
///
/// It believes a length only when a record, or the end of the file, follows where the length says. Where it does not,
/// the record ends where the next one begins, and says so in a warning. Damage is an item of its own, and reading goes
/// on behind it at the next place that looks like a record.
struct ArchiveReader {
  /// The longest block that is kept, in bytes.
  let limit: Int

  /// The records that hold no page, by their type.
  private(set) var passedOver: [String: Int] = [:]

  private var input: ArchiveInput
  private let path: String
  private var isARC: Bool
  private var damage: StreamFault?
  private var isAtEnd = false
  /// First segments that wait for the others, in the order of the file.
  private var segments: [ArchiveRecord] = []

  /// The longest head of a record, in bytes.
  private static let longestHead = 1 << 20

  /// Whether a file that begins like this is an archive.
  static func recognises(_ prefix: [UInt8]) -> Bool {
    let content = prefix.drop { $0 <= 0x20 }
    return content.starts(with: Array("WARC/".utf8)) || content.starts(with: Array("filedesc:".utf8))
      || firstLine(content).map { RecordHeader(arc: $0) != nil } ?? false
  }

  /// - Parameters:
  ///   - prefix: What was read from the stream already.
  ///   - path: The file's, for the records.
  init(_ stream: ByteStream, prefix: [UInt8], path: String, limit: Int) {
    input = ArchiveInput(stream, prefix: prefix)
    self.path = path
    self.limit = limit
    isARC = !prefix.drop { $0 <= 0x20 }.starts(with: Array("WARC/".utf8))
  }

  /// Where the reader stands in the unpacked file.
  var position: Int { input.position }

  /// The next page or fault, `nil` at the end.
  mutating func next() -> CrawlItem? {
    while !isAtEnd {
      if let item = step() { return item }
    }
    guard !segments.isEmpty else { return nil }
    var record = segments.removeFirst()
    record.warnings.append(
      Warning(stage: "input", code: "incomplete_segments", message: "the record's last segment is not in this file"))
    return .record(record)
  }

  /// One record read or passed over.
  private mutating func step() -> CrawlItem? {
    require(1)
    while input.available > 0, input[0] <= 0x20 {
      input.take(1)
      require(1)
    }
    if input.available == 0 {
      if let damage { return report(damage) }
      isAtEnd = true
      return nil
    }
    let offset = input.offset
    guard let head = readHead() else { return skipGarbage(from: offset) }
    return read(head.header, headLength: head.length, offset: offset)
  }

  /// Makes bytes available; damage is kept for when the bytes before it are used up.
  private mutating func require(_ count: Int) {
    guard damage == nil else { return }
    do throws(StreamFault) {
      try input.require(count)
    } catch {
      damage = error
    }
  }

  /// The fault that the damage is, and what comes behind it.
  private mutating func report(_ fault: StreamFault, id: String? = nil, url: String? = nil) -> CrawlItem {
    let source = Page.Source(path: path, url: url, recordID: id, offset: input.offset, length: input.available)
    let name = id ?? "\(path):\(input.offset)"
    damage = nil
    do throws(StreamFault) {
      if try !input.skipDamage() { isAtEnd = true }
    } catch {
      isAtEnd = true
    }
    return .fault(InputFault(id: name, source: source, digest: nil, failure: fault.failure))
  }

  /// The head that begins here, with its length; `nil` when there is none.
  private mutating func readHead() -> (header: RecordHeader, length: Int)? {
    if isARC {
      guard let feed = lineEnd() else { return nil }
      guard let header = RecordHeader(arc: input.bytes(feed)[...]) else { return nil }
      return (header, feed + 1)
    }
    require(5)
    guard input.available >= 5, input.bytes(5) == Array("WARC/".utf8), let feed = lineEnd() else { return nil }
    var from = feed
    while from < Self.longestHead {
      require(from + 3)
      guard input.available > from + 1 else { break }
      if input[from + 1] == 0x0A {
        return (RecordHeader(warc: input.bytes(from, from: 0)[(feed + 1 <= from ? feed + 1 : from)...]), from + 2)
      }
      if input.available > from + 2, input[from + 1] == 0x0D, input[from + 2] == 0x0A {
        return (RecordHeader(warc: input.bytes(from)[min(feed + 1, from)...]), from + 3)
      }
      guard let next = lineEnd(from: from + 1) else { break }
      from = next
    }
    return nil
  }

  /// The offset, ahead, of the next line feed.
  private mutating func lineEnd(from: Int = 0) -> Int? {
    var searched = from
    while searched < Self.longestHead {
      if let feed = input.find([0x0A], from: searched) { return feed }
      searched = max(searched, input.available)
      require(searched + 1)
      if input.available <= searched { return nil }
    }
    return nil
  }

  /// Reads the block and hands on what holds a page.
  private mutating func read(_ header: RecordHeader, headLength: Int, offset: Int) -> CrawlItem? {
    var warnings: [Warning] = []
    func warn(_ code: String, _ message: String) {
      warnings.append(Warning(stage: "input", code: code, message: message))
    }
    let id = header.recordID
    let kind = ArchiveRecord.Kind(rawValue: header.type)
    let stated = header.length ?? 0
    if stated > limit {
      input.take(headLength)
      let skipped = (try? input.skip(stated)) ?? 0
      guard let kind else { return pass(header.type) }
      let message = "the \(kind.rawValue) of \(stated) bytes is longer than \(limit >> 20) MB"
      return fault(id, header.url, offset, headLength + skipped, "too_large", message)
    }
    require(headLength + stated + 5)
    var length = stated
    if header.length == nil || !isBoundary(at: headLength + stated) {
      if let found = nextRecord(from: headLength) {
        length = trimmed(from: headLength, to: found) - headLength
        warn(
          "wrong_length",
          "the header says \(header.length.map(String.init) ?? "nothing"), the block has \(length) bytes")
      } else if input.available < headLength + stated || header.length == nil {
        if let damage { return report(damage, id: id, url: header.url) }
        length = max(0, input.available - headLength)
        if length < stated {
          let message = "the file ends \(stated - length) bytes before the record does"
          warn("truncated", message)
          // What is missing may be the point of the page: it is kept, and the run is not all well.
          let item = fault(id, header.url, offset, input.available, "truncated", message)
          input.take(input.available)
          return kind == nil ? passAndReport(header.type, item) : item
        }
      }
    }
    if let damage, input.available < headLength + length { return report(damage, id: id, url: header.url) }
    let block = kind == nil && header.segment == nil ? [] : input.bytes(length, from: headLength)
    input.take(headLength + length)
    if let reason = header.truncated { warn("truncated_by_crawler", "the crawler cut the page short: \(reason)") }
    if header.type == "continuation" { return join(header, block) }
    guard let kind else { return pass(header.type) }
    let record = ArchiveRecord(
      path: path, offset: offset, length: headLength + length, kind: kind, url: header.url, recordID: id,
      date: header.date, mediaType: header.mediaType, block: block, warnings: warnings)
    if header.segment == 1, !header.isLastSegment {
      segments.append(record)
      return nil
    }
    return .record(record)
  }

  private mutating func pass(_ type: String) -> CrawlItem? {
    passedOver[type, default: 0] += 1
    return nil
  }

  private mutating func passAndReport(_ type: String, _ item: CrawlItem) -> CrawlItem {
    passedOver[type, default: 0] += 1
    return item
  }

  /// Puts a segment behind the ones before it.
  private mutating func join(_ header: RecordHeader, _ block: [UInt8]) -> CrawlItem? {
    guard let place = segments.firstIndex(where: { $0.recordID != nil && $0.recordID == header.origin }) else {
      return pass("continuation")
    }
    segments[place].block += block
    segments[place].length += block.count
    if segments[place].block.count > limit {
      let record = segments.remove(at: place)
      let message = "the segments together are longer than \(limit >> 20) MB"
      return fault(record.recordID, record.url, record.offset, record.length, "too_large", message)
    }
    return header.isLastSegment ? .record(segments.remove(at: place)) : nil
  }

  private func fault(
    _ id: String?, _ url: String?, _ offset: Int, _ length: Int, _ code: String, _ message: String
  ) -> CrawlItem {
    let source = Page.Source(path: path, url: url, recordID: id, offset: offset, length: length)
    let failure = StageFailure(stage: "input", code: code, message: message)
    return .fault(InputFault(id: id ?? "\(path):\(offset)", source: source, digest: nil, failure: failure))
  }

  /// Whether a record, or the end, comes at `offset` ahead, line breaks left out.
  private mutating func isBoundary(at offset: Int) -> Bool {
    guard input.available >= offset else { return false }
    var at = offset
    while true {
      require(at + 1)
      guard input.available > at else { return damage == nil || at > offset || input.available == offset }
      guard input[at] == 0x0D || input[at] == 0x0A else { break }
      at += 1
    }
    if isARC {
      guard let feed = lineEnd(from: at) else { return false }
      return RecordHeader(arc: input.bytes(feed - at, from: at)[...]) != nil
    }
    require(at + 5)
    return input.available >= at + 5 && input.bytes(5, from: at) == Array("WARC/".utf8)
  }

  /// The offset, ahead, where the next record begins; looks no further than the limit.
  private mutating func nextRecord(from: Int) -> Int? {
    var searched = from
    while true {
      var at = searched
      while let feed = input.find(isARC ? [0x0A] : Array("\nWARC/".utf8), from: at) {
        if !isARC { return feed + 1 }
        guard let end = lineEnd(from: feed + 1) else { break }
        if RecordHeader(arc: input.bytes(end - feed - 1, from: feed + 1)[...]) != nil { return feed + 1 }
        at = feed + 1
      }
      searched = max(from, input.available - 5)
      if input.available > from + limit { return nil }
      let before = input.available
      require(before + ByteStream.chunkSize)
      if input.available == before { return nil }
    }
  }

  /// `end` without the line breaks that separate records.
  private func trimmed(from start: Int, to end: Int) -> Int {
    var end = end
    var breaks = 0
    while end > start, breaks < 2, input[end - 1] == 0x0A {
      end -= 1
      if end > start, input[end - 1] == 0x0D { end -= 1 }
      breaks += 1
    }
    return end
  }

  /// Passes over bytes that belong to no record, and says so.
  private mutating func skipGarbage(from offset: Int) -> CrawlItem {
    let start = input.position
    while true {
      if let found = nextRecord(from: 0) {
        input.take(found)
        break
      }
      // Nothing within reach: all of it goes, but for what may be the begin of a record.
      let rest = input.available
      input.take(max(1, rest - 5))
      require(6)
      if input.available <= 5 {
        input.take(input.available)
        break
      }
    }
    let length = input.position - start
    return fault(nil, nil, offset, length, "damaged_archive", "\(length) bytes belong to no record")
  }

  private static func firstLine(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    content.prefix(4096).firstIndex(of: 0x0A).map { content[content.startIndex..<$0] }
  }
}
