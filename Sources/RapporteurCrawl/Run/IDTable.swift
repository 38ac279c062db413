/// A set of ids in one flat array, sixteen bytes each (open addressing, linear probing).
struct IDTable: Sendable {
  private(set) var count = 0
  /// Two words an id; two zeros are a free place.
  private var words: [UInt64] = []
  private var mask = 0

  // From there on memory stays as it is up to a million and a half ids, and only then doubles.
  private static let smallPlaces = 1 << 11
  private static let places = 1 << 21

  func contains(_ id: IDHash) -> Bool {
    if words.isEmpty { return false }
    let place = place(of: Self.stored(id))
    return words[place] != 0 || words[place + 1] != 0
  }

  /// Whether the id was not there before.
  mutating func insert(_ id: IDHash) -> Bool {
    if count * 4 >= words.count / 2 * 3 { grow() }
    let stored = Self.stored(id)
    let place = place(of: stored)
    if words[place] != 0 || words[place + 1] != 0 { return false }
    words[place] = stored.high
    words[place + 1] = stored.low
    count += 1
    return true
  }

  private static func stored(_ id: IDHash) -> IDHash {
    id.high == 0 && id.low == 0 ? IDHash(high: 0, low: 1) : id
  }

  /// Where the id stands, or the free place where it would.
  private func place(of id: IDHash) -> Int {
    var index = Int(truncatingIfNeeded: id.low) & mask
    while true {
      let (high, low) = (words[2 * index], words[2 * index + 1])
      if (high == 0 && low == 0) || (high == id.high && low == id.low) { return 2 * index }
      index = (index + 1) & mask
    }
  }

  private mutating func grow() {
    let places = words.isEmpty ? Self.smallPlaces : max(Self.places, words.count)
    let old = words
    words = [UInt64](repeating: 0, count: places * 2)
    mask = places - 1
    for index in stride(from: 0, to: old.count, by: 2) where old[index] != 0 || old[index + 1] != 0 {
      let place = place(of: IDHash(high: old[index], low: old[index + 1]))
      words[place] = old[index]
      words[place + 1] = old[index + 1]
    }
  }
}
