/// A name that the tagger found.
package struct TaggedName: Sendable, Equatable {
  /// Indices in the document's tokens.
  package var tokens: Range<Int>
  package var sentence: Int
  package var kind: NameClass

  /// How much worse the best labels are without it.
  package var margin: Int32

  /// 0 to 1.
  package var confidence: Double
}

/// Finds names of persons, bodies and places with a trained linear chain.
///
/// A conditional random field (Lafferty, McCallum and Pereira 2001) over words, shapes, affixes, classes of words, what
/// the lists and the rules say, and what the rest of the document tells of a word. Only runs with capitals are looked at; the time grows with their tokens alone.
package struct SequenceTagger: Sendable {
  /// With the model that is compiled into the program.
  static let shared = SequenceTagger(.embedded)

  private let model: TaggerModel

  package init(_ model: TaggerModel) { self.model = model }

  /// Gives every token its classes.
  package func addClasses(to evidence: inout TaggerEvidence) { addClasses(to: &evidence, evidence.signs.indices) }

  private func addClasses(to evidence: inout TaggerEvidence, _ range: Range<Int>) {
    for index in range {
      let isCapital = evidence.isCapital(index)
      let found = model.classes(of: evidence.classKey(index), isCapital: isCapital)
      evidence.signs[index].coarse = found.coarse
      evidence.signs[index].fine = found.fine
      evidence.signs[index].kin = model.kin(of: evidence.signs[index].key)
    }
  }

  /// The names of a document, in order.
  package func names(in evidence: consuming TaggerEvidence) -> [TaggedName] {
    var names: [TaggedName] = []
    var segments: [Range<Int>] = []
    var lattice = LabelLattice(transitions: model.transitions)
    var keys = [UInt64](repeating: 0, count: TaggerFeatures.count)
    for index in evidence.sentences.indices {
      let sentence = evidence.sentences[index]
      evidence.segments(of: sentence, into: &segments)
      // Only what the features look at needs classes.
      var known = sentence.lowerBound
      for segment in segments {
        let seen = evidence.surroundings(of: segment, in: sentence)
        addClasses(to: &evidence, max(known, seen.lowerBound)..<seen.upperBound)
        known = seen.upperBound
      }
      for segment in segments {
        lattice.begin(segment.count)
        for at in segment {
          TaggerFeatures.write(evidence, at, in: sentence, into: &keys)
          let sum = model.sum(keys)
          let row = (at - segment.lowerBound) * NameLabel.width
          for label in 0..<NameLabel.count { lattice.scores[row + label] = Int32(sum[label]) }
        }
        lattice.decode(segment.count)
        collect(&lattice, segment, sentence: index, into: &names)
      }
    }
    return names
  }

  private func collect(
    _ lattice: inout LabelLattice, _ segment: Range<Int>, sentence: Int, into names: inout [TaggedName]
  ) {
    var at = 0
    while at < segment.count {
      guard let kind = NameLabel.kind(Int(lattice.labels[at])) else {
        at += 1
        continue
      }
      let first = at
      while NameLabel.isOpen(Int(lattice.labels[at])) { at += 1 }
      at += 1
      let margin = lattice.margin(first..<at, of: segment.count)
      names.append(
        TaggedName(
          tokens: segment.lowerBound + first..<segment.lowerBound + at, sentence: sentence, kind: kind,
          margin: margin, confidence: Logistic.probability(model.slope * Float(margin) + model.intercept)))
    }
    lattice.end()
  }
}
