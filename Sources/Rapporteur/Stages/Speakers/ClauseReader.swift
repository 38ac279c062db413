/// Finds statements in English sentences by the structure of their clauses.
///
/// Content behind the cue ("X said that …"), before it ("…, X said"), around it, in participles ("Noting that …",
/// ", adding that …") and coordinations ("… and added that …"). What stands inside one statement's content belongs to
/// that statement: reports of reports are not taken apart.
struct ClauseReader {
  let passage: Passage
  private let subjects: SubjectFinder
  private let complements: ComplementFinder
  private let cues: CueFinder
  private let phrases: ReportPhrases

  /// The statements, in the order of their cues.
  private(set) var drafts: [StatementDraft] = []

  /// "while", "before", "after": what a further report stands behind.
  private let whileWords: Set<WordID>

  /// "though", "because": what goes on with the content behind its cue.
  private let thoughWords: Set<WordID>

  /// The noun phrase that stands alone above the lines of a resolution.
  private var resolvingBody: Range<Int>?

  /// Tokens before this one are part of a quotation that has its statement.
  private var taken = 0

  init(_ passage: Passage) {
    self.passage = passage
    subjects = SubjectFinder(passage)
    complements = ComplementFinder(passage)
    cues = CueFinder(passage)
    phrases = ReportPhrases(passage)
    whileWords = Set(["while", "before", "after"].map { Lexicon.shared.id(of: $0) })
    thoughWords = Set(["though", "although", "because", "but", "if", "unless"].map { Lexicon.shared.id(of: $0) })
  }

  /// Reads one sentence and appends what it states.
  mutating func read(_ index: Int) {
    let sentence = passage.sentences[index]
    let low = max(passage.afterDateline(sentence), taken)
    let high = sentence.tokens.upperBound
    guard low < high else { return }
    let candidates = cues.find(low, high)
    let before = drafts.count
    if let opening = opening(index, low, high) {
      drafts.append(opening)
      return
    }
    if !candidates.isEmpty { statements(candidates, index, low, high) }
    if drafts.count == before, let draft = phrases.find(index, low, high) { drafts.append(draft) }
    for draft in drafts[before...] {
      if let last = draft.content.last, last.upperBound > high { taken = max(taken, last.upperBound) }
    }
  }

  /// "Urges all parties to …": a line of a resolution, whose subject stands alone above.
  private mutating func opening(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
    if low + 1 < high, passage.has(high - 1, .comma), high - low <= 12,
      let subject = subjects.sentenceSubject(low, high),
      subject.upperBound == high - 1
    {
      resolvingBody = subject
      return nil
    }
    guard let resolvingBody else { return nil }
    if passage.sentences[index].kind == .heading {
      self.resolvingBody = nil
      return nil
    }
    var token = low
    while token < high, passage.has(token, .adverb) { token += 1 }
    guard token < high else { return nil }
    var start = token + 1
    var cue = token..<token + 1
    var act = SpeechAct.say
    if let verb = passage.verb(token), verb.inflections.contains(.third) {
      guard let found = complements.find(verb, at: token, high: high, mayTrail: false), found.kind != .none else {
        return nil
      }
      start = found.start
      cue = token..<found.cueEnd
      act = found.act ?? verb.act
    } else if passage.has(token, .make), token + 3 < high, passage.has(token + 2, [.that, .of]) {
      start = token + 3  // "Takes note that"
      cue = token..<token + 2
    } else {
      return nil
    }
    return StatementDraft(
      sentence: index, source: resolvingBody, cue: cue, act: act, content: [start..<high], rule: .coordination,
      isImplied: true, confidence: 0.8)
  }

  // The statements of one sentence, from its cues.
  private mutating func statements(_ candidates: [CueCandidate], _ index: Int, _ low: Int, _ high: Int) {
    if let tail = candidates.firstIndex(where: { isTail($0, candidates, low, high) }) {
      let fronted = frontedQuotes(candidates[..<tail], before: candidates[tail], low)
      for position in fronted { append(candidates[position], index, low, high, until: nil) }
      appendTail(candidates[tail], index, low, high)
      followers(candidates[(tail + 1)...], index, high, afterTail: true, lead: candidates[tail])
      return
    }
    guard let first = candidates.first else { return }
    if first.isGerund,
      let main = candidates.dropFirst().first(where: { candidate in
        guard let subject = candidate.subject.subject, !candidate.isGerund else { return false }
        return subject.upperBound < first.verb && passage.has(candidate.cue.lowerBound - 1, .comma)
          && candidate.complement.kind != .none
      })
    {
      // "Kim, noting the storm, said …": the participle stands inside.
      var draft = draft(first, index, .participle)
      draft.source = main.subject.subject
      draft.content = [first.complement.start..<main.cue.lowerBound - 1]
      if let quotation = first.complement.quotation { draft.content = [quotation.tokens] }
      if !draft.content[0].isEmpty { drafts.append(draft) }
      append(main, index, low, high, until: nil)
      followers(candidates.filter { $0.verb > main.verb }[...], index, high, afterTail: false, lead: main)
      return
    }
    if first.isGerund, opensSentence(first, low) {
      if let main = candidates.dropFirst().first(where: { isMain($0, low) }),
        let position = candidates.firstIndex(where: { $0.verb == main.verb })
      {
        var draft = draft(first, index, .participle)
        draft.source = main.inverted ?? main.subject.subject
        draft.content = [first.complement.start..<main.subject.before]
        if let quotation = first.complement.quotation { draft.content = [quotation.tokens] }
        drafts.append(draft)
        append(main, index, low, high, until: nil)
        followers(candidates[(position + 1)...], index, high, afterTail: false, lead: main)
        return
      }
      if let (subject, comma) = frontedSubject(first, high), first.complement.kind != .noun {
        var draft = draft(first, index, .participle)
        draft.source = subject
        draft.content = [first.complement.start..<comma]
        drafts.append(draft)
        followers(
          candidates.dropFirst().filter { $0.verb > comma }[...], index, high, afterTail: false, lead: first)
        return
      }
      return
    }
    if !first.isGerund, first.complement.kind != .none, first.subject.before >= low,
      opensWithFrame(low, first.subject.before),
      passage.has(first.subject.before, .subordinator),
      let main = candidates.dropFirst().first(where: { isMain($0, low) && $0.subject.before > first.complement.start })
    {
      // "While Kim said …, Lee argued …": the first clause ends where the main one begins.
      append(first, index, low, high, until: main.subject.before)
      append(main, index, low, high, until: nil)
      followers(candidates.filter { $0.verb > main.verb }[...], index, high, afterTail: false, lead: main)
      return
    }
    let strong = candidates.firstIndex { candidate in
      if candidate.complement.kind == .none { return false }
      if candidate.isGerund {
        // Without a statement before it only a participle with a clause of its own reports.
        switch candidate.complement.kind {
        case .that, .quotation: return true
        case .clause: return candidate.act == .say || candidate.act == .add
        case .noun, .object:
          guard candidate.verb > low, passage.has(candidate.verb - 1, .comma) else { return false }
          switch candidate.act {
          case .stress, .urge, .pledge, .demand, .propose, .warn: return true
          default: return false
          }
        default: return false
        }
      }
      return true
    }
    guard let strong else { return }
    let chosen = candidates[strong]
    if chosen.subject.subject == nil && chosen.agent == nil {
      // The cue shares the subject of a sentence that begins with something else: "A met B and said …".
      guard let subject = subjects.sentenceSubject(low, chosen.verb), subject.upperBound <= chosen.verb,
        subjects.canSpeak(subject)
      else { return }
      var shared = draft(chosen, index, chosen.isGerund ? .participle : .coordination)
      shared.source = subject
      shared.content = [content(chosen, high)]
      shared.confidence = 0.75
      drafts.append(shared)
    } else {
      append(chosen, index, low, high, until: nil)
    }
    followers(candidates[(strong + 1)...], index, high, afterTail: false, lead: chosen)
  }

  private func opensSentence(_ candidate: CueCandidate, _ low: Int) -> Bool {
    (low..<candidate.verb).allSatisfy { passage.has($0, [.adverb, .coordinator, .comma, .by, .preposition]) }
  }

  /// Whether a cue carries the main clause behind a fronted participle: its subject follows a comma.
  private func isMain(_ candidate: CueCandidate, _ low: Int) -> Bool {
    guard !candidate.isGerund, let subject = candidate.subject.subject, candidate.subject.before >= low else {
      return false
    }
    return passage.has(candidate.subject.before, [.comma, .quoteMark]) && subjects.canSpeak(subject)
      && candidate.complement.kind != .none
  }

  /// "Noting that …, Kim welcomed …": the subject behind the last comma that a name and a verb follow.
  private func frontedSubject(_ first: CueCandidate, _ high: Int) -> (Range<Int>, Int)? {
    var found: (Range<Int>, Int)?
    for comma in first.complement.start..<high where passage.has(comma, .comma) && passage.quotationOf[comma] < 0 {
      guard comma + 2 < high, let subject = subjects.sentenceSubject(comma + 1, high), subject.lowerBound == comma + 1,
        subject.upperBound < high, subjects.isVerbLike(subject.upperBound, from: comma + 1),
        passage.classes[subject.upperBound].isDisjoint(with: .auxiliary),
        passage.isCapitalised(comma + 1) || passage.has(comma + 1, [.subject, .determiner])
      else { continue }
      found = (subject, comma)
    }
    return found
  }

  private func draft(_ candidate: CueCandidate, _ index: Int, _ rule: Attribution.Rule) -> StatementDraft {
    StatementDraft(
      sentence: index, source: candidate.agent ?? candidate.inverted ?? candidate.subject.subject, cue: candidate.cue,
      act: candidate.act, content: [], rule: rule, confidence: rule == .clause ? 0.9 : 0.85)
  }

  /// The content behind a cue, to the sentence's end or its quotation's.
  private func content(_ candidate: CueCandidate, _ high: Int) -> Range<Int> {
    let complement = candidate.complement
    if let quotation = complement.quotation {
      let introduced = passage.has(quotation.open - 1, [.comma, .colon])
      let ends = quotation.close + 1 >= high || passage.has(quotation.close + 1, [.stop, .comma, .semicolon, .dash])
      if introduced || ends { return quotation.tokens }
    }
    var end = high
    var hasComma = false
    for token in (complement.start..<high).reversed() where passage.quotationOf[token] < 0 {
      if passage.has(token, .according), token > complement.start + 3, passage.has(token - 1, .comma), !hasComma {
        return complement.start..<token - 1  // ", according to an aide": who tells of the statement
      }
      hasComma = hasComma || passage.has(token, .comma)
    }
    for token in complement.start..<high {
      if let quotation = passage.quotation(token) {
        end = max(end, quotation.close + 1)
      } else if passage.has(token, .citing), passage.looksGerund(token), token > complement.start + 1,
        passage.has(token - 1, .comma)
      {
        return complement.start..<token - 1  // ", citing the storm": where the speaker has it from
      } else if let end = endOfQuoted(token, complement, high) {
        return complement.start..<end
      } else if passage.has(token, .semicolon), complement.kind != .that, complement.kind != .clause,
        !(complement.start..<token).contains(where: { passage.has($0, .colon) })
      {
        return complement.start..<token  // "to have the votes; his aides put …"
      } else if passage.has(token, .comma), complement.kind == .naming || complement.kind == .asObject,
        token > complement.start + 1, let quotation = passage.quotation(token - 1), quotation.close == token - 1
      {
        return complement.start..<token  // "calls it “consistent”, which it is not"
      } else if complement.kind == .noun || complement.kind == .asObject || complement.kind == .naming,
        token > complement.start + 1, token + 1 < high, passage.looksPast(token),
        passage.has(token - 1, .and), passage.has(token + 1, [.determiner, .possessive])
      {
        return complement.start..<token - 1  // "affirmed its support and renewed its thanks"
      }
    }
    return complement.start..<end
  }

  /// "dismissed it as “gardening” and came back": behind a quotation the next verb is the speaker's own.
  private func endOfQuoted(_ token: Int, _ complement: ComplementFinder.Found, _ high: Int) -> Int? {
    guard passage.has(token, .and), token > complement.start + 2, token + 1 < high,
      !passage.isCapitalised(token + 1), passage.has(token + 1, .scene) || passage.looksPast(token + 1)
    else { return nil }
    let end = passage.has(token - 1, .comma) ? token - 1 : token
    guard let quotation = passage.quotation(end - 1), quotation.close == end - 1, quotation.open > complement.start
    else { return nil }
    return end
  }

  private mutating func append(_ candidate: CueCandidate, _ index: Int, _ low: Int, _ high: Int, until: Int?) {
    let isHeadline = passage.sentences[index].kind == .title || passage.sentences[index].kind == .heading
    var draft = draft(candidate, index, isHeadline ? .headline : .clause)
    let all = content(candidate, high)
    draft.content = [all.lowerBound..<max(all.lowerBound, min(all.upperBound, until ?? all.upperBound))]
    drafts.append(draft)
  }

  /// Whether the content stands before the cue.
  private func isTail(_ candidate: CueCandidate, _ all: [CueCandidate], _ low: Int, _ high: Int) -> Bool {
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
      guard quoteBefore != nil, let quotation = candidate.complement.quotation,
        passage.has(quotation.open - 1, [.comma, .colon])
      else { return false }
    default:
      return false
    }
    if quoteBefore != nil { return true }
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

  /// Whether a word in -s can be the verb of a clause that a cue interrupts.
  private func isThird(_ token: Int) -> Bool {
    passage.tokens[token].shape.contains(.word) && !passage.isCapitalised(token) && passage.tokens[token].length > 3
      && passage.text[passage.tokens[token].end - 1] == 0x73 && passage.classes[token].isDisjoint(with: Self.small)
  }

  private static let small: WordClass = [
    .preposition, .determiner, .subject, .object, .possessive, .relative, .subordinator, .adverb, .human, .coordinator,
  ]

  /// "Bridges, she said, are …": the verb of the content follows.
  private func interrupts(_ candidate: CueCandidate, _ low: Int, _ high: Int) -> Bool {
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

  private mutating func appendTail(_ candidate: CueCandidate, _ index: Int, _ low: Int, _ high: Int) {
    var draft = draft(candidate, index, .tail)
    let before = candidate.inverted != nil ? candidate.cue.lowerBound - 1 : candidate.subject.before
    let quotation = passage.quotation(before) ?? (before > 0 ? passage.quotation(before - 1) : nil)
    var start = low
    if let quotation {
      start = min(quotation.open, low)
      if quotation.open > low, opensWithFrame(low, quotation.open) { start = quotation.open }
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
  private func opensWithFrame(_ low: Int, _ open: Int) -> Bool {
    (low..<open).allSatisfy { passage.has($0, [.adverb, .coordinator, .comma, .colon]) }
  }

  /// What the content goes on with behind an interrupting cue.
  private func secondPart(_ candidate: CueCandidate, _ high: Int) -> Range<Int>? {
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
  private func laterQuotation(_ from: Int, _ high: Int) -> Range<Int>? {
    for token in from..<min(high, from + 8) {
      if let quotation = complements.openQuotation(token), passage.has(token - 1, .comma) { return quotation.tokens }
      if passage.has(token, [.stop, .semicolon]) { return nil }
    }
    return nil
  }

  /// Earlier cues whose quotation closes before the tail's content begins.
  private func frontedQuotes(_ earlier: ArraySlice<CueCandidate>, before tail: CueCandidate, _ low: Int) -> [Int] {
    let place = tail.inverted != nil ? tail.cue.lowerBound - 1 : tail.subject.before
    guard let quotation = passage.quotation(place) else { return [] }
    return earlier.indices.filter { position in
      let candidate = earlier[position]
      guard candidate.complement.kind == .quotation, let own = candidate.complement.quotation else { return false }
      return own.close < quotation.open && !candidate.isGerund
    }
  }

  /// Participles and coordinated cues behind the first cue; each ends the content before it.
  private mutating func followers(
    _ candidates: ArraySlice<CueCandidate>, _ index: Int, _ high: Int, afterTail: Bool, lead: CueCandidate
  ) {
    let isThat = !afterTail && (lead.complement.kind == .that || lead.complement.kind == .clause)
    var lead = lead
    for candidate in candidates {
      guard let last = drafts.last, let end = last.content.last else { return }
      if candidate.verb < end.upperBound, let quotation = passage.quotation(candidate.verb),
        quotation.close < end.upperBound
      {
        continue
      }
      if afterTail, candidate.verb < end.upperBound { continue }
      guard candidate.complement.kind != .none else {
        appendTrailing(candidate, index, high)
        continue
      }
      var start = candidate.verb
      while start > end.lowerBound, passage.has(start - 1, [.adverb, .have]) && !passage.has(start - 1, .determiner) {
        start -= 1
      }
      var next: StatementDraft
      if candidate.isGerund {
        let isTimed = start > 0 && whileWords.contains(passage.tokens[start - 1].word)
        guard start > 0, isTimed || passage.has(start - 1, [.comma, .coordinator, .quoteMark, .dash, .semicolon])
        else { continue }
        if isTimed { start -= 1 }
        if candidate.complement.kind == .infinitive
          || passage.has(start - 1, .coordinator) && candidate.complement.kind == .noun
        {
          continue
        }
        next = draft(candidate, index, .participle)
        next.sharesSpeaker = true
      } else if candidate.subject.subject == nil, candidate.subject.isShared, candidate.agent == nil {
        // "said that China supports … and advocates": another tense is that of the content.
        guard candidate.isThird == lead.isThird || candidate.isGerund else { continue }
        guard !candidate.isThird || !isThat || candidate.complement.kind == .that || lead.isThird else { continue }
        next = draft(candidate, index, .coordination)
        next.sharesSpeaker = true
        start = candidate.subject.before
      } else if let subject = candidate.subject.subject, candidate.subject.before > end.lowerBound,
        passage.has(candidate.subject.before, [.semicolon, .coordinator, .subordinator]),
        !passage.has(candidate.subject.before, [.that, .condition]),
        subjects.canSpeak(subject) || passage.has(candidate.subject.before, .semicolon),
        !candidate.isThird || lead.isThird || passage.has(candidate.subject.before, .semicolon),
        passage.has(candidate.subject.before, .semicolon)
          || passage.has(candidate.subject.before - 1, [.comma, .quoteMark]) && speaksByName(subject)
      {
        next = draft(candidate, index, .clause)
        start = candidate.subject.before
        lead = candidate
      } else {
        continue
      }
      while start > end.lowerBound, passage.has(start - 1, [.comma, .coordinator, .dash, .semicolon]) { start -= 1 }
      if start >= end.lowerBound, start < end.upperBound {
        drafts[drafts.count - 1].content[last.content.count - 1] = end.lowerBound..<start
      }
      next.content = [content(candidate, high)]
      drafts.append(next)
    }
  }

  /// A second quotation of the sentence with its own cue behind it: “…,” he said, and “…,” she added.
  private mutating func appendTrailing(_ candidate: CueCandidate, _ index: Int, _ high: Int) {
    guard let last = drafts.last?.content.last else { return }
    let before = candidate.inverted != nil ? candidate.cue.lowerBound - 1 : candidate.subject.before
    guard before >= last.upperBound, let quotation = passage.quotation(before), quotation.open >= last.upperBound,
      candidate.inverted ?? candidate.subject.subject != nil
    else { return }
    var next = draft(candidate, index, .tail)
    next.content = [quotation.tokens]
    drafts.append(next)
  }

  private func speaksByName(_ range: Range<Int>) -> Bool {
    range.contains { passage.isCapitalised($0) || passage.has($0, [.subject, .human]) }
  }

}
