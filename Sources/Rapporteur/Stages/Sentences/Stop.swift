/// A stop with all that belongs to it: further stops, closing quotation marks and brackets, note marks.
struct Stop {
  /// The token that may end a sentence: the first mark, or the abbreviation with its own stop.
  let index: Int
  /// The first token behind it.
  private(set) var next: Int
  private(set) var mark: SentenceMark
  /// Whether it stands at a word without a space between.
  let isAdjacent: Bool
  /// Whether the stop is part of the token ("U.S.").
  let isAcronym: Bool
  private(set) var closesQuote = false
  private(set) var closesBracket = false
  /// Whether a full stop stands behind what closes: "(again!)."
  private(set) var isStoppedOutside = false
  /// How many stops with spaces between follow the first (". . .": 2).
  private(set) var spacedStops = 0
  private(set) var closesTitle = false

  /// The stop that starts with the mark at `index`.
  init(
    _ bytes: [UInt8], _ tokens: [Token], at index: Int, _ mark: SentenceMark, before limit: Int,
    quotes: inout OpenQuotes
  ) {
    self.index = index
    self.mark = mark
    isAcronym = false
    isAdjacent = !tokens[index].shape.contains(.spaceBefore)
    next = index + 1
    extend(bytes, tokens, before: limit, quotes: &quotes)
  }

  /// The stop of the abbreviation at `index`.
  init(_ bytes: [UInt8], _ tokens: [Token], behind index: Int, before limit: Int, quotes: inout OpenQuotes) {
    self.index = index
    mark = .stop
    isAcronym = true
    isAdjacent = true
    next = index + 1
    extend(bytes, tokens, before: limit, quotes: &quotes)
  }

  private mutating func extend(
    _ bytes: [UInt8], _ tokens: [Token], before limit: Int, quotes: inout OpenQuotes
  ) {
    while next < limit {
      let token = tokens[next]
      if !token.shape.contains(.mark) { return }
      let lead = bytes[token.start]
      let hasSpace = token.shape.contains(.spaceBefore)
      let isLast = Self.hasSpace(tokens, before: next + 1, limit)
      switch SentenceMark(bytes, token) {
      case .stop:
        if hasSpace {
          if mark != .stop || closesQuote || closesBracket { return }
          spacedStops += 1
        } else if closesQuote || closesBracket, mark != .wideStop {
          // It ends the sentence, whatever stood inside.
          mark = .stop
          isStoppedOutside = true
        } else if mark == .stop {
          mark = .ellipsis
        }
      case .ellipsis:
        if hasSpace { return }
        if mark == .stop { mark = .ellipsis }
      case .exclamation:
        if hasSpace { return }
        mark = .exclamation
      case .wideStop:
        if hasSpace { return }
        if mark == .ellipsis || mark == .stop { mark = .wideStop }
      case .closingQuote:
        let isStraight = lead == 0x22
        let isAngled = Self.isAngled(bytes, token)
        if hasSpace {
          // « Oui. », as French writes it.
          let closesAngled = isAngled && quotes.angled && (isLast || Self.isBehindQuote(bytes, tokens[next + 1]))
          let closesStraight = isStraight && quotes.straight && isLast
          if !closesAngled && !closesStraight { return }
        } else if isStraight && !isLast && !quotes.straight {
          return
        }
        if isStraight { quotes.straight = false }
        if isAngled { quotes.angled = false }
        closesQuote = true
      case .openingQuote:
        // German closes with “ or «: by its place, not by its form.
        if hasSpace || !isLast || lead == 0xE3 || lead == 0xEF { return }
        closesQuote = true
      case .garbled:
        if hasSpace { return }
        closesQuote = true
      case .closingBracket:
        if hasSpace { return }
        closesBracket = true
      case .closingTitle:
        if hasSpace { return }
        closesTitle = true
      case .openingBracket:
        if lead != 0x5B { return }
        let end = Self.note(bytes, tokens, at: next, before: limit)
        if end == next { return }
        next = end - 1
      default: return
      }
      next += 1
    }
  }

  /// "»", "›"
  private static func isAngled(_ bytes: [UInt8], _ token: Token) -> Bool {
    let lead = bytes[token.start]
    return (lead == 0xC2 && bytes[token.start + 1] == 0xBB)
      || (lead == 0xE2 && bytes[token.start + 1] == 0x80 && bytes[token.start + 2] == 0xBA)
  }

  /// Whether the mark stands behind a quotation that closed, and opens nothing.
  private static func isBehindQuote(_ bytes: [UInt8], _ token: Token) -> Bool {
    guard token.shape.contains(.mark) else { return false }
    switch SentenceMark(bytes, token) {
    case .stop, .comma, .closingBracket, .colon: return true
    default: return false
    }
  }

  /// Whether white space, or the end, stands before the token.
  private static func hasSpace(_ tokens: [Token], before index: Int, _ limit: Int) -> Bool {
    index >= limit ? true : tokens[index].shape.contains(.spaceBefore)
  }

  /// The token behind a note mark "[6]" that starts at `index`; `index` itself where there is none.
  private static func note(_ bytes: [UInt8], _ tokens: [Token], at index: Int, before limit: Int) -> Int {
    if index + 2 >= limit { return index }
    let number = tokens[index + 1]
    let isNote = number.length <= 4 && number.shape.contains(.hasDigit)
    return isNote && bytes[tokens[index + 2].start] == 0x5D ? index + 3 : index
  }
}
