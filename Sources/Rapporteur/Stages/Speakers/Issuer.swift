/// The body that issued a page: whom "we" and bare "Leaders" mean in a communique.
enum Issuer {
  private static let lead = 4

  /// The body that is the subject of an early sentence, else the first that the title or the lead names.
  static func find(_ passage: Passage, _ subjects: SubjectFinder) -> Speaker? {
    var named: Speaker?
    var event: Speaker?
    for sentence in passage.sentences.prefix(lead) {
      guard sentence.kind != .byline, sentence.kind != .caption else { continue }
      let low = passage.afterDateline(sentence)
      if let own = ourselves(passage, low, sentence.tokens.upperBound) { return own }
      let subject = sentence.kind == .title ? nil : subjects.sentenceSubject(low, sentence.tokens.upperBound)
      for token in sentence.tokens {
        guard let mention = passage.mention(token), let entity = mention.entity else { continue }
        let isBody = mention.type == .organisation
        guard isBody || mention.type == .event else { continue }
        let speaker = Speaker(entity: entity, name: passage.entities[entity].name, resolution: .organisation)
        if subject?.contains(token) ?? false { return speaker }
        if isBody { named = named ?? speaker } else { event = event ?? speaker }
      }
    }
    return named ?? event
  }

  /// "We, the leaders of the group, …".
  private static func ourselves(_ passage: Passage, _ low: Int, _ high: Int) -> Speaker? {
    guard low + 3 < high, passage.has(low, .firstPerson), passage.has(low + 1, .comma),
      passage.has(low + 2, .determiner),
      let end = (low + 3..<high).first(where: { passage.has($0, .comma) }), end - low < 30
    else { return nil }
    return Speaker(entity: nil, name: passage.string(low + 2..<end), resolution: .description)
  }

  /// Whether the page is a body's own words: a statement, communique, declaration, letter.
  static func isIssued(_ passage: Passage) -> Bool {
    for sentence in passage.sentences.prefix(lead) where sentence.kind == .title || sentence.kind == .heading {
      if sentence.tokens.contains(where: { forms.contains(passage.string($0..<$0 + 1).lowercased()) }) { return true }
    }
    return passage.sentences.prefix(lead).contains { sentence in
      sentence.tokens.contains { passage.has($0, .firstPerson) && passage.quotationOf[$0] < 0 }
    }
  }

  private static let forms: Set<String> = [
    "communique", "communiqué", "conclusions", "declaration", "letter", "outcome", "resolution", "statement", "summary",
  ]
}
