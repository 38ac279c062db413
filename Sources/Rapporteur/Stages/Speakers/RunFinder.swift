/// Finds the sentences that go on reporting without a cue of their own.
struct RunFinder {
  let passage: Passage

  /// The share of the article's sentences with a cue from which on the others report too.
  let density: Double

  let subjects: SubjectFinder
  private let principals: Principals

  init(_ passage: Passage, density: Double) {
    self.passage = passage
    self.density = density
    subjects = SubjectFinder(passage)
    principals = Principals(passage)
    words = Words()
  }

  let words: Words

  /// Words that tell the tense of what goes on.
  struct Words {
    /// Modals and "had" as a report in the past shifts them.
    let shifted: Set<WordID>
    let had: WordID

    /// What the one who does not answer is said to do: "would not comment".
    let refusals: Set<WordID>

    /// What a date is: "is due in the spring".
    let planned: Set<WordID>
    let following: WordID

    init() {
      func ids(_ words: [String]) -> Set<WordID> { Set(words.map { Lexicon.shared.id(of: $0) }) }
      shifted = ids(["would", "could", "might", "should", "must", "had", "ought", "needed"])
      had = Lexicon.shared.id(of: "had")
      refusals = ids(["answer", "comment", "confirm", "elaborate", "reached", "respond", "say"])
      planned = ids(["due", "expected", "planned", "scheduled", "set", "slated"])
      following = Lexicon.shared.id(of: "following")
    }
  }

  /// `drafts` with the continued statements between them; in document order.
  ///
  /// - Parameter decide: Tells of a sentence whether it goes on, in place of the gate.
  func complete(
    _ drafts: [StatementDraft], decide: ((Int, RunFeatures) -> Bool)? = nil
  ) -> [StatementDraft] {
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
    // Whether the sentence just before went on in the tense of a report.
    var isShifted = false
    var before = -1
    let isDeclared = declares(drafts)
    covered = 0
    for (index, sentence) in passage.sentences.enumerated() {
      if let own = bySentence[index] {
        if isDense, alive, own.count == 1, let last = result.last, speaksForCountry(own[0], after: last) {
          result.append(continued(index, sentence.tokens))
          lastBlock = sentence.block
          continue
        }
        if isDeclared, alive, own.allSatisfy({ isByThing($0) && !isFirst($0, drafts) }) {
          result.append(continued(index, sentence.tokens))
          lastBlock = sentence.block
          continue
        }
        result += own
        lead = nil
        isShifted = false
        before = index
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
          result.append(continued(index, content))
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
      if isDeclared || isPoint(sentence, behind: index) {
        result.append(continued(index, sentence.tokens))
        lastBlock = sentence.block
        before = index
        continue
      }
      let isWide = !passage.tokens[sentence.tokens.lowerBound].shape.isDisjoint(with: [.ideographic, .hangul])
      let goesOn: Bool
      if isWide {
        goesOn = isDense && reports(sentence)
        if !goesOn { alive = !isDense && sentence.block == lastBlock }
      } else if let last = result.last, sentence.block - lastBlock <= 1 {
        let next = index + 1
        let state = State(
          density: prose == 0 ? 0 : Double(cued) / Double(prose) + 0.5 - density, isReport: isReport, last: last,
          isAdjacent: before == index - 1, isSameBlock: sentence.block == lastBlock, isShifted: isShifted,
          isNextCued: next < passage.sentences.count && bySentence[next] != nil
            && passage.sentences[next].block == sentence.block)
        let features = features(index, state)
        // Where few sentences have a cue, only the tense of a report tells that it goes on.
        let mayGoOn = isDense || isReport || last.isContinued || features.has("past_rule")
        goesOn =
          decide?(index, features)
          ?? (mayGoOn && RunGate.shared.goesOn(features) || isDense && isReport && features.has("present_rule"))
        if goesOn { isShifted = isShifted || features.has("past_rule") }
        if !goesOn { alive = sentence.block == lastBlock }
      } else {
        goesOn = false
        alive = false
      }
      guard goesOn else { continue }
      result.append(continued(index, sentence.tokens))
      lastBlock = sentence.block
      before = index
    }
    return result
  }

  /// Whether a person, a pronoun or a pair of sides speaks.
  func isByPerson(_ draft: StatementDraft) -> Bool {
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

  private func continued(_ index: Int, _ content: Range<Int>) -> StatementDraft {
    StatementDraft(
      sentence: index, source: nil, cue: nil, act: nil, content: [content], rule: .run, isContinued: true,
      sharesSpeaker: true)
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
  func reports(_ sentence: Sentence) -> Bool {
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
    if isPlan(subject, tokens) { return false }
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
