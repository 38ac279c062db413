/// Reads JSON (RFC 8259) as it is found: what is nearly right is repaired and counted, not refused.
///
/// Repaired are lone surrogates and bytes that are no UTF-8 (U+FFFD), control characters inside strings (kept), unknown
/// escapes (the character itself), commas before a closing bracket, and `NaN` and its like (null). Everything else that
/// is no JSON throws.
public struct JSONReader: Sendable {
  /// How many faults the last `read` repaired.
  public private(set) var repairs = 0

  private let maximumDepth: Int
  private var at = 0
  private var depth = 0

  /// - Parameter maximumDepth: How deep arrays and objects may nest.
  public init(maximumDepth: Int = 200) { self.maximumDepth = maximumDepth }

  /// The one value of a text; white space and a BOM may stand around it.
  public mutating func read(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    let value = try readPrefix(bytes)
    if at < bytes.count { throw JSONError(offset: at, message: "expected the end of the text, found \(found(bytes))") }
    return value
  }

  /// The value that a text begins with, whatever follows it.
  public mutating func readPrefix(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    repairs = 0
    depth = 0
    at = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    skipSpace(bytes)
    let value = try value(bytes)
    skipSpace(bytes)
    return value
  }

  private mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    guard at < bytes.count else { throw JSONError(offset: at, message: "the text ends where a value should stand") }
    switch bytes[at] {
    case 0x22: return .string(try string(bytes))
    case 0x7B: return try object(bytes)
    case 0x5B: return try array(bytes)
    case 0x2D, 0x30...0x39: return try number(bytes)
    default:
      if take("true", bytes) { return .bool(true) }
      if take("false", bytes) { return .bool(false) }
      if take("null", bytes) { return .null }
      if take("NaN", bytes) || take("Infinity", bytes) {
        repairs += 1
        return .null
      }
      throw JSONError(offset: at, message: "expected a value, found \(found(bytes))")
    }
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    at += 1
    if depth > maximumDepth {
      throw JSONError(offset: at - 1, message: "arrays and objects nest deeper than \(maximumDepth)")
    }
  }

  private mutating func array(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    try enter()
    var items: [JSONValue] = []
    while true {
      skipSpace(bytes)
      if at < bytes.count, bytes[at] == 0x5D {
        if !items.isEmpty { repairs += 1 }
        break
      }
      items.append(try value(bytes))
      if try endsList(bytes, with: 0x5D) { break }
    }
    at += 1
    depth -= 1
    return .array(items)
  }

  private mutating func object(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    while true {
      skipSpace(bytes)
      if at < bytes.count, bytes[at] == 0x7D {
        if !members.isEmpty { repairs += 1 }
        break
      }
      guard at < bytes.count, bytes[at] == 0x22 else {
        throw JSONError(offset: at, message: "expected a key in quotation marks, found \(found(bytes))")
      }
      let key = try string(bytes)
      skipSpace(bytes)
      guard at < bytes.count, bytes[at] == 0x3A else {
        throw JSONError(offset: at, message: "expected ':' after a key, found \(found(bytes))")
      }
      at += 1
      skipSpace(bytes)
      members.append(JSONValue.Member(key[key.range], try value(bytes)))
      if try endsList(bytes, with: 0x7D) { break }
    }
    at += 1
    depth -= 1
    return .object(members)
  }

  /// Behind an item: true at the closing bracket, false behind a comma.
  private mutating func endsList(_ bytes: Span<UInt8>, with bracket: UInt8) throws(JSONError) -> Bool {
    skipSpace(bytes)
    guard at < bytes.count else { throw JSONError(offset: at, message: "the text ends inside a list or an object") }
    if bytes[at] == bracket { return true }
    guard bytes[at] == 0x2C else {
      let closing = bracket == 0x5D ? "]" : "}"
      throw JSONError(offset: at, message: "expected ',' or '\(closing)', found \(found(bytes))")
    }
    at += 1
    return false
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    let start = at
    var text: [UInt8] = []
    if bytes[at] == 0x2D {
      text.append(0x2D)
      at += 1
      if take("Infinity", bytes) {
        repairs += 1
        return .null
      }
    }
    var digits = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0x30...0x39: digits += 1
      case 0x2B, 0x2D, 0x2E, 0x45, 0x65: break
      default:
        guard digits > 0 else { throw JSONError(offset: start, message: "a number without digits") }
        return .number(String(decoding: text, as: UTF8.self))
      }
      text.append(bytes[at])
      at += 1
    }
    guard digits > 0 else { throw JSONError(offset: start, message: "a number without digits") }
    return .number(String(decoding: text, as: UTF8.self))
  }

  private mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> Text {
    let start = at
    at += 1
    var result: [UInt8] = []
    while true {
      let run = at
      while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
      append(bytes, TextRange(run, at), to: &result)
      guard at < bytes.count else { throw JSONError(offset: start, message: "a string without its closing mark") }
      if bytes[at] == 0x22 { break }
      at += 1
      guard at < bytes.count else { throw JSONError(offset: start, message: "a string without its closing mark") }
      escape(bytes, into: &result)
    }
    at += 1
    let (valid, faults) = UTF8Repair.repaired(result)
    repairs += faults
    return Text(valid: valid)
  }

  private func append(_ bytes: Span<UInt8>, _ range: TextRange, to result: inout [UInt8]) {
    let piece = bytes.extracting(range.indices)
    unsafe piece.withUnsafeBufferPointer { unsafe result.append(contentsOf: $0) }
  }

  /// The escape whose letter stands at `at`.
  private mutating func escape(_ bytes: Span<UInt8>, into result: inout [UInt8]) {
    let letter = bytes[at]
    at += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: result.append(letter)
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x75:
      guard var value = hexadecimal(bytes) else {
        repairs += 1
        result.append(contentsOf: "\u{FFFD}".utf8)
        return
      }
      if value >= 0xD800, value < 0xDC00, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
        let before = at
        at += 2
        if let low = hexadecimal(bytes), low >= 0xDC00, low < 0xE000 {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        } else {
          at = before
        }
      }
      if let scalar = Unicode.Scalar(value) {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        repairs += 1
        result.append(contentsOf: "\u{FFFD}".utf8)
      }
    default:
      repairs += 1
      result.append(letter)
    }
  }

  /// Four hexadecimal digits at `at`, which moves behind them; `nil` and no move where there are none.
  private mutating func hexadecimal(_ bytes: Span<UInt8>) -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for i in at..<at + 4 {
      switch bytes[i] {
      case 0x30...0x39: value = value << 4 | UInt32(bytes[i] - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(bytes[i] - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(bytes[i] - 0x57)
      default: return nil
      }
    }
    at += 4
    return value
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  private mutating func take(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count else { return false }
    for i in 0..<length where unsafe word.utf8Start[i] != bytes[at + i] { return false }
    at += length
    return true
  }

  private func found(_ bytes: Span<UInt8>) -> String {
    guard at < bytes.count else { return "the end" }
    let byte = bytes[at]
    if byte > 0x20 && byte < 0x7F { return "'\(String(decoding: [byte], as: UTF8.self))'" }
    return "byte \(byte)"
  }
}
