/// The names that were opened so far, kept so that it may say yes too often, but never no for one that was.
struct OpenedNames {
  private var known = [Bool](repeating: false, count: 256)
  private var others = [Bool](repeating: false, count: 1024)

  init() {
    // libxml2 gives these end tags a meaning of their own.
    for tag in [HTMLTag.html, .head, .body, .p, .br] { known[Int(tag.rawValue)] = true }
  }

  mutating func insert(_ tag: UInt8, _ key: UInt64) {
    if tag != 0 { known[Int(tag)] = true } else { others[place(key)] = true }
  }

  func contains(_ tag: UInt8, _ key: UInt64) -> Bool { tag != 0 ? known[Int(tag)] : others[place(key)] }

  private func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) }
}
