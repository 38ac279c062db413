/// The passages of a page as rows of numbers for `PassageModel`: each passage, its neighbours, its place in the page.
///
/// The features are those of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features"
/// (WSDM 2010), with function words as in jusText, and the best run of prose as in BTE (Finn and others, 2001).
struct PassageFeatures {
  /// The columns of a row, in order.
  enum Column: Int, CaseIterable {
    case words, endsSentence, endsInColon, functionShare, capitalShare, numbers, commas, sentences, separators
    case hasAddress, hasMarker, startsLower, capitals, phrasePlace, phraseKind, repeats, hasQuote, asks, wordLength
    case place, proseBefore, proseAfter, proseNear, proseAround, wordsNear, sinceProse, untilProse
    case wordsBefore, endsBefore, phraseBefore, wordsAfter, endsAfter, phraseAfter
    case runLength, runMeanWords, placeInRun, blankBefore, proseInPage, passagesInPage, bestRun, likeFirst
    case proseTwoBefore, proseTwoAfter, phrasesAround
    case callShare, labelShare, readerShare, opensCall, closesCall, callsAround
  }

  /// Row after row.
  private(set) var values: [Float]

  /// The number of values in a row.
  static let width = Column.allCases.count

  /// The passages of the run that holds most prose.
  let bestRun: Range<Int>

  /// - Parameters:
  ///   - passages: In page order.
  ///   - isApart: Whether something (a blank line, a border of the tree) stands between a passage and the one before.
  init(_ passages: [PassageMeasure], isApart: [Bool]) {
    values = Array(repeating: 0, count: passages.count * Self.width)
    bestRun = Self.bestRun(passages)
    guard !passages.isEmpty else { return }
    fillOwn(passages)
    fillNeighbours(passages)
    fillRuns(passages, isApart)
    fillPlaces(passages)
  }

  private mutating func set(_ row: Int, _ column: Column, _ value: Float) {
    values[row * Self.width + column.rawValue] = value
  }

  private mutating func fillOwn(_ passages: [PassageMeasure]) {
    var seen: [UInt64: Int] = [:]
    for passage in passages { seen[passage.hash, default: 0] += 1 }
    let first = passages[0]
    for (row, passage) in passages.enumerated() {
      set(row, .words, passage.words)
      set(row, .endsSentence, passage.endsSentence ? 1 : 0)
      set(row, .endsInColon, passage.endsInColon ? 1 : 0)
      set(row, .functionShare, passage.functionShare)
      set(row, .capitalShare, passage.capitalShare)
      set(row, .numbers, passage.words > 0 ? passage.numbers / passage.words : 0)
      set(row, .commas, passage.commas)
      set(row, .sentences, passage.sentences)
      set(row, .separators, passage.separators)
      set(row, .hasAddress, passage.hasAddress ? 1 : 0)
      set(row, .hasMarker, passage.hasMarker ? 1 : 0)
      set(row, .startsLower, passage.startsLower ? 1 : 0)
      set(row, .capitals, passage.latinWords > 0 ? passage.capitals / passage.latinWords : 0)
      set(row, .phrasePlace, Float(passage.phrase?.place.rawValue ?? 0))
      set(row, .phraseKind, Self.number(passage.phrase?.kind))
      set(row, .repeats, Float(min(seen[passage.hash] ?? 1, 4)))
      set(row, .hasQuote, passage.hasQuote ? 1 : 0)
      if passage.words > 0 {
        set(row, .callShare, passage.callWords / passage.words)
        set(row, .labelShare, passage.labelWords / passage.words)
        set(row, .readerShare, passage.readerWords / passage.words)
      }
      set(row, .opensCall, passage.opensCall ? 1 : 0)
      set(row, .closesCall, passage.closesCall ? 1 : 0)
      set(row, .asks, passage.asks ? 1 : 0)
      set(row, .wordLength, passage.latinWords > 0 ? passage.wordBytes / passage.latinWords : 5)
      // A page's first line is mostly its title: what is as long and begins the same repeats it.
      let isLikeFirst = row > 0 && passage.words >= 3 && (passage.hash == first.hash || passage.words == first.words)
      set(row, .likeFirst, isLikeFirst ? 1 : 0)
    }
  }

  private mutating func fillNeighbours(_ passages: [PassageMeasure]) {
    let count = passages.count
    let prose = passages.map { $0.isProse ? $0.words : 0 }
    var proseSum: [Float] = [0]
    var wordSum: [Float] = [0]
    var phraseSum: [Float] = [0]
    var callSum: [Float] = [0]
    for index in 0..<count {
      proseSum.append(proseSum[index] + prose[index])
      wordSum.append(wordSum[index] + min(passages[index].words, 60))
      callSum.append(callSum[index] + passages[index].callWords)
      phraseSum.append(phraseSum[index] + (passages[index].phrase?.place ?? .any > .any ? 1 : 0))
    }
    func sum(_ sums: [Float], _ from: Int, _ to: Int) -> Float { sums[min(count, to)] - sums[max(0, from)] }
    let total = max(proseSum[count], 1)
    for row in 0..<count {
      set(row, .proseBefore, proseSum[row] / total)
      set(row, .proseAfter, (proseSum[count] - proseSum[row + 1]) / total)
      set(row, .proseNear, sum(proseSum, row - 2, row + 3) - prose[row])
      set(row, .proseAround, sum(proseSum, row - 6, row + 7) - prose[row])
      set(row, .wordsNear, sum(wordSum, row - 2, row + 3) - min(passages[row].words, 60))
      set(row, .phrasesAround, sum(phraseSum, row - 4, row + 5))
      set(row, .callsAround, min(sum(callSum, row - 2, row + 3), 30))
      set(row, .proseInPage, min(total, 5000))
      set(row, .passagesInPage, Float(min(count, 1000)))
      if row > 0 {
        set(row, .wordsBefore, passages[row - 1].words)
        set(row, .endsBefore, passages[row - 1].endsSentence ? 1 : 0)
        set(row, .phraseBefore, Float(passages[row - 1].phrase?.place.rawValue ?? 0))
      }
      if row + 1 < count {
        set(row, .wordsAfter, passages[row + 1].words)
        set(row, .endsAfter, passages[row + 1].endsSentence ? 1 : 0)
        set(row, .phraseAfter, Float(passages[row + 1].phrase?.place.rawValue ?? 0))
      }
      set(row, .proseTwoBefore, row > 1 ? prose[row - 2] : 0)
      set(row, .proseTwoAfter, row + 2 < count ? prose[row + 2] : 0)
    }
    var since: Float = 20
    for row in 0..<count {
      set(row, .sinceProse, since)
      since = prose[row] > 0 ? 0 : min(20, since + 1)
    }
    var until: Float = 20
    for row in stride(from: count - 1, through: 0, by: -1) {
      set(row, .untilProse, until)
      until = prose[row] > 0 ? 0 : min(20, until + 1)
    }
  }

  private mutating func fillRuns(_ passages: [PassageMeasure], _ isApart: [Bool]) {
    var first = 0
    for row in passages.indices {
      guard row + 1 == passages.count || isApart[row + 1] else { continue }
      let words = passages[first...row].reduce(0) { $0 + $1.words }
      for index in first...row {
        set(index, .runLength, Float(row - first + 1))
        set(index, .runMeanWords, words / Float(row - first + 1))
        set(index, .placeInRun, Float(min(index - first, 20)))
        set(index, .blankBefore, isApart[index] ? 1 : 0)
      }
      first = row + 1
    }
  }

  private mutating func fillPlaces(_ passages: [PassageMeasure]) {
    for row in passages.indices {
      set(row, .place, Float(row) / Float(passages.count))
      let distance =
        bestRun.isEmpty
        ? -20
        : row < bestRun.lowerBound
          ? row - bestRun.lowerBound : row >= bestRun.upperBound ? bestRun.upperBound - 1 - row : 0
      set(row, .bestRun, Float(max(distance, -20)))
    }
  }

  /// The run with the highest sum where prose counts its words and anything else a small loss.
  private static func bestRun(_ passages: [PassageMeasure]) -> Range<Int> {
    var best: Float = 0
    var range = 0..<0
    var sum: Float = 0
    var start = 0
    for (index, passage) in passages.enumerated() {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += passage.isProse ? min(passage.words, 120) : -6
      if sum > best {
        best = sum
        range = start..<index + 1
      }
    }
    return range
  }

  static func number(_ kind: Removed.Kind?) -> Float {
    switch kind {
    case nil: 0
    case .navigation: 1
    case .share: 2
    case .advertisement: 3
    case .related: 4
    case .comments: 5
    case .form: 6
    case .copyright: 7
    case .disclaimer: 8
    case .metadata: 9
    case .credit: 10
    case .glossary: 11
    case .duplicate, .other: 12
    }
  }
}
