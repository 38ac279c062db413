/// Finds the article in a page that somebody already flattened to lines.
struct TextExtractor: Sendable {
  private let options: BoilerplateOptions
  private let model: PassageModel

  init(_ options: BoilerplateOptions, _ model: PassageModel = PassageModel(.text)) {
    self.options = options
    self.model = model
  }

  /// - Parameter report: What is told of each passage, in page order.
  func extract(_ document: inout Document, report: ((PassageDecision) -> Void)? = nil) {
    let page = document.decoded
    let bytes = page.utf8.span
    let units = TextUnit.units(of: page)
    var reader = PassageReader()
    var passages: [PassageMeasure] = []
    passages.reserveCapacity(units.count)
    for unit in units { passages.append(reader.measure(bytes, unit.range)) }
    var verdicts = PassageSigns().verdicts(bytes, passages)
    for index in options.repeated.find(document.source, bytes, units.map(\.range)) {
      verdicts[index] = .cut(.duplicate, .repeated)
    }
    for index in units.indices {
      if let kind = units[index].removed { verdicts[index] = .cut(kind, kind == .metadata ? .pattern : .phrase) }
    }
    let features = PassageFeatures(
      Array(passages.prefix(PassageModel.rowCap)),
      isApart: units.prefix(PassageModel.rowCap).map { $0.blanksBefore > 0 })
    let scores = scores(bytes, passages, verdicts, features)
    let margins = PassageModel.margins(scores, change: PassageKind.text.changeCost)
    var isIn = margins.map { $0 > 0 }
    for index in units.indices {
      if case .cut = verdicts[index] { isIn[index] = false }
    }
    Self.takeOrdinals(bytes, &isIn, passages)
    Self.takeLastLine(&isIn, passages, verdicts)
    if !isIn.contains(true) {
      // Nothing else would be left of a page: a note of one sentence is an article of one sentence.
      for index in units.indices where passages[index].isLoneSentence {
        if case .open = verdicts[index] { isIn[index] = true }
      }
    }
    let body = Self.body(passages, isIn) ?? units.count
    let last = isIn.lastIndex(of: true) ?? -1
    let title = body < units.count ? TextTitle(page.utf8, units, passages, verdicts).find(before: body) : nil
    if let title { Self.markBylines(bytes, passages, &verdicts, title.line + 1..<max(title.line + 1, body)) }
    TextMetadata(document.decoded, units, passages, verdicts, title).read(&document, body: body, last: last)

    var writer = DocumentWriter()
    var removed: [Removed] = []
    for index in units.indices {
      let margin = margins[index] - options.focus.shift
      let range = units[index].range
      var fate: PassageFate?
      defer { report?(PassageDecision(text: page[range], fate: fate, margin: margin)) }
      func cut(_ kind: Removed.Kind, _ reason: Removed.Reason, _ range: TextRange, by maker: PassageFate = .ruled) {
        fate = maker
        let confidence = model.confidence(margin, maker)
        removed.append(Removed(kind: kind, reason: reason, text: page[range], source: range, confidence: confidence))
      }
      if let title, title.line == index {
        writer.add(page.utf8, title.range, .title, level: 1, confidence: 0.9)
        if title.range.end < range.end { cut(.metadata, .pattern, page.trimmed(TextRange(title.range.end, range.end))) }
        continue
      }
      if let title, title.suffixed == index || (passages[index].hash == passages[title.line].hash && index < body) {
        cut(title.suffixed == index ? .metadata : .duplicate, .repeated, range)
        continue
      }
      switch verdicts[index] {
      case .cut(let kind, let reason): cut(kind, reason, range)
      case .byline where index <= body && (title.map { index >= $0.line - 6 } ?? true):
        writer.add(page.utf8, range, .byline, confidence: 0.85)
      case .caption where options.captions && index >= min(body, title?.line ?? body) - 3 && index <= last + 2:
        writer.add(page.utf8, range, .caption, confidence: 0.85)
      case .caption: cut(.credit, .pattern, range)
      case .open where index < body && isSubtitle(passages[index]) && follows(title?.line, index, verdicts):
        writer.add(page.utf8, range, .subtitle, confidence: 0.7)
      case .open where isIn[index], .byline where isIn[index]:
        let kind = kind(bytes, units, passages, isIn, index)
        fate = .kept
        writer.add(
          page.utf8, range, kind.0, level: kind.level, confidence: model.confidence(margin, .kept))
      case .open, .byline:
        let (kind, reason) = Self.guess(passages[index], isInside: index > body && index < last)
        cut(kind, reason, range, by: .cut)
      }
    }
    document.text = Text(valid: writer.text)
    var blocks = writer.blocks
    document.metadata.language = BlockLanguages.assign(to: &blocks, writer.text.span, .shared)
    document.blocks = blocks
    if options.keepRemoved { document.removed = removed }
    if !blocks.contains(where: { $0.isMain }) {
      document.warn("boilerplate", "no_content", "the page has no running text of its own")
    }
  }

  /// Takes in the sentences between the text and its end mark ("ENDS", "###"): nothing else stands there.
  private static func takeLastLine(
    _ isIn: inout [Bool], _ passages: [PassageMeasure], _ verdicts: [PassageSigns.Verdict]
  ) {
    guard let last = isIn.lastIndex(of: true) else { return }
    for end in passages.indices.dropFirst(last + 1).prefix(6) {
      guard case .cut(.metadata, .phrase) = verdicts[end], passages[end].phrase?.place == .line,
        passages[end].words <= 2
      else { continue }
      for index in last + 1..<end where passages[index].endsSentence && passages[index].words >= 4 {
        if case .open = verdicts[index], passages[index].phrase == nil { isIn[index] = true }
      }
      return
    }
  }

  /// Takes in "First:" or "[앵커]" alone in a line where the text goes on behind it.
  private static func takeOrdinals(_ bytes: Span<UInt8>, _ isIn: inout [Bool], _ passages: [PassageMeasure]) {
    for index in passages.indices.dropLast().reversed() where !isIn[index] && isIn[index + 1] {
      let passage = passages[index]
      if PageMarks.isOrdinal(bytes, passage) || PageMarks.isSpeakerLabel(bytes, passage) { isIn[index] = true }
    }
    // A speech ends with thanks.
    if let last = isIn.lastIndex(of: true), last + 1 < passages.count, passages[last + 1].endsSentence,
      PageMarks.isThanks(bytes, passages[last + 1])
    {
      isIn[last + 1] = true
    }
  }

  /// The first line of the running text. A long headline looks like running text, but does not end as a sentence does
  /// where the text behind it does.
  private static func body(_ passages: [PassageMeasure], _ isIn: [Bool]) -> Int? {
    guard let first = isIn.indices.first(where: { isIn[$0] && passages[$0].isProse }) else {
      return isIn.firstIndex(of: true)
    }
    let measure = passages[first]
    guard !measure.endsSentence, !measure.endsInColon, measure.words <= 40 else { return first }
    let next = isIn.indices.dropFirst(first + 1).prefix(8).first {
      isIn[$0] && passages[$0].isProse
        && (passages[$0].endsSentence || passages[$0].endsInColon || passages[$0].words > 40)
    }
    return next ?? first
  }

  /// What a cut line counts for at most against the lines beside it.
  private static let leastOfCut: Float = -1.5

  /// The model's scores, with what the rules know.
  private func scores(
    _ bytes: Span<UInt8>, _ passages: [PassageMeasure], _ verdicts: [PassageSigns.Verdict],
    _ features: PassageFeatures
  ) -> [Float] {
    var scores: [Float] = []
    scores.reserveCapacity(passages.count)
    for (index, passage) in passages.enumerated() {
      guard index < PassageModel.rowCap else {
        scores.append(PassageModel.fallback(passage))
        continue
      }
      var score = model.score(features.values.span, row: index) + options.focus.shift
      switch verdicts[index] {
      // A cut line does not break the article in two.
      case .cut: score = max(min(score, -0.3), Self.leastOfCut)
      case .caption: score = 0
      case .byline: score = min(score, 0)
      case .open:
        let isPlain = passage.phrase == nil && passage.isProse && passage.words >= 10
        if isPlain && features.bestRun.contains(index) { score = max(score, 0.6) }
        // A dateline begins a report.
        if passage.isProse, passage.words >= 12, abs(index - features.bestRun.lowerBound) <= 3,
          Datelines.shared.read(bytes, passage.range, published: nil)?.agency != nil
        {
          score = max(score, 1)
        }
        if passage.phrase?.kind == .disclaimer { score -= 1.5 }
      }
      scores.append(score)
    }
    return scores
  }

  private func kind(
    _ bytes: Span<UInt8>, _ units: [TextUnit], _ passages: [PassageMeasure], _ isIn: [Bool], _ index: Int
  ) -> (Block.Kind, level: Int?) {
    let passage = passages[index]
    if passage.hasMarker || PageMarks.isOrdinal(bytes, passage) { return (.listItem, 1) }
    if bytes[passage.range.start] == 0x3E { return (.quote, nil) }
    guard passage.words <= 14, !passage.endsSentence || passage.asks && passage.words <= 10, index + 1 < units.count,
      isIn[index + 1], !passage.endsInColon || passage.words <= 6
    else { return (.paragraph, nil) }
    let next = passages[index + 1]
    let isAlone = units[index].blanksBefore > 0 || index == 0 || passages[index - 1].endsSentence
    guard isAlone, next.isProse || next.hasMarker, !passage.startsLower, passage.sentences == 0 || passage.asks else {
      return (.paragraph, nil)
    }
    return (.heading, 2)
  }

  /// Whether a line right below the headline goes on with it.
  private func isSubtitle(_ passage: PassageMeasure) -> Bool {
    passage.words >= 5 && passage.words <= 45 && passage.phrase == nil && !passage.hasMarker && passage.separators < 2
      && (passage.functionWords >= 1 || passage.words >= 7)
  }

  /// Whether nothing but cut lines and bylines, two at most, stands between the headline and a line.
  private func follows(_ title: Int?, _ index: Int, _ verdicts: [PassageSigns.Verdict]) -> Bool {
    guard let title, index > title, index - title <= 3 else { return false }
    return (title + 1..<index).allSatisfy { line in
      if case .open = verdicts[line] { return false }
      return true
    }
  }

  /// Names that stand below the headline without "By".
  private static func markBylines(
    _ bytes: Span<UInt8>, _ passages: [PassageMeasure], _ verdicts: inout [PassageSigns.Verdict], _ head: Range<Int>
  ) {
    for index in head.prefix(8) {
      let passage = passages[index]
      // "Ana Silva · March 4, 2025 10:05 GMT"
      if case .cut(.metadata, .pattern) = verdicts[index], passage.separators == 1, passage.words <= 14,
        let names = author(bytes, passage.range)
      {
        verdicts[index] = .byline(names)
      }
      guard case .open = verdicts[index] else { continue }
      var isPlace = false
      if index <= head.lowerBound + 2, index + 1 < verdicts.count {
        if case .cut(.metadata, _) = verdicts[index + 1] { isPlace = true }
        if index > head.lowerBound, case .cut(.metadata, .pattern) = verdicts[index - 1] { isPlace = true }
      }
      if let names = TextBylines.shared.names(bytes, passage, isPlace: isPlace) {
        verdicts[index] = .byline(names)
      } else if passage.sentences >= 1, passage.words <= 45, bytes[passage.range.end - 1] == 0x29 {
        // "Lines down at the pier on Monday. (Ana Silva)"
        verdicts[index] = .caption
      }
    }
  }

  /// The author before the separator of a line that ends in a date.
  private static func author(_ bytes: Span<UInt8>, _ range: TextRange) -> String? {
    guard let date = DateReader.shared.first(bytes, range), date.range.start - range.start > 6 else { return nil }
    var at = range.start
    while at < date.range.start, bytes[at] != 0x7C, bytes[at] != 0xC2 { at += 1 }
    guard at < date.range.start else { return nil }
    var reader = PassageReader()
    return TextBylines.shared.names(bytes, reader.measure(bytes, UTF8Scan.trim(bytes, TextRange(range.start, at))))
  }

  /// What a line is that only the model cut.
  private static func guess(_ passage: PassageMeasure, isInside: Bool) -> (Removed.Kind, Removed.Reason) {
    if let phrase = passage.phrase { return (phrase.kind, .phrase) }
    if passage.isProse { return (.other, .outside) }
    if isInside { return (.other, .short) }
    return passage.words <= 4 ? (.navigation, .short) : (.related, .outside)
  }
}
