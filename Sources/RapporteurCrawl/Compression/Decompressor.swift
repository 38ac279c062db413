/// Unpacks one compressed format, a piece at a time.
protocol Decompressor: AnyObject {
  /// What messages call it.
  var name: String { get }

  /// Whether the input so far ends behind a whole member (gzip) or frame (zstd).
  var isWhole: Bool { get }

  /// Where in the input of the last call a member began, `nil` when none did.
  var memberStart: Int? { get }

  /// How members begin; empty where none can be told from other bytes.
  var magic: [UInt8] { get }

  /// Unpacks from `input[start..<end]` into `output[from...]` until that is full, the input is used up, or a member
  /// ends.
  ///
  /// - Returns: The bytes used and the bytes made.
  /// - Throws: When the data is damaged; what could be unpacked before the damage was returned by earlier calls.
  func decode(
    _ input: [UInt8], _ start: Int, _ end: Int, into output: inout [UInt8], from: Int
  ) throws(StreamFault) -> (used: Int, made: Int)

  /// Forgets a damaged member: the next byte begins a new one.
  func restart()
}

extension Decompressor {
  /// All of `input` at once, as far as it can be unpacked. Bytes behind the last member are passed over.
  ///
  /// - Parameter limit: The most bytes that it may come to.
  /// - Returns: What was unpacked, and what stopped it: `too_large` above the limit, `corrupt` or `truncated`.
  func unpacked(_ input: [UInt8], limit: Int) -> (bytes: [UInt8], fault: StreamFault?) {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var start = 0
    var hasWholeMember = false
    while true {
      let used: Int
      let made: Int
      do throws(StreamFault) {
        (used, made) = try decode(input, start, input.count, into: &chunk, from: 0)
      } catch {
        // Garbage behind a whole member is no damage.
        return (result, hasWholeMember ? nil : error)
      }
      start += used
      result.append(contentsOf: chunk[..<made])
      if result.count > limit {
        return ([], StreamFault(code: "too_large", message: "unpacked it is longer than \(Limits.text(limit))"))
      }
      hasWholeMember = hasWholeMember || isWhole
      if used == 0 && made == 0 || start == input.count && isWhole {
        if isWhole { return (result, nil) }
        return (result, StreamFault(code: "truncated", message: "the \(name) data ends in the middle"))
      }
    }
  }
}
