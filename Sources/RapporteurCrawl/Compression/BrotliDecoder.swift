internal import CBrotli

/// Unpacks Brotli (RFC 7932), as HTTP bodies use it.
@safe final class BrotliDecoder: Decompressor {
  private let state: OpaquePointer
  private(set) var isWhole = false
  let name = "brotli"
  let memberStart: Int? = nil
  let magic: [UInt8] = []

  init() {
    guard let created = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else {
      preconditionFailure("brotli has no memory left")
    }
    unsafe state = created
  }

  deinit { unsafe BrotliDecoderDestroyInstance(state) }

  func restart() {}

  func decode(
    _ input: [UInt8], _ start: Int, _ end: Int, into output: inout [UInt8], from: Int
  ) throws(StreamFault) -> (used: Int, made: Int) {
    if isWhole { return (end - start, 0) }
    var left = end - start
    var room = output.count - from
    let result = unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var next = unsafe source.baseAddress.map { unsafe $0 + start }
        var place = unsafe target.baseAddress.map { unsafe $0 + from }
        return unsafe BrotliDecoderDecompressStream(state, &left, &next, &room, &place, nil)
      }
    }
    let made = output.count - from - room
    if result == BROTLI_DECODER_RESULT_ERROR && made == 0 {
      throw StreamFault(code: "corrupt", message: "the brotli data is damaged")
    }
    if result == BROTLI_DECODER_RESULT_SUCCESS { isWhole = true }
    return (end - start - left, made)
  }
}
