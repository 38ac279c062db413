/// Runs that the tense tells, and pages that are one statement.
extension RunFinder {
  /// "Kim said the fund was ready. Farmers would be paid first.": a sentence in the tense of the report before it.
  func goesOnInPast(_ sentence: Sentence, after last: StatementDraft, isShifted: Bool, isSameBlock: Bool) -> Bool {
    guard isInPast(last, isShifted: isShifted),
      let subject = subjects.sentenceSubject(sentence.tokens.lowerBound, sentence.tokens.upperBound), !subject.isEmpty
    else { return false }
    for token in subject {
      if passage.has(token, [.he, .she, .firstPerson, .page]) { return false }
      if let type = passage.mention(token)?.type, type == .person || type == .role { return false }
    }
    guard passage.quotation(sentence.tokens.lowerBound) == nil, !names(sentence) else { return false }
    let end = min(sentence.tokens.upperBound, subject.upperBound + 4)
    if let verb = (subject.upperBound..<end).first(where: { words.shifted.contains(passage.tokens[$0].word) }) {
      let rest = verb + 1..<min(sentence.tokens.upperBound, verb + 5)
      if rest.contains(where: { words.refusals.contains(passage.tokens[$0].word) }) { return false }
      return true
    }
    guard isShifted, isSameBlock else { return false }
    return !sentence.tokens.contains { passage.has($0, [.time, .scene]) && !passage.isCapitalised($0) }
  }

  /// Whether a statement is told in the past and not in the speaker's own words.
  func isInPast(_ draft: StatementDraft, isShifted: Bool) -> Bool {
    guard let first = draft.content.first?.lowerBound, passage.quotationOf[first] < 0 else { return false }
    if draft.isContinued { return isShifted }
    guard draft.rule != .transcript, let cue = draft.cue else { return false }
    return cue.contains { token in
      passage.verb(token)?.inflections.contains(.past) ?? passage.looksPast(token)
    }
  }

  /// Whether a sentence names a person or an office: it tells of somebody else.
  private func names(_ sentence: Sentence) -> Bool {
    sentence.tokens.contains { token in
      let type = passage.mention(token)?.type
      return type == .person || type == .role
    }
  }

  /// "are due in the spring", "will be held in June", "The next round …", "the council has set aside …".
  func isPlan(_ subject: Range<Int>, _ tokens: Range<Int>) -> Bool {
    let verb = subject.upperBound
    guard verb + 1 < tokens.upperBound else { return false }
    let rest = verb..<min(verb + 4, tokens.upperBound)
    if passage.has(verb, .be), rest.dropFirst().contains(where: { words.planned.contains(passage.tokens[$0].word) }) {
      return true
    }
    if passage.has(verb, .modal), passage.has(verb + 1, .be), verb + 2 < tokens.upperBound,
      passage.has(verb + 2, .scene)
    {
      return true
    }
    if subject.count >= 2, passage.has(subject.lowerBound, .determiner), passage.has(subject.lowerBound + 1, .time) {
      return true
    }
    guard passage.has(verb, .have) else { return false }
    let isBody = subject.contains { passage.mention($0)?.type == .organisation }
    let isOwn = subject.contains { token in
      let type = passage.mention(token)?.type
      return type == .country || type == .nationality || passage.has(token, .group)
    }
    return isBody && !isOwn
  }

  /// Whether a page is a body's statement from its first sentence on: "The ministry states the following."
  func declares(_ drafts: [StatementDraft]) -> Bool {
    guard let first = drafts.first(where: { passage.blocks[passage.sentences[$0.sentence].block].isMain }),
      isByThing(first), let content = first.content.first,
      content.prefix(4).contains(where: { passage.tokens[$0].word == words.following })
    else { return false }
    let earlier = passage.sentences.prefix(first.sentence).count { sentence in
      passage.blocks[sentence.block].isMain && passage.blocks[sentence.block].kind == .paragraph
    }
    return earlier == 0
  }

  /// Whether no person and no "we" speaks.
  func isByThing(_ draft: StatementDraft) -> Bool {
    guard let source = draft.source else { return false }
    return !source.contains { token in
      if passage.has(token, [.he, .she, .they, .firstPerson, .human]) { return true }
      let type = passage.mention(token)?.type
      return type == .person || type == .role
    }
  }

  /// Whether a statement is by the body that makes the first one.
  func isFirst(_ draft: StatementDraft, _ drafts: [StatementDraft]) -> Bool {
    guard let own = draft.source, let first = drafts.first?.source else { return false }
    if draft.sentence == drafts.first?.sentence { return true }
    let entities = Set(first.compactMap { passage.mention($0)?.entity })
    if own.contains(where: { passage.mention($0)?.entity.map { entities.contains($0) } ?? false }) { return true }
    return passage.has(own.upperBound - 1, .institution) && !SpeakerResolver.isSide(own.upperBound - 1, passage)
  }

  /// Whether a list's line stands behind a statement that ends with a colon.
  func isPoint(_ sentence: Sentence, behind index: Int) -> Bool {
    guard passage.blocks[sentence.block].kind == .listItem, index > 0 else { return false }
    var place = index - 1
    while place > 0, passage.blocks[passage.sentences[place].block].kind == .listItem { place -= 1 }
    let tokens = passage.sentences[place].tokens
    return passage.blocks[passage.sentences[place].block].kind == .paragraph
      && passage.has(tokens.upperBound - 1, [.colon, .dash])
  }
}
