internal import Rapporteur

/// 128 bits of SHA-256 that stand for a document's id: no two ids that anybody has share them.
struct IDHash: Sendable, Hashable {
  var high: UInt64
  var low: UInt64

  init(_ id: String) { self.init(bytes: Digest(of: Array(id.utf8)).bytes) }

  /// The first sixteen bytes of a hash.
  init(bytes: [UInt8]) {
    high = bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Sixteen bytes, big end first.
  var bytes: [UInt8] {
    (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(56 - $0 % 8 * 8)) }
  }

  /// The hashes of ids that were written one behind the other.
  static func read(_ bytes: [UInt8]) -> [IDHash] {
    (0..<bytes.count / 16).map { index in
      let start = index * 16
      let high = bytes[start..<start + 8].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      let low = bytes[start + 8..<start + 16].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      return IDHash(high: high, low: low)
    }
  }
}
