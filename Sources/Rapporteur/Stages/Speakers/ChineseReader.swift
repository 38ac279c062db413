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

  /// 参 before 与, which are one verb.
  private let join: WordID

  /// 有 before somebody who asks.
  private let some: WordID

  /// Words that count: a noun follows them and no verb.
  private let measures: Set<WordID>

  /// Words that report only before a comma, colon or quotation.
  private let marked: Set<WordID>
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
      "明确", "多次", "普遍", "当场", "當場", "當天", "亦", "仍", "一再", "再三", "如此", "就此", "受访时", "受訪時", "向记者", "对记者", "对此", "公开",
      "郑重", "严正", "最后", "首先", "此外", "另外", "而", "且", "會上", "会上", "接着", "近日", "日前",
    ].map { Lexicon.shared.ids(of: $0).map(\.word) }
    places = words("在就对于同与向为当援")
    particles = words("的所被了")
    firstPerson = Lexicon.shared.id(of: "我")
    join = Lexicon.shared.id(of: "参")
    some = Lexicon.shared.id(of: "有")
    measures = words("点项条个大份点項條個")
    marked = words("解回提质批介补说分评谈质批補說谈談指预估預料引作")
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
      if let subject = plainTail(token, end, low, high) {
        drafts.append(
          StatementDraft(
            sentence: index, source: subject, cue: token..<end, act: act, content: [low..<clauseStart(token, low) - 1],
            rule: .tail))
      } else if let (quotation, subject) = tail(token, end, low, high) {
        drafts.append(
          StatementDraft(
            sentence: index, source: subject, cue: token..<end, act: act, content: [quotation.tokens], rule: .tail))
      } else if let content = content(end, high, match.length, &furthest, isAfterComma(token, low)),
        var subject = subject(token, low, open != nil), open == nil || subject.isEmpty || !isNested(token, low),
        act != .welcome || open != nil && subject.isEmpty
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
            rule: open == nil ? .clause : .coordination, sharesSpeaker: subject.isEmpty))
        taken = max(taken, content.upperBound > high ? content.upperBound : 0)
        open = drafts.count - 1
      }
      token = end
    }
    if drafts.last?.sentence != index, let draft = basis(index, low, high) { drafts.append(draft) }
  }

  private func isAfterComma(_ token: Int, _ low: Int) -> Bool { token > low && passage.has(token - 1, .comma) }

  /// Whether a verb's clause opens the content of the verb before: a report within a report.
  private func isNested(_ token: Int, _ low: Int) -> Bool {
    guard let content = drafts.last?.content.first else { return false }
    return clauseStart(token, low) <= content.lowerBound + 1
  }

  /// ……，气象局表示。: who speaks, where speaker and verb end the sentence behind what is said.
  private func plainTail(_ cue: Int, _ end: Int, _ low: Int, _ high: Int) -> Range<Int>? {
    guard end >= high || passage.has(end, .stop) && end + 1 >= high, end - cue >= 2 else { return nil }
    let start = clauseStart(cue, low)
    guard start > low + 3, passage.has(start - 1, .comma), passage.quotation(start - 2) == nil,
      let subject = subject(cue, low, false), !subject.isEmpty
    else { return nil }
    return subject
  }

  /// 据气象局报告，……: whose report it is.
  private func basis(_ index: Int, _ low: Int, _ high: Int) -> StatementDraft? {
    for phrase in Self.bases {
      let words = Lexicon.shared.ids(of: phrase).map(\.word)
      guard low + words.count < high, words.indices.allSatisfy({ passage.tokens[low + $0].word == words[$0] }),
        let comma = (low..<min(high, low + 30)).first(where: { passage.has($0, .comma) }), comma + 4 < high
      else { continue }
      let source = low + words.count..<comma
      guard let body = source.first(where: { passage.mention($0)?.type == .organisation }) else { return nil }
      var end = body + 1
      while end < comma, passage.mentionOf[end] == passage.mentionOf[body] { end += 1 }
      return StatementDraft(
        sentence: index, source: body..<end, cue: low..<low + words.count, act: .say, content: [comma + 1..<high],
        rule: .according)
    }
    return nil
  }

  private static let bases = ["根据", "根據", "依据", "依據", "依照", "按照", "据", "據"]

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
      if token > low + 1, let adverb = Self.turns, passage.tokens[token].word == adverb, passage.mentionOf[token] < 0 {
        return low..<token
      }
      guard let mention = passage.mention(token), mention.type == .person else { continue }
      var end = token + 1
      while end < high, passage.mentionOf[end] == passage.mentionOf[token] { end += 1 }
      return low..<end
    }
    return nil
  }

  /// - Parameter furthest: Behind the sentence and every quotation that starts in it; `nil` where nobody asked yet.
  private func content(
    _ from: Int, _ high: Int, _ length: Int, _ furthest: inout Int?, _ isAfterComma: Bool
  ) -> Range<Int>? {
    guard from < high, !particles.contains(passage.tokens[from].word) else { return nil }
    let isMarked = passage.has(from, [.comma, .colon]) || passage.quotationOf[from] >= 0
    let announces = (from..<min(high, from + 12)).contains { passage.has($0, .colon) }
    let mayRun = length == 1 ? isAfterComma : announces || !marked.contains(passage.tokens[from - length].word)
    guard isMarked || mayRun && high - from > 4 else { return nil }
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

  /// 则: behind the one whose turn it is.
  private static let turns: WordID? = Lexicon.shared.ids(of: "则").first?.word

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
    let last = passage.tokens[end - 1].word
    if particles.contains(last) || measures.contains(last) || speaksOfItself(start) { return nil }
    for token in start..<end {
      if let mention = passage.mention(token), mention.type == .person {
        var close = token
        while close + 1 < end, passage.mentionOf[close + 1] == passage.mentionOf[token] { close += 1 }
        return start..<close + 1
      }
    }
    if end - start > 4 {
      for token in start + 2..<end
      where places.contains(passage.tokens[token].word) && passage.mentionOf[token] < 0
        && passage.tokens[token - 1].word != join
      {
        end = token
        break
      }
    }
    while start < end, passage.tokens[start].shape.contains(.number) { start += 1 }
    if end - start > 2, passage.tokens[start].word == some { start += 1 }
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
