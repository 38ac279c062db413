/// Finds reports without a verb: "according to Kim", "in Kim's words".
struct ReportPhrases {
  let passage: Passage
  let subjects: SubjectFinder
  let complements: ComplementFinder
  let from: WordID
  let inWord: WordID
  let own: WordID

  init(_ passage: Passage) {
    self.passage = passage
    subjects = SubjectFinder(passage)
    complements = ComplementFinder(passage)
    from = Lexicon.shared.id(of: "from")
    inWord = Lexicon.shared.id(of: "in")
    own = Lexicon.shared.id(of: "own")
  }

  /// The statement of a sentence, where such a phrase makes it one.
  func find(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
    accordingTo(index, low, high) ?? asReport(index, low, high) ?? nounReport(index, low, high)
      ?? message(index, low, high) ?? view(index, low, high)
  }

  /// "According to Kim, …" and "…, according to Kim".
  private func accordingTo(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
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
      var parts = [content]
      let rest = speaker.upperBound + 1
      if content.upperBound == token, passage.has(token - 1, .comma), rest < high, passage.has(rest - 1, .comma),
        !complements.hasVerb(low, token - 1), passage.has(rest, .auxiliary) || complements.hasVerb(rest, high)
      {
        parts.append(rest..<high)
      }
      return StatementDraft(
        sentence: index, source: speaker, cue: token..<token + 2, act: .say, content: parts, rule: .according)
    }
    return nil
  }

  /// "As Kim said on Monday, …" and "…, as Kim put it".
  private func asReport(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
    for token in low..<high where passage.has(token, .as) {
      guard passage.quotationOf[token] < 0, token + 2 < high,
        token == low || passage.has(token - 1, [.comma, .quoteMark, .dash, .coordinator]),
        let speaker = subjects.nounPhrase(from: token + 1, high: high), subjects.canSpeak(speaker)
      else { continue }
      var cue = speaker.upperBound
      while cue < high, passage.has(cue, [.have, .adverb]) { cue += 1 }
      guard cue < high, let verb = passage.verb(cue), !verb.inflections.isDisjoint(with: [.past, .third]) else {
        continue
      }
      var next = cue + 1
      if next < high, passage.has(next, .it) {
        next += 1
      } else if verb.complements.isDisjoint(with: [.quotation]) {
        continue
      }
      next = passage.skippingAdverbials(next, high: high)
      let comma = (next..<high).first { passage.has($0, [.comma, .colon]) && passage.quotationOf[$0] < 0 }
      let isFronted = (low..<token).allSatisfy { passage.has($0, [.coordinator, .adverb, .comma]) }
      guard next >= high || passage.has(next, [.comma, .colon, .stop, .preposition]) else { continue }
      var content: Range<Int>
      if isFronted {
        guard let comma, comma - next < 14, comma + 1 < high, !complements.hasVerb(next, comma) else { continue }
        content = complements.openQuotation(comma + 1)?.tokens ?? comma + 1..<high
      } else {
        guard !complements.hasVerb(next, high) else { continue }
        content = low..<token
        if let quotation = passage.quotation(token - 1) ?? passage.quotation(token - 2), quotation.open < low {
          content = quotation.open..<token
        }
      }
      guard complements.hasVerb(content.lowerBound, content.upperBound) || content.count > 4 else { continue }
      return StatementDraft(
        sentence: index, source: speaker, cue: cue..<cue + 1, act: verb.complements.isEmpty ? .say : verb.act,
        content: [content], rule: .clause)
    }
    return nil
  }

  /// "…, in the words of Kim" and "In the words of Kim, …".
  private func inTheWordsOf(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
    for token in low..<high where passage.has(token, .quoteNoun) {
      guard token >= low + 2, token + 2 < high, passage.has(token + 1, .of), passage.has(token - 1, .determiner),
        passage.has(token - 2, .preposition), passage.quotationOf[token] < 0,
        let speaker = subjects.nounPhrase(from: token + 2, high: high), subjects.canSpeak(speaker)
      else { continue }
      let isFronted = token - 2 == low
      let content =
        isFronted
        ? min(high, speaker.upperBound + 1)..<high : low..<(passage.has(token - 3, .comma) ? token - 3 : token - 2)
      guard content.count > 4 else { continue }
      return StatementDraft(
        sentence: index, source: speaker, cue: token - 2..<token + 2, act: .say, content: [content], rule: .noun)
    }
    return nil
  }

  /// "The statement: “…”" and the like have their verb; this is "in Kim's words, …".
  private func nounReport(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
    if let draft = inTheWordsOf(index, low, high) { return draft }
    for token in low..<high where passage.has(token, .quoteNoun) {
      guard passage.quotationOf[token] < 0, token > low + 1, token + 1 < high, passage.has(token + 1, .comma),
        passage.tokens[token - 1].shape.contains(.possessive) || passage.has(token - 1, .possessive),
        let opening = complements.openQuotation(token + 2)
      else { continue }
      let end = token - (passage.tokens[token - 1].shape.contains(.possessive) ? 1 : 0)
      guard let speaker = subjects.nounPhrase(endingAt: end - 1, low: low) else { continue }
      return StatementDraft(
        sentence: index, source: speaker, cue: token..<token + 1, act: .say, content: [opening.tokens], rule: .noun)
    }
    return nil
  }
}
