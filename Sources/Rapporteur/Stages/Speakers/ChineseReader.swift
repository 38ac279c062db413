/// Finds statements in Chinese sentences: speaker, verb, and everything behind it.
struct ChineseReader {
  let passage: Passage
  private(set) var drafts: [StatementDraft] = []
  private var taken = 0
  /// Adverbs between speaker and verb.
  private let adverbs: [[WordID]]
  private let places: Set<WordID>
  private let particles: Set<WordID>
  private let firstPerson: WordID
  private let country: WordID

  /// How far a clause is read back from its verb, in tokens: a longer one has no speaker.
  private static let reach = 200

  init(_ passage: Passage) {
    self.passage = passage
    func words(_ characters: String) -> Set<WordID> {
      Set(Lexicon.shared.ids(of: characters).map(\.word))
    }
    adverbs = [
      "还", "也", "再次", "同时", "并", "并且", "均", "都", "曾", "进一步", "特别", "随后", "则", "又", "当天", "今天", "日", "一致", "共同",
      "明确", "多次", "向记者", "对记者", "对此", "公开", "郑重", "严正", "最后", "首先", "此外", "另外", "而", "且", "會上", "会上", "接着", "近日", "日前",
    ].map { Lexicon.shared.ids(of: $0).map(\.word) }
    places = words("在就对于同与向为当")
    particles = words("的所被了")
    firstPerson = Lexicon.shared.id(of: "我")
    country = Lexicon.shared.id(of: "国")
  }

  /// Reads one sentence and appends what it states.
  mutating func read(_ index: Int) {
    let sentence = passage.sentences[index]
    let low = max(sentence.tokens.lowerBound, taken)
    let high = sentence.tokens.upperBound
    var token = low
    var open: Int?
    var furthest: Int?
    while token < high {
      guard passage.quotationOf[token] < 0,
        let match = passage.lexicon.chinese.match(passage.tokens.span, at: token, before: high)
      else {
        token += 1
        continue
      }
      let end = token + match.length
      let act = passage.lexicon.acts[match.value]
      if let (quotation, subject) = tail(token, end, low, high) {
        drafts.append(
          StatementDraft(
            sentence: index, source: subject, cue: token..<end, act: act, content: [quotation.tokens], rule: .tail,
            confidence: 0.85))
      } else if let content = content(end, high, match.length, &furthest),
        var subject = subject(token, low, open != nil)
      {
        if subject.isEmpty, open == nil, let first = opening(low, token) { subject = first }
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

  /// “……，”李明说。: the quotation before and who speaks, where the verb ends the sentence.
  private func tail(_ cue: Int, _ end: Int, _ low: Int, _ high: Int) -> (Quotation, Range<Int>)? {
    guard end >= high || passage.has(end, .stop) && end + 1 >= high else { return nil }
    let start = clauseStart(cue, low)
    guard start > 0, let quotation = passage.quotation(start - 1), quotation.close == start - 1,
      let subject = subject(cue, low, false), !subject.isEmpty
    else { return nil }
    return (quotation, subject)
  }

  /// The person who opens a sentence: the subject of its later verbs.
  private func opening(_ low: Int, _ high: Int) -> Range<Int>? {
    for token in low..<min(high, low + 16) {
      if passage.has(token, [.comma, .colon, .stop]) || passage.quotationOf[token] >= 0 { return nil }
      guard let mention = passage.mention(token), mention.type == .person else { continue }
      var end = token + 1
      while end < high, passage.mentionOf[end] == passage.mentionOf[token] { end += 1 }
      return low..<end
    }
    return nil
  }

  /// - Parameter furthest: Behind the sentence and every quotation that starts in it; `nil` where nobody asked yet.
  private func content(_ from: Int, _ high: Int, _ length: Int, _ furthest: inout Int?) -> Range<Int>? {
    guard from < high, !particles.contains(passage.tokens[from].word) else { return nil }
    let marked = passage.has(from, [.comma, .colon]) || passage.quotationOf[from] >= 0
    guard marked || length >= 2 && high - from > 4 else { return nil }
    var end = from
    for token in from..<min(high, from + 2) {
      guard let quotation = passage.quotation(token) else { continue }
      end = max(end, quotation.close + 1)
      if quotation.open == token { return quotation.close + 2 >= high ? quotation.tokens : from..<max(high, end) }
    }
    let last = furthest ?? (from..<high).reduce(high) { max($0, passage.quotation($1).map { $0.close + 1 } ?? 0) }
    furthest = last
    return from..<last
  }

  /// The first token of the clause that ends before `token`, at most one behind the reach.
  private func clauseStart(_ token: Int, _ low: Int) -> Int {
    var at = token
    let low = max(low, token - Self.reach - 1)
    while at > low, !passage.has(at - 1, [.comma, .semicolon, .colon]), passage.quotationOf[at - 1] < 0 { at -= 1 }
    return at
  }

  /// The speaker before a verb; empty where the verb shares the one before; `nil` where it reports nothing.
  private func subject(_ cue: Int, _ low: Int, _ follows: Bool) -> Range<Int>? {
    var start = clauseStart(cue, low)
    guard cue - start <= Self.reach else { return nil }
    var end = cue
    while let adverb = adverbs.first(where: { closes($0, start, end) }) { end -= adverb.count }
    if end == start {
      if follows || start > low { return cue..<cue }
      return nil
    }
    if follows {
      // A further clause with words of its own between is a nested report, unless it opens so.
      guard let mention = passage.mention(start), mention.type == .person || mention.type == .role else { return nil }
    }
    if particles.contains(passage.tokens[end - 1].word) || speaksOfItself(start) { return nil }
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

  /// Whether a clause opens with 我, 我们 or 我方 and so belongs to what somebody says; 我国 is a country.
  private func speaksOfItself(_ start: Int) -> Bool {
    passage.tokens[start].word == firstPerson
      && !(start + 1 < passage.tokens.count && passage.tokens[start + 1].word == country)
  }

  /// Whether the words stand right before `end` and belong to no name.
  private func closes(_ words: [WordID], _ start: Int, _ end: Int) -> Bool {
    let first = end - words.count
    guard first >= start, passage.mentionOf[first] < 0 else { return false }
    return words.indices.allSatisfy { passage.tokens[first + $0].word == words[$0] }
  }
}
