/// Finds who speaks in transcripts, where a paragraph opens with a name and a colon, and in headlines like "Kim: …".
struct TranscriptReader {
  let passage: Passage

  init(_ passage: Passage) { self.passage = passage }

  /// The statements of all labelled blocks, in order, when the document is a transcript; else none.
  func drafts() -> [StatementDraft] {
    var labels: [(sentence: Int, label: Range<Int>, colon: Int)] = []
    var blocks = 0
    var block = -1
    for (index, sentence) in passage.sentences.enumerated() where sentence.block != block {
      block = sentence.block
      guard passage.blocks[block].isMain else { continue }
      blocks += 1
      if let (label, colon) = label(sentence.tokens) { labels.append((index, label, colon)) }
    }
    var counts: [WordID: Int] = [:]
    for label in labels { counts[passage.tokens[label.label.lowerBound].word, default: 0] += 1 }
    guard labels.count >= 3, labels.count * 5 >= blocks, counts.values.contains(where: { $0 >= 2 }) else { return [] }
    var result: [StatementDraft] = []
    for (place, label) in labels.enumerated() {
      let until = place + 1 < labels.count ? labels[place + 1].sentence : passage.sentences.count
      var first = label.sentence
      var isContinued = false
      while first < until {
        var last = first
        while last + 1 < until, passage.sentences[last + 1].block == passage.sentences[first].block { last += 1 }
        let sentence = passage.sentences[first]
        guard isContinued == false || passage.blocks[sentence.block].kind == .paragraph else { break }
        let start = isContinued ? sentence.tokens.lowerBound : label.colon + 1
        let end = passage.sentences[last].tokens.upperBound
        if start < end {
          result.append(
            StatementDraft(
              sentence: first, source: isContinued ? nil : label.label, cue: nil, act: .say, content: [start..<end],
              rule: .transcript, isContinued: isContinued, sharesSpeaker: isContinued, confidence: 0.85))
        }
        isContinued = true
        first = last + 1
      }
    }
    return result
  }

  /// The statement of a headline that opens with a name and a colon.
  func headline(_ index: Int) -> StatementDraft? {
    let sentence = passage.sentences[index]
    guard sentence.kind == .title || sentence.kind == .heading, let (label, colon) = label(sentence.tokens),
      label.contains(where: { passage.mention($0)?.type == .person || passage.has($0, .human) }),
      label.allSatisfy({ passage.mentionOf[$0] >= 0 || passage.has($0, [.human, .of, .hyphen]) }),
      sentence.tokens.upperBound - colon > 3
    else { return nil }
    return StatementDraft(
      sentence: index, source: label, cue: nil, act: .say, content: [colon + 1..<sentence.tokens.upperBound],
      rule: .headline, confidence: 0.7)
  }

  /// A name or "Q" before a colon at the start of some tokens.
  private func label(_ tokens: Range<Int>) -> (Range<Int>, Int)? {
    for token in tokens.prefix(9) {
      if passage.has(token, .colon) {
        guard token > tokens.lowerBound, token + 1 < tokens.upperBound else { return nil }
        let label = tokens.lowerBound..<token
        let isWide = !passage.tokens[label.lowerBound].shape.isDisjoint(with: [.ideographic, .hangul])
        guard isWide || label.allSatisfy({ fits($0) }) else { return nil }
        return (label, token)
      }
      if passage.has(token, [.comma, .stop, .semicolon, .quoteMark]) { return nil }
    }
    return nil
  }

  private func fits(_ token: Int) -> Bool {
    passage.isCapitalised(token) || passage.has(token, [.of, .hyphen, .openBracket, .closeBracket, .human])
  }
}
