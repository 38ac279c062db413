/// Finding text in short texts byte by byte: what the standard library finds by characters costs more than reading them.
enum ByteString {
  /// What stands before and behind the first `mark`; `nil` where there is none.
  static func cut(_ text: String, at mark: String) -> (before: String, behind: String)? {
    let bytes = text.utf8
    let wanted = mark.utf8
    guard let first = wanted.first else { return nil }
    var at = bytes.startIndex
    while let found = bytes[at...].firstIndex(of: first) {
      if bytes[found...].starts(with: wanted) {
        return (String(text[..<found]), String(text[bytes.index(found, offsetBy: wanted.count)...]))
      }
      at = bytes.index(after: found)
    }
    return nil
  }
}
