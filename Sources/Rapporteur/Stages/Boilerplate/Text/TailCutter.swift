/// Cuts what a page says behind its last sentence in one line with it: "… said. Read also: … Comments (4) Copyright …".
///
/// A tail begins behind a full stop with a phrase of `PhraseBook`, and phrases make up most of it.
struct TailCutter {
  private let lexicon: Lexicon
  private let phrases = PhraseBook.shared
  private var tokens: [Token] = []

  /// How many bytes at the end of a line are looked at.
  private static let reach = 900
  /// The most words of a tail.
  private static let longest = 110
  /// So many words without a phrase among them are text.
  private static let prose = 14

  init(lexicon: Lexicon = .shared) { self.lexicon = lexicon }

  /// A phrase of a tail.
  private struct Find {
    var token: Int
    var kind: Removed.Kind
  }

  mutating func cuts(_ bytes: Span<UInt8>, _ line: TextRange) -> [LineCut] {
    guard line.count >= 120 else { return [] }
    var start = max(line.start + 30, line.end - Self.reach)
    while start < line.end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    tokens.removeAll(keepingCapacity: true)
    Tokenizer.tokenize(bytes, in: TextRange(start, line.end), lexicon: lexicon, into: &tokens)
    for index in tokens.indices.dropFirst() where isBorder(bytes, index) {
      guard let finds = finds(bytes, from: index) else { continue }
      var cuts: [LineCut] = []
      for (number, find) in finds.enumerated() where number == 0 || find.kind != finds[number - 1].kind {
        // What opens brackets before a phrase belongs to it.
        var first = number == 0 ? index : find.token
        while number > 0, first > finds[number - 1].token + 1, opens(bytes, tokens[first - 1]) { first -= 1 }
        cuts.append(LineCut(place: tokens[first].start, kind: find.kind))
      }
      return cuts
    }
    return []
  }

  /// The phrases from a token to the end; `nil` where something else stands there.
  private func finds(_ bytes: Span<UInt8>, from first: Int) -> [Find]? {
    let all = tokens.span
    var index = first
    while index < tokens.count, opens(bytes, tokens[index]) { index += 1 }
    var finds: [Find] = []
    var covered = 0
    var others = 0
    var run = 0
    var end = index
    while index < tokens.count {
      if let found = phrases.phrase(all, at: index) ?? note(bytes, index), isWhole(index + found.length),
        isLoud(index), found.length > 1 || isApart(index, finds.last, end),
        found.match.kind != .glossary
      {
        finds.append(Find(token: index, kind: found.match.kind))
        covered += found.length
        index += found.length
        end = index
        run = 0
        continue
      }
      if finds.isEmpty { return nil }
      if tokens[index].shape.contains(.word) {
        others += 1
        run += 1
        if run > Self.prose || others + covered > Self.longest { return nil }
      }
      index += 1
    }
    guard covered * 2 >= covered + others || finds.count >= 3 && covered * 3 >= covered + others else {
      return nil
    }
    return finds.count >= 2 || others == 0 && covered >= 2 ? finds : nil
  }

  /// Whether a word begins with a capital, or is of a script without them: in lower case a sentence goes on.
  private func isLoud(_ index: Int) -> Bool {
    let shape = tokens[index].shape
    return shape.contains(.mark)
      || !shape.isDisjoint(with: [.capitalised, .allCapitals, .ideographic, .hangul, .number])
      || tokens[index...].prefix(2).contains { $0.shape.contains(.mark) }
  }

  /// Whether a word stands right behind a phrase or a mark: "News" in "Lake News" is none of a menu.
  private func isApart(_ index: Int, _ last: Find?, _ end: Int) -> Bool {
    last == nil || index == end || tokens[index - 1].shape.contains(.mark)
  }

  /// What no phrase says: who worked on a report ("Reporting by"), an address of mail, a sign of copyright.
  private func note(_ bytes: Span<UInt8>, _ index: Int) -> (match: PhraseBook.Match, length: Int)? {
    if UTF8Scan.scalar(bytes, at: tokens[index].start).value == 0xA9 {
      return (PhraseBook.Match(kind: .copyright, place: .start), 1)
    }
    guard tokens[index].shape.contains(.word) else { return nil }
    if index + 1 < tokens.count, PageMarks.isDeskWork(bytes, tokens[index].range),
      PageMarks.isBy(bytes, tokens[index + 1].range)
    {
      return (PhraseBook.Match(kind: .credit, place: .start), 2)
    }
    var end = index + 1
    var isAddress = false
    while end < tokens.count, !tokens[end].shape.contains(.spaceBefore) {
      if bytes[tokens[end].start] == 0x40 { isAddress = true }
      end += 1
    }
    return isAddress ? (PhraseBook.Match(kind: .metadata, place: .start), end - index) : nil
  }

  /// Whether a phrase ends between two words, not in front of a possessive or a hyphen.
  private func isWhole(_ next: Int) -> Bool {
    next >= tokens.count || tokens[next].shape.contains(.spaceBefore) || tokens[next].shape.contains(.mark)
      || !tokens[next].shape.isDisjoint(with: [.ideographic, .hangul])
  }

  /// Whether a sentence ends before a token.
  private func isBorder(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    var before = index - 1
    while before > 0, closes(bytes, tokens[before]), !tokens[before].shape.contains(.spaceBefore) { before -= 1 }
    switch UTF8Scan.scalar(bytes, at: tokens[before].start).value {
    case 0x2E, 0x21, 0x3F: return tokens[index].shape.contains(.spaceBefore) && tokens[before].shape.contains(.mark)
    case 0x3002, 0xFF01, 0xFF1F: return true
    default: return false
    }
  }

  private func opens(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    switch UTF8Scan.scalar(bytes, at: token.start).value {
    case 0x28, 0x5B, 0x3C, 0x7C, 0x3010, 0xFF08, 0x25A0, 0x25B6, 0x2022, 0x2D, 0x2A, 0xA9: true
    default: false
    }
  }

  private func closes(_ bytes: Span<UInt8>, _ token: Token) -> Bool {
    switch UTF8Scan.scalar(bytes, at: token.start).value {
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xFF09, 0x300D, 0x300F: true
    default: false
    }
  }
}
