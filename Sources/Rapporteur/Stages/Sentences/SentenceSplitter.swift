/// Finds where the sentences of one block start, in one pass over its tokens.
///
/// Every stop is a candidate; what stands before it and behind it decides. The classes of words are data
/// (`SentenceWords`); the questions are in the extensions: stops of alphabetic scripts, abbreviations, stops of
/// Chinese, Japanese and Korean, and what lines and layout say. No question looks further than a fixed number of
/// tokens, so the work grows with the text alone.
struct SentenceSplitter {
  let words: SentenceWords
  /// The user's abbreviations.
  let abbreviations: Set<WordID>
  let range: Range<Int>
  /// Whether the block is a headline, in which words are capitalised that start nothing.
  let isHeadline: Bool

  /// The first token of the sentence that is being read.
  private(set) var sentenceStart: Int
  /// The mark with which the sentence started, where it is an item of a list.
  private(set) var item: Enumerator?
  /// How many brackets and title marks (《) are open.
  private(set) var openBrackets = 0
  /// What was decided, in order, where somebody wants to know.
  private(set) var notes: [Note]?
  /// The last mark that opened a quotation, where its form says so.
  private(set) var openQuote = -1
  private var quotes = OpenQuotes()
  private var starts: [Int] = []

  /// One decision: the tokens at its place, and whether a sentence ends there.
  struct Note {
    let place: Range<Int>
    let isEnd: Bool
    let rule: SentenceRule
  }

  init(
    words: SentenceWords, abbreviations: Set<WordID>, tokens: Range<Int>, isHeadline: Bool = false,
    isTracing: Bool = false
  ) {
    self.words = words
    self.abbreviations = abbreviations
    range = tokens
    self.isHeadline = isHeadline
    sentenceStart = tokens.lowerBound
    notes = isTracing ? [] : nil
  }

  /// The index of the first token of every sentence but the first.
  ///
  /// - Parameters:
  ///   - foreign: ICU's boundaries, where the block has a script whose stops the rules do not know; in bytes, in order.
  mutating func split(_ bytes: [UInt8], _ tokens: [Token], foreign: [Int]) -> [Int] {
    guard !range.isEmpty else { return [] }
    item = Enumerator(bytes, tokens, at: range.lowerBound, before: range.upperBound)
    let isKorean = words.language == .ko
    var boundary = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let shape = tokens[index].shape
      if boundary < foreign.count, index > sentenceStart, tokens[index].start >= foreign[boundary] {
        while boundary < foreign.count, foreign[boundary] <= tokens[index].start { boundary += 1 }
        if followsForeignStop(index, bytes, tokens) { begin(at: index, .foreign, bytes, tokens) }
      }
      if shape.contains(.spaceBefore), index > sentenceStart, let rule = startsLine(index, bytes, tokens) {
        begin(at: index, rule, bytes, tokens)
        index += max(item?.length ?? 1, 1)
      } else if shape.contains(.mark) {
        index = readMark(index, bytes, tokens)
      } else if shape.contains(.hasStop) {
        let stop = Stop(bytes, tokens, behind: index, before: range.upperBound, quotes: &quotes)
        index = end(stop, startAfterStop(stop, bytes, tokens), bytes, tokens)
      } else {
        if shape.isSuperset(of: [.capitalised, .spaceBefore]) { readCapital(index, bytes, tokens) }
        if isKorean, shape.contains(.spaceBefore), index > sentenceStart,
          followsKoreanEnding(index, bytes, tokens)
        {
          begin(at: index, .ending, bytes, tokens)
        }
        index = shape.isSuperset(of: [.number, .spaceBefore]) ? readNumber(index, bytes, tokens) : index + 1
      }
    }
    return starts
  }

  /// Decides about the mark at `index`; the result is the token to go on with.
  private mutating func readMark(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    let mark = SentenceMark(bytes, tokens[index])
    switch mark {
    case .stop, .ellipsis, .exclamation, .wideStop:
      let stop = Stop(bytes, tokens, at: index, mark, before: range.upperBound, quotes: &quotes)
      if stop.closesBracket || stop.closesTitle { openBrackets = max(0, openBrackets - 1) }
      return end(stop, decide(stop, bytes, tokens), bytes, tokens)
    case .closingQuote:
      if bytes[tokens[index].start] == 0x22 { quotes.straight.toggle() } else { quotes.angled = false }
    case .openingQuote:
      openQuote = index
      let start = tokens[index].start
      // The last byte of "«" and of "‹".
      let last = bytes[tokens[index].end - 1]
      if bytes[start] == 0xC2 && last == 0xAB || bytes[start] == 0xE2 && last == 0xB9 { quotes.angled = true }
    case .openingBracket, .openingTitle: openBrackets += 1
    case .closingBracket, .closingTitle: openBrackets = max(0, openBrackets - 1)
    case .colon:
      let run = Address(bytes, tokens, around: index, before: range.upperBound)
      if run.isAddress { return pass(run, bytes, tokens) }
      if isForeignStop(index, bytes, tokens) { return endForeign(index, bytes, tokens) }
      return passEmoticon(index, bytes, tokens)
    case .sign:
      let run = Address(bytes, tokens, around: index, before: range.upperBound)
      if run.isAddress { return pass(run, bytes, tokens) }
      if isSeparator(tokens[index]) { separate(index, bytes, tokens) }
    case .dash:
      if tokens[index].length > 2 { readDash(index, bytes, tokens) }
    case .comma:
      if index - sentenceStart <= 3, followsFarewell(index, bytes, tokens) {
        begin(at: index + 1, .farewell, bytes, tokens)
      }
    case .other:
      if isSeparator(tokens[index]) {
        separate(index, bytes, tokens)
      } else if isForeignStop(index, bytes, tokens) {
        return endForeign(index, bytes, tokens)
      } else if followsStar(index, bytes, tokens) {
        begin(at: index + 1, .star, bytes, tokens)
      }
    default: break
    }
    return index + 1
  }

  /// Whether and where the sentence ends that the stop may end.
  private func decide(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> SentenceDecision {
    guard stop.next < range.upperBound else { return .goesOn(.end) }
    switch stop.mark {
    case .wideStop: return startAfterWideStop(stop, bytes, tokens)
    case .ellipsis: return startAfterEllipsis(stop, bytes, tokens)
    case .exclamation: return startAfterExclamation(stop, bytes, tokens)
    default: return startAfterStop(stop, bytes, tokens)
    }
  }

  private mutating func end(
    _ stop: Stop, _ decision: SentenceDecision, _ bytes: [UInt8], _ tokens: [Token]
  ) -> Int {
    let next = max(stop.next, stop.index + 1)
    if let start = decision.start, start > sentenceStart, start < range.upperBound {
      begin(at: start, decision.rule, bytes, tokens)
    } else if notes != nil, next < range.upperBound {
      note(next, false, decision.rule, tokens)
    }
    return next
  }

  /// Starts a sentence with the token at `start`.
  mutating func begin(at start: Int, _ rule: SentenceRule, _ bytes: [UInt8], _ tokens: [Token]) {
    if notes != nil { note(start, true, rule, tokens) }
    starts.append(start)
    sentenceStart = start
    openBrackets = 0
    item = Enumerator(bytes, tokens, at: start, before: range.upperBound)
  }

  /// Notes a decision about the place before the token `next`, with the words around it.
  private mutating func note(_ next: Int, _ isEnd: Bool, _ rule: SentenceRule, _ tokens: [Token]) {
    var first = next
    var last = next
    while first > range.lowerBound, next - first < 6, first == next || tokens[first].shape.contains(.mark) {
      first -= 1
    }
    while last + 1 < range.upperBound, last - next < 3, tokens[last].shape.contains(.mark) { last += 1 }
    notes?.append(Note(place: first..<(last + 1), isEnd: isEnd, rule: rule))
  }

  /// Whether the mark is the full stop of Armenian (as a colon) or the question mark of Greek (as a semicolon).
  private func isForeignStop(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    let mark = bytes[tokens[index].start]
    guard mark == 0x3A || mark == 0x3B, index > range.lowerBound else { return false }
    let first = bytes[tokens[index - 1].start]
    return mark == 0x3A ? first >= 0xD4 && first <= 0xD6 : first == 0xCE || first == 0xCF
  }

  /// Ends the sentence with such a mark if a capital follows.
  private mutating func endForeign(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    let stop = Stop(bytes, tokens, at: index, .exclamation, before: range.upperBound, quotes: &quotes)
    guard stop.next < range.upperBound, tokens[stop.next].shape.contains(.spaceBefore) else { return stop.next }
    let kind = Opening(bytes, tokens, at: stop.next, before: range.upperBound).kind
    let isStart = kind == .capital || kind == .digit
    return end(stop, .either(isStart, at: stop.next, .foreign, .continued), bytes, tokens)
  }

  /// Whether a mark that only ICU knows as a stop stands before the token.
  private func followsForeignStop(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    var at = index - 1
    while at >= sentenceStart, index - at < 8, tokens[at].shape.contains(.mark) {
      switch SentenceMark(bytes, tokens[at]) {
      case .closingQuote, .closingBracket, .openingQuote: at -= 1
      case .other: return true
      default: return false
      }
    }
    return false
  }
}
