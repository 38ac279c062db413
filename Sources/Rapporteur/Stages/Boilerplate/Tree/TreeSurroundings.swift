// What stands around a piece: the page, its branch of the tree, the heading above it, its list.
extension TreeFeatures {
  /// The columns that are the same for all pieces of a page.
  mutating func fillPage(
    _ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure], _ evidence: PageEvidence
  ) {
    var sums = PageSums()
    var lastHeading1: Int32 = -1
    for (piece, measure) in zip(passages.pieces, measures).prefix(PassageModel.rowCap) {
      let prose = measure.isProse ? measure.words : 0
      sums.words += measure.words
      sums.prose += prose
      sums.bytes += Float(piece.bytes)
      sums.linkBytes += Float(piece.linkBytes)
      if piece.signs.contains(.comments) {
        sums.comments += 1
        sums.commentProse += prose
      }
      if measure.hasPrice { sums.prices += 1 }
      if piece.signs.contains(.list) { sums.listWords += measure.words }
      if piece.signs.contains(.commerce) { sums.commerceWords += measure.words }
      switch tree.nodes[Int(piece.node)].tag {
      case .h1 where piece.node != lastHeading1:
        sums.headings1 += 1
        lastHeading1 = piece.node
      case .h2, .h3:
        sums.headings += 1
        if piece.linkBytes * 2 > piece.bytes { sums.linkedHeadings += 1 }
      default: break
      }
    }
    var articles: Float = 0
    for node in tree.nodes.indices where tree.nodes[node].tag == .article { articles += 1 }
    let count = max(1, Float(min(passages.pieces.count, PassageModel.rowCap)))
    let words = max(sums.words, 1)
    let page: [(Column, Float)] = [
      (.pageOpenGraph, evidence.openGraph), (.pageArticle, evidence.isArticle ? 1 : 0),
      (.pageProduct, evidence.isProduct ? 1 : 0), (.pageForum, evidence.isForum ? 1 : 0),
      (.pageList, evidence.isList ? 1 : 0), (.pageCommentProse, sums.commentProse / max(sums.prose, 1)),
      (.pageComments, sums.comments / count), (.pageLinkShare, sums.linkBytes / max(sums.bytes, 1)),
      (.pageMeanWords, sums.words / count), (.pageProseShare, sums.prose / words), (.pagePrices, sums.prices / count),
      (.pageHeadings1, min(sums.headings1, 20)), (.pageHeadings, sums.headings / count),
      (.pageLinkedHeadings, sums.linkedHeadings / max(sums.headings, 1)), (.pageListWords, sums.listWords / words),
      (.pageCommerceWords, sums.commerceWords / words), (.pageArticles, min(articles, 100)),
    ]
    for row in 0..<min(passages.pieces.count, PassageModel.rowCap) {
      for (column, value) in page { set(row, column, value) }
    }
  }

  private struct PageSums {
    var words: Float = 0
    var prose: Float = 0
    var bytes: Float = 0
    var linkBytes: Float = 0
    var comments: Float = 0
    var commentProse: Float = 0
    var prices: Float = 0
    var headings1: Float = 0
    var headings: Float = 0
    var linkedHeadings: Float = 0
    var listWords: Float = 0
    var commerceWords: Float = 0
  }

  /// Whether a piece says again what one before it said, or the page's title.
  mutating func fillRepeats(_ passages: TreePassages, _ measures: [PassageMeasure], _ evidence: PageEvidence) {
    var last: [UInt64: Int] = [:]
    for (row, measure) in measures.prefix(PassageModel.rowCap).enumerated() {
      if measure.hasPrice { set(row, .hasPrice, 1) }
      if let before = last.updateValue(row, forKey: measure.hash) {
        set(row, .isRepeat, 1)
        set(row, .repeatDistance, Float(min(row - before, 500)))
      }
      var likeness: Float = 0
      for title in evidence.titles {
        let words = Float(title.count)
        // Of texts so unlike in length no more than two fifths can be the same.
        guard measure.words * 5 >= words * 2, words * 5 >= measure.words * 2 else { continue }
        let own = TreeMetadata.words(passages.text.span, passages.pieces[row].range)
        likeness = max(likeness, TreeMetadata.likeness(own, title))
      }
      set(row, .titleLikeness, likeness)
    }
  }

  /// Where a piece's branch leaves the way to the article's container, what that branch holds, and what the elements
  /// around the piece hold.
  mutating func fillAncestors(_ tree: HTMLTree, _ passages: TreePassages, _ sums: Sums) {
    let all = max(sums.prose[passages.pieces.count], 1)
    let depth = Float(tree.nodes[container].depth)
    for (row, piece) in passages.pieces.prefix(PassageModel.rowCap).enumerated() {
      var node = Int(piece.node)
      var branch = node
      var steps: Float = 0
      while !(node <= container && container < Int(tree.nodes[node].end)) {
        branch = node
        node = max(0, Int(tree.nodes[node].parent))
        steps += 1
      }
      let held = passages.pieces(below: branch, tree)
      set(row, .stepsUp, min(steps, 60))
      set(row, .branchHeight, depth - Float(tree.nodes[node].depth))
      set(row, .branchProse, sums.prose(held) / all)
      set(row, .branchWords, min(sums.words[held.upperBound] - sums.words[held.lowerBound], 2000))
      set(row, .branchLinkShare, sums.linkShare(held))
      set(row, .branchPieces, Float(min(held.count, 100)))
      set(row, .branchPlace, Float(min(row - held.lowerBound, 500)))
      fillElements(tree, passages, sums, row, all)
    }
  }

  /// The third to the fifth element around a piece, the list it is in, and the signs of the innermost elements.
  private mutating func fillElements(
    _ tree: HTMLTree, _ passages: TreePassages, _ sums: Sums, _ row: Int, _ all: Float
  ) {
    let columns: [(prose: Column, links: Column, pieces: Column)] = [
      (.ancestor3Prose, .ancestor3LinkShare, .ancestor3Pieces),
      (.ancestor4Prose, .ancestor4LinkShare, .ancestor4Pieces),
      (.ancestor5Prose, .ancestor5LinkShare, .ancestor5Pieces),
    ]
    var node = Int(passages.pieces[row].node)
    var list: Int?
    var near: ElementSigns = []
    for step in 0...5 {
      if step < 3 { near.formUnion(passages.ownSigns[node]) }
      if list == nil, [.ul, .ol, .dl].contains(tree.nodes[node].tag) { list = node }
      if step >= 3 {
        let held = passages.pieces(below: node, tree)
        set(row, columns[step - 3].prose, sums.prose(held) / all)
        set(row, columns[step - 3].links, sums.linkShare(held))
        set(row, columns[step - 3].pieces, Float(min(held.count, 300)))
      }
      node = max(0, Int(tree.nodes[node].parent))
    }
    var bits = near.rawValue & (1 << UInt64(ElementSigns.groups.count) - 1)
    while bits != 0 {
      values[row * Self.width + Self.nearSignColumn + bits.trailingZeroBitCount] = 1
      bits &= bits - 1
    }
    guard let list else {
      for column in [Column.listPieces, .listMeanWords, .listLinkShare, .isIntroduced] { set(row, column, -1) }
      return
    }
    let held = passages.pieces(below: list, tree)
    set(row, .listPieces, Float(min(held.count, 100)))
    set(
      row, .listMeanWords,
      (sums.words[held.upperBound] - sums.words[held.lowerBound]) / Float(max(1, held.count)))
    set(row, .listLinkShare, sums.linkShare(held))
    let before = held.lowerBound - 1
    if before >= 0, passages.text[passages.pieces[before].range.end - 1] == 0x3A { set(row, .isIntroduced, 1) }
  }

  /// The heading above a piece, and how far behind a line such as "Related articles" or "Comments" it stands.
  mutating func fillHeadings(_ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure]) {
    var heading: Int?
    var cut = -60
    var comments = -400
    for (row, measure) in measures.prefix(PassageModel.rowCap).enumerated() {
      set(row, .sinceCut, Float(min(60, row - cut)))
      set(row, .sinceComments, Float(min(comments < 0 ? 400 : 300, row - comments)))
      set(row, .sinceHeading, 50)
      if let heading {
        let above = passages.pieces[heading]
        let phrase = measures[heading].phrase
        set(row, .headingPhrase, PassageFeatures.number(phrase?.kind))
        set(row, .sinceHeading, Float(min(50, row - heading)))
        set(row, .headingLinkShare, share(above))
        set(row, .headingLevel, Self.level(tree.nodes[Int(above.node)].tag))
        let parent = max(0, Int(tree.nodes[Int(above.node)].parent))
        set(row, .isBelowHeading, passages.pieces(below: parent, tree).contains(row) ? 1 : 0)
      }
      if Self.level(tree.nodes[Int(passages.pieces[row].node)].tag) > 0 { heading = row }
      guard let phrase = measure.phrase else { continue }
      if phrase.place > .any, [.related, .advertisement, .form, .share].contains(phrase.kind) { cut = row }
      if phrase.place == .line, phrase.kind == .comments { comments = row }
    }
  }

  /// What the rules say of a piece.
  mutating func fillVerdicts(_ verdicts: [PassageSigns.Verdict]) {
    for (row, verdict) in verdicts.prefix(PassageModel.rowCap).enumerated() {
      switch verdict {
      case .open: break
      case .caption: set(row, .verdict, 13)
      case .byline: set(row, .verdict, 14)
      case .cut(let kind, let reason):
        set(row, .verdict, PassageFeatures.number(kind))
        set(row, .isPattern, reason == .pattern ? 1 : 0)
      }
    }
  }

  /// How a piece stands to the core: the element whose own paragraphs weigh most, half of each counted to the element
  /// around it (as Readability does it), comments left out.
  mutating func fillCore(_ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure]) {
    let outside: ElementSigns = [.isHidden, .inNav, .inFooter, .inAside, .comments, .related]
    var weights: [Int32: Float] = [:]
    var all: Float = 0
    for (piece, measure) in zip(passages.pieces, measures)
    where measure.isProse && piece.linkBytes * 2 < piece.bytes && piece.signs.isDisjoint(with: outside) {
      let parent = tree.nodes[Int(piece.node)].parent
      all += measure.words
      guard parent >= 0 else { continue }
      weights[parent, default: 0] += measure.words
      let above = tree.nodes[Int(parent)].parent
      if above > 0 { weights[above, default: 0] += measure.words / 2 }
    }
    guard let best = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
    let core = Int(best.key)
    let held = passages.pieces(below: core, tree)
    let share = best.value / max(all, 1)
    for (row, piece) in passages.pieces.prefix(PassageModel.rowCap).enumerated() {
      set(row, .inCore, held.contains(row) ? 1 : 0)
      set(row, .coreDistance, Float(max(-40, min(40, distance(row, held)))))
      set(row, .coreShare, share)
      var node = Int(piece.node)
      var steps: Float = 0
      while node > 0, !(node <= core && core < Int(tree.nodes[node].end)) {
        node = Int(tree.nodes[node].parent)
        steps += 1
      }
      set(row, .coreSteps, min(steps, 40))
    }
  }
}
