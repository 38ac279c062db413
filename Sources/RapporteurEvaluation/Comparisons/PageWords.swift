/// The words of a page: runs of letters, numerals and underscores, and every Chinese character for itself.
struct PageWords {
  private enum Kind: UInt8 {
    case none, letter, character
  }

  private let kinds: [Kind]

  init(_ text: [Unicode.Scalar]) {
    kinds = text.map { scalar in
      (0x3400...0x9FFF).contains(scalar.value) ? .character : WordReader.isPartOfWord(scalar) ? .letter : .none
    }
  }

  /// The words inside the ranges, each by its place; a word that a range cuts is what is left of it.
  func words(in ranges: [Range<Int>]) -> Set<Range<Int>> {
    var words: Set<Range<Int>> = []
    for range in ranges {
      var at = max(0, range.lowerBound)
      let end = min(range.upperBound, kinds.count)
      while at < end {
        let start = at
        let kind = kinds[at]
        at += 1
        if kind == .none { continue }
        if kind == .letter { while at < end, kinds[at] == .letter { at += 1 } }
        words.insert(start..<at)
      }
    }
    return words
  }
}
