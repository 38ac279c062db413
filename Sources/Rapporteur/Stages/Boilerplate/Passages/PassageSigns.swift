/// What rules say of a passage whatever the model thinks: what it surely is, kept or cut.
struct PassageSigns {
  /// What a rule says.
  enum Verdict: Sendable {
    /// Nothing for sure.
    case open
    case caption
    case byline(String)
    case cut(Removed.Kind, Removed.Reason)

    /// Whether a shape, no phrase, gave the passage away.
    var isPattern: Bool {
      if case .cut(_, .pattern) = self { return true }
      return false
    }
  }

  private let credits = Credits.shared
  private let dates = DateReader.shared

  /// The verdict on each passage, in order.
  func verdicts(_ bytes: Span<UInt8>, _ passages: [PassageMeasure]) -> [Verdict] {
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(passages.count)
    for passage in passages { verdicts.append(verdict(bytes, passage)) }
    markGlossaries(bytes, passages, &verdicts)
    markClockLists(bytes, passages, &verdicts)
    markEchoes(bytes, passages, &verdicts)
    freeListItems(passages, &verdicts)
    return verdicts
  }

  private func verdict(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Verdict {
    guard passage.words <= 120, passage.words > 0 || passage.range.count < 80 else { return .open }
    if passage.words <= 14, let names = Bylines.names(bytes, passage.range) { return .byline(names) }
    if PageMarks.isOrdinal(bytes, passage) { return .open }
    if PageMarks.isPageNumber(bytes, passage) { return .cut(.other, .pattern) }
    if let phrase = passage.phrase, phrase.place == .line, phrase.kind != .navigation, phrase.kind != .credit {
      return .cut(phrase.kind, .phrase)
    }
    if passage.words <= 16, isDateLine(bytes, passage) || PageMarks.isMetadata(bytes, passage) {
      return .cut(.metadata, .pattern)
    }
    if passage.words <= 45, PageMarks.isStaffNote(bytes, passage) { return .cut(.credit, .pattern) }
    if passage.separators > 0 || PageMarks.hasGaps(bytes, passage), passage.words <= 24,
      let kind = PageMarks.menu(bytes, passage)
    {
      return .cut(kind, .phrase)
    }
    if let kind = PageMarks.easternMenu(bytes, passage) { return .cut(kind, .phrase) }
    if PageMarks.isShareRow(passage) { return .cut(.share, .pattern) }
    if PageMarks.isWireHeader(bytes, passage) { return .cut(.metadata, .pattern) }
    if PageMarks.isMenu(bytes, passage) { return .cut(.navigation, .pattern) }
    switch credits.sign(bytes, passage) {
    case .caption: return .caption
    case .credit: return .cut(.credit, .pattern)
    case nil: break
    }
    if let phrase = passage.phrase, phrase.kind == .credit, phrase.place > .any, passage.words >= 9, passage.words <= 60
    {
      return .caption
    }
    if let phrase = passage.phrase, phrase.place == .start || phrase.place == .line,
      passage.words <= Self.limit(phrase.kind), !isQuotation(passage, phrase.kind)
    {
      return .cut(phrase.kind, .phrase)
    }
    if let phrase = passage.phrase, phrase.isSure, passage.words <= 70, passage.sentences <= 4 {
      return .cut(phrase.kind, .phrase)
    }
    if let phrase = passage.phrase, phrase.kind == .copyright { return .cut(.copyright, .phrase) }
    if PageMarks.isCall(passage) || passage.closesCall { return .cut(.advertisement, .pattern) }
    if passage.separators >= 3, passage.words <= passage.separators * 4, !passage.endsSentence {
      return .cut(.navigation, .pattern)
    }
    return passage.words == 0 ? .cut(.other, .pattern) : .open
  }

  /// "“Help us keep the bridge open,” she said": a quotation begins as a call does.
  private func isQuotation(_ passage: PassageMeasure, _ kind: Removed.Kind) -> Bool {
    passage.hasQuote && passage.endsSentence && [.advertisement, .share, .comments, .other].contains(kind)
  }

  /// How long a line may be that a phrase at its start gives away.
  private static func limit(_ kind: Removed.Kind) -> Float {
    switch kind {
    case .copyright: 80
    case .share, .comments, .form: 28
    case .related, .advertisement: 24
    case .metadata: 18
    case .credit: 16
    case .navigation: 14
    case .other: 30
    case .disclaimer, .glossary, .duplicate: 0
    }
  }

  /// A date, and little besides.
  private func isDateLine(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.numbers > 0 || passage.words <= 6, let match = dates.first(bytes, passage.range) else { return false }
    let rest = Self.rest(bytes, passage.range, beside: match.range)
    // "Weekly Briefing of the Canal Authority, 4 March 2025" is a headline.
    if rest >= 5, passage.phrase == nil, passage.separators == 0, match.range.end == passage.range.end { return false }
    return rest <= (passage.separators >= 2 ? 8 : 6)
      && (!passage.endsSentence || rest <= 1 || passage.phrase?.kind == .metadata)
  }

  /// The words outside `date` but for those of clocks and those that stand around dates; a character of Chinese,
  /// Japanese or Korean counts for half a one.
  private static func rest(_ bytes: Span<UInt8>, _ range: TextRange, beside date: TextRange) -> Float {
    var tokenizer = Tokenizer(range)
    var rest: Float = 0
    while let piece = tokenizer.next(bytes) {
      if piece.shape.contains(.mark) || piece.start >= date.start && piece.start < date.end { continue }
      if piece.shape.contains(.number) {
        let isClock =
          piece.end < range.end && bytes[piece.end] == 0x3A
          || piece.start > range.start && bytes[piece.start - 1] == 0x3A
        rest += isClock ? 0 : 1
        continue
      }
      if FurnitureWords.shared[Lexicon.shared.id(ofHash: piece.hash)]?.contains(.date) ?? false { continue }
      rest += piece.shape.isDisjoint(with: [.ideographic, .hangul]) ? 1 : 0.5
    }
    return rest
  }

  /// Lines that pair a Chinese, Japanese or Korean term with one in Latin script, at least two of them together.
  private func markGlossaries(_ bytes: Span<UInt8>, _ passages: [PassageMeasure], _ verdicts: inout [Verdict]) {
    var last = -9
    for (index, passage) in passages.enumerated() where isTermPair(bytes, passage) {
      if index - last <= 3 {
        for inside in last...index where isTermPair(bytes, passages[inside]) {
          verdicts[inside] = .cut(.glossary, .pattern)
        }
      } else if index > 0, passages[index - 1].phrase?.kind == .glossary {
        verdicts[index] = .cut(.glossary, .pattern)
      }
      last = index
    }
  }

  private func isTermPair(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.easternLetters >= 2, passage.latinWords >= 1, passage.latinWords <= 14, passage.easternLetters <= 24,
      !passage.endsSentence
    else { return false }
    var tokenizer = Tokenizer(passage.range)
    var changes = 0
    var isEastern: Bool?
    while changes < 3, let piece = tokenizer.next(bytes) {
      guard piece.shape.contains(.word) else { continue }
      let eastern = !piece.shape.isDisjoint(with: [.ideographic, .hangul])
      if let before = isEastern, before != eastern { changes += 1 }
      isEastern = eastern
    }
    return changes == 1
  }

  /// Lines that start with a time of day, or end with a date, at least two of them together: lists of headlines.
  private func markClockLists(_ bytes: Span<UInt8>, _ passages: [PassageMeasure], _ verdicts: inout [Verdict]) {
    var last = -9
    for (index, passage) in passages.enumerated() {
      guard passage.words >= 2, passage.words <= 40, startsWithClock(bytes, passage) || endsWithDate(bytes, passage)
      else {
        continue
      }
      // Text between them makes them the headings of a chronicle.
      if index - last <= 2, last < 0 || !(last..<index).contains(where: { $0 > last && passages[$0].isProse }) {
        verdicts[index] = .cut(.related, .pattern)
        if case .open = verdicts[last] { verdicts[last] = .cut(.related, .pattern) }
      }
      last = index
    }
  }

  /// "(c) Train two operators" between other items is no copyright.
  private func freeListItems(_ passages: [PassageMeasure], _ verdicts: inout [Verdict]) {
    for (index, passage) in passages.enumerated() where passage.hasMarker {
      guard case .cut(.copyright, _) = verdicts[index], index > 0, passages[index - 1].hasMarker else { continue }
      verdicts[index] = .open
    }
  }

  /// Two short lines that say nearly the same: what is left of a picture, its description and its caption.
  private func markEchoes(_ bytes: Span<UInt8>, _ passages: [PassageMeasure], _ verdicts: inout [Verdict]) {
    for index in passages.indices.dropFirst() where isLabel(passages[index - 1]) && isLabel(passages[index]) {
      guard case .open = verdicts[index], passages[index].hash != passages[index - 1].hash else { continue }
      let (first, second) = (words(bytes, passages[index - 1].range), words(bytes, passages[index].range))
      let shared = first.filter { second.contains($0) }.count
      guard shared * 3 >= max(first.count, second.count) * 2 || (shared == first.count && second.count <= 3) else {
        continue
      }
      if case .open = verdicts[index - 1] { verdicts[index - 1] = .cut(.other, .repeated) }
      verdicts[index] = .cut(.other, .repeated)
    }
  }

  private func isLabel(_ passage: PassageMeasure) -> Bool {
    passage.words >= 1 && passage.words <= 10 && passage.capitalShare >= 0.6 && !passage.endsSentence
      && !passage.hasMarker && !passage.endsInColon
  }

  private func words(_ bytes: Span<UInt8>, _ range: TextRange) -> [UInt64] {
    var tokenizer = Tokenizer(range)
    var words: [UInt64] = []
    while let piece = tokenizer.next(bytes) {
      if !piece.shape.contains(.mark) { words.append(piece.hash) }
    }
    return words
  }

  private func startsWithClock(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    var at = passage.range.start + ListMarker.length(bytes, passage.range)
    let end = passage.range.end
    if at < end, bytes[at] == 0x5B || bytes[at] == 0x28 { at += 1 }
    let first = at
    while at < end, at - first < 2, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    guard at > first, at + 2 < end, bytes[at] == 0x3A, bytes[at + 1] >= 0x30, bytes[at + 1] <= 0x35,
      bytes[at + 2] >= 0x30,
      bytes[at + 2] <= 0x39
    else { return false }
    return !passage.endsSentence || passage.words < 16
  }

  private func endsWithDate(_ bytes: Span<UInt8>, _ passage: PassageMeasure) -> Bool {
    guard passage.words >= 5, passage.numbers > 0, !passage.endsSentence else { return false }
    let start = max(passage.range.start, passage.range.end - 24)
    var at = start
    while at < passage.range.end, bytes[at] & 0xC0 == 0x80 { at += 1 }
    guard let match = dates.first(bytes, TextRange(at, passage.range.end)) else { return false }
    return match.range.end + 1 >= passage.range.end && match.range.start - passage.range.start >= 12
  }
}
