/// How much of what should be found was, and how much of what was found should have been.
package struct Score: Sendable, Equatable {
  /// Found and in the gold.
  package var right = 0.0
  /// All that was found.
  package var found = 0.0
  /// All that the gold has.
  package var gold = 0.0

  package init(right: Double = 0, found: Double = 0, gold: Double = 0) {
    self.right = right
    self.found = found
    self.gold = gold
  }

  /// The score of one set against another.
  init<Element>(_ found: Set<Element>, _ gold: Set<Element>) {
    self.init(right: Double(found.intersection(gold).count), found: Double(found.count), gold: Double(gold.count))
  }

  /// A question with one answer.
  init(_ isRight: Bool) { self.init(right: isRight ? 1 : 0, found: 1, gold: 1) }

  package var precision: Double { found > 0 ? right / found : 0 }
  package var recall: Double { gold > 0 ? right / gold : 0 }
  package var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

  /// Whether neither the gold nor what was found has anything.
  package var isEmpty: Bool { found == 0 && gold == 0 }

  package static func += (a: inout Score, b: Score) {
    a.right += b.right
    a.found += b.found
    a.gold += b.gold
  }
}
