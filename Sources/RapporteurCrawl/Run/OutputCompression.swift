/// How a file of records is packed.
public enum OutputCompression: String, Sendable, CaseIterable {
  case none, gzip, zstd

  /// What the ending of a file's name says: `.gz`, `.zst`, or neither.
  public init(fileName: String) {
    self = fileName.hasSuffix(".gz") ? .gzip : fileName.hasSuffix(".zst") ? .zstd : .none
  }

  var encoder: (any Compressor)? {
    switch self {
    case .none: nil
    case .gzip: GzipEncoder()
    case .zstd: ZstdEncoder()
    }
  }
}
