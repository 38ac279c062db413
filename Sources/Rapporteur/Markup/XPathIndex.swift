/// The paths of a tree's elements, as libxml2's own tree of the same page would name them:
/// `/html/body/div[2]/p[1]`.
///
/// Names are lower case; a position stands only where siblings have the same name. An element whose name XPath cannot
/// spell (`o:p`) is a `*` with its position among all elements. The siblings of an element are counted once, when the
/// first of them is asked for, so that asking for all paths of a page is linear in its nodes and the paths' length.
struct XPathIndex {
  private let tree: HTMLTree
  /// The position of each element among its like; 0 for the only one.
  private var positions: [Int32]
  private var isCounted: [Bool]
  /// The last parent that was asked for, and its path: blocks that follow each other mostly are siblings.
  private var last: (parent: Int, path: String) = (-1, "")

  init(_ tree: HTMLTree) {
    self.tree = tree
    positions = [Int32](repeating: 0, count: tree.nodes.count)
    isCounted = [Bool](repeating: false, count: tree.nodes.count)
  }

  /// The path of an element, or of the element that a run of text stands in. The document's is `/`.
  mutating func path(of node: Int) -> String {
    let at = tree.nodes[node].tag == .text ? Int(tree.nodes[node].parent) : node
    guard at > 0 else { return "/" }
    let parent = Int(tree.nodes[at].parent)
    if parent != last.parent { last = (parent, prefix(of: parent)) }
    if !isCounted[parent] { count(parent) }
    return last.path + step(at)
  }

  /// The path of an element that others stand in, empty for the document.
  private mutating func prefix(of node: Int) -> String {
    var at = node
    var steps: [Int] = []
    while at > 0 {
      let parent = Int(tree.nodes[at].parent)
      if !isCounted[parent] { count(parent) }
      steps.append(at)
      at = parent
    }
    return steps.reversed().reduce(into: "") { $0 += step($1) }
  }

  private func step(_ node: Int) -> String {
    let name = tree.name(of: node)
    let step = isPlain(name) ? "/" + name : "/*"
    return positions[node] > 0 ? step + "[\(positions[node])]" : step
  }

  private mutating func count(_ parent: Int) {
    isCounted[parent] = true
    // By key and, for names that XPath cannot spell, by the place among all elements.
    var last: [UInt64: (node: Int, count: Int32)] = [:]
    var place: Int32 = 0
    var child = tree.firstChild(of: parent)
    while let node = child {
      child = tree.nextSibling(of: node)
      let tag = tree.nodes[node].tag
      if tag == .text { continue }
      place += 1
      var key = UInt64(tag.rawValue)
      if tag == .other {
        let name = tree.name(of: node)
        if !isPlain(name) {
          positions[node] = place
          continue
        }
        key = NameTable.key(Array(name.utf8).span, 0..<name.utf8.count) | 1 << 63
      }
      if let before = last[key] {
        if before.count == 1 { positions[before.node] = 1 }
        positions[node] = before.count + 1
        last[key] = (node, before.count + 1)
      } else {
        last[key] = (node, 1)
      }
    }
  }

  private func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return false }
    return first != 0x3A && first != 0x2E && !name.utf8.contains(0x3A)
  }
}
