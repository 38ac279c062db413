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
    guard let (cue, act) = lastCue(low, high) else {
      if let draft = basis(index, low, high) { drafts.append(draft) }
      return
    }
    var start = low
    if let (earlier, firstAct) = lastCue(low, cue.lowerBound - 3), let end = connected(earlier, cue.lowerBound) {
      // “…고 말하고, …”: two reports in one sentence.
      let before = drafts.count
      append(index, low, earlier, end, firstAct)
      if drafts.count > before { start = end }
    }
    append(index, start, cue, high, act)
    if start > low, drafts.count > 1 {
      let last = drafts.count - 1
      drafts[last].source = nil
      drafts[last].sharesSpeaker = true
    }
  }

  /// Behind the comma that joins a verb to what follows: "말하고,", "강조하며".
  private func connected(_ cue: Range<Int>, _ limit: Int) -> Int? {
    let last = passage.string(cue.upperBound - 1..<cue.upperBound)
    guard ["고", "며", "서"].contains(last), cue.upperBound + 3 < limit, passage.has(cue.upperBound, .comma) else {
      return nil
    }
    return cue.upperBound + 1
  }

  /// “기상청에 따르면 …”: whose report it is.
  private func basis(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
    for token in low + 1..<max(low + 1, min(high - 4, low + 24)) {
      guard passage.tokens[token].shape.contains(.spaceBefore), passage.quotationOf[token] < 0,
        passage.string(token..<token + 2) == "따르", passage.string(token - 1..<token) == "에"
      else { continue }
      var end = token + 1
      while end < high, !passage.tokens[end].shape.contains(.spaceBefore) { end += 1 }
      guard end + 2 < high, low < token - 1 else { return nil }
      return StatementDraft(
        sentence: index, source: low..<token - 1, cue: token..<end, act: .say, content: [end..<high], rule: .according)
    }
    return nil
  }

  /// The last verb that reports, with its ending: the list has the stems.
  private func lastCue(_ low: Int, _ high: Int) -> (Range<Int>, SpeechAct)? {
    var token = high - 1
    while token > low {
      if passage.quotationOf[token] < 0, passage.tokens[token].shape.contains(.hangul),
        passage.tokens[token].shape.contains(.spaceBefore) || passage.quotationOf[token - 1] >= 0,
        let match = passage.lexicon.korean.match(passage.tokens.span, at: token, before: high)
      {
        var end = token + match.length
        while end < high, passage.tokens[end].shape.contains(.hangul), !passage.tokens[end].shape.contains(.spaceBefore)
        {
          end += 1
        }
        return (token..<end, passage.lexicon.acts[match.value])
      }
      token -= 1
    }
    return nil
  }

  /// “…고 통신이 보도했다”: who speaks, where it stands between the content and the verb.
  private func postposed(_ cue: Int, _ low: Int) -> Range<Int>? {
    guard cue - 1 > low + 3, topics.contains(passage.tokens[cue - 1].word), passage.quotationOf[cue - 1] < 0 else {
      return nil
    }
    var start = cue - 1
    while start > low, cue - start < 24 {
      let isWord = passage.tokens[start].shape.contains(.spaceBefore)
      if isWord, isQuotative(start - 1), start < cue - 1 { return start..<cue - 1 }
      start -= 1
    }
    return nil
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
    if let source = postposed(cue.lowerBound, low) {
      drafts.append(
        StatementDraft(
          sentence: index, source: source, cue: cue, act: act, content: [low..<source.lowerBound - 1], rule: .tail))
      return
    }
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
    contentStart = afterPlace(contentStart, cue.lowerBound)
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
    if content.count > 3, isQuotative(content.upperBound - 2),
      passage.string(content.upperBound - 1..<content.upperBound) == "도"
    {
      content = content.lowerBound..<content.upperBound - 1  // "…고도"
    }
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
        sharesSpeaker: subject == nil))
  }

  /// Without "to this", "then" and the like before the name.
  private func withoutConnective(_ source: Range<Int>) -> Range<Int> {
    var first = source.lowerBound + 1
    while first < source.upperBound, !passage.tokens[first].shape.contains(.spaceBefore) { first += 1 }
    guard first < source.upperBound else { return source }
    let word = passage.string(source.lowerBound..<first)
    return Self.connectives.contains(word) ? first..<source.upperBound : source
  }

  /// Words between a sentence's start and its subject: "to this", "then".
  static let connectives: Set<String> = [
    "이에", "또", "또한", "이어", "그러면서", "한편", "반면", "앞서", "특히", "다만", "그러나", "하지만", "이날",
  ]

  /// Without the place or addressee before what is said: "담화에서", "본지에".
  private func afterPlace(_ from: Int, _ cue: Int) -> Int {
    var end = from + 1
    while end < cue, !passage.tokens[end].shape.contains(.spaceBefore), passage.quotationOf[end] < 0 { end += 1 }
    guard end > from, end + 3 < cue else { return from }
    let word = passage.string(from..<end)
    return passage.quotationOf[end] >= 0 && ["에서", "에게", "에"].contains { word.hasSuffix($0) } ? end : from
  }

  private func isQuotative(_ token: Int) -> Bool {
    let bytes = passage.text[passage.tokens[token].range.indices]
    return bytes.elementsEqual("고".utf8) || bytes.elementsEqual("며".utf8)
  }
}
