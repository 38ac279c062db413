/// Finds where the sentences of one block start, in one pass over its tokens.
///
/// Every stop is a candidate; what stands before it and behind it decides. The classes of words are data
/// (`SentenceWords`); the questions are in the extensions: alphabetic scripts in one, Chinese, Japanese and Korean in
/// the other. No question looks further than a fixed number of tokens, so the work grows with the text alone.
struct SentenceSplitter {
  let words: SentenceWords
  /// The user's abbreviations.
  let abbreviations: Set<WordID>
  let range: Range<Int>

  /// The first token of the sentence that is being read.
  private(set) var sentenceStart: Int
  /// The mark with which the sentence started, where it is an item of a list.
  private(set) var item: Enumerator?
  /// How many brackets and title marks (《) are open.
  private(set) var openBrackets = 0
  /// Whether a straight quotation mark is open.
  private var straightOpen = false
  private var starts: [Int] = []

  init(words: SentenceWords, abbreviations: Set<WordID>, tokens: Range<Int>) {
    self.words = words
    self.abbreviations = abbreviations
    range = tokens
    sentenceStart = tokens.lowerBound
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
        if followsForeignStop(index, bytes, tokens) { begin(at: index, bytes, tokens) }
      }
      if shape.contains(.spaceBefore), index > sentenceStart, startsItem(index, bytes, tokens) {
        begin(at: index, bytes, tokens)
        index += max(item?.length ?? 1, 1)
      } else if shape.contains(.mark) {
        index = readMark(index, bytes, tokens)
      } else if shape.contains(.hasStop) {
        let stop = Stop(bytes, tokens, behind: index, before: range.upperBound, straightOpen: &straightOpen)
        index = end(stop, at: startAfterStop(stop, bytes, tokens), bytes, tokens)
      } else {
        if shape.isSuperset(of: [.capitalised, .spaceBefore]), startsCredit(index, bytes, tokens) {
          begin(at: index, bytes, tokens)
        }
        if isKorean, shape.contains(.spaceBefore), index > sentenceStart,
          followsKoreanEnding(index, bytes, tokens)
        {
          begin(at: index, bytes, tokens)
        }
        index += 1
      }
    }
    return starts
  }

  /// Decides about the mark at `index`; the result is the token to go on with.
  private mutating func readMark(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    let mark = SentenceMark(bytes, tokens[index])
    switch mark {
    case .stop, .ellipsis, .exclamation, .wideStop:
      let stop = Stop(bytes, tokens, at: index, mark, before: range.upperBound, straightOpen: &straightOpen)
      if stop.closesBracket || stop.closesTitle { openBrackets = max(0, openBrackets - 1) }
      return end(stop, at: start(after: stop, bytes, tokens), bytes, tokens)
    case .closingQuote:
      if bytes[tokens[index].start] == 0x22 { straightOpen.toggle() }
    case .openingBracket, .openingTitle: openBrackets += 1
    case .closingBracket, .closingTitle: openBrackets = max(0, openBrackets - 1)
    case .colon:
      let run = Address(bytes, tokens, around: index, before: range.upperBound)
      if run.isAddress { return behind(run, bytes, tokens) }
      let next = emoticonEnd(index, bytes, tokens)
      if next > index { return next }
    case .sign:
      let run = Address(bytes, tokens, around: index, before: range.upperBound)
      if run.isAddress { return behind(run, bytes, tokens) }
    case .other:
      if followsStar(index, bytes, tokens) { begin(at: index + 1, bytes, tokens) }
    default: break
    }
    return index + 1
  }

  /// The token with which the next sentence starts, `nil` where the stop ends none.
  private func start(after stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    guard stop.next < range.upperBound else { return nil }
    switch stop.mark {
    case .wideStop: return startAfterWideStop(stop, bytes, tokens)
    case .ellipsis: return startAfterEllipsis(stop, bytes, tokens)
    case .exclamation: return startAfterExclamation(stop, bytes, tokens)
    default: return startAfterStop(stop, bytes, tokens)
    }
  }

  private mutating func end(_ stop: Stop, at start: Int?, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    if let start, start > sentenceStart, start < range.upperBound { begin(at: start, bytes, tokens) }
    return max(stop.next, stop.index + 1)
  }

  private mutating func begin(at start: Int, _ bytes: [UInt8], _ tokens: [Token]) {
    starts.append(start)
    sentenceStart = start
    openBrackets = 0
    item = Enumerator(bytes, tokens, at: start, before: range.upperBound)
  }

  /// The token behind an address. In flattened text a sentence often starts behind a web address without a stop.
  private mutating func behind(_ run: Address, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    if run.isWeb, !run.hasStop, run.next < range.upperBound {
      let kind = Opening(bytes, tokens, at: run.next, before: range.upperBound).kind
      let isStart = tokens[run.next].shape.contains(.capitalised) || kind == .address
      if isStart { begin(at: run.next, bytes, tokens) }
    }
    return run.next
  }

  /// Whether an item of a list starts at the token: on a line of its own, or as the next one of its list.
  private func startsItem(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    let breaks = lineBreaks(before: tokens[index].start, bytes)
    if breaks > 1 { return true }
    if breaks == 1 { return Enumerator(bytes, tokens, at: index, before: range.upperBound) != nil }
    guard let item, let next = Enumerator(bytes, tokens, at: index, before: range.upperBound) else { return false }
    return next.follows(item) && index >= sentenceStart + item.length
  }

  /// How many line breaks stand in the white space before the byte; looks at most 8 bytes back.
  private func lineBreaks(before start: Int, _ bytes: [UInt8]) -> Int {
    // One space behind a word, as nearly always.
    if start < 2 || (bytes[start - 1] == 0x20 && bytes[start - 2] > 0x20) { return 0 }
    var count = 0
    var at = start - 1
    while at >= 0, start - at <= 8 {
      if bytes[at] == 0x0A { count += 1 } else if bytes[at] > 0x20 { break }
      at -= 1
    }
    return count
  }

  /// "Photo: Li Ming": the credit of a picture, behind a caption without a stop.
  private func startsCredit(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard words[tokens[index].word].contains(.credit), index > sentenceStart, index + 2 < range.upperBound,
      bytes[tokens[index + 1].start] == 0x3A, tokens[index + 2].shape.contains(.spaceBefore)
    else { return false }
    return tokens[index - 1].shape.isDisjoint(with: .mark)
  }

  /// ":)" and its kin end an informal sentence; the token behind one, else `index`.
  private mutating func emoticonEnd(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Int {
    guard tokens[index].shape.contains(.spaceBefore) || (index > 0 && tokens[index - 1].shape.contains(.mark))
    else { return index }
    var at = index + 1
    if at < range.upperBound, bytes[tokens[at].start] == 0x2D { at += 1 }
    guard at < range.upperBound, at == index + 1 || tokens[at].start == tokens[index].start + 2,
      bytes[tokens[at].start] == 0x29 || bytes[tokens[at].start] == 0x28, !tokens[at].shape.contains(.spaceBefore)
    else { return index }
    at += 1
    if at < range.upperBound, tokens[at].shape.contains(.spaceBefore), tokens[at].shape.contains(.capitalised) {
      begin(at: at, bytes, tokens)
    }
    return at
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
