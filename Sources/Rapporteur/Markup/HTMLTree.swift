/// A page as a flat tree: nodes in document order, every one with the end of its subtree.
///
/// ```
/// var node = tree.nodes[body].firstChild…            no pointers: indices into `nodes`
/// for i in body + 1..<Int(tree.nodes[body].end)      all nodes below `body`, in document order
/// tree.firstChild(of: n), tree.nextSibling(of: n)    the children of one, without going deeper
/// tree.text(of: n)                                   all text below `n`, one range of `tree.text`
/// ```
///
/// Node 0 is the document. Text stands in nodes of its own (`.text`): a run of characters that stood together in the
/// page, or one reference (`&amp;`), decoded. Script and style bodies and comments are not in the tree. Walks are
/// loops: a page can nest as deep as it likes (elements deeper than `depthCap` are left out, their text belongs to the
/// last one kept).
struct HTMLTree {
  /// The decoded page: what every `source` range points into.
  let page: [UInt8]

  /// In document order; a node's subtree is `index..<nodes[index].end`.
  let nodes: [Node]

  /// The text of all runs, in document order, UTF-8, white space as it stands in the page.
  let text: [UInt8]

  /// The attributes of all elements; a node's are `firstAttribute..<firstAttribute + attributeCount`.
  let attributes: [HTMLAttribute.Use]

  /// The texts of JSON-LD scripts, in the page.
  let linkedData: [TextRange]

  /// What was left out; the stage that parses puts them into the document.
  let warnings: [Warning]

  /// How deep elements may nest. Browsers stop at 512.
  static let depthCap = 1024

  /// Every old page has a few end tags too many; so many are worth a warning.
  private static let manyStrayEnds = 1000

  /// An element, a run of text, or the document.
  struct Node: Sendable {
    var tag: HTMLTag
    var attributeCount: UInt8 = 0
    /// 0 for the document, 1 for `html`.
    var depth: UInt16
    /// An index into `nodes`, -1 for the document.
    var parent: Int32
    /// The index behind the last node of the subtree.
    var end: Int32 = 0
    /// Where the node's text begins in `HTMLTree.text`; it ends where that of the node at `end` begins.
    var textStart: UInt32
    /// In the page: an element's start tag `<`, a run's first byte.
    var sourceStart: UInt32
    /// In the page: behind an element's end tag or what closed it, behind a run's last byte.
    var sourceEnd: UInt32
    var firstAttribute: UInt32 = 0

    /// Its place in the page. A run's place has as many bytes as its text, unless it was a reference.
    var source: TextRange { TextRange(Int(sourceStart), max(Int(sourceStart), Int(sourceEnd))) }
  }

  /// Parses a decoded page.
  init(_ page: [UInt8]) {
    let guarded = HTMLGuard(page.span)
    var builder = HTMLTreeBuilder(guarded)
    var bytes = guarded.bytes
    let isComplete = SAXParser.parse(&bytes, into: &builder)
    builder.finish()
    self.page = page
    nodes = builder.nodes
    text = builder.text
    attributes = guarded.attributes
    linkedData = guarded.linkedData
    var warnings: [Warning] = []
    func warn(_ code: String, _ message: String) {
      warnings.append(Warning(stage: "parsing", code: code, message: message))
    }
    if guarded.cappedTags > 0 {
      warn("attributes_capped", "tags with more than \(HTMLGuard.attributeCap) attributes: \(guarded.cappedTags)")
    }
    if guarded.nulCount > 0 { warn("nul_replaced", "NUL characters that became spaces: \(guarded.nulCount)") }
    if guarded.strayEnds > Self.manyStrayEnds {
      warn("stray_end_tags", "end tags of elements that were never opened: \(guarded.strayEnds)")
    }
    if builder.tooDeep > 0 {
      warn("depth_capped", "elements that nest deeper than \(Self.depthCap): \(builder.tooDeep)")
    }
    if !isComplete { warn("parser_stopped", "libxml2 stopped before the end of the page") }
    self.warnings = warnings
  }

  /// The range of `text` that stands below a node, or is a run's own.
  func text(of node: Int) -> TextRange {
    let end = Int(nodes[node].end)
    return TextRange(Int(nodes[node].textStart), end < nodes.count ? Int(nodes[end].textStart) : text.count)
  }

  /// The first node inside `node`, text or element.
  func firstChild(of node: Int) -> Int? { node + 1 < Int(nodes[node].end) ? node + 1 : nil }

  /// The next node with the same parent.
  func nextSibling(of node: Int) -> Int? {
    let parent = Int(nodes[node].parent)
    let next = Int(nodes[node].end)
    return parent >= 0 && next < Int(nodes[parent].end) ? next : nil
  }

  /// The first element called `tag` below `node`.
  func first(_ tag: HTMLTag, below node: Int = 0) -> Int? {
    var index = node + 1
    let end = Int(nodes[node].end)
    while index < end {
      if nodes[index].tag == tag { return index }
      index += 1
    }
    return nil
  }

  /// Where the value of an attribute stands in the page, references not decoded: for class, id and role, which hold
  /// none. `nil` without the attribute, empty without a value. Of two the first counts.
  func value(_ attribute: HTMLAttribute, of node: Int) -> TextRange? {
    let first = Int(nodes[node].firstAttribute)
    var index = first
    let end = first + Int(nodes[node].attributeCount)
    while index < end {
      if attributes[index].attribute == attribute { return attributes[index].value }
      index += 1
    }
    return nil
  }

  /// The value of an attribute, references decoded, without white space at its ends. Allocates.
  func string(_ attribute: HTMLAttribute, of node: Int) -> String? {
    value(attribute, of: node).map { value in
      let decoded = CharacterReference.decode(page.span, value)
      let span = decoded.span
      let trimmed = UTF8Scan.trim(span, TextRange(0, span.count))
      return String(decoding: decoded[trimmed.indices], as: UTF8.self)
    }
  }

  /// The lower-case name of an element.
  func name(of node: Int) -> String {
    let tag = nodes[node].tag
    guard tag == .other else { return tag.name }
    var name: [UInt8] = []
    var index = Int(nodes[node].sourceStart) + 1
    while index < page.count, name.count < 100, HTMLGuard.isNameByte(page[index]) {
      name.append(page[index] &- 0x41 < 26 ? page[index] | 0x20 : page[index])
      index += 1
    }
    return String(decoding: name, as: UTF8.self)
  }
}
