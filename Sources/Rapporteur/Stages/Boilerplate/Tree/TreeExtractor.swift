/// Finds the article in an HTML page.
struct TreeExtractor: Sendable {
  private let options: BoilerplateOptions
  private let model: PassageModel
  private let signs = SignReader()

  init(_ options: BoilerplateOptions, _ model: PassageModel = PassageModel(.tree)) {
    self.options = options
    self.model = model
  }

  /// - Parameter report: What is told of each passage, in page order.
  func extract(_ document: inout Document, report: ((PassageDecision) -> Void)? = nil) {
    let tree = HTMLTree(document.decoded.utf8)
    document.warnings += tree.warnings
    var passages = TreePassages(tree, signs)
    var reader = PassageReader()
    var measures: [PassageMeasure] = []
    measures.reserveCapacity(passages.pieces.count)
    for piece in passages.pieces { measures.append(reader.measure(passages.text.span, piece.range)) }
    passages.relieve(tree, measures)
    var verdicts = PassageSigns().verdicts(passages.text.span, measures)
    let repeated = options.repeated.find(document.source, passages.text.span, measures.map(\.range))
    for index in repeated { verdicts[index] = .cut(.duplicate, .repeated) }
    let head = HeadData(tree)
    let data = LinkedData(tree.page, tree.linkedData)
    let scores = scores(TreeFeatures(tree, passages, measures, verdicts, PageEvidence(head, data)), measures)
    let shift = PassageModel.shift(scores, measures.map(\.words)) + options.focus.shift
    let margins = PassageModel.margins(scores.map { $0 + shift }, change: PassageKind.tree.changeCost)
    var isIn = margins.map { $0 > 0 }
    join(&isIn, tree, passages, measures)
    completeTables(&isIn, tree, passages, measures)
    settle(&isIn, passages, measures, verdicts)
    cutRepeats(&isIn, passages, measures, &verdicts)
    for index in repeated { isIn[index] = false }
    // Where the input does not say where the page is from, the page does.
    if document.source.url == nil { document.source.url = head.address }
    let says = options.sites.says(tree, passages, url: document.source.url)
    for (index, say) in says.enumerated() {
      guard let say else { continue }
      isIn[index] = say == .keep && measures[index].words > 0
      verdicts[index] = say == .keep ? .open : .cut(.other, .option)
    }
    if !isIn.contains(true), says.isEmpty {
      // Nothing else would be left of a page: a note of one sentence is an article of one sentence.
      for index in isIn.indices where measures[index].isLoneSentence {
        let piece = passages.pieces[index]
        guard case .open = verdicts[index], piece.linkBytes == 0, piece.signs.isDisjoint(with: Self.chrome) else {
          continue
        }
        isIn[index] = true
      }
    }

    let body = isIn.indices.first { isIn[$0] && measures[$0].isProse } ?? isIn.firstIndex(of: true)
    let last = isIn.lastIndex(of: true) ?? 0
    let found = TreeMetadata(tree, passages, measures, head, data)
      .read(body: body, last: last, url: document.source.url, inputDate: document.inputDate)
    document.metadata = found.metadata
    // A heading right above the title names the site or the section.
    for index in max(0, (found.title ?? 0) - 3)..<(found.title ?? 0) where measures[index].words <= 12 {
      if passages.pieces[index].signs.contains(.inHeading) { isIn[index] = false }
    }
    write(&document, tree, passages, measures, verdicts, margins, isIn, found, body, report)
    if document.metadata.language == nil { document.metadata.language = found.declaredLanguage }
    let published = document.metadata.published.flatMap { CalendarDate(iso: $0) }
    let whole = document.text
    let text = whole.utf8.span
    for block in document.blocks.filter(\.isMain).prefix(3) where document.metadata.dateline == nil {
      document.metadata.dateline = Datelines.shared.read(text, block.range, published: published)
    }
    if !document.blocks.contains(where: { $0.isMain }) {
      document.warn("boilerplate", "no_content", "the page has no running text of its own")
    }
  }

  private func scores(_ features: TreeFeatures, _ measures: [PassageMeasure]) -> [Float] {
    let limit = min(measures.count, PassageModel.rowCap)
    return model.scores(features.values, count: limit) + measures.dropFirst(limit).map(PassageModel.fallback)
  }

  private func write(
    _ document: inout Document, _ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure],
    _ verdicts: [PassageSigns.Verdict], _ margins: [Float], _ isIn: [Bool], _ found: TreeMetadata.Found, _ body: Int?,
    _ report: ((PassageDecision) -> Void)?
  ) {
    var builder = BlockTextBuilder(recordsRuns: options.sourceMap)
    var paths = XPathIndex(tree)
    var cells: TableCells?
    var blocks: [Block] = []
    var removed: [Removed] = []
    for (index, piece) in passages.pieces.enumerated() {
      var kind: Block.Kind?
      var isMain: Bool?
      let margin = margins[index] - options.focus.shift
      // A rule cut what the model would have kept.
      let fate: PassageFate = isIn[index] ? .kept : margins[index] > 0 ? .ruled : .cut
      defer {
        let isElse = kind.map { !$0.isArticle } ?? false
        report?(PassageDecision(text: Self.text(passages, piece), fate: isElse ? nil : fate, margin: margin))
      }
      if body != nil, index == found.title {
        kind = .title
      } else if body != nil, index == found.byline, !isIn[index] || measures[index].words <= 12 {
        kind = .byline
      } else if isIn[index], case .byline = verdicts[index], let body, index <= body {
        kind = .byline
      } else if let title = found.title, isIn[index], index > title, index - title <= 3, let body, index < body,
        piece.signs.contains(.inHeading), measures[index].words >= 5
      {
        kind = .subtitle
      } else if isIn[index] {
        kind = self.kind(tree, passages, piece, measures[index], verdicts[index])
      } else if options.comments, piece.signs.contains(.comments), measures[index].isProse {
        kind = .paragraph
        isMain = false
      } else if isCaption(tree, passages, verdicts, isIn, index, body) {
        kind = .caption
      }
      if kind == .caption && !options.captions || kind == .table && !options.tables {
        cut(&removed, &paths, passages, index, kind == .table ? .other : .credit, .option, 1)
        continue
      }
      guard let kind else {
        if options.keepRemoved {
          let (what, why) = Self.removal(
            piece, measures[index], verdicts[index], body != nil && index < (body ?? 0))
          cut(&removed, &paths, passages, index, what, why, model.confidence(margin, fate))
        }
        continue
      }
      append(&builder, tree, passages, piece)
      guard let written = builder.endBlock() else { continue }
      var block = Block(
        range: written.range, kind: kind, isMain: isMain, level: level(tree, piece, kind),
        xpath: paths.path(of: Int(piece.node)), source: written.source, runs: written.runs,
        confidence: kind == .title || kind == .byline ? 0.9 : model.confidence(margin, .kept))
      if kind == .table {
        if cells == nil { cells = TableCells(tree) }
        if let place = cell(tree, piece).flatMap({ cells?[$0] }) {
          block.row = place.row
          block.column = place.column
        }
      }
      blocks.append(block)
    }
    document.text = Text(valid: builder.utf8)
    document.metadata.language = BlockLanguages.assign(to: &blocks, builder.utf8.span, .shared)
    document.blocks = blocks
    if options.keepRemoved { document.removed = removed }
  }

  private func append(
    _ builder: inout BlockTextBuilder, _ tree: HTMLTree, _ passages: TreePassages, _ piece: TreePassages.Piece
  ) {
    var index = Int(piece.first)
    let isPreformatted = tree.nodes[Int(piece.node)].tag == .pre
    while index <= Int(piece.last) {
      let tag = tree.nodes[index].tag
      if tag == .text {
        builder.append(tree, index, isPreformatted: isPreformatted)
      } else if tag == .br {
        builder.lineBreak()
      } else if passages.isLeftOut(tag) {
        index = Int(tree.nodes[index].end)
        continue
      }
      index += 1
    }
  }

  private static func text(_ passages: TreePassages, _ piece: TreePassages.Piece) -> String {
    String(decoding: passages.text[piece.range.indices], as: UTF8.self)
  }

  private func cut(
    _ removed: inout [Removed], _ paths: inout XPathIndex, _ passages: TreePassages, _ index: Int, _ kind: Removed.Kind,
    _ reason: Removed.Reason, _ confidence: Double
  ) {
    guard options.keepRemoved else { return }
    let piece = passages.pieces[index]
    removed.append(
      Removed(
        kind: kind, reason: reason, text: Self.text(passages, piece), xpath: paths.path(of: Int(piece.node)),
        source: piece.source, confidence: confidence))
  }
}
