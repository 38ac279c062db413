/// The pieces of a page's tree as rows of numbers for `PassageModel`: those of `PassageFeatures`, and what the tree
/// knows of each piece: links, elements, class words, how the text is spread over its ancestors.
struct TreeFeatures {
  /// The columns behind those of `PassageFeatures`.
  enum Column: Int, CaseIterable {
    case linkShare, links, tag, level, depth, isBold
    case inContainer, containerDistance, containerShare, dominantShare
    case parentProse, parentLinkShare, parentPieces, grandparentProse, grandparentLinkShare, grandparentPieces
    case sameKind, sameKindWords, sameKindLinkShare, sameKindProse
    case sinceHeading1, articleShare, linkShareBefore, linkShareAfter, tagBefore, tagAfter
    case pageOpenGraph, pageArticle, pageProduct, pageForum, pageList, pageCommentProse, pageComments, pageLinkShare
    case pageMeanWords, pageProseShare, pagePrices, pageHeadings1, pageHeadings, pageLinkedHeadings, pageListWords
    case pageCommerceWords, pageArticles
    case titleLikeness, hasPrice, isRepeat, repeatDistance
    case stepsUp, branchHeight, branchProse, branchWords, branchLinkShare, branchPieces, branchPlace
    case ancestor3Prose, ancestor3LinkShare, ancestor3Pieces, ancestor4Prose, ancestor4LinkShare, ancestor4Pieces
    case ancestor5Prose, ancestor5LinkShare, ancestor5Pieces
    case headingPhrase, sinceHeading, headingLinkShare, headingLevel, isBelowHeading, sinceCut, sinceComments
    case listPieces, listMeanWords, listLinkShare, isIntroduced
    case verdict, isPattern, inCore, coreDistance, coreSteps, coreShare
  }

  /// Column of the first sign.
  static let signColumn = PassageFeatures.width + Column.allCases.count

  /// The number of values in a row.
  static let width = nearSignColumn + ElementSigns.groups.count

  /// Column of the first sign of those that the innermost elements themselves have.
  static let nearSignColumn = signColumn + ElementSigns.count

  var values: [Float]

  /// The element that holds most of the article.
  let container: Int

  init(
    _ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure], _ verdicts: [PassageSigns.Verdict],
    _ evidence: PageEvidence
  ) {
    let pieces = passages.pieces
    let isApart = pieces.indices.map { $0 == 0 || pieces[$0].node != pieces[$0 - 1].node }
    let limit = min(pieces.count, PassageModel.rowCap)
    let base = PassageFeatures(Array(measures.prefix(limit)), isApart: Array(isApart.prefix(limit)))
    values = Array(repeating: 0, count: limit * Self.width)
    let sums = Sums(pieces, measures)
    container = Self.container(tree, passages, sums)
    guard !pieces.isEmpty else { return }
    for row in 0..<limit {
      let from = row * PassageFeatures.width
      let to = row * Self.width
      for column in 0..<PassageFeatures.width { values[to + column] = base.values[from + column] }
    }
    fill(tree, passages, measures, sums)
    fillKinds(tree, passages, measures)
    fillPage(tree, passages, measures, evidence)
    fillRepeats(passages, measures, evidence)
    fillAncestors(tree, passages, sums)
    fillHeadings(tree, passages, measures)
    fillVerdicts(verdicts)
    fillCore(tree, passages, measures)
  }

  /// Prefix sums over the pieces, so that any element's sums cost nothing.
  struct Sums {
    var prose: [Float] = [0]
    var words: [Float] = [0]
    var bytes: [Float] = [0]
    var linkBytes: [Float] = [0]

    init(_ pieces: [TreePassages.Piece], _ measures: [PassageMeasure]) {
      for index in pieces.indices {
        let piece = pieces[index]
        let linkShare = piece.bytes > 0 ? Float(piece.linkBytes) / Float(piece.bytes) : 0
        let isShown = piece.signs.isDisjoint(with: [.isHidden, .inNav, .inFooter])
        prose.append(prose[index] + (measures[index].isProse && isShown ? measures[index].words * (1 - linkShare) : 0))
        words.append(words[index] + measures[index].words)
        bytes.append(bytes[index] + Float(piece.bytes))
        linkBytes.append(linkBytes[index] + Float(piece.linkBytes))
      }
    }

    func prose(_ range: Range<Int>) -> Float { prose[range.upperBound] - prose[range.lowerBound] }
    func linkShare(_ range: Range<Int>) -> Float {
      let all = bytes[range.upperBound] - bytes[range.lowerBound]
      return all > 0 ? (linkBytes[range.upperBound] - linkBytes[range.lowerBound]) / all : 0
    }
  }

  /// The lowest element that holds three quarters of its parent's running text, from the body down.
  private static func container(_ tree: HTMLTree, _ passages: TreePassages, _ sums: Sums) -> Int {
    var node = 0
    var total = sums.prose(passages.pieces(below: 0, tree))
    guard total > 0 else { return 0 }
    while true {
      var best: Int?
      var bestProse: Float = 0
      var child = tree.firstChild(of: node)
      while let at = child {
        if tree.nodes[at].tag != .text {
          let prose = sums.prose(passages.pieces(below: at, tree))
          if prose > bestProse {
            bestProse = prose
            best = at
          }
        }
        child = tree.nextSibling(of: at)
      }
      guard let best, bestProse >= total * 0.75, tree.nodes[best].tag != .p else { return node }
      node = best
      total = bestProse
    }
  }

  mutating func set(_ row: Int, _ column: Column, _ value: Float) {
    values[row * Self.width + PassageFeatures.width + column.rawValue] = value
  }

  private mutating func fill(
    _ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure], _ sums: Sums
  ) {
    let pieces = passages.pieces
    let all = max(sums.prose[pieces.count], 1)
    let held = passages.pieces(below: container, tree)
    let heldProse = sums.prose(held)
    var sinceHeading: Float = -1
    for row in pieces.indices.prefix(PassageModel.rowCap) {
      let piece = pieces[row]
      let node = Int(piece.node)
      let tag = tree.nodes[node].tag
      if tag == .h1 { sinceHeading = 0 }
      set(row, .sinceHeading1, sinceHeading)
      if sinceHeading >= 0 { sinceHeading = min(sinceHeading + 1, 200) }
      set(row, .linkShare, share(piece))
      set(row, .links, Float(min(piece.links, 20)))
      set(row, .tag, Self.number(tag))
      set(row, .level, Self.level(tag))
      set(row, .depth, Float(min(tree.nodes[node].depth, 60)))
      set(row, .isBold, piece.isBold ? 1 : 0)
      set(row, .inContainer, held.contains(row) ? 1 : 0)
      set(row, .containerDistance, Float(max(-40, min(40, distance(row, held)))))
      set(row, .containerShare, heldProse / all)
      set(row, .dominantShare, Float(tree.nodes[node].depth) - Float(tree.nodes[container].depth))
      let parent = max(0, Int(tree.nodes[node].parent))
      let inParent = passages.pieces(below: parent, tree)
      set(row, .parentProse, min(sums.prose(inParent) / all, 1))
      set(row, .parentLinkShare, sums.linkShare(inParent))
      set(row, .parentPieces, Float(min(inParent.count, 200)))
      let grandparent = max(0, Int(tree.nodes[parent].parent))
      let inGrandparent = passages.pieces(below: grandparent, tree)
      set(row, .grandparentProse, min(sums.prose(inGrandparent) / all, 1))
      set(row, .grandparentLinkShare, sums.linkShare(inGrandparent))
      set(row, .grandparentPieces, Float(min(inGrandparent.count, 200)))
      set(row, .linkShareBefore, row > 0 ? share(pieces[row - 1]) : 1)
      set(row, .linkShareAfter, row + 1 < pieces.count ? share(pieces[row + 1]) : 1)
      set(row, .tagBefore, row > 0 ? Self.number(tree.nodes[Int(pieces[row - 1].node)].tag) : 0)
      set(row, .tagAfter, row + 1 < pieces.count ? Self.number(tree.nodes[Int(pieces[row + 1].node)].tag) : 0)
      set(row, .articleShare, articleShare(tree, passages, sums, piece, all))
      var bits = piece.signs.rawValue
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        values[row * Self.width + Self.signColumn + bit] = 1
        bits &= bits - 1
      }
    }
  }

  /// How much of the page's running text stands in the nearest article element around the piece.
  private func articleShare(
    _ tree: HTMLTree, _ passages: TreePassages, _ sums: Sums, _ piece: TreePassages.Piece, _ all: Float
  ) -> Float {
    guard piece.signs.contains(.inArticle) else { return -1 }
    var node = Int(piece.node)
    while node > 0, tree.nodes[node].tag != .article { node = Int(tree.nodes[node].parent) }
    return sums.prose(passages.pieces(below: node, tree)) / all
  }

  /// What the pieces of one kind (same element, parent and grandparent, same classes) are like on average.
  private mutating func fillKinds(_ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure]) {
    struct Kind {
      var count: Float = 0
      var words: Float = 0
      var linkShare: Float = 0
      var prose: Float = 0
    }
    var kinds: [UInt64: Kind] = [:]
    var keys: [UInt64] = []
    keys.reserveCapacity(passages.pieces.count)
    for (row, piece) in passages.pieces.prefix(PassageModel.rowCap).enumerated() {
      var hash = WordHash()
      var node = Int(piece.node)
      for _ in 0..<3 where node > 0 {
        hash.add(tree.nodes[node].tag.rawValue)
        if let names = tree.value(.class, of: node) {
          for index in names.indices.prefix(24) { hash.add(tree.page[index]) }
        }
        node = Int(tree.nodes[node].parent)
      }
      keys.append(hash.value)
      var kind = kinds[hash.value] ?? Kind()
      kind.count += 1
      kind.words += min(measures[row].words, 100)
      kind.linkShare += share(piece)
      kind.prose += measures[row].isProse ? 1 : 0
      kinds[hash.value] = kind
    }
    for row in keys.indices {
      guard let kind = kinds[keys[row]] else { continue }
      set(row, .sameKind, min(kind.count, 100))
      set(row, .sameKindWords, kind.words / kind.count)
      set(row, .sameKindLinkShare, kind.linkShare / kind.count)
      set(row, .sameKindProse, kind.prose / kind.count)
    }
  }

  func share(_ piece: TreePassages.Piece) -> Float {
    piece.bytes > 0 ? Float(piece.linkBytes) / Float(piece.bytes) : 0
  }

  func distance(_ row: Int, _ range: Range<Int>) -> Int {
    row < range.lowerBound ? row - range.lowerBound : row >= range.upperBound ? row - range.upperBound + 1 : 0
  }

  private static func number(_ tag: HTMLTag) -> Float {
    switch tag {
    case .p: 1
    case .h1: 2
    case .h2: 3
    case .h3: 4
    case .h4, .h5, .h6: 5
    case .li: 6
    case .td, .th: 7
    case .pre: 8
    case .blockquote: 9
    case .figcaption, .caption: 10
    case .dt, .dd: 11
    case .button, .option, .legend: 12
    case .section, .article, .main: 13
    case .div: 14
    default: 15
    }
  }

  static func level(_ tag: HTMLTag) -> Float {
    switch tag {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }
}
