/// Lines of comma-separated values (RFC 4180, with LF for its CRLF), UTF-8.
enum CSV {
  /// A line of fields; `nil` is an empty field.
  static func line(_ fields: [String?]) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in fields.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let field = fields[index] { append(field, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    let needsMarks = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsMarks || field.utf8.first == UInt8(ascii: " ") || field.utf8.last == UInt8(ascii: " ") else {
      return bytes.append(contentsOf: field.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
