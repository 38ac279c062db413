internal import CZlib

/// Packs gzip members (RFC 1952) without a time in their headers: equal bytes in, equal bytes out.
@safe final class GzipEncoder: Compressor {
  private let stream: UnsafeMutablePointer<z_stream>
  private var room = [UInt8](repeating: 0, count: 1 << 16)

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let code = unsafe rapporteur_deflateInit2(stream, 6, 15 + 16)
    precondition(code == Z_OK, "zlib has no memory left")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  func write(_ input: inout [UInt8], to output: inout [UInt8]) {
    let count = input.count
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe stream.pointee.next_in = source.baseAddress
      unsafe stream.pointee.avail_in = UInt32(count)
      unsafe pack(Z_NO_FLUSH, to: &output)
    }
  }

  func end(_ output: inout [UInt8]) {
    unsafe stream.pointee.avail_in = 0
    unsafe pack(Z_FINISH, to: &output)
    unsafe deflateReset(stream)
  }

  @unsafe private func pack(_ flush: Int32, to output: inout [UInt8]) {
    while true {
      let code = unsafe room.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        return unsafe deflate(stream, flush)
      }
      let left = unsafe Int(stream.pointee.avail_out)
      output.append(contentsOf: room[..<(room.count - left)])
      if code == Z_STREAM_END || left > 0 { return }
    }
  }
}
