/// Finds the article in an HTML page.
struct TreeExtractor: Sendable {
  private let options: BoilerplateOptions
  private let model: PassageModel
  private let signs = SignReader()

  init(_ options: BoilerplateOptions, _ model: PassageModel = PassageModel(.tree)) {
    self.options = options
    self.model = model
  }

  func extract(_ document: inout Document) {
    let tree = HTMLTree(document.decoded.utf8)
    document.warnings += tree.warnings
    let passages = TreePassages(tree, signs)
    var reader = PassageReader()
    var measures: [PassageMeasure] = []
    measures.reserveCapacity(passages.pieces.count)
    for piece in passages.pieces { measures.append(reader.measure(passages.text.span, piece.range)) }
    var verdicts = PassageSigns().verdicts(passages.text.span, measures)
    let repeated = options.repeated.find(document.source, passages.text.span, measures.map(\.range))
    for index in repeated { verdicts[index] = .cut(.duplicate, .repeated) }
    let head = HeadData(tree)
    let data = LinkedData(tree.page, tree.linkedData)
    let scores = scores(TreeFeatures(tree, passages, measures, PageEvidence(head, data)), measures)
    let shift = PassageModel.shift(scores, measures.map(\.words)) + options.focus.shift
    var isIn = PassageModel.sequence(scores.map { $0 + shift }, change: PassageKind.tree.changeCost)
    join(&isIn, tree, passages, measures)
    completeTables(&isIn, tree, passages, measures)
    settle(&isIn, passages, measures, verdicts)
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
    write(&document, tree, passages, measures, verdicts, scores, isIn, found, body)
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

  /// Takes in the paragraphs beside a paragraph of the article, in the same element, that the model left out: it has
  /// seen few pages as short as a brief report.
  private func join(_ isIn: inout [Bool], _ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure]) {
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
  private static let chrome: ElementSigns = [
    .navigation, .footer, .side, .related, .share, .comments, .advertisement, .form, .inNav, .inFooter, .inAside,
    .inForm, .inButton, .inHeading, .hidden, .isHidden,
  ]

  /// Signs of the text's own container, which a stray end tag may have closed too early.
  private static let lostSigns: ElementSigns = [.inBold, .inLink, .content, .article, .articleBody, .inArticle]

  /// What rules know better than the model.
  private func settle(
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
  private func completeTables(
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

  private func write(
    _ document: inout Document, _ tree: HTMLTree, _ passages: TreePassages, _ measures: [PassageMeasure],
    _ verdicts: [PassageSigns.Verdict], _ scores: [Float], _ isIn: [Bool], _ found: TreeMetadata.Found, _ body: Int?
  ) {
    var builder = BlockTextBuilder(recordsRuns: options.sourceMap)
    var paths = XPathIndex(tree)
    var cells: TableCells?
    var blocks: [Block] = []
    var removed: [Removed] = []
    for (index, piece) in passages.pieces.enumerated() {
      var kind: Block.Kind?
      var isMain: Bool?
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
        cut(&removed, &paths, passages, index, kind == .table ? .other : .credit, .option)
        continue
      }
      guard let kind else {
        if options.keepRemoved {
          let (what, why) = Self.removal(
            piece, measures[index], verdicts[index], body != nil && index < (body ?? 0))
          cut(&removed, &paths, passages, index, what, why)
        }
        continue
      }
      append(&builder, tree, passages, piece)
      guard let written = builder.endBlock() else { continue }
      var block = Block(
        range: written.range, kind: kind, isMain: isMain, level: level(tree, piece, kind),
        xpath: paths.path(of: Int(piece.node)), source: written.source, runs: written.runs,
        confidence: kind == .title || kind == .byline ? 0.9 : model.confidence(scores[index]))
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

  /// Whether a piece that is no part of the text describes a picture or a table of the article.
  private func isCaption(
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

  private func cut(
    _ removed: inout [Removed], _ paths: inout XPathIndex, _ passages: TreePassages, _ index: Int, _ kind: Removed.Kind,
    _ reason: Removed.Reason
  ) {
    guard options.keepRemoved else { return }
    let piece = passages.pieces[index]
    removed.append(
      Removed(
        kind: kind, reason: reason, text: String(decoding: passages.text[piece.range.indices], as: UTF8.self),
        xpath: paths.path(of: Int(piece.node)), source: piece.source))
  }

  private func kind(
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
  private func cell(_ tree: HTMLTree, _ piece: TreePassages.Piece) -> Int? {
    var node = Int(piece.node)
    for _ in 0..<4 where node > 0 {
      if tree.nodes[node].tag == .td || tree.nodes[node].tag == .th { return node }
      node = Int(tree.nodes[node].parent)
    }
    return nil
  }

  private func level(_ tree: HTMLTree, _ piece: TreePassages.Piece, _ kind: Block.Kind) -> Int? {
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
  private static func removal(
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
