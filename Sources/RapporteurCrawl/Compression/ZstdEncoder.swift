internal import CZstd

/// Packs Zstandard frames (RFC 8878), each with its checksum.
@safe final class ZstdEncoder: Compressor {
  private let stream: OpaquePointer
  private var room = [UInt8](repeating: 0, count: 1 << 17)

  init() {
    guard let created = unsafe ZSTD_createCStream() else { preconditionFailure("zstd has no memory left") }
    unsafe stream = created
    unsafe ZSTD_CCtx_setParameter(stream, ZSTD_c_compressionLevel, 3)
    unsafe ZSTD_CCtx_setParameter(stream, ZSTD_c_checksumFlag, 1)
  }

  deinit { unsafe ZSTD_freeCStream(stream) }

  func write(_ input: inout [UInt8], to output: inout [UInt8]) { pack(input, ZSTD_e_continue, to: &output) }

  func end(_ output: inout [UInt8]) { pack([], ZSTD_e_end, to: &output) }

  private func pack(_ input: [UInt8], _ mode: ZSTD_EndDirective, to output: inout [UInt8]) {
    var used = 0
    while true {
      let (left, made) = unsafe input.withUnsafeBytes { source in
        unsafe room.withUnsafeMutableBytes { target in
          var from = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: used)
          var to = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
          let left = unsafe ZSTD_compressStream2(stream, &to, &from, mode)
          used = unsafe from.pos
          return unsafe (left, to.pos)
        }
      }
      precondition(ZSTD_isError(left) == 0, "zstd has no memory left")
      output.append(contentsOf: room[..<made])
      if mode == ZSTD_e_end ? left == 0 : used == input.count { return }
    }
  }
}
