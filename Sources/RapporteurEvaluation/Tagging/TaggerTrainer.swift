package import Rapporteur

/// Trains the tagger of names, and measures what it is worth.
package struct TaggerTrainer {
  package struct Parameters: Sendable {
    package var epochs = 20
    /// How often a feature has to come to get weights.
    package var minimumCount = 3
    /// The strength of the prior, and the size of the first steps.
    package var prior: Float = 4
    package var rate: Float = 0.05
    /// The share of features that every step leaves out.
    package var dropout: Float = 0.2
    /// How often a word has to come in raw text to get a class, and how many classes there are.
    package var minimumWords = 4
    package var coarseClasses = 64
    package var fineClasses = 320
    package var rounds = 10
    /// What marked text counts for beside the rest; the corpus is read with it.
    package var markedWeight: Float = 0.5
    /// What copies in other cases count for.
    package var copyWeight: Float = 0.25
    package var seed: UInt64 = 1

    package init() {}
  }

  /// The classes of words.
  package typealias Word = (key: UInt32, coarse: UInt16, fine: UInt16)

  /// A word and its classes by vectors.
  package typealias Vector = (key: UInt32, kin: VectorClasses)

  /// A feature is left out when all its weights are smaller, of 1016 for the largest.
  static let smallest: Float = 18

  /// The largest sum of weights of a token, as whole numbers: there is room above it for texts not seen.
  static let room: Float = 24_000

  /// The share of places that hold a feature.
  static let load: Float = 0.6

  private let parameters: Parameters
  private let examples: [TaggingExample]
  private let words: [Word]
  private let vectors: [Vector]

  /// - Parameters:
  ///   - raw: Texts to find the classes of words in.
  ///   - vectors: Words with their classes by vectors.
  package init(
    _ examples: [TaggingExample], raw: [TaggerEvidence], vectors: [Vector] = [], _ parameters: Parameters
  ) {
    self.parameters = parameters
    self.examples = examples
    self.vectors = vectors
    guard !raw.isEmpty else {
      words = []
      return
    }
    let classes = WordClasses(raw, minimumCount: parameters.minimumWords)
    let coarse = classes.classes(parameters.coarseClasses, rounds: parameters.rounds)
    let fine = classes.classes(parameters.fineClasses, rounds: parameters.rounds)
    words = classes.words.indices.map { (classes.words[$0], coarse[$0], fine[$0]) }
  }

  /// How many words have a class.
  package var wordCount: Int { words.count }

  /// How many words have classes by vectors.
  package var vectorCount: Int { vectors.count }

  /// How many texts and names it learns from.
  package var counts: (texts: Int, names: Int) { (examples.count, examples.reduce(0) { $0 + $1.names.count }) }

  /// The file of the model that is learnt from all texts.
  ///
  /// - Parameter development: Texts that its confidence is measured on.
  package func train(development: [TaggingExample]) -> (model: [UInt8], calibration: Calibration?) {
    var examples = examples
    let classes = Self.tagger(file([], [], 0, slope: 1, intercept: 0))
    for index in examples.indices { classes.addClasses(to: &examples[index].evidence) }
    var trainer = ChainTrainer(examples, parameters)
    let learnt = trainer.train()
    let features = Array(zip(learnt.keys, learnt.weights))
    let model = file(features, learnt.transitions, learnt.largestSum, slope: 1, intercept: 0)
    guard !development.isEmpty else { return (model, nil) }
    let tagger = Self.tagger(model)
    var scored: [(score: Double, isRight: Bool)] = []
    for example in development {
      let gold = Set(example.names)
      for name in tagger.names(in: example.evidence) {
        let span = TaggingExample.TaggedSpan(tokens: name.tokens, kind: name.kind)
        scored.append((Double(name.margin), gold.contains(span)))
      }
    }
    let calibration = Calibration(scored)
    return (
      file(
        features, learnt.transitions, learnt.largestSum, slope: Float(calibration.slope),
        intercept: Float(calibration.intercept)),
      calibration
    )
  }

  /// The model of a file that has just been made.
  private static func tagger(_ file: [UInt8]) -> SequenceTagger {
    do throws(TaggerModelFault) {
      return SequenceTagger(try TaggerModel(bytes: file))
    } catch {
      preconditionFailure(error.message)
    }
  }

  /// The scores of a model by class, and of all as "all".
  package static func measure(_ model: [UInt8], on examples: [TaggingExample]) -> [(name: String, score: Score)] {
    let tagger = tagger(model)
    var scores = [Score](repeating: Score(), count: NameClass.allCases.count + 1)
    for example in examples {
      let found = Set(
        tagger.names(in: example.evidence).map { TaggingExample.TaggedSpan(tokens: $0.tokens, kind: $0.kind) })
      let gold = Set(example.names)
      for kind in NameClass.allCases {
        let score = Score(found.filter { $0.kind == kind }, gold.filter { $0.kind == kind })
        scores[Int(kind.rawValue)] += score
        scores[NameClass.allCases.count] += score
      }
    }
    return Array(zip(["person", "organisation", "place", "all"], scores))
  }

  /// The bytes of a model file.
  private func file(
    _ features: [(UInt64, SIMD16<Float>)], _ transitions: [Float], _ largestSum: Float, slope: Float, intercept: Float
  ) -> [UInt8] {
    // The largest weight of all needs the largest shift.
    let sizes = features.map { max($0.1.max(), -$0.1.min()) }
    let largest = sizes.max() ?? 0
    // The tagger adds up in 16 bits.
    let scale = largest > 0 ? min(127 * 8 / largest, Self.room / max(largestSum, largest)) : 1
    let kept = features.indices.filter { sizes[$0] * 127 * 8 >= Self.smallest * largest && sizes[$0] > 0 }
    let count = max(16, Int(Float(kept.count) / Self.load))
    var places = [UInt8](repeating: 0, count: count * 16)
    for index in kept {
      let mark = TaggerModel.mark(features[index].0)
      var place = Int(TaggerModel.place(features[index].0, of: UInt64(count)))
      while places[place * 16 + 13] != 0 || places[place * 16 + 14] != 0 || places[place * 16 + 15] != 0 {
        place = (place + 1) % count
      }
      var shift: UInt32 = 0
      while sizes[index] * scale / Float(1 << shift) > 127.49 { shift += 1 }
      for label in 0..<NameLabel.count {
        let value = max(-127, min(127, (features[index].1[label] * scale / Float(1 << shift)).rounded()))
        places[place * 16 + label] = UInt8(bitPattern: Int8(value))
      }
      let tail = mark | shift << 22
      for byte in 0..<3 { places[place * 16 + 13 + byte] = UInt8(truncatingIfNeeded: tail >> UInt32(8 * byte)) }
    }
    var bytes = Array("NAME".utf8)
    func add(_ value: UInt32, bits: UInt32 = 32) {
      for shift in stride(from: UInt32(0), to: bits, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    add(TaggerFeatures.version)
    add(TaggerModel.probe)
    add(UInt32(words.count))
    add(UInt32(vectors.count))
    add(UInt32(count))
    add(slope.bitPattern)
    add(intercept.bitPattern)
    for index in 0..<NameLabel.width * NameLabel.width {
      let value = index < transitions.count ? max(-32_000, min(32_000, (transitions[index] * scale).rounded())) : 0
      add(UInt32(UInt16(bitPattern: Int16(value))), bits: 16)
    }
    for word in words.sorted(by: { $0.key < $1.key }) {
      add(word.key)
      // Read as one number of 32 bits.
      add(UInt32(word.fine), bits: 16)
      add(UInt32(word.coarse), bits: 16)
    }
    for word in vectors {
      add(word.key)
      add(word.kin.packed)
    }
    return bytes + places
  }
}
