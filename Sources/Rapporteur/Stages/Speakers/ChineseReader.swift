/// Finds statements in Chinese sentences: speaker, verb, and everything behind it.
struct ChineseReader {
  let passage: Passage
  private(set) var drafts: [StatementDraft] = []
  private var taken = 0
  private let before: Set<WordID>
  private let openers: Set<WordID>
  private let places: Set<WordID>
  private let particles: Set<WordID>

  init(_ passage: Passage) {
    self.passage = passage
    func words(_ characters: String) -> Set<WordID> {
      Set(Lexicon.shared.ids(of: characters).map(\.word))
    }
    // Adverbs between speaker and verb.
    before = words("还也再次同时并均都曾进一步特别随后则又当天今日且一致共双向记者明确多次")
    openers = words("会见谈时日月年在此前后当中其间")
    places = words("在就对于同与向为当")
    particles = words("的所被了")
  }

  /// Reads one sentence and appends what it states.
  mutating func read(_ index: Int) {
    let sentence = passage.sentences[index]
    let low = max(sentence.tokens.lowerBound, taken)
    let high = sentence.tokens.upperBound
    var token = low
    var open: Int?
    while token < high {
      guard passage.quotationOf[token] < 0,
        let match = passage.lexicon.chinese.match(passage.tokens.span, at: token, before: high)
      else {
        token += 1
        continue
      }
      let end = token + match.length
      let act = passage.lexicon.acts[match.value]
      if let content = content(end, high, act, match.length), let subject = subject(token, low, open != nil) {
        if open != nil {
          let last = drafts.count - 1
          let start = drafts[last].content[0].lowerBound
          drafts[last].content = [start..<max(start, clauseStart(token, low))]
        }
        drafts.append(
          StatementDraft(
            sentence: index, source: subject.isEmpty ? nil : subject, cue: token..<end, act: act, content: [content],
            rule: open == nil ? .clause : .coordination, sharesSpeaker: subject.isEmpty, confidence: 0.85))
        taken = max(taken, content.upperBound > high ? content.upperBound : 0)
        open = drafts.count - 1
      }
      token = end
    }
  }

  private func content(_ from: Int, _ high: Int, _ act: SpeechAct, _ length: Int) -> Range<Int>? {
    guard from < high, !particles.contains(passage.tokens[from].word) else { return nil }
    let marked = passage.has(from, [.comma, .colon]) || passage.quotationOf[from] >= 0
    guard marked || length >= 2 && high - from > 4 else { return nil }
    var end = high
    for token in from..<high where passage.quotationOf[token] >= 0 {
      if let quotation = passage.quotation(token) {
        end = max(end, quotation.close + 1)
        if token <= from + 1, quotation.open == token {
          return quotation.close + 2 >= high ? quotation.tokens : from..<end
        }
      }
    }
    return from..<end
  }

  private func clauseStart(_ token: Int, _ low: Int) -> Int {
    var at = token
    while at > low, !passage.has(at - 1, [.comma, .semicolon, .colon]), passage.quotationOf[at - 1] < 0 { at -= 1 }
    return at
  }

  /// The speaker before a verb; empty where the verb shares the one before; `nil` where it reports nothing.
  private func subject(_ cue: Int, _ low: Int, _ follows: Bool) -> Range<Int>? {
    var start = clauseStart(cue, low)
    var end = cue
    while end > start, before.contains(passage.tokens[end - 1].word), passage.mentionOf[end - 1] < 0,
      !(end - start == 2 && passage.has(end - 1, []))
    {
      // "双方" keeps its second character.
      if end - 2 >= start, isGroup(end - 2) { break }
      end -= 1
    }
    if end == start {
      if follows || start > low { return cue..<cue }
      return nil
    }
    if follows {
      // A further clause with words of its own between is a nested report, unless it opens so.
      guard let mention = passage.mention(start), mention.type == .person || mention.type == .role else { return nil }
    }
    if particles.contains(passage.tokens[end - 1].word) { return nil }
    for token in start..<end {
      if let mention = passage.mention(token), mention.type == .person {
        var close = token
        while close + 1 < end, passage.mentionOf[close + 1] == passage.mentionOf[token] { close += 1 }
        return start..<close + 1
      }
    }
    if end - start > 4 {
      for token in start + 2..<end where places.contains(passage.tokens[token].word) && passage.mentionOf[token] < 0 {
        end = token
        break
      }
    }
    while start < end, passage.tokens[start].shape.contains(.number) { start += 1 }
    return end - start <= 30 && end > start ? start..<end : nil
  }

  private func isGroup(_ token: Int) -> Bool {
    let end = passage.tokens[token + 1].end
    return String(decoding: passage.text[passage.tokens[token].start..<end], as: UTF8.self) == "双方"
  }
}
