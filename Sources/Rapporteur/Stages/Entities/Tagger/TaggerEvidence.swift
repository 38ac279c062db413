/// A document as the tagger sees it.
package struct TaggerEvidence: Sendable {
  package var tokens: [Token]
  package var bytes: [UInt8]

  /// Indices in `tokens`, in order.
  package var sentences: [Range<Int>]

  /// One for each token.
  package var signs: [TokenSigns]

  package init(tokens: [Token], bytes: [UInt8], sentences: [Range<Int>], signs: [TokenSigns]) {
    self.tokens = tokens
    self.bytes = bytes
    self.sentences = sentences
    self.signs = signs
  }

  /// What a token's word is known by in the classes of words: numbers of one length are one word.
  package func classKey(_ at: Int) -> UInt32 {
    tokens[at].shape.contains(.number) ? 0x100 | UInt32(tokens[at].length) : signs[at].key
  }

  @inline(__always)
  func isCapital(_ at: Int) -> Bool { signs[at].shape & UInt32(TokenShape.capitalised.rawValue) != 0 }

  /// The tokens that the features of a run's tokens look at: three on each side, and the run of capitals around with its
  /// neighbours.
  func surroundings(of segment: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    var first = segment.lowerBound
    while first > sentence.lowerBound, isCapital(first - 1) { first -= 1 }
    var last = segment.upperBound
    while last < sentence.upperBound, isCapital(last) { last += 1 }
    return max(
      sentence.lowerBound, min(first - 1, segment.lowerBound - 3))..<min(
        sentence.upperBound, max(last + 1, segment.upperBound + 3))
  }

  /// The runs of tokens in which names can stand, sentence by sentence: words with capitals, what the rules or the lists
  /// take for a name, and what may join two of them. All other tokens are outside every name, and cost nothing.
  package func segments(of sentence: Range<Int>, into segments: inout [Range<Int>]) {
    segments.removeAll(keepingCapacity: true)
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      guard isCandidate(at) else {
        at += 1
        continue
      }
      let first = at
      var last = at
      var next = at + 1
      while next < sentence.upperBound, next - last <= 3 {
        if isCandidate(next) {
          last = next
        } else if !mayJoin(next) {
          break
        }
        next += 1
      }
      // A number may close a name, or the stop of "Inc.", or the s of "Wendy's".
      if last + 1 < sentence.upperBound, closes(last + 1) { last += 1 }
      if first < last || !isEveryday(first) { segments.append(first..<last + 1) }
      at = last + 1
    }
  }

  private func isCandidate(_ at: Int) -> Bool {
    let shape = tokens[at].shape
    if !shape.isDisjoint(with: [.ideographic, .hangul]) { return false }
    return shape.contains(.word) && !shape.isDisjoint(with: [.capitalised, .mixedCase]) || signs[at].rule != 0
      || signs[at].listed != 0 || isRare(at) || isHyphenated(at)
  }

  /// A small word that is in no list of common ones: names are written small as well.
  private func isRare(_ at: Int) -> Bool {
    tokens[at].shape.isDisjoint(with: [.number, .mark, .possessive, .hasDigit]) && tokens[at].length >= 3
      && signs[at].parts & Self.everyday == 0
  }

  private static let everyday = WordPart([.common, .function, .reach, .calendar, .speech, .topic, .modifier]).rawValue

  /// A mark or a short word.
  private func mayJoin(_ at: Int) -> Bool {
    let shape = tokens[at].shape
    if !shape.isDisjoint(with: [.ideographic, .hangul]) { return false }
    return shape.isDisjoint(with: .word) ? tokens[at].length == 1 || shape.contains(.number) : tokens[at].length <= 4
  }

  private func closes(_ at: Int) -> Bool {
    let shape = tokens[at].shape
    if !shape.isDisjoint(with: [.number, .possessive]) { return true }
    if tokens[at].length == 1 {
      // The stop of "Inc.", "Wash." or "Mark H."
      return bytes[tokens[at].start] == 0x2E
        && (signs[at - 1].parts & WordPart.company.rawValue != 0
          || tokens[at - 1].length <= 5 && tokens[at - 1].shape.contains(.capitalised))
    }
    // "Jeju island", "Essen police"
    return shape.contains(.word) && signs[at].parts & Self.heads != 0 && tokens[at - 1].shape.contains(.capitalised)
  }

  private static let heads = WordPart.head.rawValue

  /// "So-yeon": a part of a name behind a hyphen that is a word, too.
  private func isHyphenated(_ at: Int) -> Bool {
    at > 1 && tokens[at - 1].length == 1 && bytes[tokens[at - 1].start] == 0x2D && tokens[at].shape.contains(.word)
      && tokens[at - 2].shape.contains(.capitalised) && tokens[at - 2].end == tokens[at - 1].start
      && tokens[at - 1].end == tokens[at].start && tokens[at].length <= 6
  }

  /// A word that has its capital only where a sentence begins.
  private func isEveryday(_ at: Int) -> Bool {
    signs[at].parts & WordPart.function.rawValue != 0 && signs[at].rule == 0 && signs[at].listed == 0
  }
}
