/// What the document told once and repeats where the place alone tells nothing: persons, and agencies of datelines.
extension NameFinder {
  /// "(Coral Wire) --" behind a place and a date: the agency; the index behind the bracket.
  mutating func dateline(_ at: Int) -> Int? {
    guard at > start, at - start <= 14, let span = spans.last, span.sentence == sentence else { return nil }
    var close = at + 1
    while close < end, close < at + 6, word(close) != lists.closing {
      guard isCapital(close) || isJoiningHyphen(close) || close > at + 1 && isSmall(close) else { return nil }
      close += 1
    }
    guard close > at + 1, word(close) == lists.closing, opensReport(close + 1, at) else { return nil }
    var hasPlace = false
    for span in spans.reversed() {
      guard span.sentence == sentence else { break }
      guard span.type == .country || span.type == .location else { return nil }
      hasPlace = true
    }
    guard hasPlace, listedType(at + 1) != .country else { return nil }
    for index in start..<at where isSmall(index) && !part(index).contains(.calendar) && !isFigureOrdinal(index) {
      return nil
    }
    let isListed = listedType(at + 1) == .organisation && length(at + 1) == close - at - 1
    spans.append(
      NameSpan(
        at + 1..<close, sentence: sentence, .organisation, .gazetteer, 0.93,
        listed: isListed ? Int(listed[at + 1 - start]) : -1))
    agencies.append(at + 1..<close)
    return close + 1
  }

  /// A dash or colon, or, where a date stood before the bracket, the first word of the report.
  private func opensReport(_ at: Int, _ bracket: Int) -> Bool {
    guard at < end else { return false }
    if shape(at).contains(.mark) {
      let byte = bytes[tokens[at].start]
      return byte == 0x2D || byte == 0x3A || byte == 0xE2
    }
    return isCapital(at) && shape(bracket - 1).contains(.number)
  }

  /// Finds what is known from elsewhere in the document: persons by their full names, surnames that are everyday words,
  /// and agencies.
  mutating func findAgain(in sentences: [Sentence]) {
    var known = Gazetteer()
    var seen: Set<[WordID]> = []
    for span in spans where span.type == .person && span.tokens.count <= 9 && !span.isPending && span.confidence >= 0.75
    {
      let words = span.tokens.map { tokens[$0].word }
      let isWide = !tokens[span.tokens.lowerBound].shape.isDisjoint(with: [.ideographic, .hangul])
      guard words.count >= 2, isWide ? span.tokens.count <= 9 : span.rule == .title else { continue }
      if seen.insert(words).inserted { known.add(words, value: isWide ? 0 : 1) }
      // 英格丽·哈根 is 哈根 later.
      if isWide, let dot = span.tokens.lastIndex(where: { tokens[$0].shape.contains(.mark) }),
        span.tokens.upperBound - dot > 2
      {
        let surname = (dot + 1..<span.tokens.upperBound).map { tokens[$0].word }
        if seen.insert(surname).inserted { known.add(surname, value: 0) }
      }
      guard !isWide, let last = words.last, lists[last].contains(.common), tokens[span.tokens.upperBound - 1].length > 3
      else { continue }
      if lists[words[0]].isDisjoint(with: .eastSurname), seen.insert([last]).inserted { known.add([last], value: 2) }
    }
    for agency in agencies {
      let words = agency.map { tokens[$0].word }
      guard words.count > 1 || lists[words[0]].isDisjoint(with: .common) else { continue }
      if seen.insert(words).inserted { known.add(words, value: 3) }
    }
    guard !seen.isEmpty else { return }
    var result: [NameSpan] = []
    var moved = Array(repeating: -1, count: spans.count)
    var next = 0
    for index in sentences.indices {
      var at = sentences[index].tokens.lowerBound
      let limit = sentences[index].tokens.upperBound
      while at < limit {
        if next < spans.count, spans[next].tokens.lowerBound == at {
          moved[next] = result.count
          if spans[next].type == .person, let match = known.match(tokens.span, at: at, before: limit), match.value == 3,
            match.length == spans[next].tokens.count
          {
            spans[next].type = .organisation
            spans[next].isPending = false
          }
          at = max(at + 1, spans[next].tokens.upperBound)
          result.append(spans[next])
          next += 1
        } else if let match = known.match(tokens.span, at: at, before: limit),
          next >= spans.count || spans[next].tokens.lowerBound >= at + match.length,
          stands(at, at + match.length, match.value, limit, opens: at == sentences[index].tokens.lowerBound)
        {
          let type = match.value == 3 ? EntityType.organisation : .person
          result.append(NameSpan(at..<at + match.length, sentence: index, type, .repeated, 0.9))
          at += match.length
        } else {
          at += 1
        }
      }
    }
    guard next == spans.count else { return }
    for index in result.indices {
      if result[index].owner >= 0, result[index].owner < moved.count {
        result[index].owner = moved[result[index].owner]
      }
      if result[index].origin >= 0, result[index].origin < moved.count {
        result[index].origin = moved[result[index].origin]
      }
    }
    spans = result
  }

  /// Whether the known name is one at this place.
  private func stands(_ at: Int, _ next: Int, _ value: Int, _ limit: Int, opens: Bool) -> Bool {
    if value == 0 { return true }
    guard tokens[at].shape.contains(.capitalised) else { return false }
    guard value == 2 else { return true }
    // An everyday word: among small ones, and before a verb where it opens the sentence.
    guard next < limit, tokens[next].shape.isDisjoint(with: [.capitalised, .mark]) else { return false }
    guard opens else { return !tokens[at].shape.contains(.allCapitals) && isWord(at - 1) }
    let token = tokens[next]
    return lists[token.word].contains(.speech)
      || token.length > 3 && bytes[token.end - 1] == 0x64 && bytes[token.end - 2] == 0x65
  }

  /// A small word stands there.
  private func isWord(_ at: Int) -> Bool {
    tokens[at].shape.contains(.word) && tokens[at].shape.isDisjoint(with: .capitalised)
  }
}
