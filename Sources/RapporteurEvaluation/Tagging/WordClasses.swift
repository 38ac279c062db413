internal import Rapporteur

/// Classes of words that stand in like places, found in raw text: the exchange algorithm for bigram class models (Martin,
/// Liermann and Ney, "Algorithms for bigram and trigram word clustering", 1998), in whole numbers, so that the same text
/// gives the same classes on every machine.
struct WordClasses {
  /// The words, the commonest first.
  let words: [UInt32]
  private let counts: [Int]

  /// Bigrams by their first word and by their second: neighbours and how often, words behind each other.
  private let behind: Neighbours
  private let before: Neighbours

  /// f(n) = n log2 n with 20 bits behind the point.
  private let entropies: [Int64]

  private struct Neighbours {
    var starts: [Int] = [0]
    var words: [Int32] = []
    var counts: [Int32] = []
  }

  /// - Parameters:
  ///   - texts: Raw text.
  ///   - minimumCount: How often a word has to come to get a class.
  init(_ texts: [TaggerEvidence], minimumCount: Int) {
    var capital: [UInt32: Int] = [:]
    var small: [UInt32: Int] = [:]
    for text in texts {
      for sentence in text.sentences {
        for at in sentence {
          let isCapital = text.tokens[at].shape.contains(.capitalised)
          if isCapital && at == sentence.lowerBound { continue }
          if isCapital {
            capital[text.classKey(at), default: 0] += 1
          } else {
            small[text.classKey(at), default: 0] += 1
          }
        }
      }
    }
    // The capital of a sentence's first word is the sentence's, but for words that have one elsewhere.
    func key(_ text: TaggerEvidence, _ at: Int, _ isFirst: Bool) -> UInt32 {
      let key = text.classKey(at)
      guard text.tokens[at].shape.contains(.capitalised) else { return key }
      if isFirst, capital[key, default: 0] <= small[key, default: 0] { return key }
      return TaggerModel.capital(key)
    }
    var totals: [UInt32: Int] = [:]
    for text in texts {
      for sentence in text.sentences {
        for at in sentence { totals[key(text, at, at == sentence.lowerBound), default: 0] += 1 }
      }
    }
    let kept = totals.filter { $0.value >= minimumCount }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    words = kept.map(\.key)
    var numbers: [UInt32: Int32] = [:]
    for (index, word) in words.enumerated() { numbers[word] = Int32(index) }
    // Behind the words: a rare one, and a sentence's border.
    let rare = Int32(words.count)
    let border = Int32(words.count + 1)
    var pairs: [UInt64] = []
    for text in texts {
      for sentence in text.sentences {
        var last = border
        for at in sentence {
          let word = numbers[key(text, at, at == sentence.lowerBound)] ?? rare
          pairs.append(UInt64(last) << 32 | UInt64(word))
          last = word
        }
        pairs.append(UInt64(last) << 32 | UInt64(border))
      }
    }
    behind = Self.neighbours(&pairs, words.count + 2)
    for index in pairs.indices { pairs[index] = pairs[index] << 32 | pairs[index] >> 32 }
    before = Self.neighbours(&pairs, words.count + 2)
    var counts = [Int](repeating: 0, count: words.count + 2)
    for word in counts.indices {
      for index in behind.starts[word]..<behind.starts[word + 1] { counts[word] += Int(behind.counts[index]) }
    }
    // A border ends as many sentences as it begins, so both sums agree.
    self.counts = counts
    entropies = Self.entropies(pairs.count + 1)
  }

  private static func neighbours(_ pairs: inout [UInt64], _ count: Int) -> Neighbours {
    pairs.sort()
    var result = Neighbours()
    var at = 0
    for word in 0..<count {
      while at < pairs.count, pairs[at] >> 32 == UInt64(word) {
        var end = at
        while end < pairs.count, pairs[end] == pairs[at] { end += 1 }
        result.words.append(Int32(truncatingIfNeeded: pairs[at] & 0xFFFF_FFFF))
        result.counts.append(Int32(end - at))
        at = end
      }
      result.starts.append(result.words.count)
    }
    return result
  }

  /// n log2 n for all numbers below `count`, digit by digit of the logarithm.
  private static func entropies(_ count: Int) -> [Int64] {
    (0..<count).map { number in
      guard number > 1 else { return 0 }
      let whole = Int64(63 - number.leadingZeroBitCount)
      var log = whole << 20
      var rest = UInt64(number) << (31 - UInt64(whole))
      for bit in (0..<20).reversed() {
        rest = (rest &* rest) >> 31
        if rest >= 1 << 32 {
          rest >>= 1
          log += 1 << Int64(bit)
        }
      }
      return Int64(number) * log
    }
  }

  /// The class of each word, 1 to `count`.
  ///
  /// - Parameter rounds: How often every word may move.
  func classes(_ count: Int, rounds: Int) -> [UInt16] {
    let all = count + 2
    var classOf = words.indices.map { Int32($0 % count) } + [Int32(count), Int32(count + 1)]
    var pairs = [Int32](repeating: 0, count: all * all)
    var totals = [Int](repeating: 0, count: all)
    for word in classOf.indices {
      totals[Int(classOf[word])] += counts[word]
      for index in behind.starts[word]..<behind.starts[word + 1] {
        pairs[Int(classOf[word]) * all + Int(classOf[Int(behind.words[index])])] += behind.counts[index]
      }
    }
    var follow = [Int32](repeating: 0, count: all)
    var lead = [Int32](repeating: 0, count: all)
    var touched: [Int] = []
    for _ in 0..<rounds {
      var moves = 0
      for word in words.indices {
        let old = Int(classOf[word])
        var own: Int32 = 0
        touched.removeAll(keepingCapacity: true)
        for index in behind.starts[word]..<behind.starts[word + 1] {
          if Int(behind.words[index]) == word {
            own = behind.counts[index]
            continue
          }
          let other = Int(classOf[Int(behind.words[index])])
          if follow[other] == 0 && lead[other] == 0 { touched.append(other) }
          follow[other] += behind.counts[index]
        }
        for index in before.starts[word]..<before.starts[word + 1] where Int(before.words[index]) != word {
          let other = Int(classOf[Int(before.words[index])])
          if follow[other] == 0 && lead[other] == 0 { touched.append(other) }
          lead[other] += before.counts[index]
        }
        func move(_ kind: Int, _ sign: Int32) {
          for other in touched {
            pairs[kind * all + other] += sign * follow[other]
            pairs[other * all + kind] += sign * lead[other]
          }
          pairs[kind * all + kind] += sign * own
          totals[kind] += Int(sign) * counts[word]
        }
        move(old, -1)
        var best = old
        var bestGain = Int64.min
        for kind in 0..<count {
          var gain = -2 * (entropies[totals[kind] + counts[word]] - entropies[totals[kind]])
          for other in touched where other != kind {
            let outward = Int(pairs[kind * all + other])
            let inward = Int(pairs[other * all + kind])
            gain += entropies[outward + Int(follow[other])] - entropies[outward]
            gain += entropies[inward + Int(lead[other])] - entropies[inward]
          }
          let inner = Int(pairs[kind * all + kind])
          gain += entropies[inner + Int(follow[kind] + lead[kind] + own)] - entropies[inner]
          if gain > bestGain || gain == bestGain && kind == old {
            bestGain = gain
            best = kind
          }
        }
        move(best, 1)
        if best != old {
          classOf[word] = Int32(best)
          moves += 1
        }
        for other in touched {
          follow[other] = 0
          lead[other] = 0
        }
      }
      if moves * 200 < words.count { break }
    }
    return words.indices.map { UInt16(classOf[$0]) + 1 }
  }
}
