/// Quotations that stand alone, before or behind the one who speaks them.
extension RunFinder {
  func floating(_ index: Int, _ content: Range<Int>, _ source: Range<Int>) -> StatementDraft {
    StatementDraft(
      sentence: index, source: source, cue: nil, act: .say, content: [content], rule: .run, isImplied: true)
  }

  /// The person who is the subject of a sentence: "Kim was more careful."
  func person(_ sentence: Sentence) -> Range<Int>? {
    let low = passage.afterDateline(sentence)
    guard let subject = subjects.sentenceSubject(low, sentence.tokens.upperBound) else { return nil }
    let last = subject.upperBound - 1
    if let type = passage.mention(last)?.type, type == .person { return subject }
    if passage.mention(last)?.type == .role, passage.has(subject.lowerBound, .determiner) { return subject }
    if subject.count <= 3, passage.has(subject.lowerBound, .determiner), passage.has(last, .human) { return subject }
    // "Kim, chairman of the board, was first to answer."
    guard let first = subject.first(where: { passage.mention($0)?.type == .person }),
      subject.contains(where: { passage.has($0, .of) && $0 > first })
    else { return nil }
    return subject
  }

  /// Who speaks a quotation that stands before everything that tells it: the speaker of the paragraph that takes it up,
  /// or the person whom the next sentence is about.
  func speakerBehind(
    _ index: Int, _ quotation: Quotation, _ bySentence: [Int: [StatementDraft]]
  ) -> Range<Int>? {
    let end = quotation.close
    guard
      let next = (index + 1..<min(index + 8, passage.sentences.count)).first(where: {
        passage.sentences[$0].tokens.lowerBound > end
      })
    else { return nil }
    let sentence = passage.sentences[next]
    guard sentence.block - passage.sentences[index].block <= 1 else { return nil }
    if !quotation.hasClosingMark {
      return (next..<min(next + 6, passage.sentences.count)).lazy.compactMap { bySentence[$0]?.first?.source }.first
    }
    if let source = bySentence[next]?.first?.source {
      return passage.quotationOf[sentence.tokens.lowerBound] < 0 ? source : nil
    }
    if let source = person(sentence) { return source }
    // "That was Kim", "The voice of Kim shook".
    guard let named = sentence.tokens.prefix(8).first(where: { passage.mention($0)?.type == .person }) else {
      return nil
    }
    var upper = named + 1
    while upper < sentence.tokens.upperBound, passage.mentionOf[upper] == passage.mentionOf[named] { upper += 1 }
    let isThis = passage.has(sentence.tokens.lowerBound + 1, .be) || passage.has(named - 1, .of)
    return isThis ? named..<upper : nil
  }
}
