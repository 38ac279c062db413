/// Unpacks one compressed format, a piece at a time.
protocol Decompressor: AnyObject {
  /// Whether the input so far ends behind a whole member (gzip) or frame (zstd).
  var isWhole: Bool { get }

  /// Where in the input of the last call a member began, `nil` when none did.
  var memberStart: Int? { get }

  /// Unpacks from `input[start..<end]` until `output` is full, the input is used up, or a member ends.
  ///
  /// - Returns: The bytes used and the bytes made.
  func decode(
    _ input: inout [UInt8], _ start: Int, _ end: Int, into output: inout [UInt8]
  ) throws(StreamFault) -> (used: Int, made: Int)
}

extension Decompressor {
  /// All of `input` at once. Bytes behind the last member are passed over.
  ///
  /// - Parameter limit: The most bytes that it may come to.
  /// - Throws: `too_large` above the limit, `corrupt` and `truncated` for damaged data.
  func whole(_ input: [UInt8], limit: Int) throws(StreamFault) -> [UInt8] {
    var result: [UInt8] = []
    if let fault = unpack(input, limit: limit, into: &result) { throw fault }
    return result
  }

  /// What can be unpacked before the damage.
  func readable(_ input: [UInt8], limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    _ = unpack(input, limit: limit, into: &result)
    return result
  }

  private func unpack(_ input: [UInt8], limit: Int, into result: inout [UInt8]) -> StreamFault? {
    var input = input
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var start = 0
    while true {
      let used: Int
      let made: Int
      do throws(StreamFault) {
        (used, made) = try decode(&input, start, input.count, into: &chunk)
      } catch {
        // Garbage behind a whole member is no damage.
        return isWhole || (memberStart.map { $0 > 0 } ?? false) ? nil : error
      }
      start += used
      result.append(contentsOf: chunk[..<made])
      if result.count > limit {
        return StreamFault(code: "too_large", message: "unpacked it is longer than \(limit >> 20) MB")
      }
      if used == 0 && made == 0 || start == input.count && isWhole {
        if isWhole { return nil }
        return StreamFault(code: "truncated", message: "the compressed data ends in the middle")
      }
    }
  }
}
