/// Finds statements in Korean sentences: the speaker with its particle, the content, and the verb at the end.
struct KoreanReader {
  let passage: Passage
  private(set) var drafts: [StatementDraft] = []
  private let topics: Set<WordID>

  init(_ passage: Passage) {
    self.passage = passage
    topics = Set(Lexicon.shared.ids(of: "은는이가").map(\.word))
  }

  /// Reads one sentence and appends what it states.
  mutating func read(_ index: Int) {
    let sentence = passage.sentences[index]
    let low = sentence.tokens.lowerBound
    let high = sentence.tokens.upperBound
    var token = high - 1
    while token > low {
      if passage.quotationOf[token] < 0, passage.tokens[token].shape.contains(.hangul),
        let match = passage.lexicon.korean.match(passage.tokens.span, at: token, before: high)
      {
        // The verb with its ending: the list has the stems.
        var end = token + match.length
        while end < high, passage.tokens[end].shape.contains(.hangul), !passage.tokens[end].shape.contains(.spaceBefore)
        {
          end += 1
        }
        append(index, low, token..<end, high, passage.lexicon.acts[match.value])
        return
      }
      token -= 1
    }
  }

  /// The first token behind a dateline: "(부산=남도통신) 윤가람 기자 = ", "(서울=연합뉴스) ".
  private func afterDateline(_ low: Int, before cue: Int) -> Int {
    guard passage.text[passage.tokens[low].start] == 0x28 else { return low }
    var place = low
    var isBracketOpen = true
    var first = low
    while place < min(cue, low + 40) {
      let token = passage.tokens[place]
      if isBracketOpen, passage.text[token.start] == 0x29 {
        isBracketOpen = false
        first = place + 1
      } else if !isBracketOpen, passage.text[token.start] == 0x3D, token.shape.contains(.spaceBefore) {
        return place + 1
      }
      place += 1
    }
    return first
  }

  private mutating func append(_ index: Int, _ start: Int, _ cue: Range<Int>, _ high: Int, _ act: SpeechAct) {
    let low = afterDateline(start, before: cue.lowerBound)
    var subject: Range<Int>?
    var contentStart = low
    var token = low
    while token + 1 < cue.lowerBound {
      if passage.quotationOf[token] < 0, topics.contains(passage.tokens[token].word), token > low,
        passage.tokens[token + 1].shape.contains(.spaceBefore) || passage.has(token + 1, .comma)
          || passage.quotationOf[token + 1] >= 0, !passage.tokens[token].shape.contains(.spaceBefore)
      {
        var start = token
        while start > low, passage.quotationOf[start - 1] < 0, !passage.has(start - 1, .comma), token - start < 24 {
          start -= 1
        }
        while start < token,
          passage.quotationOf[start] >= 0 || !passage.tokens[start].shape.contains(.spaceBefore) && start > low
        { start += 1 }
        if start < token {
          subject = start..<token
          contentStart = token + 1
          break
        }
      }
      token += 1
    }
    // A quotation that closes right before the verb is the content.
    var content = contentStart..<cue.lowerBound
    for place in (low..<cue.lowerBound).reversed() where passage.quotationOf[place] >= 0 {
      if let quotation = passage.quotation(place),
        cue.lowerBound - quotation.close <= 8 || quotation.open <= contentStart + 1
      {
        if contentStart >= quotation.open || !passage.has(contentStart, []) {
          content = min(quotation.open, max(contentStart, quotation.open))..<quotation.close + 1
        }
      }
      break
    }
    // Without the particle that closes a report.
    while content.count > 2, content.upperBound > 0, isQuotative(content.upperBound - 1) {
      content = content.lowerBound..<content.upperBound - 1
    }
    guard content.count > 2 else { return }
    var parts = [content]
    // "…"라며 "…"고 말했다: two quotations with one verb.
    if let last = passage.quotation(content.lowerBound) {
      var place = contentStart
      while place < last.open {
        if let earlier = passage.quotation(place), earlier.close < last.open {
          parts.insert(earlier.tokens, at: parts.count - 1)
          place = earlier.close + 1
        } else {
          place += 1
        }
      }
    }
    if let found = subject { subject = withoutConnective(found) }
    drafts.append(
      StatementDraft(
        sentence: index, source: subject, cue: cue, act: act, content: parts, rule: .tail,
        sharesSpeaker: subject == nil, confidence: 0.75))
  }

  /// Without "to this", "then" and the like before the name.
  private func withoutConnective(_ source: Range<Int>) -> Range<Int> {
    var first = source.lowerBound + 1
    while first < source.upperBound, !passage.tokens[first].shape.contains(.spaceBefore) { first += 1 }
    guard first < source.upperBound else { return source }
    let word = passage.string(source.lowerBound..<first)
    return ["이에", "또", "또한", "이어", "그러면서", "한편", "반면", "앞서", "특히", "다만", "그러나", "하지만", "이날"].contains(word)
      ? first..<source.upperBound : source
  }

  private func isQuotative(_ token: Int) -> Bool {
    let bytes = passage.text[passage.tokens[token].range.indices]
    return bytes.elementsEqual("고".utf8) || bytes.elementsEqual("며".utf8)
  }
}
