/// A selector of elements as style sheets write them, the plain part of it: element names, classes and ids, alone or
/// together, one inside the other (`main`, `.story-body`, `div#text p.lead`).
struct ElementSelector: Sendable, Equatable {
  /// From the outermost to the element itself.
  private var steps: [Step] = []

  private struct Step: Sendable, Equatable {
    /// Empty for any.
    var name = ""
    var classes: [[UInt8]] = []
    var id: [UInt8]?
  }

  /// `nil` for what is no such selector.
  init?(_ text: String) {
    for part in text.split(separator: " ") {
      guard let step = Self.step(part) else { return nil }
      steps.append(step)
    }
    if steps.isEmpty { return nil }
  }

  private static func step(_ part: Substring) -> Step? {
    var step = Step()
    var rest = part.utf8[...]
    func word() -> [UInt8] {
      let word = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "#") }
      rest = rest.dropFirst(word.count)
      return Array(word)
    }
    let name = word()
    guard name.allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x2A }) else {
      return nil
    }
    if name != [0x2A] { step.name = String(decoding: name, as: UTF8.self).lowercased() }
    while let mark = rest.popFirst() {
      let value = word()
      guard !value.isEmpty, value.allSatisfy({ $0 > 0x20 && !"[]():>+~,\"'".utf8.contains($0) }) else { return nil }
      if mark == UInt8(ascii: ".") { step.classes.append(value) } else { step.id = value }
    }
    return step
  }

  /// Whether it selects an element of a tree.
  func matches(_ tree: HTMLTree, _ node: Int) -> Bool {
    guard let last = steps.last, Self.matches(last, tree, node) else { return false }
    var open = steps.count - 2
    var ancestor = Int(tree.nodes[node].parent)
    while open >= 0, ancestor > 0 {
      if Self.matches(steps[open], tree, ancestor) { open -= 1 }
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    return open < 0
  }

  private static func matches(_ step: Step, _ tree: HTMLTree, _ node: Int) -> Bool {
    if !step.name.isEmpty, tree.name(of: node) != step.name { return false }
    if let id = step.id {
      guard let range = tree.value(.id, of: node), tree.page[range.indices].elementsEqual(id) else { return false }
    }
    guard !step.classes.isEmpty else { return true }
    guard let range = tree.value(.class, of: node) else { return false }
    let own = tree.page[range.indices].split { $0 <= 0x20 }
    return step.classes.allSatisfy { wanted in own.contains { $0.elementsEqual(wanted) } }
  }
}
