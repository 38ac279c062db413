internal import Rapporteur

/// Keeps ids unique in a run: the second of a name gets `#2`, and a warning.
struct RecordIDs {
  private var seen = IDTable()
  /// Ids of the file that is added to.
  private let earlier: IDTable
  /// Ids that came more than once, and the last number that one of them got: where all have one id, nobody counts from
  /// the begin again.
  private var repeated: [IDHash: Int] = [:]
  /// The hashes that were added and not taken, to be kept beside the output.
  private var fresh: [UInt8] = []

  init(earlier: IDTable = IDTable(), _ known: [IDHash] = []) {
    self.earlier = earlier
    for hash in known { _ = seen.insert(hash) }
  }

  /// How many there are, those of earlier files left out.
  var count: Int { seen.count }

  mutating func admit(_ record: inout Record) {
    let first = record.id
    let name = name(for: first)
    if name == first { return }
    let message = "the id '\(first)' stands for an earlier document of this run; this one is '\(name)'"
    record.rename(to: name, Warning(stage: "input", code: "duplicate_id", message: message))
  }

  /// The id that a document gets: its own where nobody has it yet.
  mutating func name(for id: String) -> String {
    if insert(id) { return id }
    let hash = IDHash(id)
    var count = repeated[hash] ?? 1
    while true {
      count += 1
      let name = "\(id)#\(count)"
      if insert(name) {
        repeated[hash] = count
        return name
      }
    }
  }

  /// The hashes since the last call, sixteen bytes each.
  mutating func takeFresh() -> [UInt8] {
    defer { fresh.removeAll(keepingCapacity: true) }
    return fresh
  }

  private mutating func insert(_ id: String) -> Bool {
    let hash = IDHash(id)
    if earlier.contains(hash) || !seen.insert(hash) { return false }
    fresh.append(contentsOf: hash.bytes)
    return true
  }
}
