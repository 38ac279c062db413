package import Rapporteur

/// A text with its names, as the tagger sees it.
package struct TaggingExample: Sendable {
  package var evidence: TaggerEvidence

  /// A `NameLabel` for each token.
  package var labels: [UInt8]

  /// The names, as ranges of tokens; those that do not begin and end with a token are left out.
  package var names: [TaggedSpan]

  /// What it counts for in training.
  package var weight: Float = 1

  /// A name by its tokens.
  package struct TaggedSpan: Sendable, Hashable {
    package var tokens: Range<Int>
    package var kind: NameClass
  }

  /// - Parameter names: Places in bytes of the text, in order.
  package init(_ text: Text, names: [(range: TextRange, kind: NameClass)], _ reader: TaggerReader) {
    evidence = reader.evidence(of: text)
    labels = Array(repeating: UInt8(NameLabel.outside), count: evidence.tokens.count)
    self.names = []
    var at = 0
    var sentence = 0
    for name in names {
      while at < evidence.tokens.count, evidence.tokens[at].start < name.range.start { at += 1 }
      var end = at
      while end < evidence.tokens.count, evidence.tokens[end].end <= name.range.end { end += 1 }
      guard end > at, evidence.tokens[at].start == name.range.start, evidence.tokens[end - 1].end == name.range.end
      else { continue }
      while evidence.sentences[sentence].upperBound <= at { sentence += 1 }
      guard end <= evidence.sentences[sentence].upperBound else { continue }
      self.names.append(TaggedSpan(tokens: at..<end, kind: name.kind))
      labels.replaceSubrange(at..<end, with: NameLabel.labels(name.kind, length: end - at))
      at = end
    }
  }
}
