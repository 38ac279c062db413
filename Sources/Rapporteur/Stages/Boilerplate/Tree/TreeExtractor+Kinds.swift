// What a kept piece is, and what a cut one was.
extension TreeExtractor {
  /// Whether a piece that is no part of the text describes a picture or a table of the article.
  func isCaption(
    _ tree: HTMLTree, _ passages: TreePassages, _ verdicts: [PassageSigns.Verdict], _ isIn: [Bool], _ index: Int,
    _ body: Int?
  ) -> Bool {
    guard let body else { return false }
    let piece = passages.pieces[index]
    let node = Int(piece.node)
    if tree.nodes[node].tag == .caption {
      return passages.pieces(below: Int(tree.nodes[node].parent), tree).contains { isIn[$0] }
    }
    guard case .caption = verdicts[index] else { return false }
    if piece.signs.contains(.inFigure) { return index >= body - 6 }
    guard piece.linkBytes == 0,
      piece.signs.isDisjoint(with: [.inNav, .inFooter, .inAside, .related, .comments, .isHidden, .advertisement])
    else { return false }
    return (index > body && isIn[index - 1]) || (index + 1 < isIn.count && isIn[index + 1])
  }

  func kind(
    _ tree: HTMLTree, _ passages: TreePassages, _ piece: TreePassages.Piece, _ measure: PassageMeasure,
    _ verdict: PassageSigns.Verdict
  ) -> Block.Kind {
    let tag = tree.nodes[Int(piece.node)].tag
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6, .summary: return .heading
    case .figcaption, .caption: return .caption
    case .pre: return measure.isProse ? .paragraph : .code
    case .li, .dd, .dt: return .listItem
    default: break
    }
    if case .caption = verdict { return .caption }
    if piece.signs.contains(.inTable), let cell = cell(tree, piece), !measure.isProse || measure.words < 15,
      passages.pieces(below: cell, tree).count <= 3
    {
      return .table
    }
    if piece.signs.contains(.inList), item(tree, piece) != nil { return .listItem }
    return piece.signs.contains(.inQuote) ? .quote : .paragraph
  }

  /// The list item that the piece is a paragraph of.
  private func item(_ tree: HTMLTree, _ piece: TreePassages.Piece) -> Int? {
    let parent = Int(tree.nodes[Int(piece.node)].parent)
    return parent > 0 && tree.nodes[parent].tag == .li ? parent : nil
  }

  /// The cell that the piece stands in, at most three elements up.
  func cell(_ tree: HTMLTree, _ piece: TreePassages.Piece) -> Int? {
    var node = Int(piece.node)
    for _ in 0..<4 where node > 0 {
      if tree.nodes[node].tag == .td || tree.nodes[node].tag == .th { return node }
      node = Int(tree.nodes[node].parent)
    }
    return nil
  }

  func level(_ tree: HTMLTree, _ piece: TreePassages.Piece, _ kind: Block.Kind) -> Int? {
    switch kind {
    case .title: return 1
    case .heading:
      switch tree.nodes[Int(piece.node)].tag {
      case .h1: return 1
      case .h3: return 3
      case .h4: return 4
      case .h5: return 5
      case .h6: return 6
      default: return 2
      }
    case .listItem:
      var level = 0
      var node = Int(piece.node)
      while node > 0, level < 20 {
        if [.ul, .ol, .dl].contains(tree.nodes[node].tag) { level += 1 }
        node = Int(tree.nodes[node].parent)
      }
      return max(1, level)
    default: return nil
    }
  }

  /// What a piece is that does not belong to the article, and what gave it away.
  static func removal(
    _ piece: TreePassages.Piece, _ measure: PassageMeasure, _ verdict: PassageSigns.Verdict, _ isBefore: Bool
  ) -> (Removed.Kind, Removed.Reason) {
    let signs = piece.signs
    if signs.contains(.isHidden) { return (.other, .hidden) }
    if signs.contains(.inNav) { return (.navigation, .element) }
    if let phrase = measure.phrase, phrase.place == .line || phrase.isSure || measure.words <= 20 {
      return (phrase.kind, .phrase)
    }
    if case .cut(let kind, let reason) = verdict, kind != .other { return (kind, reason) }
    if signs.contains(.inForm) || signs.contains(.inButton) { return (.form, .element) }
    let byWord: [(ElementSigns, Removed.Kind)] = [
      (.comments, .comments), (.share, .share), (.advertisement, .advertisement), (.related, .related),
      (.navigation, .navigation), (.form, .form), (.author, .credit), (.metadata, .metadata), (.footer, .other),
      (.side, .related),
    ]
    for (sign, kind) in byWord where signs.contains(sign) { return (kind, .attribute) }
    if signs.contains(.inFooter) { return (.other, .element) }
    if signs.contains(.inAside) { return (.related, .element) }
    if signs.contains(.inHeader) && !signs.contains(.inArticle) { return (.navigation, .element) }
    if piece.linkBytes * 2 > piece.bytes { return (isBefore ? .navigation : .related, .linkDensity) }
    return measure.words < 6 ? (.other, .short) : (.other, .outside)
  }
}
