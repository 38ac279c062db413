internal import CZlib

/// Unpacks gzip (RFC 1952), one member after the other.
@safe
final class GzipDecoder {
  private let stream: UnsafeMutablePointer<z_stream>
  private var isInsideMember = true

  /// Whether the input so far ends behind a whole member.
  var isWhole: Bool { !isInsideMember }

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 16: a gzip header is expected, and its CRC checked.
    let code = unsafe rapporteur_inflateInit2(stream, 15 + 16)
    precondition(code == Z_OK, "zlib has no memory left")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Unpacks from `input[start..<end]` until `output` is full or the input is used up.
  ///
  /// Zeros behind the last member are padding, as gzip itself takes them.
  /// - Returns: The bytes used and the bytes made.
  func decode(
    _ input: inout [UInt8], _ start: Int, _ end: Int, into output: inout [UInt8]
  ) throws(StreamFault) -> (used: Int, made: Int) {
    var used = 0
    if !isInsideMember {
      while start + used < end && input[start + used] == 0 { used += 1 }
      if start + used == end { return (used, 0) }
      unsafe inflateReset(stream)
      isInsideMember = true
    }
    let count = end - start - used
    let code = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = source.baseAddress.map { unsafe $0 + start + used }
        unsafe stream.pointee.avail_in = UInt32(count)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        return unsafe inflate(stream, Z_NO_FLUSH)
      }
    }
    used += unsafe count - Int(stream.pointee.avail_in)
    let made = unsafe output.count - Int(stream.pointee.avail_out)
    switch code {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isInsideMember = false
    default:
      let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "code \(code)"
      throw StreamFault(code: "corrupt", message: "the gzip data is damaged: \(reason)")
    }
    return (used, made)
  }
}
