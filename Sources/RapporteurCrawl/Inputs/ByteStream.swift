/// The bytes of a file, unpacked where they are gzip or zstd, a chunk at a time.
final class ByteStream {
  /// The bytes of one chunk at most.
  static let chunkSize = 1 << 18

  private let file: FileStream
  private var decoder: (any Decompressor)?
  private var packed: [UInt8] = []
  private var packedStart = 0
  private var packedEnd = 0
  private var isAtEnd = false
  private var isOpen = false

  /// Where in the packed file the member begins whose first byte is the chunk's first, `nil` for chunks within a member.
  private(set) var memberStart: Int?

  init(_ file: FileStream) { self.file = file }

  /// Whether the file is packed. Known once the first chunk was read.
  var isCompressed: Bool { decoder != nil }

  /// The bytes of the file itself that were read.
  var position: Int { file.position }

  /// Whether reading would not wait.
  var isReady: Bool { packedStart < packedEnd || isAtEnd || file.isReady }

  /// Fills `chunk` from its begin with what comes next; 0 at the end.
  ///
  /// A chunk never holds bytes of two members or frames.
  func read(into chunk: inout [UInt8]) throws(StreamFault) -> Int {
    if !isOpen {
      isOpen = true
      let count = try fill(&chunk)
      if count >= 2 && chunk[0] == 0x1F && chunk[1] == 0x8B {
        decoder = GzipDecoder()
      } else if count >= 4 && Self.isZstd(chunk) {
        decoder = ZstdDecoder()
      } else {
        return count
      }
      packed = Array(chunk[..<count])
      packedEnd = count
      packed.reserveCapacity(Self.chunkSize)
    }
    guard let decoder else { return try file.read(into: &chunk) }
    memberStart = nil
    while true {
      if packedStart == packedEnd && !isAtEnd { try refill() }
      if isAtEnd {
        if decoder.isWhole { return 0 }
        let name = decoder is GzipDecoder ? "gzip" : "zstd"
        throw StreamFault(code: "truncated", message: "the \(name) data ends in the middle; the file was cut short")
      }
      let (used, made) = try decoder.decode(&packed, packedStart, packedEnd, into: &chunk)
      if let start = decoder.memberStart { memberStart = file.position - packedEnd + start }
      packedStart += used
      if made > 0 { return made }
    }
  }

  /// Goes on behind damaged data at the next place that looks like the begin of a gzip member.
  ///
  /// - Returns: The bytes of the file that were passed over, `nil` when nothing follows that could be read.
  func skipDamage() throws(StreamFault) -> Int? {
    guard let gzip = decoder as? GzipDecoder else { return nil }
    let from = file.position - packedEnd + packedStart
    packedStart = min(packedStart + 1, packedEnd)
    while true {
      while packedStart + 2 < packedEnd {
        if packed[packedStart] == 0x1F && packed[packedStart + 1] == 0x8B && packed[packedStart + 2] == 0x08 {
          gzip.restart()
          return file.position - packedEnd + packedStart - from
        }
        packedStart += 1
      }
      // The last two bytes may be the begin of the three.
      let rest = Array(packed[packedStart..<packedEnd])
      try refill()
      if isAtEnd { return nil }
      packed.insert(contentsOf: rest, at: 0)
      packedEnd += rest.count
    }
  }

  private func refill() throws(StreamFault) {
    if packed.count < Self.chunkSize {
      packed.append(contentsOf: repeatElement(0, count: Self.chunkSize - packed.count))
    }
    packedStart = 0
    packedEnd = try file.read(into: &packed)
    isAtEnd = packedEnd == 0
  }

  /// The magic of a frame, or of the skippable frame with a dictionary.
  private static func isZstd(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || bytes.starts(with: [0x5D, 0x2A, 0x4D, 0x18])
  }

  /// A pipe may give its first bytes one by one.
  private func fill(_ chunk: inout [UInt8]) throws(StreamFault) -> Int {
    var count = try file.read(into: &chunk)
    if count == 0 { return 0 }
    while count < 4 {
      var rest = [UInt8](repeating: 0, count: chunk.count - count)
      let more = try file.read(into: &rest)
      if more == 0 { break }
      chunk.replaceSubrange(count..<count + more, with: rest[..<more])
      count += more
    }
    return count
  }
}
