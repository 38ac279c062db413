/// A page's passages as the boilerplate stage sees them: what a model is trained on and measured with.
package struct PassageRows: Sendable {
  /// Row after row, `PassageKind.width` values each.
  package var values: [Float]

  package var passages: [Passage]

  /// A passage of the page.
  package struct Passage: Sendable {
    /// As the stage would write it.
    package var text: String
    /// In words; a character of Chinese, Japanese or Korean counts for half a one.
    package var words: Float
    package var isProse: Bool
    /// Where its text stands in the page: nothing but text, in page order.
    package var source: [TextRange]
  }
}

/// Makes rows of pages.
package struct PassageRowReader: Sendable {
  private let kind: PassageKind
  private let signs = SignReader()

  package init(_ kind: PassageKind) { self.kind = kind }

  /// The rows of a decoded page.
  package func rows(of page: Text) -> PassageRows {
    switch kind {
    case .text: textRows(page)
    case .tree: treeRows(page)
    }
  }

  private func textRows(_ page: Text) -> PassageRows {
    let units = TextUnit.units(of: page).prefix(PassageModel.rowCap)
    let bytes = page.utf8
    var reader = PassageReader()
    let measures = units.map { reader.measure(bytes.span, $0.range) }
    let features = PassageFeatures(measures, isApart: units.map { $0.blanksBefore > 0 })
    let passages = measures.map {
      PassageRows.Passage(text: page[$0.range], words: $0.words, isProse: $0.isProse, source: [$0.range])
    }
    return PassageRows(values: features.values, passages: passages)
  }

  private func treeRows(_ page: Text) -> PassageRows {
    let tree = HTMLTree(page.utf8)
    var found = TreePassages(tree, signs)
    let text = found.text
    var reader = PassageReader()
    let measures = found.pieces.map { reader.measure(text.span, $0.range) }
    found.relieve(tree, measures)
    let verdicts = PassageSigns().verdicts(text.span, measures)
    let evidence = PageEvidence(HeadData(tree), LinkedData(tree.page, tree.linkedData))
    let features = TreeFeatures(tree, found, measures, verdicts, evidence)
    var passages: [PassageRows.Passage] = []
    for (piece, measure) in zip(found.pieces, measures).prefix(PassageModel.rowCap) {
      passages.append(
        PassageRows.Passage(
          text: String(decoding: text[piece.range.indices], as: UTF8.self), words: measure.words,
          isProse: measure.isProse, source: runs(tree, found, piece)))
    }
    return PassageRows(values: features.values, passages: passages)
  }

  /// Where the piece's runs of text stand in the page.
  private func runs(_ tree: HTMLTree, _ passages: TreePassages, _ piece: TreePassages.Piece) -> [TextRange] {
    var runs: [TextRange] = []
    var index = Int(piece.first)
    while index <= Int(piece.last) {
      let node = tree.nodes[index]
      if node.tag != .text && passages.isLeftOut(node.tag) {
        index = Int(node.end)
        continue
      }
      if node.tag == .text { runs.append(node.source) }
      index += 1
    }
    return runs
  }
}
