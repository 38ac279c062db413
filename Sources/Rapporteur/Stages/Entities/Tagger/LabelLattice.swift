/// The best labels of a run of tokens (Viterbi), where only labels that make whole names may follow each other.
package struct LabelLattice {
  /// What each label adds at each token: rows of `NameLabel.width`.
  package var scores: [Int32] = []

  /// What label `a` followed by label `b` adds, at `a * NameLabel.width + b`.
  package var transitions: [Int32]

  /// The labels of the last run.
  package private(set) var labels: [UInt8] = []

  private var best: [Int32] = []
  private var back: [Int32] = []
  private var from: [UInt8] = []

  private static let none = Int32.min / 4

  /// The labels after which no name goes on.
  private static let closed: [Int] = (0..<NameLabel.count).filter { !NameLabel.isOpen($0) }

  package init(transitions: [Int32]) { self.transitions = transitions }

  /// Makes room for a run of tokens.
  package mutating func begin(_ count: Int) {
    let size = count * NameLabel.width
    if scores.count < size { scores = Array(repeating: 0, count: size) }
  }

  /// Finds the best labels of a run of `count` tokens whose `scores` are set.
  package mutating func decode(_ count: Int) {
    let width = NameLabel.width
    let size = count * width
    if best.count < size {
      best = Array(repeating: 0, count: size)
      from = Array(repeating: 0, count: size)
    }
    for at in 0..<count {
      let row = at * width
      let previous = row - width
      // A name may begin, or none: only where none is open.
      for label in 0..<NameLabel.count {
        var top = Self.none
        var source = 0
        if label == NameLabel.outside || NameLabel.begins(label) {
          if at == 0 {
            top = transitions[label]
          } else {
            for other in Self.closed {
              let value = best[previous + other] &+ transitions[other * width + label]
              if value > top {
                top = value
                source = other
              }
            }
          }
        } else if at > 0 {
          let opening = (label - 1) / 4 * 4 + 1
          for other in opening...opening + 1 {
            let value = best[previous + other] &+ transitions[other * width + label]
            if value > top {
              top = value
              source = other
            }
          }
        }
        best[row + label] = top > Self.none / 2 ? top &+ scores[row + label] : Self.none
        from[row + label] = UInt8(source)
      }
    }
    var label = 0
    var top = Self.none
    let end = (count - 1) * width
    for other in Self.closed {
      let value = best[end + other] &+ transitions[other * width]
      if value > top {
        top = value
        label = other
      }
    }
    if labels.count < count { labels = Array(repeating: 0, count: count) }
    for at in (0..<count).reversed() {
      labels[at] = UInt8(label)
      label = Int(from[at * width + label])
    }
  }

  /// How much worse the best labels get when the name at tokens `range` of the run is not one: behind `decode`.
  package mutating func margin(_ range: Range<Int>, of count: Int) -> Int32 {
    prepareBack(count)
    let width = NameLabel.width
    var smallest = Int32.max
    for at in range {
      let chosen = Int(labels[at])
      let here = best[at * width + chosen] &+ back[at * width + chosen]
      var other = Self.none
      for label in 0..<NameLabel.count where label != chosen && best[at * width + label] > Self.none / 2 {
        other = max(other, best[at * width + label] &+ back[at * width + label])
      }
      smallest = min(smallest, here &- other)
    }
    return smallest
  }

  private var preparedCount = -1

  /// The best score of what follows each label.
  private mutating func prepareBack(_ count: Int) {
    if preparedCount == count { return }
    let width = NameLabel.width
    if back.count < count * width { back = Array(repeating: 0, count: count * width) }
    for at in (0..<count).reversed() {
      for label in 0..<NameLabel.count {
        var top = Self.none
        if at == count - 1 {
          top = NameLabel.isOpen(label) ? Self.none : transitions[label * width]
        } else if NameLabel.isOpen(label) {
          let opening = (label - 1) / 4 * 4 + 1
          for next in opening + 1...opening + 2 {
            top = max(
              top,
              transitions[label * width + next] &+ scores[(at + 1) * width + next] &+ back[(at + 1) * width + next])
          }
        } else {
          for next in 0..<NameLabel.count where next == NameLabel.outside || NameLabel.begins(next) {
            top = max(
              top,
              transitions[label * width + next] &+ scores[(at + 1) * width + next] &+ back[(at + 1) * width + next])
          }
        }
        back[at * width + label] = max(top, Self.none)
      }
    }
    preparedCount = count
  }

  /// Forgets what `margin` prepared: before the next run.
  package mutating func end() { preparedCount = -1 }
}
