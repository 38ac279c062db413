/// A text as UTF-8 bytes.
///
/// The bytes are valid UTF-8: every initializer either proves that or repairs it.
public struct Text: Sendable, Equatable {
  /// The bytes. Take `.span` of them where they are walked.
  public let utf8: [UInt8]

  /// Whether every byte is below 128, so that bytes and code points are the same thing.
  public let isASCII: Bool

  /// The empty text.
  public static let empty = Text(valid: [])

  /// A text of bytes that the caller knows to be valid UTF-8.
  public init(valid utf8: [UInt8]) {
    self.utf8 = utf8
    isASCII = UTF8Scan.isASCII(utf8.span)
  }

  /// The text of a string.
  public init(_ string: String) { self.init(valid: Array(string.utf8)) }

  /// The number of bytes.
  public var count: Int { utf8.count }

  /// The whole text.
  public var range: TextRange { TextRange(0, utf8.count) }

  /// The piece in `range` as a string. Allocates: for the edges of the program, not for its loops.
  public subscript(range: TextRange) -> String { String(decoding: utf8[range.indices], as: UTF8.self) }

  /// Whether the offset stands between two scalars, or at an end of the text.
  public func isScalarBorder(_ offset: Int) -> Bool {
    offset >= 0 && offset <= utf8.count && (offset == utf8.count || utf8[offset] & 0xC0 != 0x80)
  }

  /// `range` without the white space at its ends.
  public func trimmed(_ range: TextRange) -> TextRange { UTF8Scan.trim(utf8.span, range) }
}
