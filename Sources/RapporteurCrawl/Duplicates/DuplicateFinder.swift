internal import Rapporteur

/// Finds the documents that repeat earlier ones, in bounded memory: what is known of each goes to disk and is sorted
/// there.
///
/// Two documents are the same when 128 bits of SHA-256 are: no two others that anybody has share them.
struct DuplicateFinder {
  /// What the first pass knows of a document.
  struct Document: Sendable {
    var id: String
    /// Of the page's bytes.
    var digest: Digest?
    /// What makes it the duplicate of another, 16 bytes; `nil` where nothing does.
    var key: [UInt8]?
    /// Whether it gets a record, of a failure perhaps, unless it is a duplicate that is left out.
    var hasRecord: Bool
  }

  /// How many there are of what.
  struct Counts: Sendable {
    var documents = 0
    var duplicates = 0
  }

  private let drops: Bool
  private let folder: String
  /// What the output holds already that is added to.
  private let earlier: IDTable
  private var keys: ExternalSort
  private var names: ExternalSort
  /// Of each document in order: the length of its id, the id, the page's digest.
  private let log: TemporaryFile
  private var count = 0
  private var earlierCount = 0

  private static let noDigest = [UInt8](repeating: 0, count: 32)

  /// - Parameters:
  ///   - drops: Whether duplicates get no record.
  ///   - earlier: The ids in the output that is added to.
  ///   - folder: On whose disk the work is done.
  init(
    drops: Bool, earlier: IDTable = IDTable(), in folder: String, runLength: Int = 1 << 20
  ) throws(OutputError) {
    self.drops = drops
    self.earlier = earlier
    self.folder = folder
    keys = ExternalSort(in: folder, runLength: runLength)
    names = ExternalSort(in: folder, runLength: runLength)
    log = try TemporaryFile(in: folder)
  }

  /// Takes a record of the output that is added to, before all documents of the inputs.
  mutating func add(earlier document: Document) throws(OutputError) {
    try add(document)
    earlierCount = count
  }

  /// Takes the next document of the inputs.
  mutating func add(_ document: Document) throws(OutputError) {
    let number = UInt64(count)
    count += 1
    if let key = document.key {
      let hash = IDHash(bytes: key)
      try keys.add(SortEntry(hash.high, hash.low, number))
    }
    if document.hasRecord, earlier.count == 0 {
      let base = IDHash(Selection.base(of: document.id))
      try names.add(SortEntry(base.high, base.low, number))
    }
    let id = Array(document.id.utf8)
    let length = id.count << 1 | (document.hasRecord ? 1 : 0)
    try log.append(Self.bytes(length) + id + (document.digest?.bytes ?? Self.noDigest))
  }

  /// Hands out the duplicates, in the order of the input.
  mutating func finish(_ take: (DuplicateList.Entry) throws(OutputError) -> Void) throws(OutputError) -> Counts {
    var groups = try groups()
    let entangled = try entangled()
    var counts = Counts(documents: count - earlierCount)
    // The first of each group, by the group's number: where its id stands in `ids`.
    let places = try TemporaryFile(in: folder)
    let ids = try TemporaryFile(in: folder)
    let firsts = try groups.firsts.sorted()
    let others = try groups.others.sorted()
    var first = try firsts.next()
    var other = try others.next()
    var shared = try entangled?.next()
    var taken = RecordIDs(earlier: earlier)
    var reader = LogReader(try log.stream())
    for number in 0..<count {
      guard let document = try reader.next() else { break }
      let isOther = other.map { Int($0.high) == number } ?? false
      let isShared = entangled == nil ? number >= earlierCount : shared.map { Int($0.high) == number } ?? false
      if isShared, entangled != nil { shared = try entangled?.next() }
      var id = document.id
      if isShared, document.hasRecord, !(isOther && drops) { id = taken.name(for: id) }
      if let place = first, Int(place.high) == number {
        let bytes = Array(id.utf8)
        try places.put(ids.count, at: Int(place.low))
        try ids.append(Self.bytes(bytes.count) + bytes)
        first = try firsts.next()
      }
      guard isOther, let group = other?.low else { continue }
      other = try others.next()
      if number < earlierCount { continue }
      let place = try places.word(at: Int(group))
      let length = try ids.bytes(place..<place + 8).reversed().reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: try ids.bytes(place + 8..<place + 8 + length), as: UTF8.self)
      counts.duplicates += 1
      try take(
        DuplicateList.Entry(
          number: number - earlierCount, id: id, first: name, digest: Self.hexadecimal(document.digest)))
    }
    return counts
  }

  /// The documents that share a key, by their numbers: the first of each group, and the others.
  private mutating func groups() throws(OutputError) -> (firsts: ExternalSort, others: ExternalSort) {
    var firsts = ExternalSort(in: folder)
    var others = ExternalSort(in: folder)
    var group: UInt64 = 0
    let sorted = try keys.sorted()
    var last = try sorted.next()
    var isFirst = true
    while let entry = try sorted.next() {
      guard let begin = last else { break }
      if entry.high == begin.high && entry.low == begin.low {
        if isFirst { try firsts.add(SortEntry(begin.value, group)) }
        try others.add(SortEntry(entry.value, group))
        isFirst = false
      } else {
        if !isFirst { group += 1 }
        isFirst = true
        last = entry
      }
    }
    return (firsts, others)
  }

  /// The documents whose ids, but for a number behind them, are those of others as well; `nil` for all.
  private mutating func entangled() throws(OutputError) -> SortedEntries? {
    if earlier.count > 0 { return nil }
    var result = ExternalSort(in: folder)
    let sorted = try names.sorted()
    var last = try sorted.next()
    var isFirst = true
    while let entry = try sorted.next() {
      guard let before = last else { break }
      if entry.high == before.high && entry.low == before.low {
        if isFirst { try result.add(SortEntry(before.value)) }
        try result.add(SortEntry(entry.value))
        isFirst = false
      } else {
        isFirst = true
      }
      last = entry
    }
    return try result.sorted()
  }

  private static func bytes(_ number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Reads the log from its begin.
  private struct LogReader {
    private let file: FileStream
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var start = 0
    private var end = 0

    init(_ file: FileStream) { self.file = file }

    mutating func next() throws(OutputError) -> (id: String, digest: [UInt8], hasRecord: Bool)? {
      guard let head = try take(8) else { return nil }
      let length = head.reversed().reduce(0) { $0 << 8 | Int($1) }
      guard let id = try take(length >> 1), let digest = try take(32) else { return nil }
      return (String(decoding: id, as: UTF8.self), digest, length & 1 == 1)
    }

    private mutating func take(_ count: Int) throws(OutputError) -> [UInt8]? {
      while end - start < count {
        ByteSearch.moveToFront(start..<end, of: &chunk)
        end -= start
        start = 0
        if chunk.count < count { chunk += [UInt8](repeating: 0, count: count) }
        do throws(StreamFault) {
          let read = try file.read(into: &chunk, from: end)
          if read == 0 { return nil }
          end += read
        } catch {
          throw OutputError(.write, "a temporary file: \(error.message)")
        }
      }
      defer { start += count }
      return Array(chunk[start..<start + count])
    }
  }
}
