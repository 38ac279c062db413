/// A gold annotation of a page beside another: what a pipeline found, or what a second reader marked.
package struct Comparison {
  let text: [Unicode.Scalar]
  let gold: Annotation
  let found: Annotation
  let words: PageWords

  /// The blocks that the gold keeps.
  let body: Places

  package init(text: [Unicode.Scalar], gold: Annotation, found: Annotation) {
    self.text = text
    self.gold = gold
    self.found = found
    words = PageWords(text)
    body = Places(gold.units.filter(\.isKept).map(\.range))
  }

  /// The figures, and with `listing` what they are made of, in the order of the stages and of the page.
  package func result(listing: Bool = false) -> (scores: Scoreboard, differences: [Difference]) {
    var scores = Scoreboard()
    var list = DifferenceList(isOn: listing)
    compareLines(&scores, &list)
    compareSentences(&scores, &list)
    compareNames(&scores, &list)
    compareStatements(&scores, &list)
    compareProposals(&scores, &list)
    return (scores, list.sorted)
  }

  /// The text of the ranges in its surroundings, on one line, with marks around each.
  func shown(_ ranges: [Range<Int>], around: Int = 30, longest: Int = 160) -> String {
    guard let first = ranges.first else { return "" }
    var result = first.lowerBound > around ? "…" : ""
    var at = max(0, first.lowerBound - around)
    for range in ranges {
      result +=
        at < range.lowerBound && range.lowerBound - at > 2 * around
        ? string(at..<at + around) + " … " + string(range.lowerBound - around..<range.lowerBound)
        : string(at..<max(at, range.lowerBound))
      let piece =
        range.count > longest
        ? string(range.lowerBound..<range.lowerBound + longest / 2) + " … "
          + string(range.upperBound - longest / 2..<range.upperBound)
        : string(range)
      result += "⟦\(piece)⟧"
      at = range.upperBound
    }
    let end = min(text.count, at + around)
    return result + string(at..<max(at, end)) + (end < text.count ? "…" : "")
  }

  /// The text of a range, line ends as spaces.
  func string(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text[range] { result.append(scalar == "\n" || scalar == "\r" ? " " : scalar) }
    return String(result)
  }
}

/// Ranges that are asked whether they hold a place.
struct Places {
  private let ranges: [Range<Int>]

  init(_ ranges: [Range<Int>]) { self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound } }

  func contains(_ place: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(place)
  }
}
