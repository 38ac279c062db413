internal import CZstd

/// Unpacks Zstandard (RFC 8878), one frame after the other, with the dictionary that a .warc.zst carries in its first
/// frame (IIPC, "Zstandard-compressed WARC files").
@safe final class ZstdDecoder: Decompressor {
  private let stream: OpaquePointer
  private var isInsideFrame = false
  private var dictionary: [UInt8] = []
  private var isFirstFrame = true

  /// The most memory that a frame may ask for, as a power of two in bytes.
  private static let largestWindow: Int32 = 27

  var isWhole: Bool { !isInsideFrame }

  private(set) var memberStart: Int?

  init() {
    guard let created = unsafe ZSTD_createDStream() else { preconditionFailure("zstd has no memory left") }
    unsafe stream = created
    unsafe ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.largestWindow)
  }

  deinit { unsafe ZSTD_freeDStream(stream) }

  func decode(
    _ input: inout [UInt8], _ start: Int, _ end: Int, into output: inout [UInt8]
  ) throws(StreamFault) -> (used: Int, made: Int) {
    memberStart = nil
    if isFirstFrame, let used = try readDictionary(input, start, end) { return (used, 0) }
    if start == end && !isInsideFrame { return (0, 0) }
    isFirstFrame = false
    if !isInsideFrame { memberStart = start }
    isInsideFrame = true
    let (code, used, made) = unsafe input.withUnsafeBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        var from = unsafe ZSTD_inBuffer(src: source.baseAddress, size: end, pos: start)
        var to = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let code = unsafe ZSTD_decompressStream(stream, &to, &from)
        return unsafe (code, from.pos - start, to.pos)
      }
    }
    if ZSTD_isError(code) != 0 {
      let reason = unsafe String(cString: ZSTD_getErrorName(code))
      throw StreamFault(code: "corrupt", message: "the zstd data is damaged: \(reason)")
    }
    if code == 0 { isInsideFrame = false }
    return (used, made)
  }

  /// A skippable frame 0x184D2A5D at the begin holds the dictionary, plain or packed by zstd itself.
  ///
  /// - Returns: The bytes used, `nil` where the data begins with something else.
  private func readDictionary(_ input: [UInt8], _ start: Int, _ end: Int) throws(StreamFault) -> Int? {
    guard end - start >= 8, input[start] == 0x5D, input[start + 1] == 0x2A, input[start + 2] == 0x4D,
      input[start + 3] == 0x18
    else { return nil }
    isFirstFrame = false
    let length = (0..<4).reduce(0) { $0 | Int(input[start + 4 + $1]) << (8 * $1) }
    guard end - start - 8 >= length else {
      let message = "the zstd dictionary of \(length) bytes does not fit into one piece of the file"
      throw StreamFault(code: "unsupported_type", message: message)
    }
    dictionary = Array(input[(start + 8)..<(start + 8 + length)])
    if dictionary.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      dictionary = try ZstdDecoder().whole(dictionary, limit: 64 << 20)
    }
    let code = unsafe dictionary.withUnsafeBytes { bytes in
      unsafe ZSTD_DCtx_loadDictionary(stream, bytes.baseAddress, bytes.count)
    }
    if ZSTD_isError(code) != 0 {
      throw StreamFault(code: "corrupt", message: "the zstd dictionary is damaged")
    }
    return 8 + length
  }
}
