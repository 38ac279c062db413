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
  private(set) var position: Int
  private var isAtEnd = false

  /// What stopped the reading; what stands before it is available.
  private(set) var damage: StreamFault?

  /// Where members of a packed file begin: in the unpacked stream, and in the file.
  private var members: [(unpacked: Int, packed: Int)] = []
  /// The member of `position`; those before it are done with.
  private var member = 0

  /// - Parameters:
  ///   - prefix: What was read from the stream already.
  ///   - start: Where in the unpacked file it begins.
  ///   - memberStart: Where in the file its member begins.
  init(_ stream: ByteStream, prefix: [UInt8], start: Int = 0, memberStart: Int = 0) {
    self.stream = stream
    buffer = prefix
    end = prefix.count
    position = start
    members.append((start, memberStart))
  }

  /// The bytes that can be looked at without reading on.
  var available: Int { end - start }

  /// The byte `offset` ahead, which must be available.
  subscript(offset: Int) -> UInt8 { buffer[start + offset] }

  /// Makes `count` bytes available.
  ///
  /// - Returns: Whether there are as many before the end or the damage.
  mutating func require(_ count: Int) -> Bool {
    while end - start < count && !isAtEnd && damage == nil {
      makeRoom()
      do throws(StreamFault) {
        let read = try stream.read(into: &buffer, from: end)
        if let packed = stream.memberStart, read > 0 { members.append((position + end - start, packed)) }
        isAtEnd = read == 0
        end += read
      } catch {
        damage = error
      }
    }
    return end - start >= count
  }

  /// A quarter of a chunk at least is free at the end. A byte is moved once at most for every byte that is read.
  private mutating func makeRoom() {
    let isSmall = available < ByteStream.chunkSize
    if isSmall && buffer.count > ByteStream.chunkSize * 16 {
      // A long record came by; what comes is short again.
      buffer = Array(buffer[start..<end]) + [UInt8](repeating: 0, count: ByteStream.chunkSize * 2)
    } else if buffer.count - end >= ByteStream.chunkSize / 4 {
      return
    } else if available <= buffer.count / 2 && buffer.count >= ByteStream.chunkSize {
      ByteSearch.moveToFront(start..<end, of: &buffer)
    } else {
      buffer += [UInt8](repeating: 0, count: max(ByteStream.chunkSize, buffer.count))
      return
    }
    end -= start
    start = 0
  }

  /// The `count` bytes from `offset` on, which must be available.
  func bytes(_ count: Int, from offset: Int = 0) -> [UInt8] {
    Array(buffer[(start + offset)..<(start + offset + count)])
  }

  /// Takes `count` available bytes from the front.
  mutating func take(_ count: Int) {
    start += count
    position += count
    while member + 1 < members.count, members[member + 1].unpacked <= position { member += 1 }
    if member > 1024 {
      members.removeSubrange(..<member)
      member = 0
    }
  }

  /// Takes the line breaks and spaces at the front.
  mutating func takeBlanks() {
    while require(1) {
      var count = 0
      while count < available, self[count] <= 0x20 { count += 1 }
      if count == 0 { return }
      take(count)
    }
  }

  /// Drops what is available before the damage and goes on behind it, where that is possible.
  mutating func recover() {
    take(available)
    while damage != nil {
      damage = nil
      do throws(StreamFault) {
        isAtEnd = try !stream.skipDamage()
      } catch {
        isAtEnd = true
      }
      // Three bytes look like the begin of a member by chance, too: then damage follows soon.
      if require(256) || damage == nil || startsRecord(at: 0) { return }
      take(available)
    }
  }

  /// Where in the file the next byte's member begins, if it is the first of one or the file is not packed; else the
  /// place in the unpacked stream.
  var offset: Int {
    stream.isCompressed && members[member].unpacked == position ? members[member].packed : position
  }

  /// Whether a byte that was looked at, `from` ahead or later, begins a member; if so, the first of them.
  func member(from: Int) -> Int? {
    guard stream.isCompressed else { return nil }
    var index = member
    while index < members.count {
      if members[index].unpacked >= position + from { return members[index].unpacked - position }
      index += 1
    }
    return nil
  }

  /// The offset, ahead, of the first `byte` from `from` on within what is available, or before `limit`.
  func find(_ byte: UInt8, from: Int, before limit: Int = .max) -> Int? {
    let stop = min(end, limit < available ? start + limit : end)
    guard start + from < stop else { return nil }
    return ByteSearch.first(byte, in: buffer, start + from..<stop).map { $0 - start }
  }

  /// Whether a WARC record's version line seems to stand at `offset`, as far as it is available.
  func startsRecord(at offset: Int) -> Bool {
    available > offset + 5 && ByteSearch.isWord("warc/", in: buffer, at: start + offset)
      && (0x30...0x39).contains(self[offset + 5])
  }

  /// The offset, ahead, of the next line feed, looking at most `reach` bytes far.
  mutating func lineEnd(from: Int = 0, reach: Int = 1 << 20) -> Int? {
    var searched = from
    while searched < from + reach {
      if let feed = find(0x0A, from: searched, before: from + reach) { return feed }
      searched = max(searched, available)
      if !require(searched + 1) { return nil }
    }
    return nil
  }
}
