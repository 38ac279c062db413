/// A body in HTTP's chunked transfer coding (RFC 9112, 7.1).
struct ChunkedBody {
  /// The bytes of the chunks together; `nil` where the body is not chunked after all.
  private(set) var bytes: [UInt8]?

  /// Whether the last chunk is there, or the body is not chunked.
  private(set) var isWhole = true

  init(_ body: [UInt8]) {
    var result: [UInt8] = []
    var at = 0
    while at < body.count {
      guard let (size, data) = Self.size(body, at) else {
        // Where no chunk came before, these are no chunks.
        if at > 0 { bytes = result + body[at...] }
        isWhole = at == 0
        return
      }
      if size == 0 {
        bytes = result
        return
      }
      let end = min(data + size, body.count)
      result.append(contentsOf: body[data..<end])
      if data + size > body.count { break }
      at = end
      if at < body.count, body[at] == 0x0D { at += 1 }
      if at < body.count, body[at] == 0x0A { at += 1 }
    }
    if body.isEmpty { return }
    bytes = result
    isWhole = false
  }

  /// The size that the line at `start` states, and where the chunk's bytes begin.
  private static func size(_ body: [UInt8], _ start: Int) -> (size: Int, data: Int)? {
    guard let feed = ByteSearch.first(0x0A, in: body, start..<min(start + 4096, body.count)) else { return nil }
    var at = start
    var size = 0
    while at < feed, let digit = hexadecimal(body[at]) {
      guard size < 1 << 32 else { return nil }
      size = size << 4 | digit
      at += 1
    }
    guard at > start else { return nil }
    while at < feed, body[at] == 0x20 || body[at] == 0x09 { at += 1 }
    guard at == feed || body[at] == 0x0D || body[at] == 0x3B else { return nil }
    return (size, feed + 1)
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x41 + 10
    case 0x61...0x66: Int(byte) - 0x61 + 10
    default: nil
    }
  }
}
