// Stops of Chinese, Japanese and Korean.
extension SentenceSplitter {
  /// Whether a sentence starts behind "。", "！", "？".
  func startAfterWideStop(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> SentenceDecision {
    let next = stop.next
    if stop.closesTitle { return .goesOn(.name) }
    let first = tokens[next]
    if first.shape.contains(.mark) {
      switch SentenceMark(bytes, first) {
      // "！，", "？——": the sentence goes on.
      case .colon, .comma, .closingTitle, .closingBracket, .dash: return .goesOn(.mark)
      case .other:
        let scalar = scalar(first, bytes)
        if scalar == 0xFF0C || scalar == 0x3001 || scalar == 0x3B || scalar == 0xFF1B { return .goesOn(.mark) }
      default: break
      }
    }
    // "３．２９"
    if stop.next == stop.index + 1, stop.index > range.lowerBound, first.shape.contains(.number),
      tokens[stop.index - 1].shape.contains(.number), bytes[tokens[stop.index].start] == 0xEF,
      bytes[tokens[stop.index].start + 2] == 0x8E
    {
      return .goesOn(.noSpace)
    }
    if openBrackets > 0, closesBracketAhead(next, bytes, tokens) { return .goesOn(.openBracket) }
    if stop.closesQuote || stop.closesBracket, isParticle(scalar(first, bytes)) { return .goesOn(.particle) }
    if stop.closesQuote, !isIntroduced(bytes, tokens), startsWideReport(at: next, bytes, tokens) {
      return .goesOn(.report)
    }
    // "他（她？）没来"
    if stop.closesBracket, stop.mark == .wideStop, isAsked(stop, bytes, tokens), first.shape.contains(.ideographic),
      isBracketInside(stop, bytes, tokens)
    {
      return .goesOn(.openBracket)
    }
    return .ends(at: next, .wideStop)
  }

  /// "他问：“": a colon, or a comma behind a verb of saying, announced the quotation, so no report follows it.
  private func isIntroduced(_ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard openQuote > sentenceStart else { return false }
    let mark = scalar(tokens[openQuote - 1], bytes)
    if mark == 0xFF1A || mark == 0x3A { return true }
    return mark == 0xFF0C && openQuote - 2 >= sentenceStart && isSaying(scalar(tokens[openQuote - 2], bytes))
  }

  /// Whether the stop is "？" or "！".
  private func isAsked(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    let mark = scalar(tokens[stop.index], bytes)
    return mark == 0xFF1F || mark == 0xFF01
  }

  /// Whether the bracket that closes with the stop opened at most four tokens before it, inside the sentence.
  private func isBracketInside(_ stop: Stop, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    var at = stop.index - 1
    while at > sentenceStart, stop.index - at <= 5 {
      if tokens[at].shape.contains(.mark) { return SentenceMark(bytes, tokens[at]) == .openingBracket }
      at -= 1
    }
    return false
  }

  /// Whether 다, 요, 죠 or 까 stands before the token: the end of a Korean sentence.
  func isKoreanEnding(before index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard index > range.lowerBound, tokens[index - 1].shape.contains(.hangul) else { return false }
    switch scalar(tokens[index - 1], bytes) {
    case 0xB2E4, 0xC694, 0xC8E0, 0xAE4C: return true
    default: return false
    }
  }

  /// "3일": a number with what it counts.
  func startsKoreanFigure(_ opening: Opening, _ tokens: [Token]) -> Bool {
    guard opening.kind == .digit, opening.word + 1 < range.upperBound else { return false }
    let unit = tokens[opening.word + 1].shape
    return unit.contains(.hangul) && !unit.contains(.spaceBefore)
  }

  /// Whether somebody is said to have said it: `?" 그가 물었다.` with 물, 말, 답, 외 and the stop of the sentence.
  func startsKoreanReport(at next: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard words.language == .ko else { return false }
    var index = next
    let limit = min(range.upperBound - 1, next + 20)
    while index < limit, tokens[index].shape.contains(.hangul) {
      let verb = scalar(tokens[index], bytes)
      let ending = scalar(tokens[index + 1], bytes)
      switch (verb, ending) {
      // 물었 말했 답했 외쳤 되물
      case (0xBB3C, 0xC5C8), (0xB9D0, 0xD588), (0xB2F5, 0xD588), (0xC678, 0xCCE4), (0xB418, 0xBB3C): return true
      default: index += 1
      }
    }
    return false
  }

  /// "です☆そのため": a star or note with which informal Japanese ends a sentence.
  func followsStar(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    guard index > range.lowerBound, index + 1 < range.upperBound, !tokens[index].shape.contains(.spaceBefore) else {
      return false
    }
    switch scalar(tokens[index], bytes) {
    case 0x2605, 0x2606, 0x266A, 0x266B, 0x2661, 0x2665: break
    default: return false
    }
    guard tokens[index + 1].shape.contains(.ideographic) else { return false }
    switch scalar(tokens[index - 1], bytes) {
    case 0x3059, 0x306D, 0x3088, 0x305F, 0x3044, 0x306A: return true  // す ね よ た い な
    default: return false
    }
  }

  /// Whether Han or kana stands before the stop.
  func isWide(before stop: Stop, _ tokens: [Token]) -> Bool {
    stop.index > range.lowerBound && !tokens[stop.index - 1].shape.isDisjoint(with: [.ideographic, .hangul])
  }

  /// "2025. 1. 5. 개막": a date as Korean writes it.
  func isDateNumber(_ word: Token, _ tokens: [Token], _ next: Int) -> Bool {
    guard words.language == .ko, word.shape.contains(.number) else { return false }
    return tokens[next].shape.contains(.number) || word.length <= 2
  }

  /// Whether a polite ending without a stop stands before the token ("맛있어요 다음에"), as in comments and captions.
  func followsKoreanEnding(_ index: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    var index = index
    let next = scalar(tokens[index], bytes)
    // "갈게요~ 추천합니다"
    if index - 1 > sentenceStart, bytes[tokens[index - 1].start] == 0x7E { index -= 1 }
    guard index - 2 > sentenceStart, tokens[index - 1].shape.contains(.hangul),
      tokens[index - 2].shape.contains(.hangul),
      !tokens[index - 1].shape.contains(.spaceBefore), !tokens[index - 2].shape.contains(.spaceBefore)
    else { return false }
    // "ㅋㅋ", "ㅠㅠ" stay with the sentence before.
    if next >= 0x3131 && next <= 0x3163 { return false }
    let last = scalar(tokens[index - 1], bytes)
    let before = scalar(tokens[index - 2], bytes)
    switch last {
    case 0xB2E4: return before == 0xB2C8  // 니다
    case 0xC694:  // 요, but not behind a noun ("상처요"), where the sentence may go on
      switch before {
      case 0xC5B4, 0xC544, 0xD574, 0xC138, 0xB124, 0xAD70, 0xAE4C, 0xB098, 0xB370, 0xAD6C, 0xC608,
        0xC5D0, 0xC9C0, 0xAC8C, 0xB798, 0xC6CC, 0xC838, 0xC154, 0xB824, 0xB3FC, 0xBD10, 0xC918,
        0xC600, 0xD588, 0xACE0, 0xB354, 0xB2C8, 0xC2F8, 0xBED0, 0xC640, 0xCEE4, 0xC368, 0xCCD0,
        0xACA8, 0xCF1C, 0xBE60, 0xB77C, 0xB530, 0xB0B4:
        // 어 아 해 세 네 군 까 나 데 구 예 에 지 게 래 워 져 셔 려 돼 봐 줘 였 했 고 더 니 싸 뻐 와 커 써 쳐 겨 켜 빠 라 따 내
        return true
      default: return false
      }
    case 0xC918: return true  // 줘
    case 0xC8E0: return true  // 죠
    default: return false
    }
  }

  /// Whether the sentence goes on behind a quotation: 的 等 之, Japanese と の が …, Korean 라고 고 며.
  private func isParticle(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7684, 0x7B49, 0x4E4B, 0x3068, 0x306E, 0x304C, 0x3092, 0x306B, 0x3067, 0x306F, 0x3082, 0x3063, 0x3084, 0x3078,
      0x306A, 0x3060, 0xB77C, 0xACE0, 0xBA70, 0xB294, 0xB780:
      true
    default: false
    }
  }

  /// Whether a speaker and a verb of saying follow, and with them the sentence's end: `？”记者问。`
  private func startsWideReport(at next: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    var index = next
    let limit = min(range.upperBound - 1, next + 24)
    while index < limit {
      guard tokens[index].shape.contains(.ideographic) else { return false }
      if isSaying(scalar(tokens[index], bytes)) {
        let mark = scalar(tokens[index + 1], bytes)
        if mark == 0x3002 { return true }
        if mark == 0xFF0C {
          return index + 2 < range.upperBound && SentenceMark(bytes, tokens[index + 2]) == .openingQuote
        }
      }
      index += 1
    }
    return false
  }

  /// The last character of 说 问 道 称 答 喊 叫 表示 指出 强调 坦言 感叹 介绍 补充 and their traditional forms.
  private func isSaying(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x8BF4, 0x8AAA, 0x95EE, 0x554F, 0x9053, 0x79F0, 0x7A31, 0x7B54, 0x558A, 0x53EB, 0x793A, 0x51FA, 0x8C03, 0x8ABF,
      0x8A00, 0x53F9, 0x5606, 0x7ECD, 0x7D39, 0x5145:
      true
    default: false
    }
  }

  /// Whether the open bracket or title mark closes within a hundred tokens, before another one opens.
  private func closesBracketAhead(_ next: Int, _ bytes: [UInt8], _ tokens: [Token]) -> Bool {
    let limit = min(range.upperBound, next + 100)
    var index = next
    while index < limit {
      if tokens[index].shape.contains(.mark) {
        switch SentenceMark(bytes, tokens[index]) {
        case .closingBracket, .closingTitle: return true
        case .openingBracket, .openingTitle: return false
        default: break
        }
      }
      index += 1
    }
    return false
  }

  private func scalar(_ token: Token, _ bytes: [UInt8]) -> UInt32 { UTF8Scan.scalar(bytes.span, at: token.start).value }
}
