/// Gives every block its language and tells that of the document.
enum BlockLanguages {
  /// Fills `language` of every block, `nil` where a block is too short to tell.
  ///
  /// - Returns: The language of the main blocks together, else of all.
  static func assign(to blocks: inout [Block], _ bytes: Span<UInt8>, _ detector: LanguageDetector) -> String? {
    var main: LanguageDetector.Counts?
    var other: LanguageDetector.Counts?
    var counts: [LanguageDetector.Counts] = []
    counts.reserveCapacity(blocks.count)
    for block in blocks {
      let count = detector.counts(bytes, block.range)
      counts.append(count)
      if block.isMain {
        if main == nil { main = count } else { main? += count }
      } else {
        if other == nil { other = count } else { other? += count }
      }
    }
    let language = main.flatMap { detector.language($0) } ?? other.flatMap { detector.language($0) }
    for index in blocks.indices { blocks[index].language = detector.language(counts[index], prior: language) }
    return language
  }
}
