/// Cues behind the first one of a sentence.
extension ClauseReader {
  /// Participles and coordinated cues behind the first cue; each ends the content before it.
  mutating func followers(
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

  func speaksByName(_ range: Range<Int>) -> Bool {
    range.contains { passage.isCapitalised($0) || passage.has($0, [.subject, .human]) }
  }
}
