/// Finds short ASCII names regardless of case, without making strings.
struct NameTable: Sendable {
  /// What stands at a name's place: its key and its value. A value of 0 is an empty place.
  private struct Slot: Sendable {
    var key: UInt64 = 0
    var value: UInt8 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)

  /// - Parameter names: Lower-case names and their values, which are not 0.
  init(_ names: [(name: String, value: UInt8)]) {
    for (name, value) in names {
      let key = Self.key(Array(name.utf8).span, 0..<name.utf8.count)
      var index = Self.place(key)
      while slots[index].value != 0 { index = (index + 1) & 1023 }
      slots[index] = Slot(key: key, value: value)
    }
  }

  /// The value of the name with `key`, 0 for a name that is not in the table.
  @inline(__always)
  func value(_ key: UInt64) -> UInt8 {
    var index = Self.place(key)
    while slots[index].value != 0 {
      if slots[index].key == key { return slots[index].value }
      index = (index + 1) & 1023
    }
    return 0
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) }

  /// What a name is known by: the same for upper and lower case, different for different names (a name of up to eight
  /// letters is its own key, longer ones are hashed to 64 bits).
  @inline(__always)
  static func key(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for index in range { key = next(key, bytes[index]) }
    return key
  }

  /// The key of a name that goes on with `byte`.
  @inline(__always)
  static func next(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
    let high = key >> 56
    return (key << 8 | UInt64(lower)) ^ (high &* 0x9E37_79B9_7F4A_7C15)
  }
}
