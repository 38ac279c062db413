/// Content before its cue, and around it.
extension ClauseReader {
  /// Whether the content stands before the cue.
  func isTail(_ candidate: CueCandidate, _ all: [CueCandidate], _ low: Int, _ high: Int) -> Bool {
    guard !candidate.isGerund, !candidate.subject.isRelative,
      !candidate.complement.complements.isDisjoint(with: [.quotation, .that, .clause]), candidate.agent == nil
    else { return false }
    let speaker = candidate.inverted ?? candidate.subject.subject
    guard speaker != nil else { return false }
    let before = candidate.inverted != nil ? candidate.cue.lowerBound - 1 : candidate.subject.before
    guard before >= 0, before >= low || passage.quotation(before) != nil,
      passage.has(before, [.comma, .quoteMark, .dash]) || passage.quotation(before)?.close == before
        || passage.has(before, .stop) && passage.quotationOf[before] >= 0
    else { return false }
    let quoteBefore =
      passage.quotation(before) ?? (before > 0 && passage.has(before, .comma) ? passage.quotation(before - 1) : nil)
    switch candidate.complement.kind {
    case .none: break
    case .quotation:
      // “…,” he said, “…”: around the cue.
      guard let quotation = candidate.complement.quotation, passage.has(quotation.open - 1, [.comma, .colon]),
        quoteBefore != nil || isFragment(low, before) && passage.has(quotation.open - 1, .comma)
      else { return false }
      if quoteBefore == nil { return true }
    default:
      return false
    }
    if quoteBefore != nil { return true }
    // "Asked by a senator whether …, the general answered in the negative."
    if passage.ends(low, 0x65, 0x64), low + 1 < before,
      passage.has(low + 1, [.by, .preposition, .wh, .subordinator])
    {
      return false
    }
    guard
      before > low,
      complements.hasVerb(low, before) || interrupts(candidate, low, high)
        || candidate.inverted.map({ before - low > 4 && speaksByName($0) }) ?? false
    else { return false }
    // "Kim said that the plan, he added, is good": an earlier cue holds unless this one ends the sentence.
    if let earlier = all.first, earlier.verb < candidate.verb, !earlier.isGerund, earlier.complement.kind != .none {
      let rest = candidate.complement.start
      let ends =
        rest >= high || passage.has(rest, [.stop, .semicolon, .comma])
        || passage.has(rest, .preposition) && !complements.hasVerb(rest, high)
      if !ends { return false }
    }
    return true
  }

  /// "The rest, he said, “is money.”": the subject that a quotation goes on with.
  private func isFragment(_ low: Int, _ before: Int) -> Bool {
    before > low && before - low <= 8 && passage.has(before, .comma) && !complements.hasVerb(low, before)
      && !passage.has(low, [.preposition, .adverb, .time, .coordinator, .subordinator])
      && passage.has(low, [.determiner, .possessive, .subject])
      && !(low..<before).contains { passage.has($0, [.comma, .human]) || passage.mention($0)?.type == .person }
  }

  /// "Bridges, she said, are …": the verb of the content follows.
  func interrupts(_ candidate: CueCandidate, _ low: Int, _ high: Int) -> Bool {
    let rest = candidate.complement.start
    // "Its stocks last a month, it said.": whatever verb the content has.
    if rest >= high || passage.has(rest, .stop) { return candidate.cue.lowerBound - low > 5 }
    if passage.has(rest, .preposition),
      let comma = (rest..<min(high, rest + 8)).first(where: { passage.has($0, .comma) })
    {
      return comma + 1 < high && passage.has(comma + 1, .auxiliary)  // "…, he said on their behalf, could …"
    }
    guard rest + 1 < high, passage.has(rest, .comma) else { return false }
    if isThird(rest + 1) { return true }  // "The plan, she explained, rests on …"
    if passage.has(candidate.cue.lowerBound - 1, .subject), complements.hasVerb(rest + 1, high) { return true }
    return passage.has(rest + 1, .auxiliary) || subjects.isVerbLike(rest + 1, from: rest)
  }

  /// Whether a word in -s can be the verb of a clause that a cue interrupts.
  func isThird(_ token: Int) -> Bool {
    passage.tokens[token].shape.contains(.word) && !passage.isCapitalised(token) && passage.tokens[token].length > 3
      && passage.text[passage.tokens[token].end - 1] == 0x73 && passage.classes[token].isDisjoint(with: Self.small)
  }

  static let small: WordClass = [
    .preposition, .determiner, .subject, .object, .possessive, .relative, .subordinator, .adverb, .human, .coordinator,
  ]

  mutating func appendTail(_ candidate: CueCandidate, _ index: Int, _ low: Int, _ high: Int) {
    var draft = draft(candidate, index, .tail)
    let before = candidate.inverted != nil ? candidate.cue.lowerBound - 1 : candidate.subject.before
    let quotation = passage.quotation(before) ?? (before > 0 ? passage.quotation(before - 1) : nil)
    var start = low
    if let quotation {
      start = min(quotation.open, low)
      if quotation.open > low, opensWithFrame(low, quotation.open) { start = quotation.open }
    }
    if quotation == nil, let colon = (low..<before).last(where: { passage.has($0, .colon) }), colon + 2 < before,
      complements.hasVerb(low, colon)
    {
      start = colon + 1  // "Kim stood firm: the inspectors, she said, had …"
    }
    // A content that this sentence has stated already is not stated again.
    if let last = drafts.last, last.sentence == index, let end = last.content.last?.upperBound, end <= before {
      start = max(start, end)
    }
    draft.content = [start..<before + (passage.has(before, [.comma, .dash]) ? 0 : 1)]
    if let second = secondPart(candidate, high) { draft.content.append(second) }
    drafts.append(draft)
  }

  /// Whether what stands before a quotation only leads to it.
  func opensWithFrame(_ low: Int, _ open: Int) -> Bool {
    (low..<open).allSatisfy { passage.has($0, [.adverb, .coordinator, .comma, .colon]) }
  }

  /// What the content goes on with behind an interrupting cue.
  func secondPart(_ candidate: CueCandidate, _ high: Int) -> Range<Int>? {
    if let quotation = candidate.complement.quotation { return quotation.tokens }
    let rest = candidate.complement.start
    guard rest < high else { return nil }
    var comma = rest
    if candidate.complement.complements.contains(.addressee), rest + 1 < high, !passage.has(rest, .comma),
      let next = (rest..<min(high - 1, rest + 4)).first(where: { passage.has($0, .comma) }),
      thoughWords.contains(passage.tokens[next + 1].word)
    {
      comma = next  // "…, she told members, though …"
    }
    if !passage.has(comma, .comma) {
      guard passage.has(comma, .preposition), let next = (comma..<high).first(where: { passage.has($0, .comma) }) else {
        return nil
      }
      comma = next
    }
    guard comma + 1 < high else { return nil }
    let next = comma + 1
    if let quotation = complements.openQuotation(next) { return quotation.tokens }
    if passage.looksGerund(next) || passage.has(next, [.citing, .relative, .according, .time, .human]) { return nil }
    if candidate.inverted != nil { return laterQuotation(next, high) }
    if passage.has(next, [.coordinator, .adverb]), next + 1 < high {
      if passage.verb(next + 1) != nil || passage.looksGerund(next + 1) { return nil }
    }
    if passage.has(next, .preposition), !complements.hasVerb(next, high) { return nil }
    guard isThird(next) || complements.hasVerb(next - 1, high) else { return nil }
    return next..<high
  }

  /// "“In our town,” said Kim, to laughter, “we …”".
  func laterQuotation(_ from: Int, _ high: Int) -> Range<Int>? {
    for token in from..<min(high, from + 8) {
      if let quotation = complements.openQuotation(token), passage.has(token - 1, .comma) { return quotation.tokens }
      if passage.has(token, [.stop, .semicolon]) { return nil }
    }
    return nil
  }

  /// Earlier cues whose quotation closes before the tail's content begins.
  func frontedQuotes(_ earlier: ArraySlice<CueCandidate>, before tail: CueCandidate, _ low: Int) -> [Int] {
    let place = tail.inverted != nil ? tail.cue.lowerBound - 1 : tail.subject.before
    guard let quotation = passage.quotation(place) else { return [] }
    return earlier.indices.filter { position in
      let candidate = earlier[position]
      guard candidate.complement.kind == .quotation, let own = candidate.complement.quotation else { return false }
      return own.close < quotation.open && !candidate.isGerund
    }
  }

  /// A second quotation of the sentence with its own cue behind it: “…,” he said, and “…,” she added.
  mutating func appendTrailing(_ candidate: CueCandidate, _ index: Int, _ high: Int) {
    guard let last = drafts.last?.content.last else { return }
    let before = candidate.inverted != nil ? candidate.cue.lowerBound - 1 : candidate.subject.before
    guard before >= last.upperBound, let quotation = passage.quotation(before), quotation.open >= last.upperBound,
      candidate.inverted ?? candidate.subject.subject != nil
    else { return }
    var next = draft(candidate, index, .tail)
    next.content = [quotation.tokens]
    drafts.append(next)
  }
}
