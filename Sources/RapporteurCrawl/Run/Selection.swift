internal import Rapporteur

/// Which documents of the inputs a run takes, by their ids in the input.
public struct Selection: Sendable {
  /// One of so many parts, by a hash of the id.
  public var shard: Shard?

  /// The share of documents that is taken, from 0 to 1, by a hash of the id.
  public var sample: Double?

  /// The ids that are there already.
  var known = IDTable()

  /// The documents of a retry; `nil` takes all.
  var sought: Sought?

  /// The documents of a retry that repeat others, by their ids.
  var retriedDuplicates: [String: DuplicateList.Entry] = [:]

  public init() {}

  /// The documents that failed in a run.
  ///
  /// - Parameter output: The run's, with its failures file beside it.
  init(failuresOf output: String) throws(InputError) {
    sought = try Sought(failuresOf: output)
  }

  /// How many documents are tried again.
  public var retriedCount: Int { sought?.order.count ?? 0 }

  /// The documents of a run that failed, and those that nobody could read.
  struct Sought: Sendable {
    /// Where they stand, in the order of the input.
    private(set) var order: [Place] = []
    /// Of all places and ids.
    let digest: Digest
    /// The ids that they had.
    private(set) var ids: [Place: String] = [:]
    /// The files and folders that were damaged or could not be read, so that documents of theirs were never seen.
    private var lostFiles: Set<String> = []
    /// The documents of those that have records.
    private var seen = IDTable()
    /// The ids of all records, where documents may come that have none yet.
    private(set) var takenIDs = IDTable()

    init(failuresOf output: String) throws(InputError) {
      let cursor = try OutputCursor(RunFiles(output).failures)
      let hash = DigestStream()
      while !cursor.ahead.isEmpty {
        for line in cursor.take(64) where ids[line.place] == nil {
          ids[line.place] = line.id
          order.append(line.place)
          hash.update(line.place.hash.bytes + IDHash(line.id).bytes)
          if line.losesDocuments, let path = line.place.path { lostFiles.insert(path) }
        }
      }
      digest = hash.digest
      if let fault = cursor.takeFaults().first { throw InputError(fault) }
      if lostFiles.isEmpty || !SmallFile.exists(output) { return }
      let records = try OutputCursor(output)
      while !records.ahead.isEmpty {
        for line in records.take(64) {
          _ = takenIDs.insert(IDHash(line.id))
          if takesAll(of: line.place.path ?? "") { _ = seen.insert(line.place.hash) }
        }
      }
      if let fault = records.takeFaults().first { throw InputError(fault) }
    }

    /// Whether the document is one of those.
    func takes(_ place: Place) -> Bool {
      ids[place] != nil || (takesAll(of: place.path ?? "") && !seen.contains(place.hash))
    }

    /// Whether all documents of a file are taken that the output does not have.
    func takesAll(of path: String) -> Bool { !reasons(for: path).isEmpty }

    /// The file, and the folders above it, as far as they were damaged or could not be read.
    func reasons(for path: String) -> [String] {
      if lostFiles.isEmpty { return [] }
      var reasons = lostFiles.contains(path) ? [path] : []
      let bytes = Array(path.utf8)
      for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
        let folder = String(decoding: bytes[..<index], as: UTF8.self)
        if lostFiles.contains(folder) { reasons.append(folder) }
      }
      return reasons
    }
  }

  /// A part of the documents.
  public struct Shard: Sendable, Equatable, CustomStringConvertible {
    /// From 1.
    public let number: Int
    public let count: Int

    /// `2/8`; `nil` for what is no such thing.
    public init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let number = parts[0], let count = parts[1], (1...100_000).contains(count),
        (1...count).contains(number)
      else { return nil }
      self.number = number
      self.count = count
    }

    public var description: String { "\(number)/\(count)" }
  }

  /// Where a document stands in the inputs.
  struct Place: Sendable, Hashable {
    var path: String?
    var offset: Int?
    var recordID: String?

    /// 128 bits that stand for it.
    var hash: IDHash { IDHash("\(path ?? "")\0\(offset ?? -1)\0\(recordID ?? "")") }
  }

  /// Why the document is left out: `shard`, `sample` or `append`; `nil` where it is taken.
  func refusal(of id: String) -> String? {
    if shard != nil || sample != nil {
      let hash = IDHash(Self.base(of: id))
      if let shard, hash.high % UInt64(shard.count) != UInt64(shard.number - 1) { return "shard" }
      if let sample, Double(hash.low) / 0x1p64 >= sample { return "sample" }
    }
    if known.count > 0, known.contains(IDHash(id)) { return "append" }
    return nil
  }

  /// The id without what keeps equal ids apart: `x#2` goes where `x` goes, or shards would number their own.
  static func base(of id: String) -> String {
    var bytes = Array(id.utf8)
    while let mark = bytes.lastIndex(of: UInt8(ascii: "#")), mark > 0, mark + 1 < bytes.count,
      bytes[(mark + 1)...].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    {
      bytes.removeSubrange(mark...)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
