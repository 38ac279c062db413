/// A token's place in a name, as numbers: 0 outside; then for each class its first, inner and last token, and a name of
/// one token (BILOU; Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", 2009).
package enum NameLabel {
  package static let count = 13

  /// Room for the labels in a row of weights.
  package static let width = 16
  package static let outside = 0

  package static func first(_ kind: NameClass) -> Int { 1 + 4 * Int(kind.rawValue) }
  package static func inner(_ kind: NameClass) -> Int { 2 + 4 * Int(kind.rawValue) }
  package static func last(_ kind: NameClass) -> Int { 3 + 4 * Int(kind.rawValue) }
  package static func single(_ kind: NameClass) -> Int { 4 + 4 * Int(kind.rawValue) }

  /// The class of a label that is not outside.
  package static func kind(_ label: Int) -> NameClass? {
    label == outside ? nil : NameClass(rawValue: UInt8((label - 1) / 4))
  }

  /// Whether a name goes on behind the label.
  package static func isOpen(_ label: Int) -> Bool { label != outside && (label - 1) % 4 < 2 }

  /// Whether a name begins with the label.
  package static func begins(_ label: Int) -> Bool {
    label != outside && ((label - 1) % 4 == 0 || (label - 1) % 4 == 3)
  }

  /// Whether label `next` may stand behind `label`.
  package static func follows(_ label: Int, _ next: Int) -> Bool {
    guard isOpen(label) else { return next == outside || begins(next) }
    return next != outside && !begins(next) && kind(label) == kind(next)
  }

  /// The labels of a name of `length` tokens.
  package static func labels(_ kind: NameClass, length: Int) -> [UInt8] {
    guard length > 1 else { return [UInt8(single(kind))] }
    let middle = [UInt8](repeating: UInt8(inner(kind)), count: length - 2)
    return [UInt8(first(kind))] + middle + [UInt8(last(kind))]
  }
}
