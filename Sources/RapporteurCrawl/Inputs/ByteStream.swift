/// The bytes of a file, unpacked where they are gzip, a chunk at a time.
final class ByteStream {
  /// The bytes of one chunk at most.
  static let chunkSize = 1 << 18

  private let file: FileStream
  private var decoder: GzipDecoder?
  private var packed: [UInt8] = []
  private var packedStart = 0
  private var packedEnd = 0
  private var isAtEnd = false
  private var isOpen = false

  init(_ file: FileStream) { self.file = file }

  /// Whether the file is gzip. Known once the first chunk was read.
  var isCompressed: Bool { decoder != nil }

  /// The bytes of the file itself that were read.
  var position: Int { file.position }

  /// Fills `chunk` from its begin with what comes next; 0 at the end.
  func read(into chunk: inout [UInt8]) throws(StreamFault) -> Int {
    if !isOpen {
      isOpen = true
      let count = try fill(&chunk)
      guard count >= 2, chunk[0] == 0x1F, chunk[1] == 0x8B else { return count }
      decoder = GzipDecoder()
      packed = Array(chunk[..<count])
      packedEnd = count
      packed.reserveCapacity(Self.chunkSize)
    }
    guard let decoder else { return try file.read(into: &chunk) }
    while true {
      if packedStart == packedEnd && !isAtEnd {
        if packed.count < Self.chunkSize {
          packed.append(contentsOf: repeatElement(0, count: Self.chunkSize - packed.count))
        }
        packedStart = 0
        packedEnd = try file.read(into: &packed)
        isAtEnd = packedEnd == 0
      }
      if isAtEnd {
        if decoder.isWhole { return 0 }
        throw StreamFault(code: "truncated", message: "the gzip data ends in the middle; the file was cut short")
      }
      let (used, made) = try decoder.decode(&packed, packedStart, packedEnd, into: &chunk)
      packedStart += used
      if made > 0 { return made }
    }
  }

  /// A pipe may give its first bytes one by one.
  private func fill(_ chunk: inout [UInt8]) throws(StreamFault) -> Int {
    var count = try file.read(into: &chunk)
    if count == 1 {
      var rest = [UInt8](repeating: 0, count: chunk.count - 1)
      let more = try file.read(into: &rest)
      chunk.replaceSubrange(1..<1 + more, with: rest[..<more])
      count += more
    }
    return count
  }
}
