/// Reads a list of duplicates along with the inputs, an entry at a time.
struct DuplicateCursor {
  private var lines: LineReader
  private var next: DuplicateList.Entry?

  /// What is wrong with the list. It was whole when the run began.
  private(set) var fault: String?

  init(_ file: FileStream) {
    lines = LineReader(ByteStream(file))
    _ = line()
    read()
  }

  /// The entry of a document; `nil` for one that repeats none. The numbers of documents must rise.
  mutating func take(_ number: Int) -> DuplicateList.Entry? {
    while let entry = next, entry.number < number { read() }
    guard let entry = next, entry.number == number else { return nil }
    read()
    return entry
  }

  /// All entries, by their ids.
  mutating func entries() -> [String: DuplicateList.Entry] {
    var result: [String: DuplicateList.Entry] = [:]
    while let entry = next {
      result[entry.id] = entry
      read()
    }
    return result
  }

  private mutating func read() {
    next = nil
    guard let line = line() else { return }
    next = DuplicateList.entry(line)
    if next == nil { fault = "the list of duplicates is damaged" }
  }

  private mutating func line() -> [UInt8]? {
    do throws(StreamFault) {
      return try lines.next()?.bytes
    } catch {
      fault = "the list of duplicates cannot be read: \(error.message)"
      return nil
    }
  }
}
