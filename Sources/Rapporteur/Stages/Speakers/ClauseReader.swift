/// Finds statements in English sentences by the structure of their clauses.
///
/// Content behind the cue ("X said that …"), before it ("…, X said"), around it, in participles ("Noting that …",
/// ", adding that …") and coordinations ("… and added that …"). What stands inside one statement's content belongs to
/// that statement: reports of reports are not taken apart.
struct ClauseReader {
  let passage: Passage
  private let subjects: SubjectFinder
  private let complements: ComplementFinder

  /// The statements, in the order of their cues.
  private(set) var drafts: [StatementDraft] = []

  /// Tokens before this one are part of a quotation that has its statement.
  private var taken = 0

  init(_ passage: Passage) {
    self.passage = passage
    subjects = SubjectFinder(passage)
    complements = ComplementFinder(passage)
  }

  /// A cue with what stands around it.
  struct Candidate {
    var verb: Int
    var cue: Range<Int>
    var act: SpeechAct
    var isGerund: Bool
    var isThird: Bool
    var subject: SubjectFinder.Found
    var complement: ComplementFinder.Found
    /// Where the speaker stands behind the cue: "said Kim".
    var inverted: Range<Int>?
    /// "was described by Kim as".
    var agent: Range<Int>?
  }

  /// Reads one sentence and appends what it states.
  mutating func read(_ index: Int) {
    let sentence = passage.sentences[index]
    let low = max(sentence.tokens.lowerBound, taken)
    let high = sentence.tokens.upperBound
    guard low < high else { return }
    let candidates = candidates(low, high)
    let before = drafts.count
    if !candidates.isEmpty { statements(candidates, index, low, high) }
    if drafts.count == before { accordingTo(index, low, high) }
    if drafts.count == before { nounReport(index, low, high) }
    for draft in drafts[before...] {
      if let last = draft.content.last, last.upperBound > high { taken = max(taken, last.upperBound) }
    }
  }

  private func candidates(_ low: Int, _ high: Int) -> [Candidate] {
    var result: [Candidate] = []
    for token in low..<high {
      guard passage.tokens[token].shape.contains(.word), passage.quotationOf[token] < 0 else { continue }
      if let verb = passage.verb(token) {
        if let candidate = candidate(verb, token, low, high) { result.append(candidate) }
      } else if passage.has(token, [.express, .make]), let candidate = phrase(token, low, high) {
        result.append(candidate)
      }
    }
    return result
  }

  private func candidate(_ verb: ReportingVerb, _ token: Int, _ low: Int, _ high: Int) -> Candidate? {
    var verb = verb
    if passage.isCapitalised(token), token > low, !passage.tokens[token].shape.contains(.sentenceStart),
      !passage.has(token - 1, .quoteMark)
    {
      return nil  // part of a name
    }
    if token + 1 < high, passage.has(token + 1, .hyphen) || (token > low && passage.has(token - 1, .hyphen)) {
      return nil
    }
    if token > low {
      // "the said country", "their agreed framework", "Trump's claim": nouns and adjectives.
      let value = passage.classes[token - 1]
      if !value.isDisjoint(with: [.determiner, .possessive]) && value.isDisjoint(with: [.adverb, .that, .subject])
        || passage.tokens[token - 1].shape.contains(.possessive)
      {
        return nil
      }
      let isGerund = verb.inflections == .gerund
      if value.contains(.preposition), !value.contains(.to), !isGerund, value.isDisjoint(with: [.adverb, .time]) {
        return nil
      }
    }
    let subject = subjects.find(before: token, low: low)
    if subject.isNegated || subject.isInfinitive { return nil }
    if subject.isModal && !(verb.act == .say && subject.isPerfect) { return nil }
    var isGerund = false
    if verb.inflections == .gerund {
      if !subject.isProgressive {
        let opens =
          token == low || passage.has(token - 1, [.comma, .quoteMark, .dash, .semicolon, .coordinator, .adverb])
        let byMeans = token > low && passage.has(token - 1, [.preposition, .document])
        let fronted = (low..<token).allSatisfy { passage.has($0, [.adverb, .coordinator, .comma, .quoteMark]) }
        guard opens || byMeans || fronted else { return nil }
        isGerund = true
      }
    } else if subject.isPassive {
      return passive(verb, token, subject, low, high)
    }
    if subject.before >= low, !isGerund, passage.has(subject.before, .condition) {
      return nil
    }
    if verb.inflections == .base || (verb.inflections == [.base, .past] && false) {
      guard let range = subject.subject, isPlural(range) else { return nil }
    }
    if verb.inflections == .participle && !subject.isPerfect { return nil }
    let mayTrail =
      subject.before >= low && !subject.isRelative && passage.has(subject.before, [.comma, .quoteMark, .dash])
    guard var complement = complements.find(verb, at: token, high: high, mayTrail: mayTrail) else { return nil }
    var inverted: Range<Int>?
    if subject.subject == nil, !isGerund, !subject.isShared {
      guard complement.complements.contains(.quotation), subject.isDetached, token > low,
        let speaker = invertedSpeaker(token, high)
      else { return nil }
      inverted = speaker
      complement.kind = .none
      complement.start = speaker.upperBound
    }
    if let range = subject.subject {
      if complement.complements.contains(.weak), !subjects.canSpeak(range) { return nil }
      if complement.complements.contains(.document), !range.contains(where: { passage.has($0, .document) }) {
        return nil
      }
    } else if complement.complements.contains(.document), inverted == nil {
      return nil
    }
    if isGerund, complement.kind == .none { return nil }
    if subject.isDetached, !isGerund, inverted == nil { return nil }
    verb.particles = []
    return Candidate(
      verb: token, cue: token..<complement.cueEnd, act: complement.act ?? verb.act, isGerund: isGerund,
      isThird: verb.inflections == .third, subject: subject, complement: complement, inverted: inverted, agent: nil)
  }

  /// "…,” said Kim": the speaker behind the cue, where nothing but time and place follows.
  private func invertedSpeaker(_ token: Int, _ high: Int) -> Range<Int>? {
    let start = passage.skippingAdverbials(token + 1, high: high)
    guard start == token + 1, start < high, complements.opensNoun(start), !passage.has(start, [.that, .object]) else {
      return nil
    }
    guard let speaker = subjects.nounPhrase(from: start, high: high), subjects.canSpeak(speaker) else { return nil }
    if speaker.upperBound < high, subjects.isVerbLike(speaker.upperBound, from: low(of: token)) { return nil }
    return speaker
  }

  private func low(of token: Int) -> Int { max(0, token - 1) }

  /// "is widely interpreted by the community as …": only with its agent.
  private func passive(
    _ verb: ReportingVerb, _ token: Int, _ subject: SubjectFinder.Found, _ low: Int, _ high: Int
  ) -> Candidate? {
    guard token + 2 < high, passage.has(token + 1, .by),
      let agent = subjects.nounPhrase(from: token + 2, high: high, stoppingAt: [.as, .to, .that]),
      subjects.canSpeak(agent), agent.upperBound + 1 < high
    else { return nil }
    let next = agent.upperBound
    let fits =
      passage.has(next, .as) && verb.complements.contains(.asObject)
      || passage.has(next, .that) && verb.complements.contains(.that)
      || passage.has(next, .to) && verb.complements.contains(.object)
    guard fits else { return nil }
    let start = passage.has(next, .to) ? next : next + 1
    let complement = ComplementFinder.Found(
      kind: .asObject, start: start, cueEnd: token + 1, quotation: nil, complements: verb.complements)
    return Candidate(
      verb: token, cue: token..<token + 1, act: verb.act, isGerund: false, isThird: false, subject: subject,
      complement: complement, inverted: nil, agent: agent)
  }

  /// "expressed the hope that", "made it clear that".
  private func phrase(_ token: Int, _ low: Int, _ high: Int) -> Candidate? {
    var at = token + 1
    while at < high, at < token + 6, !passage.has(at, passage.has(token, .express) ? .attitude : .clear) {
      if passage.has(at, [.comma, .stop, .preposition, .auxiliary]) { return nil }
      at += 1
    }
    guard at + 1 < high, at < token + 6, passage.has(at, [.attitude, .clear]) else { return nil }
    let next = at + 1
    let isThat = passage.has(next, .that)
    guard isThat || passage.has(next, .to) && passage.has(at, .attitude) else { return nil }
    let subject = subjects.find(before: token, low: low)
    if subject.isNegated || subject.isInfinitive || subject.isModal || subject.isPassive && !subject.isProgressive {
      return nil
    }
    let isGerund = passage.looksGerund(token) && !subject.isProgressive
    if isGerund {
      guard token == low || passage.has(token - 1, [.comma, .coordinator, .adverb]) else { return nil }
    } else if subject.subject == nil && !subject.isShared {
      return nil
    }
    let complement = ComplementFinder.Found(
      kind: isThat ? .that : .infinitive, start: isThat ? next + 1 : next, cueEnd: at + 1, quotation: nil,
      complements: [.that])
    return Candidate(
      verb: token, cue: token..<at + 1, act: passage.has(token, .express) ? .believe : .stress, isGerund: isGerund,
      isThird: false, subject: subject, complement: complement, inverted: nil, agent: nil)
  }

  private func isPlural(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    if range.count == 1, passage.has(last, .subject) { return !passage.has(last, [.he, .she, .it]) }
    if range.contains(where: { passage.has($0, .and) }) { return true }
    let end = passage.tokens[last].end
    return passage.text[end - 1] == 0x73 && !passage.tokens[last].shape.contains(.possessive)
      || passage.has(last, [.human, .group]) || passage.has(range.lowerBound, .relative)
      || range.contains { passage.has($0, .group) }
  }

  // The statements of one sentence, from its cues.
  private mutating func statements(_ candidates: [Candidate], _ index: Int, _ low: Int, _ high: Int) {
    if let tail = candidates.firstIndex(where: { isTail($0, candidates, low, high) }) {
      let fronted = frontedQuotes(candidates[..<tail], before: candidates[tail], low)
      for position in fronted { append(candidates[position], index, low, high, until: nil) }
      appendTail(candidates[tail], index, low, high)
      followers(candidates[(tail + 1)...], index, high, afterTail: true)
      return
    }
    guard let first = candidates.first else { return }
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
        followers(candidates[(position + 1)...], index, high, afterTail: false)
        return
      }
      if let (subject, comma) = frontedSubject(first, high), first.complement.kind != .noun {
        var draft = draft(first, index, .participle)
        draft.source = subject
        draft.content = [first.complement.start..<comma]
        drafts.append(draft)
        followers(candidates.dropFirst().filter { $0.verb > comma }[...], index, high, afterTail: false)
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
      followers(candidates.filter { $0.verb > main.verb }[...], index, high, afterTail: false)
      return
    }
    let strong = candidates.firstIndex { candidate in
      if candidate.complement.kind == .none { return false }
      if candidate.isGerund {
        // Without a statement before it only a participle with a clause of its own reports.
        switch candidate.complement.kind {
        case .that, .quotation: return true
        case .clause: return candidate.act == .say || candidate.act == .add
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
    followers(candidates[(strong + 1)...], index, high, afterTail: false)
  }

  private func opensSentence(_ candidate: Candidate, _ low: Int) -> Bool {
    (low..<candidate.verb).allSatisfy { passage.has($0, [.adverb, .coordinator, .comma, .by, .preposition]) }
  }

  /// Whether a cue carries the main clause behind a fronted participle: its subject follows a comma.
  private func isMain(_ candidate: Candidate, _ low: Int) -> Bool {
    guard !candidate.isGerund, let subject = candidate.subject.subject, candidate.subject.before >= low else {
      return false
    }
    return passage.has(candidate.subject.before, [.comma, .quoteMark]) && subjects.canSpeak(subject)
      && candidate.complement.kind != .none
  }

  /// "Noting that …, Kim welcomed …": the subject behind the last comma that a name and a verb follow.
  private func frontedSubject(_ first: Candidate, _ high: Int) -> (Range<Int>, Int)? {
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

  private func draft(_ candidate: Candidate, _ index: Int, _ rule: Attribution.Rule) -> StatementDraft {
    StatementDraft(
      sentence: index, source: candidate.agent ?? candidate.inverted ?? candidate.subject.subject, cue: candidate.cue,
      act: candidate.act, content: [], rule: rule, confidence: rule == .clause ? 0.9 : 0.85)
  }

  /// The content behind a cue, to the sentence's end or its quotation's.
  private func content(_ candidate: Candidate, _ high: Int) -> Range<Int> {
    let complement = candidate.complement
    if let quotation = complement.quotation {
      let introduced = passage.has(quotation.open - 1, [.comma, .colon])
      let ends = quotation.close + 1 >= high || passage.has(quotation.close + 1, [.stop, .comma, .semicolon, .dash])
      if introduced || ends { return quotation.tokens }
    }
    var end = high
    for token in complement.start..<high where passage.quotationOf[token] >= 0 {
      if let quotation = passage.quotation(token) { end = max(end, quotation.close + 1) }
    }
    return complement.start..<end
  }

  private mutating func append(_ candidate: Candidate, _ index: Int, _ low: Int, _ high: Int, until: Int?) {
    let isHeadline = passage.sentences[index].kind == .title || passage.sentences[index].kind == .heading
    var draft = draft(candidate, index, isHeadline ? .headline : .clause)
    let all = content(candidate, high)
    draft.content = [all.lowerBound..<max(all.lowerBound, min(all.upperBound, until ?? all.upperBound))]
    drafts.append(draft)
  }

  /// Whether the content stands before the cue.
  private func isTail(_ candidate: Candidate, _ all: [Candidate], _ low: Int, _ high: Int) -> Bool {
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
    guard before > low, complements.hasVerb(low, before) || interrupts(candidate, high) else { return false }
    // "Kim said that the plan, he added, is good": an earlier cue holds unless this one ends the sentence.
    if let earlier = all.first, earlier.verb < candidate.verb, !earlier.isGerund, earlier.complement.kind != .none {
      let rest = candidate.complement.start
      let ends = rest >= high || passage.has(rest, [.stop, .semicolon]) || passage.has(rest, .comma)
      if !ends { return false }
    }
    return true
  }

  /// "Bridges, she said, are …": the verb of the content follows.
  private func interrupts(_ candidate: Candidate, _ high: Int) -> Bool {
    let rest = candidate.complement.start
    guard rest + 1 < high, passage.has(rest, .comma) else { return false }
    return passage.has(rest + 1, .auxiliary) || subjects.isVerbLike(rest + 1, from: rest)
  }

  private mutating func appendTail(_ candidate: Candidate, _ index: Int, _ low: Int, _ high: Int) {
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
  private func secondPart(_ candidate: Candidate, _ high: Int) -> Range<Int>? {
    if let quotation = candidate.complement.quotation { return quotation.tokens }
    let rest = candidate.complement.start
    guard rest < high else { return nil }
    var comma = rest
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
    if candidate.inverted != nil { return nil }
    if passage.has(next, [.coordinator, .adverb]), next + 1 < high {
      if passage.verb(next + 1) != nil || passage.looksGerund(next + 1) { return nil }
    }
    if passage.has(next, .preposition), !complements.hasVerb(next, high) { return nil }
    guard complements.hasVerb(next - 1, high) else { return nil }
    return next..<high
  }

  /// Earlier cues whose quotation closes before the tail's content begins.
  private func frontedQuotes(_ earlier: ArraySlice<Candidate>, before tail: Candidate, _ low: Int) -> [Int] {
    let place = tail.inverted != nil ? tail.cue.lowerBound - 1 : tail.subject.before
    guard let quotation = passage.quotation(place) else { return [] }
    return earlier.indices.filter { position in
      let candidate = earlier[position]
      guard candidate.complement.kind == .quotation, let own = candidate.complement.quotation else { return false }
      return own.close < quotation.open && !candidate.isGerund
    }
  }

  /// Participles and coordinated cues behind the first cue; each ends the content before it.
  private mutating func followers(_ candidates: ArraySlice<Candidate>, _ index: Int, _ high: Int, afterTail: Bool) {
    let isThat = drafts.last.map { $0.rule == .clause && !afterTail } ?? false
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
        guard start > 0, passage.has(start - 1, [.comma, .coordinator, .quoteMark, .dash, .semicolon]) else { continue }
        if candidate.complement.kind == .infinitive
          || passage.has(start - 1, .coordinator) && candidate.complement.kind == .noun
        {
          continue
        }
        next = draft(candidate, index, .participle)
        next.sharesSpeaker = true
      } else if candidate.subject.subject == nil, candidate.subject.isShared, candidate.agent == nil {
        guard !candidate.isThird || !isThat || candidate.complement.kind == .that else { continue }
        next = draft(candidate, index, .coordination)
        next.sharesSpeaker = true
        start = candidate.subject.before
      } else if let subject = candidate.subject.subject, candidate.subject.before > end.lowerBound,
        passage.has(candidate.subject.before, [.semicolon, .coordinator, .subordinator]),
        !passage.has(candidate.subject.before, [.that, .condition]), subjects.canSpeak(subject), !candidate.isThird,
        passage.has(candidate.subject.before, .semicolon)
          || passage.has(candidate.subject.before - 1, [.comma, .quoteMark]) && speaksByName(subject)
      {
        next = draft(candidate, index, .clause)
        start = candidate.subject.before
      } else {
        continue
      }
      while start > end.lowerBound, passage.has(start - 1, [.comma, .coordinator, .dash, .semicolon]) { start -= 1 }
      if start < end.upperBound { drafts[drafts.count - 1].content[last.content.count - 1] = end.lowerBound..<start }
      next.content = [content(candidate, high)]
      drafts.append(next)
    }
  }

  /// A second quotation of the sentence with its own cue behind it: “…,” he said, and “…,” she added.
  private mutating func appendTrailing(_ candidate: Candidate, _ index: Int, _ high: Int) {
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

  /// "According to Kim, …" and "…, according to Kim".
  private mutating func accordingTo(_ index: Int, _ low: Int, _ high: Int) {
    for token in low..<high where passage.has(token, .according) {
      guard passage.quotationOf[token] < 0, token + 2 < high, passage.has(token + 1, .to),
        let speaker = subjects.nounPhrase(from: token + 2, high: high)
      else { continue }
      var content: Range<Int>
      if (low..<token).allSatisfy({ passage.has($0, [.coordinator, .adverb, .comma]) }) {
        guard
          let comma = (speaker.upperBound..<high).first(where: {
            passage.has($0, .comma) && passage.quotationOf[$0] < 0
          })
        else { continue }
        content = comma + 1..<high
      } else {
        content = low..<token
      }
      if let quotation = passage.quotation(content.upperBound - 1), quotation.open < content.lowerBound {
        content = quotation.open..<content.upperBound
      }
      guard !content.isEmpty, complements.hasVerb(content.lowerBound, content.upperBound) || content.count > 4 else {
        continue
      }
      drafts.append(
        StatementDraft(
          sentence: index, source: speaker, cue: token..<token + 2, act: .say, content: [content], rule: .according,
          confidence: 0.85))
      return
    }
  }

  /// "The statement: “…”" and the like have their verb; this is "in Kim's words, …".
  private mutating func nounReport(_ index: Int, _ low: Int, _ high: Int) {
    for token in low..<high where passage.has(token, .quoteNoun) {
      guard passage.quotationOf[token] < 0, token > low + 1, token + 1 < high, passage.has(token + 1, .comma),
        passage.tokens[token - 1].shape.contains(.possessive) || passage.has(token - 1, .possessive),
        let opening = complements.openQuotation(token + 2)
      else { continue }
      let end = token - (passage.tokens[token - 1].shape.contains(.possessive) ? 1 : 0)
      guard let speaker = subjects.nounPhrase(endingAt: end - 1, low: low) else { continue }
      drafts.append(
        StatementDraft(
          sentence: index, source: speaker, cue: token..<token + 1, act: .say, content: [opening.tokens], rule: .noun,
          confidence: 0.7))
      return
    }
  }
}
