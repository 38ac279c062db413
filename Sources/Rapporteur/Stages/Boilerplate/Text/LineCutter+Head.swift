// What stands above a report in one line with it: its author, its date, its dateline.
extension LineCutter {
  /// Where a report begins with its dateline, behind other words.
  func dateline(_ bytes: Span<UInt8>, _ line: TextRange, from start: Int) -> Int? {
    // "HALM, Westmark, Nov. 1 (Reuters) --": the dateline opens the line, and none is behind its first word.
    if Datelines.shared.read(bytes, TextRange(start, line.end), published: nil)?.agency != nil { return nil }
    for index in tokens.indices.dropFirst().prefix(120) {
      let token = tokens[index]
      guard token.start > start, token.shape.contains(.spaceBefore) else { continue }
      if bytes[token.start] == 0x28 {
        // "(서울=연합뉴스)"
        if Datelines.shared.read(bytes, TextRange(token.start, line.end), published: nil)?.agency != nil,
          index + 1 < tokens.count, tokens[index + 1].shape.contains(.hangul)
        {
          return token.start
        }
        continue
      }
      guard token.shape.contains(.word), token.length >= 3,
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
      return place(from: index)
    }
    return nil
  }

  /// Where the place begins in words that may open with those of a row of buttons: at its first word in capitals, if it
  /// has one ("Email Print TASHKENT, Nov. 3").
  private func place(from first: Int) -> Int {
    var index = first
    while index < tokens.count, tokens[index].shape.contains(.word) {
      if index > first, tokens[index].shape.contains(.allCapitals), !tokens[index - 1].shape.contains(.allCapitals) {
        return tokens[index].start
      }
      index += 1
    }
    index = first
    while index + 1 < tokens.count, let kinds = furniture[tokens[index].word], !kinds.isDisjoint(with: [.call, .menu]),
      tokens[index + 1].shape.contains(.word)
    { index += 1 }
    return tokens[index].start
  }

  /// Around the dates between the headline and the report, with the words that belong to them, and before the author.
  func dateCuts(_ bytes: Span<UInt8>, _ range: TextRange, end: Int) -> [Int] {
    var cuts: [Int] = []
    var start = range.start
    while cuts.count < 6, range.end - start > 24,
      let date = DateReader.shared.first(bytes, TextRange(start, range.end)),
      var first = tokens.firstIndex(where: { $0.end > date.range.start })
    {
      while first > 0, tokens[first - 1].start >= start, isDateWord(bytes, tokens[first - 1]) { first -= 1 }
      var next = tokens.firstIndex { $0.start >= date.range.end } ?? tokens.count
      while next < tokens.count, isDateWord(bytes, tokens[next]) { next += 1 }
      if first > 1, bytes[tokens[first].start] == 0x2C,
        let place = place(bytes, tokens[...first].drop { $0.start < start }, next)
      {
        cuts.append(place)
        return cuts
      }
      next = behindFields(bytes, next)
      let before = tokens[..<first].drop { $0.start < start }
      if let last = before.last {
        guard before.count(where: { $0.shape.contains(.word) }) >= 3, before.count <= 30,
          last.shape.contains(.word) || last.shape.contains(.closesQuote), !Self.links.contains(text(bytes, last)),
          !tokens[first].shape.isDisjoint(with: [.capitalised, .allCapitals, .number])
        else { return cuts }
        if let author = author(bytes, before) ?? bareAuthor(bytes, before) { cuts.append(author) }
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

  /// Where the place begins that stands between a headline and a date that opens the report: "… after four years
  /// Reykjavik, 22 March 2031. Norway …".
  private func place(_ bytes: Span<UInt8>, _ before: ArraySlice<Token>, _ next: Int) -> Int? {
    guard next < tokens.count, let first = before.first else { return nil }
    switch UTF8Scan.scalar(bytes, at: tokens[next - 1].start).value {
    case 0x2D, 0x2013, 0x2014, 0x3A: break
    default:
      switch UTF8Scan.scalar(bytes, at: tokens[next].start).value {
      case 0x2E, 0x28, 0x2D, 0x2013, 0x2014, 0x3A: break
      default: return nil
      }
    }
    var index = before.endIndex - 1
    var start = index
    var words = 0
    while index > before.startIndex, words < 3 {
      index -= 1
      guard !tokens[index].shape.isDisjoint(with: [.capitalised, .allCapitals]) else { break }
      words += 1
      start = index
    }
    guard words > 0, start > before.startIndex, tokens[start].start > first.start,
      !Self.links.contains(text(bytes, tokens[start - 1])),
      Self.cities.contains(tokens[start].word)
        || tokens[start - 1].shape.contains(.word)
          && tokens[start - 1].shape.isDisjoint(with: [.capitalised, .allCapitals]),
      before.prefix(while: { $0.start < tokens[start].start }).count(where: { $0.shape.contains(.word) }) >= 3
    else { return nil }
    return tokens[start].start
  }

  /// Behind "Category: Security Reading time: 2 min": labels with a colon and a word.
  private func behindFields(_ bytes: Span<UInt8>, _ first: Int) -> Int {
    var next = first
    while next + 3 < tokens.count {
      if isDateWord(bytes, tokens[next]) {
        next += 1
        continue
      }
      guard tokens[next].shape.contains(.word), bytes[tokens[next + 1].start] == 0x3A,
        !tokens[next + 1].shape.contains(.spaceBefore), tokens[next + 2].shape.contains(.word)
      else { break }
      next += 3
    }
    return next
  }

  /// Where known names begin that end a headline in lower case.
  private func bareAuthor(_ bytes: Span<UInt8>, _ before: ArraySlice<Token>) -> Int? {
    guard let last = before.last else { return nil }
    var reader = PassageReader()
    for length in stride(from: min(7, before.count - 4), through: 2, by: -1) {
      let first = before[before.endIndex - length]
      let above = before[before.endIndex - length - 1]
      guard above.shape.contains(.word), above.shape.isDisjoint(with: [.capitalised, .allCapitals]) else { continue }
      let measure = reader.measure(bytes, TextRange(first.start, last.end))
      if measure.functionWords <= 1, TextBylines.shared.names(bytes, measure) != nil { return first.start }
    }
    return nil
  }

  /// "… raises growth forecast By Ana Silva Published 01/10/2030 11:20 The bank …": around an author whom a word of dates
  /// follows, where no date can be read.
  func authorCuts(_ bytes: Span<UInt8>, _ range: TextRange) -> [Int] {
    for index in tokens.indices.dropFirst(3).prefix(40) where text(bytes, tokens[index]) == "by" {
      guard tokens[index].start < range.end, !tokens[index].shape.isDisjoint(with: [.capitalised, .allCapitals]) else {
        continue
      }
      var next = index + 1
      while next < tokens.count, next - index <= 5, !isDateWord(bytes, tokens[next]),
        !tokens[next].shape.isDisjoint(with: [.capitalised, .allCapitals])
      { next += 1 }
      guard next - index >= 3, next < tokens.count, tokens[next].shape.contains(.word),
        furniture[tokens[next].word]?.contains(.date) ?? false
      else { continue }
      let label = next
      while next < tokens.count, isDateWord(bytes, tokens[next]) || bytes[tokens[next].start] == 0x2F { next += 1 }
      guard next < tokens.count, next > label + 1 else { continue }
      return [tokens[index].start, tokens[label].start, tokens[next].start]
    }
    return []
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

  /// Words and marks that stand around a date: "Published", "Updated about 3 hours ago", "10:05", "GMT", "|".
  private func isDateWord(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    if token.shape.contains(.number) || token.shape.contains(.hasDigit) { return true }
    if token.shape.contains(.mark) {
      switch UTF8Scan.scalar(bytes, at: token.start).value {
      case 0x7C, 0x3A, 0x2D, 0x2013, 0x2014, 0x2C, 0xB7: return true
      default: return false
      }
    }
    return furniture[token.word]?.contains(.date) ?? false
  }

  /// A sentence goes on from these to a date.
  private static let links: Set<String> = [
    "on", "in", "of", "since", "by", "from", "until", "till", "to", "the", "and", "for", "before", "after", "between",
    "dated", "due", "at", "was", "is", "as", "than", "a",
  ]
  private static let cities = WordSet(list: "cities")
}
