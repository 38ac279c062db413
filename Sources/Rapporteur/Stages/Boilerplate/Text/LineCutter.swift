/// Cuts a line that holds several units: a page's menu and its headline, the headline and its date, the date and the
/// report, the report and a call to subscribe.
///
/// Pages that were flattened without line breaks come so. Every cut has a mark of its own: names of sections in a row,
/// a date that no sentence holds, a dateline, a phrase of `PhraseBook` behind a full stop.
struct LineCutter {
  private let lexicon: Lexicon
  private let furniture = FurnitureWords.shared
  private var reader = PassageReader()
  private var tokens: [Token] = []

  init(lexicon: Lexicon = .shared) { self.lexicon = lexicon }

  /// The offsets inside a line at which another unit begins, in order.
  ///
  /// - Parameter isTop: Whether the line is one of the page's first, where menu, headline and date stand.
  mutating func cuts(_ bytes: Span<UInt8>, _ line: TextRange, isTop: Bool) -> [Int] {
    guard line.count >= 60 else { return [] }
    var cuts: [Int] = []
    if isTop {
      var end = min(line.end, line.start + 1200)
      while end < line.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
      tokens.removeAll(keepingCapacity: true)
      Tokenizer.tokenize(bytes, in: TextRange(line.start, end), lexicon: lexicon, into: &tokens)
      var start = line.start
      if let menu = menuEnd(bytes) {
        cuts.append(menu)
        start = menu
      }
      let report = dateline(bytes, line, from: start)
      cuts += dateCuts(bytes, TextRange(start, report ?? min(line.end, start + 240)), end: line.end)
      if let report { cuts.append(report) }
    }
    cuts += labelCuts(bytes, line)
    cuts += callCuts(bytes, TextRange(max(line.start, cuts.last ?? 0), line.end))
    return Array(Set(cuts)).sorted().filter { $0 > line.start && $0 < line.end }
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

  /// A mark that may stand in a menu.
  private func isPart(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    switch UTF8Scan.scalar(bytes, at: token.start).value {
    case 0x7C, 0x2F, 0x26, 0x2D, 0x2E, 0x3E, 0xB7, 0xBB, 0x203A, 0x2022: true
    default: false
    }
  }

  /// Where a report begins with its dateline, behind other words.
  private func dateline(_ bytes: Span<UInt8>, _ line: TextRange, from start: Int) -> Int? {
    // "HALM, Westmark, Nov. 1 (Reuters) --": the dateline opens the line, and none is behind its first word.
    if Datelines.shared.read(bytes, TextRange(start, line.end), published: nil)?.agency != nil { return nil }
    for index in tokens.indices.dropFirst().prefix(120) {
      let token = tokens[index]
      guard token.start > start, token.shape.contains(.word), token.shape.contains(.spaceBefore), token.length >= 3,
        !token.shape.isDisjoint(with: [.capitalised, .allCapitals])
      else { continue }
      let before = tokens[index - 1]
      // "in ACCRA, March 3" is inside a sentence; a place of two words begins with its first.
      if before.shape.contains(.word), before.shape.isDisjoint(with: [.capitalised, .allCapitals, .hasDigit]) {
        continue
      }
      if isDateWord(bytes, token) { continue }
      if before.shape.contains(.allCapitals), token.shape.contains(.allCapitals), before.length > 1,
        !isDateWord(bytes, before)
      {
        continue
      }
      guard let found = Datelines.shared.read(bytes, TextRange(token.start, line.end), published: nil),
        found.agency != nil, found.place != nil, found.date != nil || token.shape.contains(.allCapitals)
      else { continue }
      return token.start
    }
    return nil
  }

  /// Around the dates between the headline and the report, with the words that belong to them, and before the author.
  private func dateCuts(_ bytes: Span<UInt8>, _ range: TextRange, end: Int) -> [Int] {
    var cuts: [Int] = []
    var start = range.start
    while cuts.count < 6, range.end - start > 24,
      let date = DateReader.shared.first(bytes, TextRange(start, range.end)),
      var first = tokens.firstIndex(where: { $0.end > date.range.start })
    {
      while first > 0, tokens[first - 1].start >= start, isDateWord(bytes, tokens[first - 1]) { first -= 1 }
      var next = tokens.firstIndex { $0.start >= date.range.end } ?? tokens.count
      while next < tokens.count, isDateWord(bytes, tokens[next]) { next += 1 }
      let before = tokens[..<first].drop { $0.start < start }
      if let last = before.last {
        guard before.count(where: { $0.shape.contains(.word) }) >= 3, before.count <= 30,
          last.shape.contains(.word) || last.shape.contains(.closesQuote), !Self.links.contains(text(bytes, last)),
          !tokens[first].shape.isDisjoint(with: [.capitalised, .allCapitals, .number])
        else { return cuts }
        if let author = author(bytes, before) { cuts.append(author) }
        cuts.append(tokens[first].start)
      }
      guard next < tokens.count else { return cuts }
      let after = tokens[next]
      guard after.shape.contains(.opensQuote) || !after.shape.isDisjoint(with: [.capitalised, .allCapitals]) else {
        return before.isEmpty ? cuts : Array(cuts.dropLast())
      }
      cuts.append(after.start)
      start = after.start
    }
    return cuts
  }

  /// Where "By Ana Silva" begins behind a headline.
  private func author(_ bytes: Span<UInt8>, _ tokens: ArraySlice<Token>) -> Int? {
    guard
      let by = tokens.lastIndex(where: {
        text(bytes, $0) == "by" && $0.shape.contains(.capitalised)
          || text(bytes, $0) == "by" && $0.shape.contains(.allCapitals)
      }),
      by > tokens.startIndex, by + 2 < tokens.endIndex, tokens.endIndex - by <= 8,
      tokens[(by + 1)...].allSatisfy({
        $0.shape.contains(.mark) || !$0.shape.isDisjoint(with: [.capitalised, .allCapitals])
      })
    else { return nil }
    return tokens[by].start
  }

  /// Around "Advertisement" between two sentences.
  private func labelCuts(_ bytes: Span<UInt8>, _ line: TextRange) -> [Int] {
    var cuts: [Int] = []
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
      cuts.append(at)
      if bytes[label.end] == 0x20 { cuts.append(label.end + 1) }
    }
    return cuts
  }

  /// Words and marks that stand around a date: "Published", "Updated about 3 hours ago", "10:05", "GMT", "|".
  private func isDateWord(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    if token.shape.contains(.number) || token.shape.contains(.hasDigit) { return true }
    if token.shape.contains(.mark) {
      switch UTF8Scan.scalar(bytes, at: token.start).value {
      case 0x7C, 0x3A, 0x2D, 0x2013, 0x2014, 0x2C, 0xB7: return true
      default: return false
      }
    }
    return Self.dateWords.contains(text(bytes, token))
  }

  /// Before phrases of pages behind the last full stops of a line.
  private mutating func callCuts(_ bytes: Span<UInt8>, _ range: TextRange) -> [Int] {
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
    return best.map { [$0] } ?? []
  }

  private static func endsSentence(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var before = at - 1
    while before > 0, bytes[before] == 0x22 || bytes[before] == 0x29 || bytes[before] == 0x5D { before -= 1 }
    if before > 1, bytes[before] == 0x9D, bytes[before - 1] == 0x80, bytes[before - 2] == 0xE2 { before -= 3 }
    return before >= 0 && (bytes[before] == 0x2E || bytes[before] == 0x21 || bytes[before] == 0x3F)
  }

  private func text(_ bytes: Span<UInt8>, _ token: Token) -> String { text(bytes, token.start, token.end) }

  /// In lower case.
  private func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var copy: [UInt8] = []
    for index in start..<end {
      copy.append(bytes[index] >= 0x41 && bytes[index] <= 0x5A ? bytes[index] | 0x20 : bytes[index])
    }
    return String(decoding: copy, as: UTF8.self)
  }

  /// A sentence goes on from these to a date.
  private static let links: Set<String> = [
    "on", "in", "of", "since", "by", "from", "until", "till", "to", "the", "and", "for", "before", "after", "between",
    "dated", "due", "at", "was", "is", "as", "than", "a",
  ]
  private static let labels: Set<String> = ["advertisement", "advertising", "advertisements"]
  private static let dateWords: Set<String> = [
    "published", "updated", "posted", "date", "time", "about", "hours", "hour", "ago", "minutes", "gmt", "utc", "am",
    "pm", "a.m.", "p.m.", "ist", "est", "edt", "cet", "sgt", "kst", "last", "first", "e", "paper", "e-paper", "all",
    "headlines", "font", "size", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
    "tue", "wed", "thu", "fri", "sat", "sun", "a+", "print", "at",
  ]
}
