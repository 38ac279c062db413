/// A half-open run of a text, in UTF-8 bytes.
///
/// Both ends stand on scalar borders of the text they belong to. 32 bits an end: a text holds at most 4 GiB.
public struct TextRange: Sendable, Hashable {
  @usableFromInline var first: UInt32
  @usableFromInline var limit: UInt32

  /// The offset of the first byte.
  @inlinable public var start: Int { Int(first) }

  /// The offset behind the last byte.
  @inlinable public var end: Int { Int(limit) }

  /// The number of bytes.
  @inlinable public var count: Int { Int(limit) - Int(first) }

  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { first == limit }

  /// - Parameters:
  ///   - start: The offset of the first byte, not negative.
  ///   - end: The offset behind the last byte, not before `start`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a range ends before it starts")
    first = UInt32(start)
    limit = UInt32(end)
  }

  /// The bytes as a standard range, to index an array with.
  @inlinable public var indices: Range<Int> { start..<end }

  /// Whether every byte of `other` is one of this range's.
  @inlinable public func covers(_ other: TextRange) -> Bool { first <= other.first && other.limit <= limit }

  /// Whether the offset is that of one of this range's bytes.
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two share a byte.
  @inlinable public func overlaps(_ other: TextRange) -> Bool { first < other.limit && other.first < limit }

  /// The smallest range that covers both.
  @inlinable
  public func hull(_ other: TextRange) -> TextRange {
    TextRange(Swift.min(start, other.start), Swift.max(end, other.end))
  }

  /// The same range, `distance` bytes further on.
  @inlinable public func moved(by distance: Int) -> TextRange { TextRange(start + distance, end + distance) }
}

extension TextRange: Comparable {
  /// Document order: by start; of two that start together the longer one comes first.
  @inlinable
  public static func < (a: TextRange, b: TextRange) -> Bool {
    a.first != b.first ? a.first < b.first : a.limit > b.limit
  }
}
