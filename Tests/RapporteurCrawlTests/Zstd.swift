import CZstd

/// Packs bytes for tests.
enum Zstd {
  /// - Parameter dictionary: What the frame refers to, as it is.
  static func packed(_ bytes: [UInt8], dictionary: [UInt8] = [], hasChecksum: Bool = true) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    guard let context = unsafe ZSTD_createCCtx() else { return [] }
    defer { unsafe ZSTD_freeCCtx(context) }
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, hasChecksum ? 1 : 0)
    unsafe ZSTD_CCtx_loadDictionary(context, dictionary, dictionary.count)
    let count = unsafe ZSTD_compress2(context, &output, output.count, bytes, bytes.count)
    return Array(output.prefix(count))
  }

  /// The skippable frame at the begin of a .warc.zst.
  static func dictionaryFrame(_ dictionary: [UInt8]) -> [UInt8] {
    let length = (0..<4).map { UInt8(dictionary.count >> (8 * $0) & 0xFF) }
    return [0x5D, 0x2A, 0x4D, 0x18] + length + dictionary
  }
}
