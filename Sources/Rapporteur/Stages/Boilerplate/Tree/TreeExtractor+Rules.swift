// What rules know better than the model.
extension TreeExtractor {
  /// Takes in the paragraphs beside a paragraph of the article, in the same element, that the model left out: it has
  /// seen few pages as short as a brief report.
  func join(_ isIn: inout [Bool], _ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure]) {
    func isBeside(_ a: Int, _ b: Int) -> Bool {
      if isIn[a], !isIn[b], isItemBeside(a, b) { return true }
      guard isIn[a], !isIn[b], measures[a].isProse, measures[b].endsSentence, measures[b].words >= 5 else {
        return false
      }
      let (first, second) = (passages.pieces[a], passages.pieces[b])
      let (one, two) = (tree.nodes[Int(first.node)], tree.nodes[Int(second.node)])
      // Paragraphs of a page with unclosed elements stand one inside the other.
      let isNext = one.tag == .p && two.tag == .p && abs(a - b) == 1
      guard first.node == second.node || (one.tag == two.tag && (one.parent == two.parent || isNext)) else {
        return false
      }
      return measures[b].phrase == nil && second.linkBytes * 3 < second.bytes && !measures[b].hasAddress
        && first.signs.subtracting(isNext ? Self.lostSigns : [.inBold, .inLink])
          == second.signs.subtracting(isNext ? Self.lostSigns : [.inBold, .inLink])
    }
    // The items of a list belong together.
    func isItemBeside(_ a: Int, _ b: Int) -> Bool {
      let (first, second) = (passages.pieces[a], passages.pieces[b])
      let (one, two) = (tree.nodes[Int(first.node)], tree.nodes[Int(second.node)])
      return one.tag == .li && two.tag == .li && one.parent == two.parent && measures[a].endsSentence
        && measures[b].endsSentence && first.linkBytes == 0 && second.linkBytes == 0 && measures[b].phrase == nil
        && measures[b].words >= 3
    }
    for index in isIn.indices.dropFirst() where isBeside(index - 1, index) { isIn[index] = true }
    for index in isIn.indices.dropFirst().reversed() where isBeside(index, index - 1) { isIn[index - 1] = true }
  }

  /// Signs of what stands around an article.
  static let chrome: ElementSigns = [
    .navigation, .footer, .side, .related, .share, .comments, .advertisement, .form, .inNav, .inFooter, .inAside,
    .inForm, .inButton, .inHeading, .hidden, .isHidden,
  ]

  /// Signs of the text's own container, which a stray end tag may have closed too early.
  private static let lostSigns: ElementSigns = [.inBold, .inLink, .content, .article, .articleBody, .inArticle]

  /// What rules know better than the model.
  func settle(
    _ isIn: inout [Bool], _ passages: TreePassages, _ measures: [PassageMeasure], _ verdicts: [PassageSigns.Verdict]
  ) {
    var kept: Float = 0
    var hidden: Float = 0
    for index in isIn.indices where isIn[index] {
      kept += measures[index].words
      if passages.pieces[index].signs.contains(.isHidden) { hidden += measures[index].words }
    }
    for index in isIn.indices where isIn[index] {
      // Some pages show themselves by script alone; there hidden text is all there is.
      if passages.pieces[index].signs.contains(.isHidden), hidden < kept * 0.5 { isIn[index] = false }
      guard case .cut(let kind, _) = verdicts[index] else { continue }
      let isLabel = measures[index].phrase?.place == .line && measures[index].words <= 5
      switch kind {
      case .glossary: isIn[index] = false
      case .disclaimer: if measures[index].phrase?.isSure ?? false { isIn[index] = false }
      case .share, .advertisement, .comments, .copyright, .related:
        let isOpener = measures[index].phrase?.place ?? .any > .any && !measures[index].endsSentence
        if isLabel || (isOpener && passages.pieces[index].linkBytes > 0) { isIn[index] = false }
      case .credit: if measures[index].words <= 8 || verdicts[index].isPattern { isIn[index] = false }
      case .metadata: if verdicts[index].isPattern && measures[index].hasAddress { isIn[index] = false }
      case .navigation:
        let isMenu = measures[index].separators > 0 && !verdicts[index].isPattern
        if isMenu || passages.pieces[index].linkBytes * 2 > passages.pieces[index].bytes { isIn[index] = false }
      default: break
      }
    }
    cutDateLines(&isIn, passages, measures, verdicts)
    // A page of a few stray lines is no article.
    if kept - hidden < 8 && kept < 8 { for index in isIn.indices { isIn[index] = false } }
  }

  /// Cuts what is only a date, or says "Published", before the running text.
  private func cutDateLines(
    _ isIn: inout [Bool], _ passages: TreePassages, _ measures: [PassageMeasure], _ verdicts: [PassageSigns.Verdict]
  ) {
    guard
      let body = isIn.indices.first(where: {
        isIn[$0] && measures[$0].isProse && !passages.pieces[$0].signs.contains(.inHeading)
      })
    else { return }
    let bytes = passages.text.span
    for index in isIn.indices.prefix(body) where isIn[index] && measures[index].words <= 12 {
      guard case .cut(.metadata, _) = verdicts[index] else { continue }
      let range = measures[index].range
      let match = DateReader.shared.first(bytes, range)
      if measures[index].phrase?.kind == .metadata || match?.range == range { isIn[index] = false }
    }
  }

  /// Takes in all cells of a table of data that the model took half of.
  func completeTables(
    _ isIn: inout [Bool], _ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure]
  ) {
    var seen = -1
    for index in isIn.indices where isIn[index] && passages.pieces[index].signs.contains(.inTable) {
      var node = Int(passages.pieces[index].node)
      while node > 0, tree.nodes[node].tag != .table { node = Int(tree.nodes[node].parent) }
      guard node > seen else { continue }
      seen = node
      let pieces = passages.pieces(below: node, tree)
      guard pieces.count >= 4, pieces.count <= 2000 else { continue }
      var words: Float = 0
      var linked = 0
      var kept = 0
      for piece in pieces {
        words += measures[piece].words
        if passages.pieces[piece].linkBytes > 0 { linked += 1 }
        if isIn[piece] { kept += 1 }
      }
      guard kept * 2 >= pieces.count, linked * 4 <= pieces.count, words <= Float(pieces.count) * 8 else { continue }
      for piece in pieces where !passages.pieces[piece].signs.contains(.isHidden) { isIn[piece] = true }
    }
  }

  /// Cuts what was kept already: a page may hold its text once for screens of each size, and its praise once more.
  ///
  /// Pieces that follow each other as they did before count together, so that a heading goes with its paragraph, and a
  /// word that stands twice stays.
  func cutRepeats(
    _ isIn: inout [Bool], _ passages: TreePassages, _ measures: [PassageMeasure],
    _ verdicts: inout [PassageSigns.Verdict]
  ) {
    let kept = isIn.indices.filter { isIn[$0] }
    var last: [UInt64: Int] = [:]
    var at = 0
    while at < kept.count {
      var length = 0
      if let before = last[measures[kept[at]].hash] {
        var words: Float = 0
        while at + length < kept.count, before + length < at,
          measures[kept[at + length]].hash == measures[kept[before + length]].hash,
          !passages.pieces[kept[at + length]].signs.contains(.inQuote)
        {
          words += measures[kept[at + length]].words
          length += 1
        }
        if words < 15 { length = 0 }
      }
      for index in at..<at + length {
        isIn[kept[index]] = false
        verdicts[kept[index]] = .cut(.duplicate, .repeated)
      }
      if length == 0 {
        last[measures[kept[at]].hash] = at
        length = 1
      }
      at += length
    }
  }
}
