/// Named fields as WARC and HTTP write them: `Name: value` lines up to an empty one, long values folded.
struct HeaderFields: Sendable {
  private(set) var fields: [(name: String, value: String)] = []

  /// The value of the first field with this name, whatever its case.
  subscript(name: String) -> String? {
    let name = name.lowercased()
    return fields.first { $0.name == name }?.value
  }

  /// Reads the lines in `bytes`. A line without a colon is passed over; one that starts with white space goes on with
  /// the value before. Bytes that are no UTF-8 are taken for Latin-1.
  init(_ bytes: ArraySlice<UInt8>) {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
      var line = line
      if line.last == 0x0D { line.removeLast() }
      guard let first = line.first else { continue }
      if first == 0x20 || first == 0x09 {
        guard !fields.isEmpty else { continue }
        let more = Self.text(line)
        let separator = fields[fields.count - 1].value.isEmpty || more.isEmpty ? "" : " "
        fields[fields.count - 1].value += separator + more
        continue
      }
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      fields.append((Self.text(line[..<colon]).lowercased(), Self.text(line[(colon + 1)...])))
    }
  }

  /// Without outer white space.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
