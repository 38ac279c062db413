/// Reads one JSON object whose values are texts or lists of texts (RFC 8259; null counts as absent).
struct FlatJSON {
  /// A key with its texts.
  struct Member {
    var key: String
    var values: [String]
    var isList: Bool
    /// Of the key, in bytes from 1.
    var column: Int
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The members, in order.
  mutating func object() throws(UserListFault) -> [Member] {
    var members: [Member] = []
    try expect(0x7B)
    if take(0x7D) { return try ended(members) }
    repeat {
      skipSpace()
      let column = at + 1
      let key = try string()
      try expect(0x3A)
      skipSpace()
      if take(0x5B) {
        var values: [String] = []
        if !take(0x5D) {
          repeat { values.append(try string()) } while take(0x2C)
          try expect(0x5D)
        }
        members.append(Member(key: key, values: values, isList: true, column: column))
      } else if at < bytes.count, bytes[at] == 0x6E {
        guard bytes[at...].starts(with: Array("null".utf8)) else { throw fault("a text or a list of texts") }
        at += 4
      } else {
        members.append(Member(key: key, values: [try string()], isList: false, column: column))
      }
    } while take(0x2C)
    try expect(0x7D)
    return try ended(members)
  }

  private mutating func ended(_ members: [Member]) throws(UserListFault) -> [Member] {
    skipSpace()
    if at < bytes.count { throw fault("nothing behind the object") }
    return members
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(UserListFault) {
    if !take(byte) { throw fault("'\(String(decoding: [byte], as: UTF8.self))'") }
  }

  private func fault(_ wanted: String) -> UserListFault {
    UserListFault(column: at + 1, message: "this is no entry in JSON: \(wanted) is missing here")
  }

  private mutating func string() throws(UserListFault) -> String {
    guard take(0x22) else { throw fault("a text in quotation marks") }
    var result: [UInt8] = []
    while at < bytes.count, bytes[at] != 0x22 {
      var byte = bytes[at]
      at += 1
      if byte == 0x5C, at < bytes.count {
        byte = bytes[at]
        at += 1
        switch byte {
        case 0x6E: result.append(0x0A)
        case 0x74: result.append(0x09)
        case 0x72: result.append(0x0D)
        case 0x62: result.append(0x08)
        case 0x66: result.append(0x0C)
        case 0x75: result.append(contentsOf: Array(String(try escape()).utf8))
        default: result.append(byte)
        }
      } else {
        result.append(byte)
      }
    }
    guard at < bytes.count else { throw fault("the closing quotation mark") }
    at += 1
    return String(decoding: result, as: UTF8.self)
  }

  /// The scalar of \uXXXX, with its second half where it is one of a pair.
  private mutating func escape() throws(UserListFault) -> Unicode.Scalar {
    var value = try hexadecimal()
    if value & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
      at += 2
      let low = try hexadecimal()
      value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(UserListFault) -> UInt32 {
    guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits") }
    at += 4
    return value
  }
}
