/// Packs into one compressed format, a piece at a time.
protocol Compressor: AnyObject {
  /// Packs all of `input`, and adds what came of it to `output`.
  func write(_ input: inout [UInt8], to output: inout [UInt8])

  /// Ends the member (gzip) or frame (zstd), even an empty one. The next byte begins another.
  func end(_ output: inout [UInt8])
}
