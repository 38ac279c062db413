/// Finds who speaks in transcripts, where a paragraph opens with a name and a colon, and in headlines like "Kim: …".
struct TranscriptReader {
  let passage: Passage

  /// How many sentences from the page's start tell who answers its questions.
  private static let lead = 8

  init(_ passage: Passage) { self.passage = passage }

  private struct Line {
    var sentence: Int
    var label: Range<Int>
    var colon: Int
  }

  /// The statements of all labelled blocks, in order, when the document is a transcript; else none.
  func drafts() -> [StatementDraft] {
    var lines: [Line] = []
    var blocks = 0
    var block = -1
    for (index, sentence) in passage.sentences.enumerated() where sentence.block != block {
      block = sentence.block
      guard passage.blocks[block].isMain else { continue }
      blocks += 1
      if let (label, colon) = label(sentence.tokens) {
        lines.append(Line(sentence: index, label: label, colon: colon))
      }
    }
    guard lines.count >= 3, lines.count * 5 >= blocks, isTalk(lines) else { return [] }
    var result: [StatementDraft] = []
    for (place, line) in lines.enumerated() {
      let until = place + 1 < lines.count ? lines[place + 1].sentence : passage.sentences.count
      append(line, until: until, isLast: place + 1 == lines.count, to: &result)
    }
    return result
  }

  /// Whether labelled lines are what people say to each other, and no table of labels and values ("Location: Boston").
  private func isTalk(_ lines: [Line]) -> Bool {
    var counts: [WordID: Int] = [:]
    var spoken = 0
    var voices = 0
    for line in lines {
      counts[passage.tokens[line.label.lowerBound].word, default: 0] += 1
      if isSpoken(line) { spoken += 1 }
      if isVoice(line.label) { voices += 1 }
    }
    return counts.values.contains { $0 >= 2 } && spoken * 3 >= lines.count * 2 && voices * 2 >= lines.count
  }

  /// Whether the sentence behind a label is one: it ends as sentences do.
  private func isSpoken(_ line: Line) -> Bool {
    passage.has(passage.sentences[line.sentence].tokens.upperBound - 1, [.stop, .quoteMark, .closeBracket])
  }

  /// Whether a label names somebody who can speak.
  private func isVoice(_ label: Range<Int>) -> Bool {
    if part(label) != .name { return true }
    return label.contains { token in
      if passage.has(token, .human) { return true }
      return switch passage.mention(token)?.type {
      case .person, .role, .organisation, .nationality: true
      default: false
      }
    }
  }

  /// What is said from one label to the next.
  private func append(_ line: Line, until: Int, isLast: Bool, to result: inout [StatementDraft]) {
    var source: Range<Int>? = line.label
    var label: Range<Int>?
    var calling: String?
    switch part(line.label) {
    case .question:
      source = nil
      label = line.label
      calling = passage.string(line.label)
    case .answer:
      source = answerer(before: line.sentence)
      label = line.label
    case .name: break
    }
    var first = line.sentence
    var isContinued = false
    while first < until {
      var last = first
      while last + 1 < until, passage.sentences[last + 1].block == passage.sentences[first].block { last += 1 }
      let block = passage.blocks[passage.sentences[first].block]
      let end = passage.sentences[last].tokens.upperBound
      var start = passage.sentences[first].tokens.lowerBound
      if isContinued {
        guard block.kind == .paragraph || block.kind == .listItem else { break }
        if isLast, isFooter(start..<end) { break }
        if passage.quotation(start)?.open == start { break }  // the report goes on
      } else {
        start = line.colon + 1
      }
      if start < end, !isRemark(start..<end) {
        result.append(
          StatementDraft(
            sentence: first, source: isContinued ? nil : source, cue: nil, act: .say, content: [start..<end],
            rule: .transcript, isContinued: isContinued, label: isContinued ? nil : label,
            calling: isContinued ? nil : calling, sharesSpeaker: isContinued))
        isContinued = true
      }
      first = last + 1
    }
  }

  /// "(Laughter.)", "[Applause]".
  private func isRemark(_ tokens: Range<Int>) -> Bool {
    passage.has(tokens.lowerBound, .openBracket)
      && (passage.has(tokens.upperBound - 1, .closeBracket)
        || tokens.count > 2 && passage.has(tokens.upperBound - 2, .closeBracket))
  }

  /// Whether a paragraph behind the last answer belongs to the page and not to the talk.
  private func isFooter(_ tokens: Range<Int>) -> Bool {
    if isRemark(tokens) { return true }
    if let colon = tokens.prefix(5).first(where: { passage.has($0, .colon) }),
      (tokens.lowerBound..<colon).contains(where: { passage.has($0, .page) })
    {
      return true
    }
    return tokens.count < 8 && !passage.has(tokens.upperBound - 1, [.stop, .quoteMark])
  }

  private enum Part { case question, answer, name }

  /// What a label says: "Q", "QUESTION", "问" ask, "A", "答" answer.
  private func part(_ label: Range<Int>) -> Part {
    guard label.count <= 2 else { return .name }
    var word = passage.string(label).lowercased()
    while let last = word.utf8.last, last >= 0x30 && last <= 0x39 || last == 0x20 || last == 0x2E { word.removeLast() }
    switch word {
    case "q", "question", "问", "问题", "提问", "문", "질문": return .question
    case "a", "answer", "答", "回答", "답", "답변": return .answer
    default: return .name
    }
  }

  /// Who answers: the first person of the page's lead with a title beside the name, else its first person.
  func answerer(before sentence: Int) -> Range<Int>? {
    var first: Range<Int>?
    for sentence in passage.sentences.prefix(min(sentence, Self.lead)) where sentence.kind != .byline {
      guard sentence.tokens.count > 8 || passage.has(sentence.tokens.upperBound - 1, [.stop, .colon]) else { continue }

      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard let mention = passage.mention(token), mention.type == .person else {
          token += 1
          continue
        }
        var end = token + 1
        while end < sentence.tokens.upperBound, passage.mentionOf[end] == passage.mentionOf[token] { end += 1 }
        let isTitled =
          token > sentence.tokens.lowerBound
          && (passage.mention(token - 1)?.type == .role || passage.has(token - 1, .human))
        if isTitled { return token..<end }
        if first == nil { first = token..<end }
        token = end
      }
    }
    return first
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
      rule: .headline)
  }

  /// A name or "Q" before a colon at the start of some tokens.
  private func label(_ tokens: Range<Int>) -> (Range<Int>, Int)? {
    var depth = 0
    for token in tokens.prefix(14) {
      if passage.has(token, .openBracket) { depth += 1 }
      if passage.has(token, .closeBracket) { depth -= 1 }
      if passage.has(token, .colon) {
        guard token > tokens.lowerBound, token + 1 < tokens.upperBound else { return nil }
        var label = tokens.lowerBound..<token
        let isWide = !passage.tokens[label.lowerBound].shape.isDisjoint(with: [.ideographic, .hangul])
        guard isWide || label.allSatisfy({ fits($0) }), !label.contains(where: { passage.has($0, .page) }) else {
          return nil
        }
        // "Bat Erdene (retranslated):".
        if passage.has(label.upperBound - 1, .closeBracket),
          let open = label.first(where: { passage.has($0, .openBracket) }), open > label.lowerBound
        {
          label = label.lowerBound..<open
        }
        return (label, token)
      }
      if passage.has(token, [.comma, .semicolon, .quoteMark]) { return nil }
      if passage.has(token, .stop), !isAbbreviation(token, tokens) { return nil }
      if depth == 0, token - tokens.lowerBound > 9 { return nil }
    }
    return nil
  }

  /// "MR." before a name.
  private func isAbbreviation(_ stop: Int, _ tokens: Range<Int>) -> Bool {
    stop > tokens.lowerBound && passage.tokens[stop - 1].length <= 4 && passage.isCapitalised(stop - 1)
      && !passage.tokens[stop].shape.contains(.spaceBefore)
  }

  private func fits(_ token: Int) -> Bool {
    if passage.isCapitalised(token) { return true }
    if passage.tokens[token].shape.contains(.number) { return true }
    return passage.has(token, [.of, .hyphen, .openBracket, .closeBracket, .human, .stop])
      || passage.has(token + 1, .closeBracket)
  }
}
