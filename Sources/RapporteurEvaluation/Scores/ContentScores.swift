/// How well texts match what should have been found, over many pages.
///
/// `words` is the mean of the pages' F1 over bags of words, case folded (as in WCXB); `shingles` the F1 of the mean
/// precision and the mean recall over bags of four words in a row (the measure of scrapinghub's article extraction
/// benchmark); `exact` the share of pages of which all words were found, in their order, and no others.
package struct ContentScores: Sendable {
  package private(set) var pages = 0
  private var wordSum = 0.0
  private var exactCount = 0
  private var precisions: [Double] = []
  private var recalls: [Double] = []

  package init() {}

  package mutating func add(found: String, gold: String) {
    pages += 1
    let (same, foundWords, goldWords) = Self.overlap(
      WordReader.words(found, foldingCase: true), WordReader.words(gold, foldingCase: true))
    wordSum += foundWords + goldWords == 0 ? 1 : 2 * Double(same) / Double(foundWords + goldWords)
    let (foundRow, goldRow) = (
      WordReader.words(found, foldingCase: false), WordReader.words(gold, foldingCase: false)
    )
    if foundRow == goldRow { exactCount += 1 }
    let shingles = Self.overlap(WordReader.shingles(foundRow), WordReader.shingles(goldRow))
    if shingles.found > 0 { precisions.append(Double(shingles.same) / Double(shingles.found)) }
    if shingles.gold > 0 { recalls.append(Double(shingles.same) / Double(shingles.gold)) }
  }

  /// From 0 to 1.
  package var words: Double { pages > 0 ? wordSum / Double(pages) : 0 }

  /// From 0 to 1.
  package var exact: Double { pages > 0 ? Double(exactCount) / Double(pages) : 0 }

  /// From 0 to 1.
  package var shingles: Double {
    func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
    let (precision, recall) = (mean(precisions), mean(recalls))
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  private static func overlap(_ found: [UInt64], _ gold: [UInt64]) -> (same: Int, found: Int, gold: Int) {
    var left: [UInt64: Int] = [:]
    for word in gold { left[word, default: 0] += 1 }
    var same = 0
    for word in found {
      guard let count = left[word], count > 0 else { continue }
      left[word] = count - 1
      same += 1
    }
    return (same, found.count, gold.count)
  }
}
