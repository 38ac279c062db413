/// Sides, pairs and bodies: who is meant where no person is named.
extension Proposer {
  /// "The ministers", "the pair": who spoke together before, else the two that were last named together.
  func parties(_ described: [Speaker], before token: Int) -> [Speaker]? {
    guard isGroup(described) else { return nil }
    let joint = statements.lastJoint(before: text.tokens[token].start)?.speakers ?? named(togetherBefore: token)
    return joint?.map { Speaker(entity: $0.entity, name: $0.name, resolution: .group) }
  }

  func isGroup(_ described: [Speaker]) -> Bool {
    guard described.count == 1, let words = described.first?.name.split(separator: " "), words.count <= 3,
      let last = words.last.map(String.init)
    else { return false }
    if Self.pairs.contains(where: { last.hasPrefix($0) || described[0].name.hasPrefix($0) }) { return true }
    guard let word = Lexicon.shared.ids(of: last).first?.word else { return false }
    return ProposalLexicon.shared.classes(of: word).contains(.group)
  }

  // Both sides, in Chinese and Korean.
  private static let pairs = ["双方", "雙方", "两国", "兩國", "两部门", "양측", "양국", "두 나라"]

  /// The two that one of the sentences before names as its subject.
  private func named(togetherBefore token: Int) -> [Speaker]? {
    let sentence = Int(text.sentenceOf[token])
    for index in (max(0, sentence - 4)..<max(0, sentence)).reversed() {
      let names = phrases.names(in: text.sentences[index].tokens)
      if names.count == 2 { return names }
    }
    return nil
  }

  /// "it", "they": no single person.
  func isThing(_ pronoun: Int) -> Bool {
    let word = text.bytes[text.tokens[pronoun].range.indices]
    return word.count == 2 && word.last.map { $0 | 0x20 == 0x74 } ?? false
      || word.count == 4 && word.last.map { $0 | 0x20 == 0x79 } ?? false
  }

  /// The body that the text named last before a place, in the same sentence or the one before.
  ///
  /// - Parameter noun: What it is called there; a capital says that it is part of the name ("the Forum").
  func body(before place: Int, called noun: Int? = nil) -> Speaker? {
    let end = phrases.firstMention(from: place)
    let part = noun.flatMap { noun -> String? in
      guard text.tokens[noun].shape.contains(.capitalised) else { return nil }
      return String(decoding: text.bytes[text.tokens[noun].range.indices], as: UTF8.self)
    }
    let mention = document.mentions[max(0, end - 16)..<end].last { mention in
      guard mention.type == .organisation, let entity = mention.entity else { return false }
      return part.map { document.entities[entity].name.contains($0) } ?? true
    }
    guard let mention, isNear(mention.range.start, place), let entity = mention.entity else { return nil }
    return Speaker(entity: entity, name: document.entities[entity].name, resolution: .organisation)
  }

  /// Whether two places stand in one sentence, or in two that follow each other.
  private func isNear(_ earlier: Int, _ later: Int) -> Bool {
    guard let first = text.firstToken(from: earlier), let last = text.firstToken(from: later) else { return false }
    return text.sentenceOf[last] - text.sentenceOf[first] <= 1
  }

  /// 中方 and 我部 are whoever speaks for them.
  func ownSide(_ clause: Range<Int>) -> [Speaker]? {
    guard
      let side = clause.dropLast().last(where: {
        Self.own.contains(text.scalar($0)) && Self.sides.contains(text.scalar($0 + 1))
      })
    else { return nil }
    let place = text.tokens[side].range
    let sentence = text.sentence(of: side)
    let near = [
      statements.first(near: place) { $0.covers(place) }, statements.last(before: place.start),
      statements.last(before: text.tokens[sentence.lowerBound].start),
    ]
    return near.compactMap { $0?.speakers }.first { isKnown($0) && $0.contains(where: isPerson) }
  }

  // 中, 我
  private static let own: Set<UInt32> = [0x4E2D, 0x6211]
  // 方, 部, 们, 們
  private static let sides: Set<UInt32> = [0x65B9, 0x90E8, 0x4EEC, 0x5011]

  /// The body whose resolution numbered points are: "THE COUNCIL," stands above what it recalls and considers.
  mutating func gathered(above items: [TextRange]) -> [Speaker]? {
    guard let first = items.first, let token = text.firstToken(from: first.start), text.isFirst(token) else {
      return nil
    }
    return gathered(above: Int(text.blockOf[token]))
  }

  mutating func gathered(above block: Int) -> [Speaker]? {
    guard block > 0 else { return nil }
    var above = block - 1
    while above > 0, !text.isBody(above) || endsWithComma(above) && endsWithComma(above - 1) { above -= 1 }
    let tokens = text.blockTokens[above]
    guard endsWithComma(above) else { return nil }
    let names = phrases.names(in: tokens)
    if !names.isEmpty { return names }
    let end = tokens.first { text.mark($0) == 0x2C } ?? tokens.upperBound
    return phrases.nounPhrase(tokens.lowerBound..<end).map { known($0) }
  }

  private func endsWithComma(_ block: Int) -> Bool {
    text.blockTokens[block].last.map { text.mark($0) == 0x2C || text.mark($0) == 0x3B } ?? false
  }
}
