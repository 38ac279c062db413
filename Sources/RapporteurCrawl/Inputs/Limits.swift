/// What a page, a line and a packed file may come to before they are taken for a mistake or an attack.
public struct Limits: Sendable, Equatable {
  /// Of a page, unpacked, in bytes; also of a record of an archive.
  public var page = 64 << 20

  /// Of a line of JSON Lines, in bytes.
  public var line = 64 << 20

  /// How many bytes one byte of a packed file may become. It counts for members that unpack to more than a page may
  /// have.
  public var ratio = 200

  public init() {}

  /// For files that a run has written: a record may be longer than any page, and packs as well as it likes.
  static let none: Limits = {
    var limits = Limits()
    limits.page = .max
    limits.line = .max
    limits.ratio = .max
    return limits
  }()

  /// A number of bytes as people and pipeline.yml write it: `64MB`.
  public static func text(_ bytes: Int) -> String {
    for (shift, unit) in [(30, "GB"), (20, "MB"), (10, "kB")] where bytes >= 1 << shift && bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(unit)"
    }
    return "\(bytes)B"
  }

  /// `64MB`, `500kB`, `1GB`, `1000`: the bytes, by powers of 1,024.
  public static func bytes(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0, number < 1 << 31 else { return nil }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    let shifts = ["": 0, "b": 0, "k": 10, "kb": 10, "m": 20, "mb": 20, "g": 30, "gb": 30]
    guard let shift = shifts[unit], number <= (1 << 40) >> shift else { return nil }
    return number << shift
  }
}
