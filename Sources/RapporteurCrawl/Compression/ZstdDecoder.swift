internal import CZstd

/// Unpacks Zstandard (RFC 8878), one frame after the other, with the dictionary that a .warc.zst carries in its first
/// frame (IIPC, "Zstandard-compressed WARC files").
@safe final class ZstdDecoder: Decompressor {
  private let stream: OpaquePointer
  private var isInsideFrame = false
  private var place = Place.begin
  private var dictionary: [UInt8] = []
  private var pending: StreamFault?

  /// Where in the file the decoder is.
  private enum Place {
    case begin
    /// In the frame of the dictionary; so many bytes of it are to come.
    case dictionary(left: Int)
    case frames
  }

  /// What a frame may ask for at most, as a power of two in bytes.
  enum Window: Int32 {
    case file = 27
    /// RFC 9659 allows HTTP no more.
    case httpBody = 23
  }

  private static let longestDictionary = 64 << 20

  let name = "zstd"
  let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  var isWhole: Bool {
    if case .dictionary = place { return false }
    return !isInsideFrame
  }

  private(set) var memberStart: Int?

  init(_ window: Window = .file) {
    guard let created = unsafe ZSTD_createDStream() else { preconditionFailure("zstd has no memory left") }
    unsafe stream = created
    unsafe ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, window.rawValue)
  }

  deinit { unsafe ZSTD_freeDStream(stream) }

  func restart() {
    unsafe ZSTD_DCtx_reset(stream, ZSTD_reset_session_only)
    isInsideFrame = false
    pending = nil
  }

  func decode(
    _ input: [UInt8], _ start: Int, _ end: Int, into output: inout [UInt8], from: Int
  ) throws(StreamFault) -> (used: Int, made: Int) {
    memberStart = nil
    if let pending { throw pending }
    if let used = try readDictionary(input, start, end) { return (used, 0) }
    if start == end && !isInsideFrame { return (0, 0) }
    if !isInsideFrame { memberStart = start }
    isInsideFrame = true
    let (code, used, made) = unsafe input.withUnsafeBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        var read = unsafe ZSTD_inBuffer(src: source.baseAddress, size: end, pos: start)
        var written = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: from)
        let code = unsafe ZSTD_decompressStream(stream, &written, &read)
        return unsafe (code, read.pos - start, written.pos - from)
      }
    }
    if ZSTD_isError(code) != 0 {
      let reason = unsafe String(cString: ZSTD_getErrorName(code))
      let fault = StreamFault(code: "corrupt", message: "the zstd data is damaged: \(reason)")
      guard made > 0 else { throw fault }
      // Nothing counts as used: the next frame is looked for from here on.
      pending = fault
      return (0, made)
    }
    if code == 0 { isInsideFrame = false }
    return (used, made)
  }

  /// A skippable frame 0x184D2A5D at the begin holds the dictionary, plain or packed by zstd itself.
  ///
  /// - Returns: The bytes used, `nil` where no dictionary stands.
  private func readDictionary(_ input: [UInt8], _ start: Int, _ end: Int) throws(StreamFault) -> Int? {
    switch place {
    case .frames: return nil
    case .begin:
      guard start < end else { return nil }
      guard end - start >= 8, input[start..<end].starts(with: [0x5D, 0x2A, 0x4D, 0x18]) else {
        place = .frames
        return nil
      }
      let length = (0..<4).reduce(0) { $0 | Int(input[start + 4 + $1]) << (8 * $1) }
      guard length <= Self.longestDictionary else {
        throw StreamFault(code: "corrupt", message: "the zstd dictionary is said to have \(length) bytes")
      }
      place = .dictionary(left: length)
      return 8
    case .dictionary(let left):
      let count = min(left, end - start)
      dictionary.append(contentsOf: input[start..<start + count])
      place = left == count ? .frames : .dictionary(left: left - count)
      if left == count { try loadDictionary() }
      return count
    }
  }

  private func loadDictionary() throws(StreamFault) {
    if dictionary.starts(with: magic) {
      let (bytes, fault) = ZstdDecoder().unpacked(dictionary, limit: Self.longestDictionary)
      if let fault { throw fault }
      dictionary = bytes
    }
    let code = unsafe dictionary.withUnsafeBytes { bytes in
      unsafe ZSTD_DCtx_loadDictionary(stream, bytes.baseAddress, bytes.count)
    }
    dictionary = []
    if ZSTD_isError(code) != 0 { throw StreamFault(code: "corrupt", message: "the zstd dictionary is damaged") }
  }
}
