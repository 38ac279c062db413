/// Finds questions and answers in interviews that name nobody: paragraphs that ask stand between paragraphs that answer.
struct InterviewReader {
  let passage: Passage

  /// How many words a question has at most.
  private static let longest = 70

  init(_ passage: Passage) { self.passage = passage }

  private struct Paragraph {
    var block: Int
    var first: Int
    var tokens: Range<Int>
  }

  /// The statements of an interview, in order; none where the page is no interview.
  ///
  /// - Parameter answerer: Who answers, where the lead names somebody.
  func drafts(answerer: (Int) -> Range<Int>?) -> [StatementDraft] {
    let all = paragraphs()
    guard let start = start(all) else { return [] }
    let talk = all[start...]
    let asks = talk.map { asksSomething($0) }
    let questions = asks.count { $0 }
    guard questions >= 2, questions * 4 >= talk.count, asks.first == true,
      let source = answerer(talk[start].first)
    else { return [] }
    var result: [StatementDraft] = []
    var isAnswering = false
    for (paragraph, isQuestion) in zip(talk, asks) {
      var draft = StatementDraft(
        sentence: paragraph.first, source: nil, cue: nil, act: .say, content: [paragraph.tokens], rule: .transcript)
      if isQuestion {
        draft.act = .ask
        draft.calling = "interviewer"
        isAnswering = false
      } else if isAnswering {
        draft.isContinued = true
        draft.sharesSpeaker = true
      } else {
        draft.source = source
        draft.isImplied = true
        isAnswering = true
      }
      result.append(draft)
    }
    return result
  }

  private func paragraphs() -> [Paragraph] {
    var result: [Paragraph] = []
    for (index, sentence) in passage.sentences.enumerated() where passage.blocks[sentence.block].isMain {
      if let last = result.indices.last, result[last].block == sentence.block {
        result[last].tokens = result[last].tokens.lowerBound..<sentence.tokens.upperBound
      } else {
        result.append(Paragraph(block: sentence.block, first: index, tokens: sentence.tokens))
      }
    }
    return result
  }

  /// The first paragraph of the talk: behind a lead that announces it ("Edited excerpts:"), or the first of several
  /// questions that take turns with answers.
  private func start(_ all: [Paragraph]) -> Int? {
    for place in all.indices.prefix(4).dropLast(0) where place + 2 < all.count {
      let tokens = all[place].tokens
      let tail = tokens.suffix(6)
      if passage.has(tokens.upperBound - 1, [.colon, .stop]), tail.contains(where: { Self.leads.contains(word($0)) }),
        asksSomething(all[place + 1])
      {
        return place + 1
      }
    }
    guard let first = all.firstIndex(where: { asks($0) }), first <= 4 else { return nil }
    let talk = all[first...]
    let asking = talk.map { asks($0) }
    let answers = zip(talk, asking).filter { !$1 }.map(\.0)
    let own = answers.count { has($0, Self.speaking) }
    let isTalk = asking.count { $0 } >= 3 && answers.count >= 3 && own * 2 >= answers.count
    let quoted = talk.contains { passage.quotation($0.tokens.lowerBound)?.open == $0.tokens.lowerBound }
    return isTalk && !quoted ? first : nil
  }

  /// Whether a paragraph ends with a question.
  private func asks(_ paragraph: Paragraph) -> Bool {
    guard paragraph.tokens.count <= Self.longest else { return false }
    let last = passage.tokens[paragraph.tokens.upperBound - 1]
    return passage.text[last.start] == 0x3F
  }

  /// Whether a paragraph asks or speaks to the one who answers.
  private func asksSomething(_ paragraph: Paragraph) -> Bool {
    if passage.blocks[paragraph.block].kind == .listItem { return false }
    if asks(paragraph) { return true }
    return paragraph.tokens.count <= Self.longest && has(paragraph, Self.addressing) && !has(paragraph, Self.speaking)
  }

  private func has(_ paragraph: Paragraph, _ words: Set<WordID>) -> Bool {
    paragraph.tokens.contains { words.contains(passage.tokens[$0].word) && passage.quotationOf[$0] < 0 }
  }

  private func word(_ token: Int) -> WordID { passage.tokens[token].word }

  private static func ids(_ words: [String]) -> Set<WordID> { Set(words.map { Lexicon.shared.id(of: $0) }) }

  private static let addressing = ids(["you", "your", "yours"])
  private static let speaking = ids(["i", "me", "my", "mine", "we", "us", "our"])
  private static let leads = ids([
    "excerpt", "excerpts", "interview", "conversation", "transcript", "clarity", "length",
  ])
}
