/// The pieces of visible text of a page: everything between two borders of block elements.
struct TreePassages {
  /// In document order.
  private(set) var pieces: [Piece] = []

  /// The text of all pieces by the text policy; `Piece.range` points into it.
  private(set) var text: [UInt8] = []

  /// What every element and its ancestors say they are.
  private(set) var signs: [ElementSigns]

  /// The first piece that starts at or behind a node.
  private(set) var firstPiece: [Int32]

  /// What every element alone says it is.
  private(set) var ownSigns: [ElementSigns]

  /// Whether the page's text stands in `noscript`: forums that show themselves by script write it there for others.
  let showsNoscript: Bool

  /// A piece of text.
  struct Piece {
    /// The innermost block element that it stands in.
    var node: Int32
    /// Its first and last run of text.
    var first: Int32
    var last: Int32
    var signs: ElementSigns
    /// In `TreePassages.text`.
    var range: TextRange
    /// In the page.
    var source: TextRange
    /// Bytes of its runs, with white space, and of those in links.
    var bytes: Int
    var linkBytes: Int
    var links: Int
    /// Whether all of it is bold.
    var isBold: Bool
  }

  init(_ tree: HTMLTree, _ reader: SignReader) {
    let count = tree.nodes.count
    signs = [ElementSigns](repeating: [], count: count)
    ownSigns = signs
    showsNoscript = Self.isInNoscript(tree)
    firstPiece = [Int32](repeating: 0, count: count + 1)
    var builder = BlockTextBuilder()
    var memory = SignReader.Memory()
    // The open block elements: where each ends, innermost last.
    var open: [(node: Int, end: Int)] = [(0, count)]
    var current: Piece?
    var breaks = 0
    var lastLink: Int32 = -1
    var preformattedEnd = 0
    var index = 1
    func flush() {
      if var piece = current, let written = builder.endBlock() {
        piece.range = written.range
        piece.source = written.source
        pieces.append(piece)
      }
      current = nil
      breaks = 0
    }
    while index < count {
      while let last = open.last, index >= last.end, open.count > 1 {
        flush()
        open.removeLast()
      }
      firstPiece[index] = Int32(pieces.count + (current == nil ? 0 : 1))
      let node = tree.nodes[index]
      let inherited = signs[Int(node.parent)]
      if node.tag == .text {
        signs[index] = inherited
        let range = tree.text(of: index)
        let isBlank = UTF8Scan.trim(tree.text.span, range).isEmpty
        if current == nil {
          if isBlank {
            index += 1
            continue
          }
          current = Piece(
            node: Int32(open.last?.node ?? 0), first: Int32(index), last: Int32(index), signs: inherited,
            range: TextRange(0, 0), source: TextRange(0, 0), bytes: 0, linkBytes: 0, links: 0, isBold: true)
          firstPiece[index] = Int32(pieces.count)
        }
        builder.append(tree, index, isPreformatted: index < preformattedEnd)
        if !isBlank {
          breaks = 0
          current?.last = Int32(index)
          current?.bytes += range.count
          if inherited.contains(.inLink) {
            current?.linkBytes += range.count
            if node.parent != lastLink {
              current?.links += 1
              lastLink = node.parent
            }
          }
          if inherited.isDisjoint(with: [.inBold, .inHeading]) { current?.isBold = false }
        }
        index += 1
        continue
      }
      if isLeftOut(node.tag) {
        // Its text is none that a reader sees.
        let end = Int(node.end)
        for inside in index..<end { firstPiece[inside] = firstPiece[index] }
        index = end
        continue
      }
      ownSigns[index] = reader.signs(tree, index, &memory)
      signs[index] = inherited.union(ownSigns[index])
      if node.tag == .br {
        builder.lineBreak()
        breaks += 1
        // Two breaks in a row part paragraphs where nobody wrote any; the lines that an old page heads its text with
        // are parted by one.
        if breaks >= 2 || current.map({ Self.isHeadLine(tree, $0) }) ?? false { flush() }
      } else if Self.isBlock(node.tag) {
        flush()
        firstPiece[index] = Int32(pieces.count)
        open.append((index, Int(node.end)))
        if node.tag == .pre { preformattedEnd = max(preformattedEnd, Int(node.end)) }
      }
      index += 1
    }
    flush()
    firstPiece[count] = Int32(pieces.count)
    text = builder.utf8
  }

  /// The pieces inside an element.
  func pieces(below node: Int, _ tree: HTMLTree) -> Range<Int> {
    let start = Int(firstPiece[node])
    return start..<max(start, Int(firstPiece[Int(tree.nodes[node].end)]))
  }

  /// Takes back what the elements around most of a page's running text say they are: one called "navigation" that holds
  /// the article is no menu, and one that an end tag failed to close says nothing of what follows.
  mutating func relieve(_ tree: HTMLTree, _ measures: [PassageMeasure]) {
    var prose: [Float] = [0]
    prose.reserveCapacity(pieces.count + 1)
    for (piece, measure) in zip(pieces, measures) {
      let isText = measure.isProse && !piece.signs.contains(.isHidden) && piece.bytes > 0
      let plain = isText ? measure.words * Float(piece.bytes - piece.linkBytes) / Float(piece.bytes) : 0
      prose.append((prose.last ?? 0) + plain)
    }
    let total = prose.last ?? 0
    guard total >= 60 else { return }
    var isChanged = false
    var node = 0
    while true {
      var next: Int?
      var held: Float = 0
      var child = tree.firstChild(of: node)
      while let at = child, next == nil {
        if tree.nodes[at].tag != .text {
          let range = pieces(below: at, tree)
          held = prose[range.upperBound] - prose[range.lowerBound]
          if held >= total * 0.6 { next = at }
        }
        child = tree.nextSibling(of: at)
      }
      guard let next else { break }
      let kept = ownSigns[next].subtracting(held >= total * 0.9 ? Self.doubtful.union(Self.others) : Self.doubtful)
      if kept != ownSigns[next] {
        ownSigns[next] = kept
        isChanged = true
      }
      node = next
    }
    guard isChanged else { return }
    for index in 1..<tree.nodes.count {
      signs[index] = signs[Int(tree.nodes[index].parent)].union(ownSigns[index])
    }
    for index in pieces.indices { pieces[index].signs = signs[Int(pieces[index].first)] }
  }

  /// What an element that holds most of the text cannot be.
  private static let doubtful: ElementSigns = [
    .navigation, .footer, .header, .side, .share, .advertisement, .form, .author, .metadata, .caption, .hidden,
    .contents,
    .inNav, .inFooter, .inHeader, .inAside, .inForm, .inButton, .inFigure,
  ]

  /// What it is only where nearly all of the text is other people's.
  private static let others: ElementSigns = [.comments, .related]

  /// Whether all that a piece holds so far is an author or a date.
  private static func isHeadLine(_ tree: HTMLTree, _ piece: Piece) -> Bool {
    guard piece.bytes >= 6, piece.bytes <= 160 else { return false }
    // A bold line in an old layout is its headline.
    if piece.isBold, piece.signs.contains(.inTable), piece.bytes >= 20, piece.linkBytes == 0 { return true }
    let bytes = tree.text.span
    let range = UTF8Scan.trim(
      bytes, TextRange(tree.text(of: Int(piece.first)).start, tree.text(of: Int(piece.last)).end))
    guard range.count <= 120 else { return false }
    return Bylines.names(bytes, range) != nil || DateReader.shared.isDateLine(bytes, range)
  }

  /// Whether more text stands in `noscript` than in all the rest of the page.
  private static func isInNoscript(_ tree: HTMLTree) -> Bool {
    var bytes = 0
    var index = 0
    while index < tree.nodes.count {
      guard tree.nodes[index].tag == .noscript else {
        index += 1
        continue
      }
      bytes += tree.text(of: index).count
      index = Int(tree.nodes[index].end)
    }
    return bytes >= 600 && bytes * 2 > tree.text.count
  }

  /// Whether a reader of this page does not see the text of an element.
  func isLeftOut(_ tag: HTMLTag) -> Bool {
    tag == .noscript ? !showsNoscript : Self.isInvisible(tag)
  }

  static func isInvisible(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .head, .script, .style, .noscript, .template, .svg, .iframe, .object, .textarea, .canvas, .video, .audio,
      .datalist,
      .title, .meta, .link, .select, .map, .applet, .noframes, .slot:
      true
    default: false
    }
  }

  static func isBlock(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .address, .article, .aside, .blockquote, .body, .button, .caption, .center, .dd, .details, .dialog, .dir, .div,
      .dl,
      .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup,
      .hr,
      .html, .legend, .li, .main, .menu, .nav, .ol, .optgroup, .option, .p, .pre, .search, .section, .summary, .table,
      .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }
}
