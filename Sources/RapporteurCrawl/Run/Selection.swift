internal import Rapporteur

/// Which documents of the inputs a run takes, by their ids in the input.
public struct Selection: Sendable {
  /// One of so many parts, by a hash of the id.
  public var shard: Shard?

  /// The share of documents that is taken, from 0 to 1, by a hash of the id.
  public var sample: Double?

  /// The ids that are there already.
  var known = IDTable()

  /// The documents of a retry, and the ids that they had; `nil` takes all.
  var retried: [Place: String]?

  /// Those of them that repeat another document, by their ids.
  var retriedDuplicates: [String: DuplicateList.Entry] = [:]

  public init() {}

  /// The documents that failed in a run.
  ///
  /// - Parameter output: The run's, with its failures file beside it.
  public init(failuresOf output: String) throws(InputError) {
    let path = RunFiles(output).failures
    let cursor = try OutputCursor(path)
    var places: [Place: String] = [:]
    while !cursor.ahead.isEmpty {
      for line in cursor.take(64) where places[line.place] == nil { places[line.place] = line.id }
    }
    if let fault = cursor.takeFaults().first { throw InputError(fault) }
    retried = places
  }

  /// How many documents are tried again.
  public var retriedCount: Int { retried?.count ?? 0 }

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
