/// A window on the unpacked bytes of an archive: looks ahead as far as it must, and knows where it stands.
///
/// Bytes are taken from the front. What was looked at and not taken is still there: so a record whose length lies can
/// be read again from where the next one begins.
struct ArchiveInput {
  private let stream: ByteStream
  private var buffer: [UInt8]
  private var start = 0
  private var end: Int
  /// Of `buffer[start]` in the unpacked stream.
  private(set) var position = 0
  private var chunk: [UInt8] = []
  private var isAtEnd = false
  /// Where members of a packed file begin: in the unpacked stream, and in the file. Those behind `position` are dropped.
  private var members: [(unpacked: Int, packed: Int)] = []

  /// - Parameter prefix: What was read from the stream already.
  init(_ stream: ByteStream, prefix: [UInt8]) {
    self.stream = stream
    buffer = prefix
    end = prefix.count
    members.append((0, 0))
  }

  /// The bytes that can be looked at without reading on.
  var available: Int { end - start }

  /// The byte `offset` ahead, which must be available.
  subscript(offset: Int) -> UInt8 { buffer[start + offset] }

  /// Makes `count` bytes available, or as many as there are.
  ///
  /// - Throws: When the stream is damaged before that. What stands before the damage is available.
  mutating func require(_ count: Int) throws(StreamFault) {
    while end - start < count && !isAtEnd {
      if chunk.isEmpty { chunk = [UInt8](repeating: 0, count: ByteStream.chunkSize) }
      let read = try stream.read(into: &chunk)
      if read == 0 {
        isAtEnd = true
        return
      }
      if let packed = stream.memberStart { members.append((position + end - start, packed)) }
      if start > 0 && (start == end || start > ByteStream.chunkSize) {
        buffer.removeSubrange(0..<start)
        end -= start
        start = 0
      }
      if end < buffer.count { buffer.removeSubrange(end...) }
      buffer.append(contentsOf: chunk[..<read])
      end += read
    }
  }

  /// The next `count` bytes, which must be available.
  func bytes(_ count: Int, from offset: Int = 0) -> [UInt8] {
    Array(buffer[(start + offset)..<(start + offset + count)])
  }

  /// Takes `count` available bytes from the front.
  mutating func take(_ count: Int) {
    start += count
    position += count
    if members.count > 1, let current = members.lastIndex(where: { $0.unpacked <= position }), current > 0 {
      members.removeSubrange(..<current)
    }
  }

  /// Takes up to `count` bytes without keeping them.
  ///
  /// - Returns: How many there were.
  mutating func skip(_ count: Int) throws(StreamFault) -> Int {
    var left = count
    while left > 0 {
      try require(1)
      let step = min(left, available)
      if step == 0 { break }
      take(step)
      left -= step
    }
    return count - left
  }

  /// Goes on behind damaged data, where that is possible; what is available was taken before.
  mutating func skipDamage() throws(StreamFault) -> Bool {
    take(available)
    return try stream.skipDamage() != nil
  }

  /// Where in the file the next byte's member begins, if it is the first of one or the file is not packed; else the
  /// place in the unpacked stream.
  var offset: Int {
    guard stream.isCompressed else { return position }
    return members.first { $0.unpacked == position }?.packed ?? position
  }

  /// Whether a member of a packed file begins with the byte `offset` ahead.
  func beginsMember(at offset: Int) -> Bool { members.contains { $0.unpacked == position + offset } }

  /// The offset, ahead, of the first place from `from` on where `pattern` stands, within what is available.
  func find(_ pattern: [UInt8], from: Int = 0) -> Int? {
    let first = pattern[0]
    var index = start + from
    let last = end - pattern.count
    while index <= last {
      if buffer[index] == first {
        var length = 1
        while length < pattern.count && buffer[index + length] == pattern[length] { length += 1 }
        if length == pattern.count { return index - start }
      }
      index += 1
    }
    return nil
  }
}
