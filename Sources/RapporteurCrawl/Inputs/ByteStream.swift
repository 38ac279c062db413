/// The bytes of a file, unpacked where they are gzip or zstd, a chunk at a time.
final class ByteStream {
  /// The bytes of one chunk at most.
  static let chunkSize = 1 << 18

  private let file: FileStream
  private let limits: Limits
  private var decoder: (any Decompressor)?
  private var packed: [UInt8] = []
  private var packedStart = 0
  private var packedEnd = 0
  private var isAtEnd = false
  private var isOpen = false
  /// Of the member that is being unpacked: its place in the file, and its bytes unpacked.
  private var member = (start: 0, unpacked: 0)

  /// Where in the packed file the member begins whose first byte is the chunk's first, `nil` for chunks within a member.
  private(set) var memberStart: Int?

  init(_ file: FileStream, _ limits: Limits = Limits()) {
    self.file = file
    self.limits = limits
  }

  /// Whether the file is packed. Known once the first chunk was read.
  var isCompressed: Bool { decoder != nil }

  /// The bytes of the file itself that were read.
  var position: Int { file.position }

  /// Whether reading would not wait.
  var isReady: Bool { packedStart < packedEnd || isAtEnd || file.isReady }

  /// Fills `chunk[from...]`, which must not be empty, with what comes next; 0 at the end.
  ///
  /// A chunk never holds bytes of two members or frames.
  ///
  /// - Throws: When the file is damaged or cannot be read, and `too_large` for a member that unpacks to more than the
  ///   limits allow.
  func read(into chunk: inout [UInt8], from: Int = 0) throws(StreamFault) -> Int {
    if !isOpen {
      isOpen = true
      try open()
    }
    memberStart = nil
    guard let decoder else {
      guard packedStart < packedEnd else { return try file.read(into: &chunk, from: from) }
      let count = min(packedEnd - packedStart, chunk.count - from)
      chunk.replaceSubrange(from..<from + count, with: packed[packedStart..<packedStart + count])
      packedStart += count
      if packedStart == packedEnd { packed = [] }
      return count
    }
    while true {
      if packedStart == packedEnd && !isAtEnd { try refill() }
      if isAtEnd {
        if decoder.isWhole { return 0 }
        let message = "the \(decoder.name) data ends in the middle; the file was cut short"
        throw StreamFault(code: "truncated", message: message)
      }
      let (used, made) = try decoder.decode(packed, packedStart, packedEnd, into: &chunk, from: from)
      if let start = decoder.memberStart {
        let place = file.position - packedEnd + start
        memberStart = place
        member = (place, 0)
      }
      packedStart += used
      member.unpacked += made
      if made > 0 {
        try checkRatio(decoder.name)
        return made
      }
    }
  }

  /// Goes on behind damaged data at the next place that looks like the begin of a member or frame.
  ///
  /// - Returns: Whether there is one.
  func skipDamage() throws(StreamFault) -> Bool {
    guard let decoder, !decoder.magic.isEmpty else { return false }
    let magic = decoder.magic
    packedStart = min(packedStart + 1, packedEnd)
    while true {
      while let found = ByteSearch.first(magic[0], in: packed, packedStart..<packedEnd) {
        packedStart = found
        if packedEnd - found < magic.count { break }
        if packed[found..<found + magic.count].elementsEqual(magic) {
          decoder.restart()
          return true
        }
        packedStart += 1
      }
      // The last bytes may be the begin of the magic.
      let rest = max(packedStart, packedEnd - magic.count + 1)..<packedEnd
      ByteSearch.moveToFront(rest, of: &packed)
      packedStart = 0
      let count = try file.read(into: &packed, from: rest.count)
      packedEnd = rest.count + count
      if count == 0 {
        packedStart = packedEnd
        isAtEnd = true
        decoder.restart()
        return false
      }
    }
  }

  private func refill() throws(StreamFault) {
    packedStart = 0
    packedEnd = 0
    packedEnd = try file.read(into: &packed, from: 0)
    isAtEnd = packedEnd == 0
  }

  /// Data that was packed to fill disks: a megabyte of it becomes a gigabyte.
  private func checkRatio(_ name: String) throws(StreamFault) {
    guard member.unpacked > limits.page else { return }
    let size = file.position - packedEnd + packedStart - member.start
    guard member.unpacked / limits.ratio > size else { return }
    let message = "the \(name) data unpacks to more than \(limits.ratio) times its size (input: limits: ratio)"
    throw StreamFault(code: "too_large", message: message)
  }

  /// Reads the first bytes and finds out what they are. A pipe may give them one by one.
  private func open() throws(StreamFault) {
    packed = [UInt8](repeating: 0, count: Self.chunkSize)
    while packedEnd < 12 {
      let count = try file.read(into: &packed, from: packedEnd)
      if count == 0 { break }
      packedEnd += count
    }
    let head = packed[..<packedEnd]
    if head.elementsEqual([0x1F]) {
      throw StreamFault(code: "truncated", message: "the file ends behind the first byte of gzip data")
    }
    if Self.isGzip(head) {
      decoder = GzipDecoder()
    } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || head.starts(with: [0x5D, 0x2A, 0x4D, 0x18]) {
      decoder = ZstdDecoder()
    } else if head.starts(with: [0x04, 0x22, 0x4D, 0x18]) {
      throw StreamFault(code: "unsupported_type", message: Self.remedy("an lz4 file", "lz4 -dc"))
    } else if head.starts(with: Array("BZh".utf8)), head.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26]) {
      throw StreamFault(code: "unsupported_type", message: Self.remedy("a bzip2 file", "bzip2 -dc"))
    } else if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
      throw StreamFault(code: "unsupported_type", message: Self.remedy("an xz file", "xz -dc"))
    }
  }

  private static func remedy(_ what: String, _ command: String) -> String {
    "this is \(what), which cannot be read; unpack it first: \(command) FILE | rapporteur run -"
  }

  /// One of the two bytes of the magic may be damaged where the rest of the header is right.
  private static func isGzip(_ head: ArraySlice<UInt8>) -> Bool {
    if head.starts(with: [0x1F, 0x8B]) { return true }
    guard head.count >= 10, head[0] == 0x1F || head[1] == 0x8B else { return false }
    return head[2] == 0x08 && head[3] & 0xE0 == 0 && (head[9] <= 13 || head[9] == 0xFF)
  }
}
