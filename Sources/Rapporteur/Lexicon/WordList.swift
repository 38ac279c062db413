/// A reviewed list of words in the binary: one entry a line, fields separated by tabs, `#` starts a comment line.
struct WordList {
  /// The entries in the order of the file.
  let entries: [Entry]

  struct Entry {
    /// The word or words.
    let text: String
    /// What follows the tabs.
    let fields: [String]
  }

  /// The embedded list called `name`.
  init(_ name: String) { self.init(bytes: EmbeddedFile.named(name)) }

  /// A list in memory.
  init(bytes: [UInt8]) {
    entries = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard let text = columns.first, !text.isEmpty else { return nil }
      return Entry(text: text, fields: Array(columns.dropFirst()))
    }
  }
}
