/// Finds where the sentences of one block start, in one pass over its tokens.
///
/// Every stop is a candidate; what stands before it and behind it decides. The classes of words are data
/// (`SentenceWords`), the order of the questions is the rule set.
struct SentenceSplitter {
  private let words: SentenceWords
  /// The user's abbreviations.
  private let abbreviations: Set<WordID>
  private let range: Range<Int>
  /// The end of the block, in bytes.
  private let end: Int

  /// The first token of the sentence that is being read.
  private var sentenceStart: Int
  /// Whether a straight quotation mark is open.
  private var straightOpen = false
  /// The mark with which the sentence started, where it is an item of a list.
  private var item: Enumerator?

  init(words: SentenceWords, abbreviations: Set<WordID>, tokens: Range<Int>, end: Int) {
    self.words = words
    self.abbreviations = abbreviations
    range = tokens
    self.end = end
    sentenceStart = tokens.lowerBound
  }

  /// Appends the index of the first token of every sentence but the first.
  mutating func split(_ bytes: [UInt8], _ tokens: [Token], into starts: inout [Int]) {
    guard !range.isEmpty else { return }
    item = Enumerator(bytes, tokens, at: range.lowerBound, before: range.upperBound)
    var index = range.lowerBound
    while index < range.upperBound {
      let shape = tokens[index].shape
      guard !shape.isDisjoint(with: [.mark, .hasStop]) || item != nil else {
        index += 1
        continue
      }
      if let item, index > sentenceStart, shape.contains(.spaceBefore),
        let next = Enumerator(bytes, tokens, at: index, before: range.upperBound), next.follows(item)
      {
        begin(at: index, bytes, tokens, into: &starts)
        index = max(index + 1, index + next.length)
        continue
      }
      if shape.contains(.mark) {
        let mark = SentenceMark(bytes, tokens[index])
        switch mark {
        case .stop, .ellipsis, .exclamation, .wideStop:
          let stop = Stop(bytes, tokens, at: index, mark, before: range.upperBound, straightOpen: &straightOpen)
          if let start = decide(stop, bytes, tokens), start > sentenceStart, start < range.upperBound {
            begin(at: start, bytes, tokens, into: &starts)
          }
          index = max(stop.next, index + 1)
          continue
        case .closingQuote where bytes[tokens[index].start] == 0x22: straightOpen.toggle()
        default: break
        }
      } else if shape.contains(.hasStop) {
        let stop = Stop(bytes, tokens, behind: index, before: range.upperBound, straightOpen: &straightOpen)
        if let start = decide(stop, bytes, tokens), start < range.upperBound {
          begin(at: start, bytes, tokens, into: &starts)
        }
        index = max(stop.next, index + 1)
        continue
      }
      index += 1
    }
  }

  private mutating func begin(at start: Int, _ bytes: [UInt8], _ tokens: [Token], into starts: inout [Int]) {
    starts.append(start)
    sentenceStart = start
    item = Enumerator(bytes, tokens, at: start, before: range.upperBound)
  }

  /// The token with which the next sentence starts, `nil` where the stop ends none.
  private func decide(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    let next = stop.next
    guard next < range.upperBound else { return nil }
    switch stop.mark {
    case .wideStop: return afterWideStop(stop, bytes, tokens)
    case .ellipsis: return afterEllipsis(stop, bytes, tokens)
    case .exclamation: return afterExclamation(stop, bytes, tokens)
    default: return afterStop(stop, bytes, tokens)
    }
  }

  private func afterStop(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    let next = stop.next
    let opening = Opening(bytes, tokens, at: next, before: range.upperBound)
    guard tokens[next].shape.contains(.spaceBefore) else {
      return startsWithoutSpace(stop, opening, tokens) ? next : nil
    }
    // ". . . The": a full stop, then an omission at the start of the next sentence.
    if stop.spacedDots > 0 {
      guard case .capital = opening.kind else { return nil }
      if stop.isAdjacent && stop.spacedDots == 3 { return stop.index + 1 }
      return tokens[opening.word].length == 1 && words[tokens[opening.word].word].contains(.pronoun) ? nil : next
    }
    guard stop.index > range.lowerBound else { return nil }
    let isClosed = stop.closesQuote || stop.closesBracket
    let previous = stop.isAcronym ? stop.index : stop.index - 1
    let word = tokens[previous]
    let traits = isAbbreviation(word) ? .title : words[word.word]
    let isStarter = opening.word < range.upperBound && words[tokens[opening.word].word].contains(.starter)
    if isEnumerator(stop, bytes, tokens) { return nil }
    switch opening.kind {
    case .lower, .other: return nil
    case .wide: return next
    case .digit:
      if isClosed { return next }
      if stop.isAcronym || !traits.isDisjoint(with: [.title, .counter, .inner, .tail]) { return nil }
      return isInitial(word) ? nil : next
    case .sign: return isClosed || !traits.isAbbreviation ? next : nil
    case .capital:
      if isClosed { return next }
      if traits.contains(.title) || traits.contains(.inner) { return nil }
      if stop.isAcronym || traits.contains(.tail) {
        return isStarter || opening.isQuoted ? next : nil
      }
      if isInitial(word) {
        if word.length == 1 && bytes[word.start] == 0x49 { return next }
        return isStarter && !isInitial(tokens[opening.word]) ? next : nil
      }
      return next
    }
  }

  private func afterExclamation(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    let next = stop.next
    let opening = Opening(bytes, tokens, at: next, before: range.upperBound)
    guard tokens[next].shape.contains(.spaceBefore) else {
      return startsWithoutSpace(stop, opening, tokens) ? next : nil
    }
    switch opening.kind {
    case .lower, .other: return nil
    case .digit, .wide, .sign: return next
    case .capital:
      if stop.closesQuote, startsReport(at: next, tokens) { return nil }
      return next
    }
  }

  private func afterEllipsis(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    let next = stop.next
    guard tokens[next].shape.contains(.spaceBefore) else { return nil }
    let opening = Opening(bytes, tokens, at: next, before: range.upperBound)
    guard case .capital = opening.kind, !stop.isBracketed else { return nil }
    return words[tokens[opening.word].word].contains(.starter) || stop.isLong ? next : nil
  }

  private func afterWideStop(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Int? {
    stop.next
  }

  /// Whether a sentence starts right behind the stop, without a space: "the service.There is".
  private func startsWithoutSpace(_ stop: Stop, _ opening: Opening, _ tokens: [Token]) -> Bool {
    guard !stop.isAcronym, stop.index > range.lowerBound, case .capital = opening.kind else { return false }
    let before = tokens[stop.index - 1]
    guard before.length > 2, !before.shape.contains(.capitalised), before.shape.contains(.word) else { return false }
    let word = tokens[opening.word]
    return words[word.word].contains(.starter) && !word.shape.contains(.allCapitals)
  }

  private func isAbbreviation(_ token: Token) -> Bool {
    !abbreviations.isEmpty && abbreviations.contains(token.word)
  }

  /// A capital letter alone.
  private func isInitial(_ token: Token) -> Bool {
    token.shape.contains(.capitalised) && (token.length == 1 || (token.length == 2 && false))
  }

  /// Whether the stop belongs to the number or letter with which the sentence starts, or to a label ("Figure 2.").
  private func isEnumerator(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    if let item, stop.index < sentenceStart + item.length { return true }
    return stop.index == sentenceStart + 2 && words[tokens[sentenceStart].word].contains(.label)
      && tokens[sentenceStart + 1].shape.contains(.number)
  }

  /// Whether a verb of saying follows within a name's length: `"Why?" Wang Wenbin asked`.
  private func startsReport(at next: Int, _ tokens: [Token]) -> Bool {
    var index = next
    let limit = min(range.upperBound, next + 5)
    while index < limit {
      let token = tokens[index]
      if index > next, words[token.word].contains(.saying) { return true }
      guard token.shape.contains(.capitalised) else { return false }
      index += 1
    }
    return false
  }
}
