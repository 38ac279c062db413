/// Names in Chinese that their parts tell: counted events, ministries, titled agreements; and the Korean dateline.
extension NameFinder {
  /// 第六届国际渔业博览会: a counted event up to its head.
  mutating func hanCounted(_ at: Int) -> Int? {
    guard isHan(at), hanSort(at) == "count" else { return nil }
    var next = at + 1
    while next < end, next < at + 5, shape(next).contains(.number) || isHan(next), hanSort(next) != "session" {
      next += 1
    }
    guard hanSort(next) == "session" else { return nil }
    next += 1
    let first = next
    while next < end, next < first + 16, isHan(next) {
      if let match = lists.hanHeads.match(tokens.span, at: next, before: end), match.value == 1 {
        spans.append(NameSpan(at..<next + match.length, sentence: sentence, .event, .head, 0.85))
        return next + match.length
      }
      next += 1
    }
    return nil
  }

  /// 海洋与渔业部: fields and the sign of a ministry.
  mutating func hanMinistry(_ at: Int) -> Int? {
    guard isHan(at) else { return nil }
    var next = at
    var fields = 0
    while next < end, next < at + 16 {
      if let match = lists.hanFields.match(tokens.span, at: next, before: end) {
        next += match.length
        fields += 1
      } else if fields > 0, hanSort(next) == "and", lists.hanFields.match(tokens.span, at: next + 1, before: end) != nil
      {
        next += 1
      } else {
        break
      }
    }
    guard fields > 0, let head = lists.hanHeads.match(tokens.span, at: next, before: end) else { return nil }
    switch head.value {
    case 2:
      // 渔业大臣, 渔业部长
      return hanTitle(at, next + head.length)
    case 3:
      spans.append(NameSpan(at..<next + head.length, sentence: sentence, .organisation, .head, 0.85))
      return next + head.length
    default: return nil
    }
  }

  /// 《港口国措施协定》: what the title marks enclose, when its last word says agreement; the index behind.
  mutating func hanTitled(_ at: Int) -> Int? {
    guard tokens[at].length == 3, bytes[tokens[at].start] == 0xE3, bytes[tokens[at].start + 2] == 0x8A else {
      return nil
    }
    var next = at + 1
    while next < end, next < at + 40, !shape(next).contains(.closesQuote) { next += 1 }
    guard next < end, shape(next).contains(.closesQuote), next > at + 2, isHan(next - 1) else { return nil }
    for length in [2, 3, 4] where next - length > at {
      if let match = lists.hanHeads.match(tokens.span, at: next - length, before: next), match.value == 4,
        match.length == length
      {
        spans.append(NameSpan(at + 1..<next, sentence: sentence, .agreement, .head, 0.88))
        return next + 1
      }
    }
    return nil
  }

  private func hanSort(_ at: Int) -> String? { isHan(at) ? lists.hanSigns[word(at)] : nil }

  /// (부산=남도통신): place and agency of a Korean dateline; the index behind the bracket.
  mutating func hangulDateline(_ at: Int) -> Int? {
    guard at + 3 < end, shape(at + 1).contains(.hangul) else { return nil }
    var equals = at + 1
    while equals < end, equals < at + 8, shape(equals).contains(.hangul) { equals += 1 }
    guard equals > at + 1, equals < end, tokens[equals].length == 1, bytes[tokens[equals].start] == 0x3D else {
      return nil
    }
    var close = equals + 1
    while close < end, close < equals + 10, shape(close).contains(.hangul) { close += 1 }
    guard close > equals + 2, word(close) == lists.closing else { return nil }
    let isPlace = listedType(at + 1) == .country && length(at + 1) == equals - at - 1
    spans.append(
      NameSpan(
        at + 1..<equals, sentence: sentence, .country, .gazetteer, 0.85,
        listed: isPlace ? Int(listed[at + 1 - start]) : -1))
    let isListed = listedType(equals + 1) == .organisation && length(equals + 1) == close - equals - 1
    spans.append(
      NameSpan(
        equals + 1..<close, sentence: sentence, .organisation, .gazetteer, 0.9,
        listed: isListed ? Int(listed[equals + 1 - start]) : -1))
    agencies.append(equals + 1..<close)
    return close + 1
  }
}
