internal import Rapporteur

/// Reads the records of a WARC (0.17 to 1.1), WET or ARC file, one after the other.
///
/// It believes a length only when a record, or the end of the file, follows where the length says. Where it does not,
/// the record ends where the next one begins, and says so in a warning. Damage is an item of its own, and reading goes
/// on behind it at the next place that looks like a record.
struct ArchiveReader {
  /// The records that hold no page, by their type.
  private(set) var passedOver: [String: Int] = [:]

  private var input: ArchiveInput
  private let path: String
  private let format: RecordFormat
  private let options: InputOptions
  private var isAtEnd = false
  private var segments: SegmentedRecords

  /// The longest block that is kept, in bytes.
  private var limit: Int { options.limits.page }

  /// The records that hold no page, by the standard; others are named in the ledger and in a warning.
  private static let typesWithoutPage: Set = ["warcinfo", "request", "metadata", "revisit", "continuation"]

  /// - Parameters:
  ///   - prefix: What was read from the stream already.
  ///   - start: Where in the unpacked file it begins.
  ///   - memberStart: Where in the file its member begins.
  ///   - path: The file's, for the records.
  /// - Returns: `nil` when a file that begins with `prefix` is no archive.
  init?(
    _ stream: ByteStream, prefix: [UInt8], start: Int = 0, memberStart: Int = 0, path: String, options: InputOptions
  ) {
    guard let format = RecordFormat(prefix) else { return nil }
    self.format = format
    input = ArchiveInput(stream, prefix: prefix, start: start, memberStart: memberStart)
    self.path = path
    self.options = options
    segments = SegmentedRecords(limit: options.limits.page)
  }

  /// The next page or fault, `nil` at the end.
  mutating func next() -> CrawlItem? {
    while true {
      if let record = segments.popFinished(all: isAtEnd) { return .record(record) }
      if isAtEnd { return nil }
      if let item = step() { return item }
    }
  }

  /// One record read or passed over.
  private mutating func step() -> CrawlItem? {
    input.takeBlanks()
    if input.available == 0 {
      if let damage = input.damage { return report(damage) }
      isAtEnd = true
      return nil
    }
    let offset = input.offset
    guard let head = format.head(&input) else {
      if let damage = input.damage, format.nextRecord(&input, from: 1, limit: limit) == nil { return report(damage) }
      return skipGarbage(from: offset)
    }
    var frame = Frame(head.header, headLength: head.length, offset: offset)
    if let length = head.header.length, length > limit { return skip(&frame, length) }
    if let item = findEnd(&frame) { return item }
    return take(frame)
  }

  /// A record whose place is being made out.
  private struct Frame {
    let header: RecordHeader
    let headLength: Int
    /// As records tell it.
    let offset: Int
    /// Of the block.
    var length = 0
    var warnings: [Warning] = []

    init(_ header: RecordHeader, headLength: Int, offset: Int) {
      self.header = header
      self.headLength = headLength
      self.offset = offset
    }

    mutating func warn(_ code: String, _ message: String) {
      warnings.append(Warning(stage: "input", code: code, message: message))
    }
  }

  /// Finds out how long the block is.
  ///
  /// - Returns: What is told in the record's place where it cannot be had whole.
  private mutating func findEnd(_ frame: inout Frame) -> CrawlItem? {
    let header = frame.header
    if let stated = header.length {
      frame.length = stated
      if format.isBoundary(&input, at: frame.headLength + stated) {
        if let damage = input.damage, input.available <= frame.headLength + stated + 4 {
          frame.warn("damaged_record", "the checksum or the end of the record is damaged: \(damage.message)")
        }
        return nil
      }
    }
    let said = header.length.map(String.init) ?? "nothing"
    if let next = format.nextRecord(&input, from: frame.headLength, limit: frame.headLength + limit) {
      frame.length = format.trimmed(input, from: frame.headLength, to: next) - frame.headLength
      if frame.length != header.length {
        frame.warn("wrong_length", "the header says \(said), the block has \(frame.length) bytes")
      }
      return nil
    }
    let there = input.available - frame.headLength
    if let stated = header.length, stated <= there { return nil }
    if let damage = input.damage { return report(damage, header) }
    if there > limit { return skip(&frame, header.length ?? .max) }
    guard let stated = header.length else {
      frame.length = format.trimmed(input, from: frame.headLength, to: input.available) - frame.headLength
      frame.warn("wrong_length", "the header says \(said), the block has \(frame.length) bytes")
      return nil
    }
    // What is missing may be the point of the page, and records that stood behind it are gone.
    let length = input.available
    input.take(length)
    count(header.type)
    let message = "the file ends \(stated - there) bytes before the record does"
    return fault(header, frame.offset, length, "truncated", message)
  }

  /// Takes the record, whose length is known and which is available.
  private mutating func take(_ frame: Frame) -> CrawlItem? {
    var frame = frame
    let header = frame.header
    let kind = kind(of: header)
    let isPart = header.type == "continuation"
    let block = kind == nil && !isPart ? [] : input.bytes(frame.length, from: frame.headLength)
    let length = frame.headLength + frame.length
    input.take(length)
    guard isPart || kind != nil else {
      count(header.type)
      // Bytes beyond the stated length may have been a page whose first line is damaged.
      let isLonger = frame.length > header.length ?? frame.length
      let isKnown = Self.typesWithoutPage.contains(header.type)
      guard !frame.warnings.isEmpty, isLonger || !isKnown else { return nil }
      let reasons = frame.warnings.map(\.message).joined(separator: "; ")
      return fault(header, frame.offset, length, "damaged_archive", "a record of type '\(header.type)': \(reasons)")
    }
    if let reason = header.truncated {
      frame.warn("truncated_by_crawler", "the crawler cut the page short: \(reason)")
    }
    if isPart {
      if segments.join(header, block) { return nil }
      count(header.type)
      return fault(
        header, frame.offset, length, "incomplete_segments", "the record that this segment goes on with is not here")
    }
    guard let kind else { return nil }
    if header.type != kind.rawValue {
      frame.warn(
        "unknown_record_type", "the record's type is '\(header.type)'; by its content it is a \(kind.rawValue)")
    }
    let record = ArchiveRecord(
      path: path, offset: frame.offset, length: length, kind: kind, url: header.url, recordID: header.recordID,
      date: header.date, mediaType: header.mediaType, block: block, warnings: frame.warnings, options: options)
    if let segment = header.segment, segment == 1, !header.isLastSegment {
      segments.begin(record)
      return nil
    }
    return .record(record)
  }

  /// What the record holds, `nil` where it is no page. A type that the standard does not know may be a damaged one.
  private func kind(of header: RecordHeader) -> ArchiveRecord.Kind? {
    if let kind = ArchiveRecord.Kind(rawValue: header.type) { return kind }
    if Self.typesWithoutPage.contains(header.type) { return nil }
    guard let type = header.mediaType?.lowercased().filter({ $0 != " " }) else { return nil }
    return type.hasPrefix("application/http") && !type.contains("msgtype=request") ? .response : nil
  }

  /// Passes over a record that is too long, up to the end that it states or to where the next record begins.
  private mutating func skip(_ frame: inout Frame, _ stated: Int) -> CrawlItem? {
    let begin = input.position
    input.take(min(frame.headLength, input.available))
    var left = stated
    while left > 0, input.require(16) || input.available > 0 {
      _ = input.require(min(left, ByteStream.chunkSize))
      if let next = format.nextRecord(&input, from: 0, limit: 0), next < left {
        input.take(next)
        break
      }
      // What may be the begin of a record stays.
      let step = min(left, max(1, input.available - 64))
      input.take(step)
      left -= step
    }
    // Who packs a gigabyte into a megabyte has one fault, not two.
    if input.damage?.code == "too_large" { input.recover() }
    guard kind(of: frame.header) != nil else {
      count(frame.header.type)
      return nil
    }
    let said = frame.header.length.map { "the record of \($0) bytes" } ?? "the record"
    let message = "\(said) is longer than \(Limits.text(limit)) (input: limits: page)"
    return fault(frame.header, frame.offset, input.position - begin, "too_large", message)
  }

  /// Passes over bytes that belong to no record, and says so.
  private mutating func skipGarbage(from offset: Int) -> CrawlItem {
    let start = input.position
    input.take(1)
    while input.require(1) {
      if let found = format.nextRecord(&input, from: 0, limit: ByteStream.chunkSize) {
        input.take(found)
        break
      }
      // Nothing within reach: all of it goes, but for what may be the begin of a record.
      let rest = input.available
      if rest > 64 {
        input.take(rest - 64)
      } else if !input.require(rest + 1) {
        input.take(rest)
      }
    }
    let length = input.position - start
    return fault(nil, offset, length, "damaged_archive", "\(length) bytes belong to no record")
  }

  /// The fault that the damage is; reading goes on behind it.
  private mutating func report(_ damage: StreamFault, _ header: RecordHeader? = nil) -> CrawlItem {
    let offset = input.offset
    let length = input.available
    if let header { count(header.type) }
    input.recover()
    return fault(header, offset, length, damage.code, damage.message)
  }

  private mutating func count(_ type: String) {
    guard ArchiveRecord.Kind(rawValue: type) == nil else { return }
    // Hostile files could name as many types as they have records.
    passedOver[passedOver.count < 100 ? type : "other", default: 0] += 1
  }

  private func fault(
    _ header: RecordHeader?, _ offset: Int, _ length: Int, _ code: String, _ message: String
  ) -> CrawlItem {
    let id = header?.recordID
    let source = Page.Source(
      path: path, url: header?.url, recordID: id, offset: offset, length: length, fetched: header?.date)
    let failure = StageFailure(stage: "input", code: code, message: message)
    return .fault(InputFault(id: id ?? "\(path):\(offset)", source: source, digest: nil, failure: failure))
  }
}
