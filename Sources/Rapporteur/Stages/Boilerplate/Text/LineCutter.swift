/// Cuts a line that holds several units: a page's menu and its headline, the headline and its date, the date and the
/// report, the report and a call to subscribe.
///
/// Pages that were flattened without line breaks come so. Every cut has a mark of its own: names of sections in a row,
/// a date that no sentence holds, a dateline, a phrase of `PhraseBook` behind a full stop.
struct LineCutter {
  let furniture = FurnitureWords.shared
  /// Those of the line's beginning.
  private(set) var tokens: [Token] = []
  private let lexicon: Lexicon
  private var reader = PassageReader()
  private var tail = TailCutter()

  init(lexicon: Lexicon = .shared) { self.lexicon = lexicon }

  /// Where inside a line other units begin, in order.
  ///
  /// - Parameter isTop: Whether the line is one of the page's first, where menu, headline and date stand.
  mutating func cuts(_ bytes: Span<UInt8>, _ line: TextRange, isTop: Bool) -> [LineCut] {
    guard line.count >= 60 else { return [] }
    var cuts: [LineCut] = []
    if isTop {
      var end = min(line.end, line.start + 1200)
      while end < line.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
      tokens.removeAll(keepingCapacity: true)
      Tokenizer.tokenize(bytes, in: TextRange(line.start, end), lexicon: lexicon, into: &tokens)
      var start = line.start
      if let menu = menuEnd(bytes) ?? phrasesEnd() {
        cuts.append(LineCut(place: menu))
        start = menu
      }
      let report = dateline(bytes, line, from: start)
      let head = TextRange(start, report ?? min(line.end, start + 240))
      let dates = dateCuts(bytes, head, end: line.end)
      cuts += (dates.isEmpty ? authorCuts(bytes, head) : dates).map { LineCut(place: $0) }
      if let report { cuts.append(LineCut(place: report)) }
    }
    cuts += labelCuts(bytes, line)
    cuts += SpacedLine.cuts(bytes, line)
    let ends = tail.cuts(bytes, line)
    cuts += ends
    if ends.isEmpty { cuts += callCuts(bytes, TextRange(max(line.start, cuts.last?.place ?? 0), line.end)) }
    var inside: [LineCut] = []
    for cut in cuts.sorted(by: { $0.place < $1.place }) where cut.place > line.start && cut.place < line.end {
      if let last = inside.last, last.place == cut.place { inside.removeLast() }
      inside.append(cut)
    }
    return inside
  }

  /// Behind a row of names of sections at the start, where something else follows in the line.
  private func menuEnd(_ bytes: Span<UInt8>) -> Int? {
    var words = 0
    var known = 0
    var best: Int?
    for (index, token) in tokens.enumerated() {
      guard token.shape.contains(.word) else {
        if token.shape.contains(.mark), !isPart(bytes, token) { break }
        continue
      }
      // "K-pop"
      let isJoined = !token.shape.contains(.spaceBefore)
      guard isJoined || !token.shape.isDisjoint(with: [.capitalised, .allCapitals]) else { break }
      if index == 0, !(furniture[token.word]?.contains(.menu) ?? false) { return nil }
      words += 1
      if furniture[token.word]?.contains(.menu) ?? false {
        known += 1
        if known >= 3, known * 10 >= words * 6 { best = index }
      } else if words - known > 2 + known / 2 {
        break
      }
    }
    guard let best, best + 3 < tokens.count else { return nil }
    var next = best + 1
    while next < tokens.count, tokens[next].shape.contains(.mark), isPart(bytes, tokens[next]) { next += 1 }
    return next < tokens.count ? tokens[next].start : nil
  }

  /// Behind the phrases of a page that open a line in which something else follows: "Skip to content", "정치 경제 사회".
  private func phrasesEnd() -> Int? {
    let all = tokens.span
    var next = 0
    var count = 0
    while next < tokens.count, let found = PhraseBook.shared.phrase(all, at: next), found.match.place >= .start,
      [.navigation, .share].contains(found.match.kind)
    {
      next += found.length
      count += 1
    }
    guard next >= 2, next + 3 < tokens.count, count >= 2 || next >= 3,
      tokens[next].shape.contains(.spaceBefore),
      !tokens[next].shape.isDisjoint(with: [.capitalised, .allCapitals, .hangul, .ideographic])
    else { return nil }
    return tokens[next].start
  }

  /// A mark that may stand in a menu.
  private func isPart(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    switch UTF8Scan.scalar(bytes, at: token.start).value {
    case 0x7C, 0x2F, 0x26, 0x2D, 0x2E, 0x3E, 0xB7, 0xBB, 0x203A, 0x2022: true
    default: false
    }
  }

  /// Around "Advertisement" between two sentences.
  private func labelCuts(_ bytes: Span<UInt8>, _ line: TextRange) -> [LineCut] {
    var cuts: [LineCut] = []
    var at = line.start + 1
    while at + 12 < line.end {
      defer { at += 1 }
      guard bytes[at] == 0x41, bytes[at - 1] == 0x20, bytes[at + 1] | 0x20 == 0x64, bytes[at + 2] | 0x20 == 0x76,
        Self.endsSentence(bytes, at - 1)
      else { continue }
      var tokenizer = Tokenizer(TextRange(at, min(line.end, at + 20)))
      guard let label = tokenizer.next(bytes), label.end < line.end,
        Self.labels.contains(text(bytes, label.start, label.end))
      else { continue }
      cuts.append(LineCut(place: at, kind: .advertisement))
      if bytes[label.end] == 0x20 { cuts.append(LineCut(place: label.end + 1)) }
    }
    return cuts
  }

  /// Before phrases of pages behind the last full stops of a line.
  private mutating func callCuts(_ bytes: Span<UInt8>, _ range: TextRange) -> [LineCut] {
    guard range.count >= 160 else { return [] }
    var at = range.end - 1
    let limit = max(range.start + 30, range.end - 320)
    var best: Int?
    while at > limit {
      defer { at -= 1 }
      guard bytes[at] == 0x20, Self.endsSentence(bytes, at) else { continue }
      let rest = UTF8Scan.trim(bytes, TextRange(at, range.end))
      guard rest.count >= 4 else { continue }
      let measure = reader.measure(bytes, rest)
      guard measure.words <= 40, let phrase = measure.phrase, phrase.place >= .start,
        [.advertisement, .related, .share, .comments, .copyright].contains(phrase.kind), !measure.hasQuote,
        phrase.place == .line && measure.words <= 4 || PageMarks.isCall(measure) || measure.words <= 14
      else { continue }
      best = rest.start
    }
    return best.map { [LineCut(place: $0)] } ?? []
  }

  private static func endsSentence(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var before = at - 1
    while before > 0, bytes[before] == 0x22 || bytes[before] == 0x29 || bytes[before] == 0x5D { before -= 1 }
    if before > 1, bytes[before] == 0x9D, bytes[before - 1] == 0x80, bytes[before - 2] == 0xE2 { before -= 3 }
    return before >= 0 && (bytes[before] == 0x2E || bytes[before] == 0x21 || bytes[before] == 0x3F)
  }

  func text(_ bytes: Span<UInt8>, _ token: Token) -> String { text(bytes, token.start, token.end) }

  /// In lower case.
  func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var copy: [UInt8] = []
    for index in start..<end {
      copy.append(bytes[index] >= 0x41 && bytes[index] <= 0x5A ? bytes[index] | 0x20 : bytes[index])
    }
    return String(decoding: copy, as: UTF8.self)
  }

  private static let labels: Set<String> = ["advertisement", "advertising", "advertisements"]
}
