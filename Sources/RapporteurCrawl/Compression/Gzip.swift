/// Bytes packed at once.
package enum Gzip {
  /// One gzip member; the same for the same bytes.
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    let encoder = GzipEncoder()
    var input = bytes
    var output: [UInt8] = []
    encoder.write(&input, to: &output)
    encoder.end(&output)
    return output
  }
}
