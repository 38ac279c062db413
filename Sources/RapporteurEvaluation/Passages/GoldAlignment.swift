/// Lays the passages of a page along the text that people marked as its article, each where it stands there, one behind
/// the other: the heaviest chain of matches (a weighted longest increasing subsequence; Fenwick, 1994, for its sums).
///
/// So of a headline that a page shows four times only the one counts that stands with the text around it.
struct GoldAlignment {
  private let gold: [UInt64]
  private let words: [[UInt64]]
  /// The places of every four words in a row of the gold.
  private var shingles: [UInt64: [Int]] = [:]
  private var places: [UInt64: [Int]] = [:]

  /// A place of the gold at which a passage may stand.
  private struct Match {
    var passage: Int
    var range: Range<Int>
    /// How many of its words it accounts for; of a passage of less than four words half of them.
    var weight: Double
    var best = 0.0
    var previous = -1
  }

  init(_ passages: [String], gold: String) {
    self.gold = WordReader.words(gold, foldingCase: true)
    words = passages.map { WordReader.words($0, foldingCase: true) }
    if self.gold.count >= 4 {
      for (place, shingle) in WordReader.shingles(self.gold).enumerated() {
        shingles[shingle, default: []].append(place)
      }
    }
    for (place, word) in self.gold.enumerated() { places[word, default: []].append(place) }
  }

  /// Whether each passage belongs to the gold: those of the chain, and long ones whose place the chain left free.
  func labels() -> [Bool] {
    var labels = [Bool](repeating: false, count: words.count)
    var matches: [Match] = []
    for passage in words.indices { matches += self.matches(of: passage) }
    let chain = Self.chain(&matches, length: gold.count)
    var isTaken = [Bool](repeating: false, count: gold.count)
    for index in chain {
      labels[matches[index].passage] = true
      for place in matches[index].range { isTaken[place] = true }
    }
    for match in matches where !labels[match.passage] && words[match.passage].count >= 4 {
      guard match.range.count(where: { isTaken[$0] }) * 2 <= match.range.count else { continue }
      labels[match.passage] = true
      for place in match.range { isTaken[place] = true }
    }
    return labels
  }

  private func matches(of passage: Int) -> [Match] {
    let own = words[passage]
    guard own.count >= 4 else {
      guard let first = own.first else { return [] }
      var found: [Match] = []
      for place in places[first] ?? [] where found.count < 40 && place + own.count <= gold.count {
        guard gold[place..<place + own.count] == own[...] else { continue }
        found.append(Match(passage: passage, range: place..<place + own.count, weight: Double(own.count) / 2))
      }
      return found
    }
    let rows = WordReader.shingles(own)
    let share = Double(rows.count { shingles[$0] != nil }) / Double(rows.count)
    guard share >= 0.6 else { return [] }
    // The row that stands in the fewest places tells most.
    let known = rows.enumerated().compactMap { row in shingles[row.element].map { (offset: row.offset, places: $0) } }
    guard let rarest = known.min(by: { $0.places.count < $1.places.count }) else { return [] }
    var starts: [Int] = []
    for place in rarest.places.prefix(24) {
      let start = max(0, place - rarest.offset)
      if !starts.contains(where: { abs($0 - start) <= 3 }) { starts.append(start) }
    }
    return starts.sorted().map {
      Match(passage: passage, range: $0..<max($0, min(gold.count, $0 + own.count)), weight: Double(own.count) * share)
    }
  }

  /// The heaviest chain; matches that follow each other in the page and in the gold are a little heavier.
  private static func chain(_ matches: inout [Match], length: Int) -> [Int] {
    // The best match that ends at a place of the gold or before it, by Fenwick's sums.
    var tree = [Int](repeating: -1, count: length + 4)
    var waiting = 0
    for index in matches.indices {
      while matches[waiting].passage < matches[index].passage {
        var place = matches[waiting].range.upperBound + 1
        while place < tree.count {
          if tree[place] < 0 || matches[tree[place]].best < matches[waiting].best { tree[place] = waiting }
          place += place & -place
        }
        waiting += 1
      }
      let start = matches[index].range.lowerBound
      var best = 0.0
      var place = min(start + 3, tree.count - 1)
      while place > 0 {
        if tree[place] >= 0, matches[tree[place]].best - 0.3 > best {
          best = matches[tree[place]].best - 0.3
          matches[index].previous = tree[place]
        }
        place -= place & -place
      }
      for near in max(0, waiting - 600)..<waiting where matches[near].range.upperBound <= start + 2 {
        let gap = matches[index].passage - matches[near].passage
        let sum =
          matches[near].best + (start - matches[near].range.upperBound <= 2 ? 0.4 : 0) + (gap == 1 ? 0.2 : 0)
          - min(0.3, 0.01 * Double(gap))
        if sum > best {
          best = sum
          matches[index].previous = near
        }
      }
      matches[index].best = best + matches[index].weight
    }
    guard var last = matches.indices.max(by: { matches[$0].best < matches[$1].best }) else { return [] }
    var chain: [Int] = []
    while last >= 0 {
      chain.append(last)
      last = matches[last].previous
    }
    return chain
  }
}
