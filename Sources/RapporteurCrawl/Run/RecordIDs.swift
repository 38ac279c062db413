internal import Rapporteur

/// Keeps ids unique in a run: the second of a name gets `#2`, and a warning.
struct RecordIDs {
  // 64 bits stand for an id: two ids of ten million share one once in 370,000 runs, and then one gets a '#2' too many.
  private var seen: Set<UInt64> = []
  private var counts: [UInt64: Int] = [:]

  mutating func admit(_ record: inout Record) {
    let hash = Self.hash(record.id)
    if seen.insert(hash).inserted { return }
    let first = record.id
    var count = counts[hash, default: 1]
    var name = first
    repeat {
      count += 1
      name = "\(first)#\(count)"
    } while !seen.insert(Self.hash(name)).inserted
    counts[hash] = count
    let message = "the id '\(first)' stands for an earlier document of this run; this one is '\(name)'"
    record.rename(to: name, Warning(stage: "input", code: "duplicate_id", message: message))
  }

  /// FNV-1a.
  private static func hash(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
