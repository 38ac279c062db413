/// Finds the sentences that go on reporting without a cue of their own.
struct RunFinder {
  let passage: Passage

  /// The share of the article's sentences with a cue from which on the others report too.
  let density: Double

  private let subjects: SubjectFinder
  private let principals: Principals

  init(_ passage: Passage, density: Double) {
    self.passage = passage
    self.density = density
    subjects = SubjectFinder(passage)
    principals = Principals(passage)
  }

  /// `drafts` with the continued statements between them; in document order.
  func complete(_ drafts: [StatementDraft]) -> [StatementDraft] {
    let bySentence = Dictionary(grouping: drafts, by: \.sentence)
    var covered = 0
    var prose = 0
    var cued = 0
    for (index, sentence) in passage.sentences.enumerated() where isProse(sentence) {
      if let own = bySentence[index] {
        prose += 1
        cued += 1
        covered = max(covered, own.flatMap(\.content).map(\.upperBound).max() ?? 0)
      } else if sentence.tokens.lowerBound >= covered {
        prose += 1
      }
    }
    // A report of a meeting lets its parties speak for long: half the cues are enough. A commentary on it quotes others.
    let byPersons = drafts.reduce(0) { $0 + (isByPerson($1) ? 1 : 0) }
    let isReport = principals.isMeeting && byPersons * 2 >= drafts.count
    let wanted = isReport ? density / 2 : density
    let isDense = prose >= 4 && cued >= 2 && Double(cued) >= wanted * Double(prose)
    var isStated = Array(repeating: false, count: passage.tokens.count)
    for part in drafts.flatMap(\.content) {
      for token in part where token < isStated.count { isStated[token] = true }
    }
    var result: [StatementDraft] = []
    var alive = false
    var lastBlock = -1
    // The person whom the sentence just before names as its subject.
    var lead: (source: Range<Int>, block: Int)?
    covered = 0
    for (index, sentence) in passage.sentences.enumerated() {
      if let own = bySentence[index] {
        if isDense, alive, own.count == 1, let last = result.last, speaksForCountry(own[0], after: last) {
          result.append(continued(index, sentence.tokens, 0.6))
          lastBlock = sentence.block
          continue
        }
        result += own
        lead = nil
        covered = max(covered, own.flatMap(\.content).map(\.upperBound).max() ?? 0)
        alive = isProse(sentence) && own.last?.rule != .transcript
        lastBlock = sentence.block
        continue
      }
      guard isProse(sentence) else {
        if passage.blocks[sentence.block].kind == .heading { alive = false }
        continue
      }
      guard sentence.tokens.lowerBound >= covered else { continue }
      if let quotation = wholeQuotation(sentence) {
        // “It is clear. It has always been,” he said: the cue of a later sentence has this one already.
        guard !isStated[sentence.tokens.lowerBound + 1] else { continue }
        let content = quotation.open < sentence.tokens.lowerBound ? sentence.tokens : quotation.tokens
        if let named = lead, sentence.block - named.block <= 1 {
          result.append(floating(index, content, named.source))
        } else if alive, sentence.block - lastBlock <= 1 {
          result.append(continued(index, content, 0.7))
        } else if let source = speakerBehind(index, quotation, bySentence) {
          result.append(floating(index, content, source))
        } else {
          continue
        }
        alive = true
        lead = nil
        covered = max(covered, content.upperBound)
        lastBlock = sentence.block
        continue
      }
      lead = person(sentence).map { ($0, sentence.block) }
      guard alive else { continue }
      guard isDense else {
        alive = alive && sentence.block == lastBlock
        continue
      }
      if reports(sentence) {
        result.append(continued(index, sentence.tokens, 0.6))
        lastBlock = sentence.block
      } else {
        alive = false
      }
    }
    return result
  }

  /// Whether a person, a pronoun or a pair of sides speaks.
  private func isByPerson(_ draft: StatementDraft) -> Bool {
    guard let source = draft.source else { return draft.sharesSpeaker }
    return source.contains { token in
      if passage.has(token, [.subject, .two]) { return true }
      guard let mention = passage.mention(token) else { return false }
      return mention.type == .person || mention.type == .role
    }
  }

  /// "China hopes …" in what China's president says: the sentence goes on for him.
  private func speaksForCountry(_ draft: StatementDraft, after last: StatementDraft) -> Bool {
    guard draft.rule == .clause, let act = draft.act, act == .believe || act == .hope, let source = draft.source,
      let cue = draft.cue, !passage.looksPast(cue.lowerBound) || passage.has(source.upperBound, .have),
      let country = passage.mention(source.upperBound - 1), country.type == .country, source.count <= 2
    else { return false }
    if last.isContinued { return true }
    guard let speaker = last.source else { return last.sharesSpeaker }
    for token in speaker {
      if passage.has(token, [.he, .she]) { return true }
      guard let mention = passage.mention(token), let entity = mention.entity,
        passage.entities[entity].type == .person, let other = country.entity
      else { continue }
      let code = passage.entities[entity].country
      return code == nil || code == passage.entities[other].country
    }
    return false
  }

  private func continued(_ index: Int, _ content: Range<Int>, _ confidence: Double) -> StatementDraft {
    StatementDraft(
      sentence: index, source: nil, cue: nil, act: nil, content: [content], rule: .run, isContinued: true,
      sharesSpeaker: true, confidence: confidence)
  }

  private func floating(_ index: Int, _ content: Range<Int>, _ source: Range<Int>) -> StatementDraft {
    StatementDraft(
      sentence: index, source: source, cue: nil, act: .say, content: [content], rule: .run, isImplied: true,
      confidence: 0.65)
  }

  /// The person who is the subject of a sentence: "Kim was more careful."
  private func person(_ sentence: Sentence) -> Range<Int>? {
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
  private func speakerBehind(
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

  private func isProse(_ sentence: Sentence) -> Bool {
    let block = passage.blocks[sentence.block]
    return block.isMain && (block.kind == .paragraph || block.kind == .listItem || block.kind == .quote)
      && sentence.tokens.count > 3
  }

  /// The quotation that the whole sentence stands in.
  private func wholeQuotation(_ sentence: Sentence) -> Quotation? {
    guard let quotation = passage.quotation(sentence.tokens.lowerBound),
      quotation.close >= sentence.tokens.lowerBound + 2
    else { return nil }
    let end = sentence.tokens.upperBound
    return quotation.close + 1 >= end || quotation.close + 2 == end && passage.has(end - 1, .stop) ? quotation : nil
  }

  /// Whether a Chinese sentence tells what happened.
  private func isChineseScene(_ sentence: String) -> Bool {
    let scenes = [
      "交换了意见", "交换意见。", "签署了", "签署仪式", "见证", "发表了", "参加了", "参加会", "举行了", "陪同", "出席了", "检阅", "鸣礼炮", "报道", "记者", "电 ",
      "合影",
      "会谈持续", "会见时在座", "欢迎仪式", "在座",
    ]
    return sentence.hasPrefix("据") || scenes.contains { sentence.contains($0) }
  }

  /// Whether a sentence without a cue can be somebody's words: it says what is or should be, not what happened.
  private func reports(_ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    if let first = tokens.first, !passage.tokens[first].shape.isDisjoint(with: [.ideographic, .hangul]) {
      return passage.tokens[tokens.lowerBound].shape.contains(.ideographic)
        && !tokens.contains { passage.mention($0)?.type == .person } && !isChineseScene(passage.string(tokens))
    }
    guard let subject = subjects.sentenceSubject(tokens.lowerBound, tokens.upperBound) else { return false }
    for token in subject {
      if passage.has(token, .page) { return false }
      if passage.has(token, [.he, .she, .firstPerson]) { return false }
      if let type = passage.mention(token)?.type, type == .person || type == .role,
        subject.upperBound - 1 == token
          || !passage.tokens[min(token + 1, tokens.upperBound - 1)].shape.contains(.possessive)
      {
        return false
      }
    }
    var presents = false
    for token in tokens where passage.quotationOf[token] < 0 {
      if passage.has(token, .scene), !passage.isCapitalised(token), token > tokens.lowerBound,
        !passage.has(token - 1, [.determiner, .possessive, .preposition, .to, .modal, .have, .be])
      {
        return passage.has(subject.upperBound, .present) && token > subject.upperBound + 6
      }
      if passage.has(token, .present) { presents = true }
    }
    return presents
  }
}
