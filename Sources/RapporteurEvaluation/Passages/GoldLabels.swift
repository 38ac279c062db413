/// Which passages of a page stand in the text that people marked as its article.
enum GoldLabels {
  /// Whether each passage belongs to `gold`.
  ///
  /// One of four words or more does where six tenths of its words in rows of four stand there. A shorter one ("By the
  /// numbers") may stand anywhere: it does where it stands in the gold soon behind the passages
  /// before it and ahead of those behind it.
  static func labels(_ passages: [String], gold: String) -> [Bool] {
    let gold = WordReader.words(gold, foldingCase: true)
    let shingles = gold.count >= 4 ? Set(WordReader.shingles(gold)) : []
    let words = passages.map { WordReader.words($0, foldingCase: true) }
    var labels = words.map { $0.count >= 4 && share($0, shingles) >= 0.6 }
    guard let first = labels.firstIndex(of: true), let last = labels.lastIndex(of: true) else { return labels }
    // Where the long passages stand in the gold, one behind the other.
    var places = [Range<Int>?](repeating: nil, count: labels.count)
    var place = 0
    for index in first...last where labels[index] {
      let opening = words[index].prefix(10)
      guard let start = find(opening, in: gold, place..<gold.count) else { continue }
      place = start + opening.count
      places[index] = start..<place
    }
    place = 0
    for index in max(0, first - 3)..<min(labels.count, last + 4) {
      if let known = places[index] { place = known.upperBound }
      let passage = words[index][...]
      guard !labels[index], !passage.isEmpty, passage.count < 4 else { continue }
      let next = places[index...].lazy.compactMap { $0?.lowerBound }.first ?? gold.count
      let from = max(0, place - 1)
      if let start = find(passage, in: gold, from..<max(from, min(next, place + 65))) {
        labels[index] = true
        place = start + passage.count
      }
    }
    return labels
  }

  private static func share(_ words: [UInt64], _ shingles: Set<UInt64>) -> Double {
    let own = WordReader.shingles(words)
    return Double(own.count { shingles.contains($0) }) / Double(own.count)
  }

  /// The first place in `range` at which all of `words` stand.
  private static func find(_ words: ArraySlice<UInt64>, in gold: [UInt64], _ range: Range<Int>) -> Int? {
    guard words.count <= range.count else { return nil }
    return (range.lowerBound...range.upperBound - words.count).first { gold[$0..<$0 + words.count] == words }
  }
}
