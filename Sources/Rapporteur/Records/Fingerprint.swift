/// A key that near-duplicates of an article share: one agency report on thirty sites.
///
/// It is made of the three longest sentences of the main text, of which only letters and digits count, in lower case:
/// headlines, credits, quotation marks and white space, in which copies differ, play no part.
enum Fingerprint {
  /// 32 hexadecimal digits, 128 bits of SHA-256: equal ones mean equal letters and digits. `nil` where the main text has
  /// none.
  static func of(_ document: Document) -> String? {
    digest(of: document).map { String($0.hexadecimal.prefix(32)) }
  }

  /// The same as 16 bytes.
  static func bytes(of document: Document) -> [UInt8]? { digest(of: document).map { Array($0.bytes.prefix(16)) } }

  private static func digest(of document: Document) -> Digest? {
    let bytes = document.text.utf8.span
    var pieces: [TextRange] = []
    if document.sentences.isEmpty {
      for block in document.blocks where block.isMain { pieces.append(block.range) }
    } else {
      for sentence in document.sentences where document.blocks[sentence.block].isMain { pieces.append(sentence.range) }
    }
    var longest: [(weight: Int, range: TextRange)] = []
    for piece in pieces {
      let weight = Self.weight(bytes, piece)
      guard weight > 0 else { continue }
      let place = longest.firstIndex { $0.weight < weight } ?? longest.count
      if place > 2 { continue }
      longest.insert((weight, piece), at: place)
      if longest.count > 3 { longest.removeLast() }
    }
    var folded: [UInt8] = []
    for (_, range) in longest { fold(bytes, range, into: &folded) }
    return folded.isEmpty ? nil : Digest(of: folded)
  }

  /// About how many letters and digits stand in `range`: cheap, since it is asked for every sentence.
  private static func weight(_ bytes: Span<UInt8>, _ range: TextRange) -> Int {
    var count = 0
    for index in range.indices {
      let byte = bytes[index]
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      if isLetter || (byte >= 0x30 && byte <= 0x39) || byte >= 0xC0 { count += 1 }
    }
    return count
  }

  private static func fold(_ bytes: Span<UInt8>, _ range: TextRange, into folded: inout [UInt8]) {
    var index = range.start
    while index < range.end {
      let (value, length) = UTF8Scan.scalar(bytes, at: index)
      index += length
      if value < 0x80 {
        let byte = UInt8(value)
        if byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7A { folded.append(byte) }
        if byte >= 0x41 && byte <= 0x5A { folded.append(byte | 0x20) }
        continue
      }
      switch Scalar.kind(value) {
      case .upper, .lower, .digit:
        guard let scalar = Unicode.Scalar(Scalar.lower(value)) else { continue }
        folded.append(contentsOf: scalar.utf8)
      case .combining, .space, .ignorable, .mark: break
      }
    }
  }
}
