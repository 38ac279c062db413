internal import Rapporteur

/// Learns the weights of the tagger: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over runs
/// of tokens, by stochastic gradient descent with a quadratic prior. Some features are left out at every step, so that others
/// learn to do without them (Hinton et al., "Improving neural networks by preventing co-adaptation of feature detectors",
/// 2012); the model is the mean over the second half of the epochs.
///
/// One thread, one order of additions and an exponential function of its own: the same data give the same model on every
/// machine.
struct ChainTrainer {
  private let parameters: TaggerTrainer.Parameters
  private let keys: [UInt64]

  /// The runs of all texts.
  private var runs: [Run] = []
  /// The numbers of the features of all tokens, `TaggerFeatures.count` each; -1 for one without.
  private var numbers: [Int32] = []
  private var gold: [UInt8] = []

  private struct Run {
    var first: Int
    var count: Int
    var weight: Float
  }

  /// In units of `scale`.
  private var weights: [SIMD16<Float>]
  private var transitions = [Float](repeating: 0, count: NameLabel.width * NameLabel.width)
  private var scale: Float = 1

  // Of the run that is learnt; `active` are the features that are not left out, token by token.
  private var active: [Int32] = []
  private var ends: [Int] = []
  private var potentials: [Float] = []
  private var forward: [Float] = []
  private var backward: [Float] = []
  private var steps = [Float](repeating: 0, count: NameLabel.width * NameLabel.width)

  private static let width = NameLabel.width

  /// The labels that may stand before a label, and those behind one.
  private static let before: [[Int]] = (0..<NameLabel.count).map { label in
    (0..<NameLabel.count).filter { NameLabel.follows($0, label) }
  }
  private static let behind: [[Int]] = (0..<NameLabel.count).map { label in
    (0..<NameLabel.count).filter { NameLabel.follows(label, $0) }
  }

  init(_ examples: [TaggingExample], _ parameters: TaggerTrainer.Parameters) {
    self.parameters = parameters
    var row = [UInt64](repeating: 0, count: TaggerFeatures.count)
    var all: [UInt64] = []
    var segments: [Range<Int>] = []
    for example in examples {
      for sentence in example.evidence.sentences {
        example.evidence.segments(of: sentence, into: &segments)
        for segment in segments where Self.isWhole(segment, example.labels) {
          runs.append(Run(first: gold.count, count: segment.count, weight: example.weight))
          for at in segment {
            TaggerFeatures.write(example.evidence, at, in: sentence, into: &row)
            all += row
            gold.append(example.labels[at])
          }
        }
      }
    }
    var features = FeatureIndex()
    for key in all { features.count(key) }
    features.prune(parameters.minimumCount)
    numbers = all.map { features.number(of: $0) }
    keys = features.keys
    weights = Array(repeating: SIMD16(), count: keys.count)
  }

  /// Whether no name sticks out of the run.
  private static func isWhole(_ segment: Range<Int>, _ labels: [UInt8]) -> Bool {
    let first = Int(labels[segment.lowerBound])
    return (first == NameLabel.outside || NameLabel.begins(first))
      && !NameLabel.isOpen(Int(labels[segment.upperBound - 1]))
  }

  /// The features with their weights, those of label after label, and the largest sum of weights of a token.
  mutating func train() -> (keys: [UInt64], weights: [SIMD16<Float>], transitions: [Float], largestSum: Float) {
    var random = SplitMix64(seed: parameters.seed)
    var order = Array(runs.indices)
    let prior = parameters.prior / Float(runs.count)
    var time: Float = 0
    let counted = (parameters.epochs + 1) / 2
    var means = [SIMD16<Float>](repeating: SIMD16(), count: weights.count)
    var meanTransitions = [Float](repeating: 0, count: transitions.count)
    for epoch in 0..<parameters.epochs {
      for index in order.indices.dropFirst().reversed() { order.swapAt(index, random.pick(0...index)) }
      for index in order {
        let rate = parameters.rate / (1 + parameters.rate * prior * time)
        scale *= 1 - rate * prior
        learn(runs[index], rate * runs[index].weight, &random)
        time += 1
        if scale < 0.01 { settle() }
      }
      guard epoch >= parameters.epochs - counted else { continue }
      let share = scale / Float(counted)
      for index in weights.indices { means[index] += weights[index] * share }
      for index in transitions.indices { meanTransitions[index] += transitions[index] * share }
    }
    // Where features were left out, the sums were smaller than they will be.
    let kept = 1 - parameters.dropout
    for index in means.indices { means[index] *= kept }
    var largestSum: Float = 0
    for at in gold.indices {
      var sum = SIMD16<Float>()
      let first = at * TaggerFeatures.count
      for index in first..<first + TaggerFeatures.count where numbers[index] >= 0 { sum += means[Int(numbers[index])] }
      largestSum = max(largestSum, sum.max(), -sum.min())
    }
    return (keys, means, meanTransitions, largestSum)
  }

  private mutating func settle() {
    for index in weights.indices { weights[index] *= scale }
    for index in transitions.indices { transitions[index] *= scale }
    scale = 1
  }

  private mutating func learn(_ run: Run, _ rate: Float, _ random: inout SplitMix64) {
    let width = Self.width
    let count = run.count
    if potentials.count < count * width {
      potentials = Array(repeating: 0, count: count * width)
      forward = potentials
      backward = potentials
    }
    for label in 0..<NameLabel.count {
      for next in Self.behind[label] {
        steps[label * width + next] = ChainMath.exponential(scale * transitions[label * width + next])
      }
    }
    active.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    let border = UInt64(Double(parameters.dropout) * 0x1p32)
    for at in 0..<count {
      var sum = SIMD16<Float>()
      let first = (run.first + at) * TaggerFeatures.count
      for index in first..<first + TaggerFeatures.count where numbers[index] >= 0 {
        if random.next() >> 32 < border { continue }
        active.append(numbers[index])
        sum += weights[Int(numbers[index])]
      }
      ends.append(active.count)
      sum *= scale
      var top = sum[0]
      for label in 1..<NameLabel.count { top = max(top, sum[label]) }
      for label in 0..<NameLabel.count {
        potentials[at * width + label] = ChainMath.exponential(max(-60, sum[label] - top))
      }
    }
    // Before the run and behind it is nothing: outside.
    for at in 0..<count {
      var total: Float = 0
      for label in 0..<NameLabel.count {
        var value: Float = 0
        if at == 0 {
          if !NameLabel.follows(0, label) {
            forward[label] = 0
            continue
          }
          value = steps[label]
        } else {
          for other in Self.before[label] { value += forward[(at - 1) * width + other] * steps[other * width + label] }
        }
        value *= potentials[at * width + label]
        forward[at * width + label] = value
        total += value
      }
      for label in 0..<NameLabel.count { forward[at * width + label] /= total }
    }
    for at in (0..<count).reversed() {
      var total: Float = 0
      for label in 0..<NameLabel.count {
        var value: Float = 0
        if at == count - 1 {
          value = NameLabel.follows(label, 0) ? steps[label * width] : 0
        } else {
          let row = (at + 1) * width
          for next in Self.behind[label] {
            value += steps[label * width + next] * potentials[row + next] * backward[row + next]
          }
        }
        backward[at * width + label] = value
        total += value
      }
      for label in 0..<NameLabel.count { backward[at * width + label] /= total }
    }
    for at in 0...count {
      let right = at < count ? Int(gold[run.first + at]) : 0
      let rightBefore = at > 0 ? Int(gold[run.first + at - 1]) : 0
      // Transitions: what is expected of each, from the sums on both sides.
      var total: Float = 0
      for label in 0..<NameLabel.count where at > 0 || label == 0 {
        let left: Float = at > 0 ? forward[(at - 1) * width + label] : 1
        if left == 0 { continue }
        for next in Self.behind[label] where at < count || next == 0 {
          let here: Float = at < count ? potentials[at * width + next] * backward[at * width + next] : 1
          total += left * steps[label * width + next] * here
        }
      }
      let step = rate / scale
      for label in 0..<NameLabel.count where at > 0 || label == 0 {
        let left: Float = at > 0 ? forward[(at - 1) * width + label] : 1
        if left == 0 { continue }
        for next in Self.behind[label] where at < count || next == 0 {
          let here: Float = at < count ? potentials[at * width + next] * backward[at * width + next] : 1
          transitions[label * width + next] -= step * left * steps[label * width + next] * here / total
        }
      }
      transitions[rightBefore * width + right] += step
      guard at < count else { break }
      var change = SIMD16<Float>()
      var sum: Float = 0
      for label in 0..<NameLabel.count {
        change[label] = forward[at * width + label] * backward[at * width + label]
        sum += change[label]
      }
      change = change * (-step / sum)
      change[right] += step
      for index in (at > 0 ? ends[at - 1] : 0)..<ends[at] { weights[Int(active[index])] += change }
    }
  }
}

/// The exponential function in nothing but additions and multiplications.
enum ChainMath {
  /// e^x for x from -80 to 80.
  @inline(__always)
  static func exponential(_ x: Float) -> Float {
    let x = max(-80, min(80, x))
    let power = (x * 1.4426950408).rounded()
    let rest = x - power * 0.69314718056
    var sum: Float = 1.0 / 720
    sum = sum * rest + 1.0 / 120
    sum = sum * rest + 1.0 / 24
    sum = sum * rest + 1.0 / 6
    sum = sum * rest + 0.5
    sum = sum * rest + 1
    sum = sum * rest + 1
    return sum * Float(bitPattern: UInt32(Int32(power) + 127) << 23)
  }
}
