/// Pairs quotation marks, block by block: curly, straight, CJK and guillemets, also where one of a pair is missing.
struct QuotationScanner {
  private let tokens: [Token]
  private let classes: [WordClass]
  private let text: [UInt8]
  private var found: [Quotation] = []

  /// All quotations in document order; those inside others are left out.
  static func scan(tokens: [Token], classes: [WordClass], text: [UInt8], sentences: [Sentence]) -> [Quotation] {
    var scanner = QuotationScanner(tokens: tokens, classes: classes, text: text)
    var first = 0
    var isOpen = false
    while first < sentences.count {
      var last = first
      while last + 1 < sentences.count && sentences[last + 1].block == sentences[first].block { last += 1 }
      let range = sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound
      let next = last + 1 < sentences.count ? sentences[last + 1].tokens.lowerBound : range.upperBound
      isOpen = scanner.block(range, openBefore: isOpen, goesOn: next < tokens.count && scanner.opens(next))
      first = last + 1
    }
    return scanner.found
  }

  private init(tokens: [Token], classes: [WordClass], text: [UInt8]) {
    self.tokens = tokens
    self.classes = classes
    self.text = text
  }

  /// What a mark may do, and what closes what it opens.
  private enum Family: UInt8 {
    case double, single, corner, cornerDouble, guillemet
  }

  private struct Mark {
    var family: Family
    var opens: Bool
    var closes: Bool
  }

  /// Scans one block; returns whether a quotation is still open at its end.
  ///
  /// - Parameter goesOn: Whether the next block opens with a mark: a quotation left open is taken up there.
  private mutating func block(_ range: Range<Int>, openBefore: Bool, goesOn: Bool) -> Bool {
    var open: (token: Int, family: Family)?
    var lastClose = range.lowerBound
    var continues = false
    for token in range where tokens[token].shape.contains(.mark) {
      if isSecondApostrophe(token, range) {
        if let last = found.indices.last, found[last].close == token - 1 { found[last].close = token }
        continue
      }
      guard let mark = mark(at: token, isOpen: open?.family, in: range) else { continue }
      if let (start, family) = open {
        if family == .double, reopens(token, mark, range), let end = impliedEnd(start, token) {
          add(start, end, true, false, continues: continues)
          open = (token, family)
          continues = false
          continue
        }
        guard mark.closes, mark.family == family else { continue }
        add(start, token, true, true, continues: continues)
        open = nil
        lastClose = token + 1
      } else if mark.opens {
        open = (token, mark.family)
        continues = openBefore && token == range.lowerBound
      } else if mark.closes, mark.family == .double || mark.family == .guillemet, token > lastClose {
        // The opening mark is missing, or stands in a paragraph before.
        let isOpenBefore = openBefore && lastClose == range.lowerBound
        add(isOpenBefore ? lastClose : sentenceStart(token, lastClose), token, false, true, continues: openBefore)
        lastClose = token + 1
      }
    }
    if let (start, family) = open, family != .single {
      if family == .double, !goesOn, let end = impliedEnd(start, range.upperBound) {
        add(start, end, true, false, continues: continues)
        return false
      }
      add(start, range.upperBound - 1, true, false, continues: continues)
      return true
    }
    return false
  }

  /// Whether a token is a mark that may open a quotation.
  private func opens(_ token: Int) -> Bool {
    tokens[token].shape.contains(.mark)
      && mark(at: token, isOpen: nil, in: token..<min(token + 2, tokens.count))?.opens ?? false
  }

  /// Whether a mark opens another quotation while one is open: the mark that closes that one is missing.
  private func reopens(_ token: Int, _ mark: Mark, _ range: Range<Int>) -> Bool {
    guard mark.family == .double, token + 1 < range.upperBound, !tokens[token + 1].shape.contains(.spaceBefore) else {
      return false
    }
    return mark.opens && !mark.closes
      || text[tokens[token].start] == 0x22 && tokens[token].shape.contains(.spaceBefore)
        && tokens[token + 1].shape.contains(.word)
  }

  /// Where a quotation without a closing mark ends: before the verb that reports it ("…, Kim told reporters"), or with
  /// its sentence where it began within one.
  private func impliedEnd(_ start: Int, _ limit: Int) -> Int? {
    let verbs = SpeakerLexicon.shared.verbs
    let reporting: ReportingVerb.Inflections = [.past, .third]
    // Behind a comma at the very end stands no verb.
    for token in start + 2..<max(start + 2, limit - 1) where classes[token].contains(.comma) {
      var at = token + 1
      // "…, Kim, chairwoman of the union, told reporters"
      let named = tokens[at].shape.contains(.capitalised) && !tokens[at].shape.contains(.sentenceStart)
      let border: WordClass = named ? [.stop, .semicolon] : [.comma, .stop, .semicolon, .auxiliary]
      while at < min(limit, token + (named ? 20 : 10)), classes[at].isDisjoint(with: border) {
        let verb = tokens[at].shape.contains(.capitalised) ? nil : verbs[tokens[at].word]
        if let verb, verb.complements.contains(.quotation), !verb.inflections.isDisjoint(with: reporting) {
          let first = token + 1
          let names =
            first == at || tokens[first].shape.contains(.capitalised)
            || !classes[first].isDisjoint(with: [.subject, .determiner, .human])
          if names { return token }
          break
        }
        at += 1
      }
    }
    guard start > 0, classes[start - 1].isDisjoint(with: [.comma, .colon, .stop, .quoteMark]),
      !tokens[start].shape.contains(.sentenceStart)
    else { return nil }
    guard let next = (start + 2..<max(start + 2, limit)).first(where: { tokens[$0].shape.contains(.sentenceStart) })
    else { return nil }
    return next - 1
  }

  /// The first token of the sentence that ends with a closing mark.
  private func sentenceStart(_ token: Int, _ low: Int) -> Int {
    var at = token - 1
    while at > low, !tokens[at].shape.contains(.sentenceStart) { at -= 1 }
    return at
  }

  private mutating func add(_ open: Int, _ close: Int, _ opened: Bool, _ closed: Bool, continues: Bool) {
    guard close > open else { return }
    var quotation = Quotation(
      open: open, close: close, hasOpeningMark: opened, hasClosingMark: closed, isTerm: false, continues: continues)
    quotation.isTerm = opened && closed && isTerm(quotation)
    found.append(quotation)
  }

  private func mark(at token: Int, isOpen: Family?, in range: Range<Int>) -> Mark? {
    let place = tokens[token]
    let byte = text[place.start]
    let spaceBefore = place.shape.contains(.spaceBefore) || token == range.lowerBound
    let spaceAfter = token + 1 >= range.upperBound || tokens[token + 1].shape.contains(.spaceBefore)
    if byte == 0x22 {
      if isOpen == .double { return Mark(family: .double, opens: false, closes: true) }
      let afterBracket = token > range.lowerBound && tokens[token - 1].shape.contains(.mark)
      return Mark(family: .double, opens: (spaceBefore || afterBracket) && !spaceAfter || !spaceAfter, closes: true)
    }
    if byte == 0x27, isMark(token + 1, range), isSecondApostrophe(token + 1, range) {
      // Two apostrophes stand for a double quotation mark.
      let closes = isOpen == .double
      return Mark(family: .double, opens: !closes && spaceBefore, closes: closes)
    }
    if byte == 0x27 {
      if isOpen == .single {
        return Mark(family: .single, opens: false, closes: spaceAfter || isMark(token + 1, range))
      }
      return isOpen == nil && spaceBefore && !spaceAfter ? Mark(family: .single, opens: true, closes: false) : nil
    }
    guard byte >= 0x80 else { return nil }
    switch UTF8Scan.scalar(text.span, at: place.start).value {
    case 0x201C, 0x201E, 0x201F: return Mark(family: .double, opens: true, closes: false)
    case 0x201D: return Mark(family: .double, opens: false, closes: true)
    case 0x2018, 0x201A: return isOpen == nil ? Mark(family: .single, opens: true, closes: false) : nil
    case 0x2019: return isOpen == .single ? Mark(family: .single, opens: false, closes: true) : nil
    case 0x300C: return Mark(family: .corner, opens: true, closes: false)
    case 0x300D: return Mark(family: .corner, opens: false, closes: true)
    case 0x300E: return Mark(family: .cornerDouble, opens: true, closes: false)
    case 0x300F: return Mark(family: .cornerDouble, opens: false, closes: true)
    case 0xAB: return Mark(family: .guillemet, opens: true, closes: false)
    case 0xBB: return Mark(family: .guillemet, opens: false, closes: true)
    default: return nil
    }
  }

  /// Whether a token is the second of two adjacent apostrophes.
  private func isSecondApostrophe(_ token: Int, _ range: Range<Int>) -> Bool {
    token > range.lowerBound && tokens[token].length == 1 && text[tokens[token].start] == 0x27
      && text[tokens[token - 1].start] == 0x27 && tokens[token - 1].end == tokens[token].start
  }

  private func isMark(_ token: Int, _ range: Range<Int>) -> Bool {
    token < range.upperBound && tokens[token].shape.contains(.mark)
  }

  /// A name or a word: short, and either capitalised throughout, or framed as a term by the words around it.
  private func isTerm(_ quotation: Quotation) -> Bool {
    let inner = quotation.inner
    let words = inner.filter { !tokens[$0].shape.contains(.mark) }
    guard let first = words.first, let last = words.last else { return true }
    let isWide = !tokens[first].shape.isDisjoint(with: [.ideographic, .hangul])
    guard words.count <= (isWide ? 8 : 7) else { return false }
    let endsSentence = classes[inner.upperBound - 1].contains(.stop)
    if endsSentence { return false }
    let before = quotation.open - 1
    if before >= 0, !classes[before].isDisjoint(with: [.comma, .colon]) && !isWide { return false }
    if isWide {
      // 「一带一路」倡议: no mark inside nor before, and the clause goes on behind.
      let inside = inner.contains { !classes[$0].isDisjoint(with: [.comma, .stop, .semicolon]) }
      // A Korean report goes on behind its quotation with a particle: “…”고, “…”라고.
      let after = quotation.close + 1
      let particle =
        tokens[first].shape.contains(.hangul) && after < tokens.count && tokens[after].shape.contains(.hangul)
        && !tokens[after].shape.contains(.spaceBefore)
      return !inside && !particle && !(before >= 0 && classes[before].contains(.colon))
    }
    let after = quotation.close + 1
    let followedByName =
      after < tokens.count && tokens[after].shape.contains(.word) && !tokens[after].shape.contains(.sentenceStart)
      && classes[after].isDisjoint(
        with: [.preposition, .coordinator, .auxiliary, .subordinator, .adverb, .subject, .scene])
    let small: WordClass = [.preposition, .coordinator, .determiner, .subordinator]
    let isShouted =
      before >= 0 && tokens[before].shape.contains(.allCapitals) && tokens[before].length > 1
      && words.allSatisfy { tokens[$0].shape.contains(.allCapitals) }
    let capitals =
      !isShouted
      && words.allSatisfy {
        tokens[$0].shape.contains(.capitalised) || tokens[$0].shape.contains(.hasDigit)
          || !classes[$0].isDisjoint(with: small)
      }
    if capitals && tokens[last].shape.contains(.capitalised) && (words.count > 1 || followedByName) {
      return classes[quotation.close - 1].isDisjoint(with: [.comma, .stop])
    }
    guard before >= 0, words.count <= 4 else { return false }
    if classes[before].contains(.quoteNoun) { return true }
    return classes[before].contains(.determiner) && followedByName && classes[quotation.close - 1].isEmpty
  }
}
