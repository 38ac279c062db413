/// Finds statements in English sentences by the structure of their clauses.
///
/// Content behind the cue ("X said that …"), before it ("…, X said"), around it, in participles ("Noting that …",
/// ", adding that …") and coordinations ("… and added that …"). What stands inside one statement's content belongs to
/// that statement: reports of reports are not taken apart.
struct ClauseReader {
  let passage: Passage
  let subjects: SubjectFinder
  let complements: ComplementFinder
  let cues: CueFinder
  let phrases: ReportPhrases

  /// The statements, in the order of their cues.
  var drafts: [StatementDraft] = []

  /// "while", "before", "after": what a further report stands behind.
  let whileWords: Set<WordID>

  /// "though", "because": what goes on with the content behind its cue.
  let thoughWords: Set<WordID>

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

  /// Reads what is reported within the content of a statement of a sentence.
  mutating func read(_ index: Int, inside content: Range<Int>) {
    let candidates = cues.find(content.lowerBound, content.upperBound)
    if !candidates.isEmpty { statements(candidates, index, content.lowerBound, content.upperBound) }
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
      isImplied: true)
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

  func draft(_ candidate: CueCandidate, _ index: Int, _ rule: Attribution.Rule) -> StatementDraft {
    StatementDraft(
      sentence: index, source: candidate.agent ?? candidate.inverted ?? candidate.subject.subject, cue: candidate.cue,
      act: candidate.act, content: [], rule: rule)
  }

  mutating func append(_ candidate: CueCandidate, _ index: Int, _ low: Int, _ high: Int, until: Int?) {
    let isHeadline = passage.sentences[index].kind == .title || passage.sentences[index].kind == .heading
    var draft = draft(candidate, index, isHeadline ? .headline : .clause)
    let all = content(candidate, high)
    draft.content = [all.lowerBound..<max(all.lowerBound, min(all.upperBound, until ?? all.upperBound))]
    drafts.append(draft)
  }
}
