/// The classes of a word by its vector, from few wide ones to many narrow ones; all 0 for a word without.
package struct VectorClasses: Sendable, Equatable {
  package var wide: UInt16 = 0
  package var middle: UInt16 = 0
  package var narrow: UInt16 = 0

  package init() {}

  package init(wide: UInt16, middle: UInt16, narrow: UInt16) {
    self.wide = wide
    self.middle = middle
    self.narrow = narrow
  }

  /// What fits into `packed`.
  package static let limits = (wide: 1 << 8, middle: 1 << 11, narrow: 1 << 13)

  /// All three as one number: 8, 11 and 13 bits.
  package var packed: UInt32 { UInt32(wide) << 24 | UInt32(middle) << 13 | UInt32(narrow) }

  @inline(__always)
  package init(packed: UInt32) {
    wide = UInt16(truncatingIfNeeded: packed >> 24)
    middle = UInt16(truncatingIfNeeded: packed >> 13 & 0x7FF)
    narrow = UInt16(truncatingIfNeeded: packed & 0x1FFF)
  }
}
