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
  /// How many stops with spaces between follow the first (". . .": 2).
  private(set) var spacedDots = 0
  /// Four dots or more, or three behind a stop: an omission at a sentence's end.
  private(set) var isLong = false
  /// "[...]"
  private(set) var isBracketed = false

  /// The stop that starts with the mark at `index`.
  init(
    _ bytes: Span<UInt8>, _ tokens: Span<Token>, at index: Int, _ mark: SentenceMark, before limit: Int,
    straightOpen: inout Bool
  ) {
    self.index = index
    self.mark = mark
    isAcronym = false
    isAdjacent = !tokens[index].shape.contains(.spaceBefore)
    isLong = mark == .ellipsis && bytes[tokens[index].start] == 0x2E && tokens[index].length > 3
    next = index + 1
    extend(bytes, tokens, before: limit, straightOpen: &straightOpen)
  }

  /// The stop of the abbreviation at `index`.
  init(_ bytes: Span<UInt8>, _ tokens: Span<Token>, behind index: Int, before limit: Int, straightOpen: inout Bool) {
    self.index = index
    mark = .stop
    isAcronym = true
    isAdjacent = true
    next = index + 1
    extend(bytes, tokens, before: limit, straightOpen: &straightOpen)
  }

  private mutating func extend(
    _ bytes: Span<UInt8>, _ tokens: Span<Token>, before limit: Int, straightOpen: inout Bool
  ) {
    let isBracketedBefore = index > 0 && !isAcronym && bytes[tokens[index].start - 1] == 0x5B
    while next < limit, tokens[next].shape.contains(.mark) {
      let token = tokens[next]
      let hasSpace = token.shape.contains(.spaceBefore)
      switch SentenceMark(bytes, token) {
      case .stop where hasSpace:
        guard mark == .stop, !closesQuote, !closesBracket else { return }
        spacedDots += 1
      case .stop, .ellipsis:
        guard !hasSpace else { return }
        if mark == .stop { mark = .ellipsis }
      case .exclamation:
        guard !hasSpace else { return }
        mark = .exclamation
      case .wideStop:
        guard !hasSpace else { return }
      case .closingQuote:
        let isStraight = bytes[token.start] == 0x22
        if hasSpace {
          let isFree = next + 1 >= limit || tokens[next + 1].shape.contains(.spaceBefore)
          guard isStraight, isFree, straightOpen else { return }
        } else if isStraight, next + 1 < limit, !tokens[next + 1].shape.contains(.spaceBefore), !straightOpen {
          return
        }
        if isStraight { straightOpen = false }
        closesQuote = true
      case .openingQuote:
        // German closes with “ or «: by its place, not by its form.
        guard !hasSpace, next + 1 >= limit || tokens[next + 1].shape.contains(.spaceBefore) else { return }
        let lead = bytes[token.start + 1]
        guard bytes[token.start] == 0xC2 || lead == 0x80 else { return }
        closesQuote = true
      case .closingBracket:
        guard !hasSpace else { return }
        if isBracketedBefore, bytes[token.start] == 0x5D { isBracketed = true }
        closesBracket = true
      case .openingBracket:
        guard let end = Self.note(bytes, tokens, at: next, before: limit), !hasSpace else { return }
        next = end
        continue
      default: return
      }
      next += 1
    }
  }

  /// The token behind a note mark "[6]" that starts at `index`.
  private static func note(_ bytes: Span<UInt8>, _ tokens: Span<Token>, at index: Int, before limit: Int) -> Int? {
    guard bytes[tokens[index].start] == 0x5B, index + 2 < limit, tokens[index + 1].length <= 4,
      tokens[index + 1].shape.contains(.hasDigit), bytes[tokens[index + 2].start] == 0x5D
    else { return nil }
    return index + 3
  }
}
