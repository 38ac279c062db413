/// Cuts a stream into lines.
struct LineReader {
  /// A line, with its line feed where it has one.
  struct Line {
    /// Empty when the line is too long.
    var bytes: [UInt8]
    /// Of its first byte in the unpacked stream.
    var offset: Int
    var length: Int
    var isTooLong: Bool
  }

  private let stream: ByteStream
  private let limit: Int
  private var chunk: [UInt8]
  private var start = 0
  private var end: Int
  private var position: Int

  /// - Parameters:
  ///   - prefix: What was read from the stream already.
  ///   - limit: The longest line, in bytes. Longer ones are skipped.
  ///   - position: Where the first line begins in the unpacked stream.
  init(_ stream: ByteStream, prefix: [UInt8] = [], limit: Int = Limits().line, position: Int = 0) {
    self.stream = stream
    self.limit = limit
    self.position = position
    chunk = prefix
    end = prefix.count
  }

  /// The lines of a file that a run has written.
  init(records path: String) throws(StreamFault) {
    self.init(ByteStream(try FileStream(FilePath(path)), Limits.none), limit: Limits.none.line)
  }

  /// Where the line that was read last, or failed, starts in the unpacked stream.
  private(set) var lineStart = 0

  /// Whether bytes were read that no line was made of yet.
  var hasMore: Bool { start < end }

  /// Goes on behind damage, at the next member of a packed file. That may begin within a line, whose rest comes first.
  ///
  /// - Returns: Whether there is one.
  mutating func recover() -> Bool {
    // Lines behind the damage are told apart from the one that was lost.
    position += 1
    start = 0
    end = 0
    if chunk.count < ByteStream.chunkSize { chunk = [UInt8](repeating: 0, count: ByteStream.chunkSize) }
    while (try? stream.skipDamage()) == true {
      // Three bytes look like the begin of a member by chance, too: then the next are looked for.
      if let count = try? stream.read(into: &chunk), count > 0 {
        end = count
        return true
      }
    }
    return false
  }

  /// The next line, `nil` at the end.
  ///
  /// - Throws: When the stream is damaged: the line that stood there is lost.
  mutating func next() throws(StreamFault) -> Line? {
    var line = Line(bytes: [], offset: position, length: 0, isTooLong: false)
    lineStart = position
    while true {
      if start == end {
        if chunk.count < ByteStream.chunkSize { chunk = [UInt8](repeating: 0, count: ByteStream.chunkSize) }
        start = 0
        end = 0
        end = try stream.read(into: &chunk)
        if end == 0 { return line.length > 0 ? line : nil }
      }
      let feed = ByteSearch.first(0x0A, in: chunk, start..<end)
      let stop = feed.map { $0 + 1 } ?? end
      line.length += stop - start
      position += stop - start
      if line.length > limit {
        line.isTooLong = true
        line.bytes = []
      } else {
        line.bytes.append(contentsOf: chunk[start..<stop])
      }
      start = stop
      if feed != nil { return line }
    }
  }
}
