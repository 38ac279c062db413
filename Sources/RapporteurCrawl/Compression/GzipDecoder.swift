internal import CZlib

/// Unpacks gzip (RFC 1952), one member after the other, or a single zlib or raw stream.
@safe
final class GzipDecoder: Decompressor {
  private let stream: UnsafeMutablePointer<z_stream>
  private var isInsideMember = true
  private var isFresh = true

  let name = "gzip"
  let magic: [UInt8] = [0x1F, 0x8B, 0x08]

  var isWhole: Bool { !isInsideMember }

  /// What stands around the deflated data.
  enum Format: Int32 {
    /// A gzip header and a CRC.
    case gzip = 31
    /// A zlib header (RFC 1950): HTTP's "deflate".
    case zlib = 15
    /// Nothing (RFC 1951): what some servers call "deflate".
    case raw = -15
  }

  init(_ format: Format = .gzip) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let code = unsafe rapporteur_inflateInit2(stream, format.rawValue)
    precondition(code == Z_OK, "zlib has no memory left")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  private(set) var memberStart: Int?

  func restart() { isInsideMember = false }

  // Zeros behind the last member are padding, as gzip itself takes them.
  func decode(
    _ input: [UInt8], _ start: Int, _ end: Int, into output: inout [UInt8], from: Int
  ) throws(StreamFault) -> (used: Int, made: Int) {
    var used = 0
    memberStart = isFresh ? start : nil
    isFresh = false
    if !isInsideMember {
      while start + used < end && input[start + used] == 0 { used += 1 }
      if start + used == end { return (used, 0) }
      unsafe inflateReset(stream)
      isInsideMember = true
      memberStart = start + used
    }
    let count = end - start - used
    let code = unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        // zlib reads only, but says so only with ZLIB_CONST.
        unsafe stream.pointee.next_in = source.baseAddress.map {
          unsafe UnsafeMutablePointer(mutating: $0) + start + used
        }
        unsafe stream.pointee.avail_in = UInt32(count)
        unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + from }
        unsafe stream.pointee.avail_out = UInt32(target.count - from)
        return unsafe inflate(stream, Z_NO_FLUSH)
      }
    }
    let made = unsafe output.count - from - Int(stream.pointee.avail_out)
    switch code {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isInsideMember = false
    default:
      // zlib fails again at the next call. Nothing counts as used: the next member is looked for from here on.
      if made > 0 { return (0, made) }
      let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "code \(code)"
      throw StreamFault(code: "corrupt", message: "the gzip data is damaged: \(reason)")
    }
    used += unsafe count - Int(stream.pointee.avail_in)
    return (used, made)
  }
}
