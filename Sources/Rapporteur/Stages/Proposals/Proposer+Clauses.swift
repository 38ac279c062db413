/// Whose act a verb is, and whose a text is, read from the clause.
extension Proposer {
  /// Whose act a verb is, by its subject; `nil` where it has none that could put anything forward.
  mutating func actor(of verb: Int) -> [Speaker]? {
    guard let phrase = references.subject(of: verb), canPropose(phrase) else { return nil }
    let found = whom(phrase)
    // "He told them that Egypt would make three proposals": who says so of his own country.
    if let said = covering(text.tokens[verb].range), said.speakers.count == 1, let speaker = said.speakers.first,
      let person = speaker.entity, isPerson(speaker), found.count == 1, let other = found.first
    {
      let entity = other.entity.map { document.entities[$0] }
      if entity?.type == .country, entity?.country == document.entities[person].country { return said.speakers }
      // "The department, she said, would take four measures": and of her own body.
      let isNamed = phrase.contains { text.tokens[$0].shape.contains(.capitalised) && $0 > phrase.lowerBound }
      if entity?.type != .person, !isNamed, phrase.count <= 4 { return said.speakers }
    }
    return found
  }

  /// Whether a noun phrase means somebody who can put points forward, or a text of theirs.
  private mutating func canPropose(_ phrase: Range<Int>) -> Bool {
    let head = references.head(of: phrase)
    return references.canSpeak(phrase) || text.classes[head].contains(.body) || isDocument(phrase) || isAged(phrase)
  }

  /// "the 38-year-old"
  private func isAged(_ phrase: Range<Int>) -> Bool {
    phrase.count >= 5 && text.tokens[phrase.upperBound - 5].shape.contains(.number)
      && text.bytes[text.tokens[phrase.upperBound - 1].range.indices].elementsEqual("old".utf8)
  }

  /// Whom a noun phrase means: by the sieves of the speakers, else by what the text tells before it.
  mutating func whom(_ phrase: Range<Int>) -> [Speaker] {
    let first = phrase.lowerBound
    // "he in turn", "I want to": the pronoun alone is the subject.
    if phrase.count <= 4, !text.classes[first].contains(.his) {
      if text.classes[first].contains(.firstPerson) { return ourselves(first) }
      if text.classes[first].contains(.thirdPerson) { return referred(first) }
    }
    if isAged(phrase) { return referred(first) }
    if isDocument(phrase) { return author(of: phrase) }
    let known = references.speakers(of: phrase)
    if !known.isEmpty { return known }
    // "On Thursday the committee"
    let opening =
      text.classes[first].contains(.preposition) ? phrase.first { text.classes[$0].contains(.definite) } : nil
    let described = [phrases.described((opening ?? first)..<phrase.upperBound)]
    let head = references.head(of: phrase)
    // "the Chinese delegation"
    let side = phrases.names(in: phrase)
    if side.count == 1, side.first?.resolution == .country { return side }
    // "the lawmaker from Kerala"
    if phrase.count > 3, head + 1 < phrase.upperBound, head - first <= 2, references.isHuman(head) {
      let known = references.speakers(of: first..<head + 1)
      if isKnown(known) { return known }
    }
    if text.classes[first].contains(.definite), phrase.count <= 3,
      references.isInstitution(head) || text.classes[head].contains(.body),
      let body = body(before: text.tokens[first].start, called: head) ?? thing(before: first)
    {
      return [body]
    }
    return described
  }

  /// What the sentence before is about, where it is known and no person.
  private mutating func thing(before token: Int) -> Speaker? {
    let index = Int(text.sentenceOf[token]) - 1
    guard index >= 0, let phrase = references.subject(ofSentence: index) else { return nil }
    return references.speakers(of: phrase).first { $0.entity != nil && !isPerson($0) }
  }

  /// "I", "we": who is quoted there, who wrote the text, or the body that issued it.
  private mutating func ourselves(_ token: Int) -> [Speaker] {
    if let said = covering(text.tokens[token].range) { return said.speakers }
    if text.isQuoted[token] { return [] }
    return voice.isEmpty ? references.speakers(of: token..<token + 1) : voice
  }

  /// Whether a noun phrase means a text or a plan: whose it is puts its points forward.
  mutating func isDocument(_ phrase: Range<Int>) -> Bool {
    let head = references.head(of: phrase)
    let range = text.tokens[head].range
    let body = document.mentions[phrases.firstMention(from: max(0, range.start - 120))...].prefix(24).contains {
      $0.range.covers(range) && ($0.type == .organisation || $0.type == .person)
    }
    guard !body, text.mark(head) == 0 else { return false }
    if !text.classes[head].isDisjoint(with: [.plan, .weakPlan, .document]) { return true }
    // "Kim's promise"
    let isOwned =
      text.classes[head].contains(.singular)
      && phrase.contains { text.tokens[$0].shape.contains(.possessive) || text.classes[$0].contains(.his) }
    return isOwned || references.isDocument(head)
  }

  /// Whose "the draft", "its plan" or "Kim's letter" is: the owner, else who tabled it in the sentences before.
  private mutating func author(of phrase: Range<Int>) -> [Speaker] {
    let sentence = text.sentence(of: phrase.lowerBound)
    if let possessive = phrase.first(where: { text.tokens[$0].shape.contains(.possessive) }),
      possessive > phrase.lowerBound
    {
      return whom(phrase.lowerBound..<possessive)
    }
    let first = phrase.lowerBound
    if text.classes[first].contains(.his), !text.classes[first].contains(.firstPerson) {
      let known = references.owner(first)
      if isKnown(known) { return known }
      if let body = body(before: text.tokens[first].start) { return [body] }
    }
    let agents = agents(behind: first, in: sentence, within: 12)
    if !agents.isEmpty { return agents }
    for index in phrase where text.classes[index].contains(.preposition) {
      if let holder = holder(behind: index, in: sentence) { return holder }
    }
    // "the draft that Kim sent to parliament"
    if let that = phrase.first(where: { phrases.isRelative($0) }) {
      let names = phrases.names(in: that + 1..<phrase.upperBound)
      if !names.isEmpty { return names }
    }
    if let said = covering(text.tokens[first].range) { return said.speakers }
    return presenter(before: Int(text.sentenceOf[first]))
  }

  /// Who put something forward in one of the sentences before.
  private mutating func presenter(before sentence: Int) -> [Speaker] {
    for index in (max(0, sentence - 4)..<max(0, sentence)).reversed() {
      let tokens = text.sentences[index].tokens
      let proposes = tokens.contains { at in
        !text.classes[at].isDisjoint(with: [.propose, .light])
          && text.classes[at].isDisjoint(with: [.plan, .preposition])
      }
      guard proposes, let phrase = references.subject(ofSentence: index), !isDocument(phrase) else { continue }
      let known = references.speakers(of: phrase)
      if isKnown(known) { return known }
    }
    return []
  }

  /// "put forward by Norway and Kenya", "set out on Sunday in a letter by the teacher".
  ///
  /// - Parameter within: How many tokens behind `verb` the word may stand.
  mutating func agents(behind verb: Int, in sentence: Range<Int>, within: Int = 40) -> [Speaker] {
    let end = min(sentence.upperBound, verb + 1 + within)
    for by in verb..<max(verb, end) where phrases.isBy(by) && by + 1 < sentence.upperBound {
      if text.tokens[by + 1].shape.contains(.number) { continue }
      guard let phrase = references.nounPhrase(from: by + 1, before: sentence.upperBound),
        references.canSpeak(phrase) || text.classes[phrase.lowerBound].contains(.determiner)
      else { continue }
      let names = phrases.names(in: by + 1..<sentence.upperBound)
      let known = whom(phrase)
      // "by the mediator, retired judge Amina Otieno"
      if !isKnown(known), phrase.upperBound < sentence.upperBound, text.mark(phrase.upperBound) == 0x2C {
        let apposed = phrases.names(
          in: phrase.upperBound + 1..<max(phrase.upperBound + 1, min(sentence.upperBound, phrase.upperBound + 7)))
        if apposed.count == 1, apposed.contains(where: isPerson) { return apposed }
      }
      let isList = names.count > known.count && names.first?.entity == known.first?.entity
      return isList || !isKnown(known) && document.mentions.isEmpty && !names.isEmpty ? names : known
    }
    return []
  }

  /// "Under the plan unveiled by the union,": who is named before the announcement itself.
  mutating func unveiled(_ clause: Range<Int>) -> [Speaker]? {
    guard let by = clause.dropFirst(2).first(where: { phrases.isBy($0) }),
      !text.classes[by - 1].isDisjoint(with: [.propose, .light])
        || text.classes[by - 1].contains(.particle),
      (max(clause.lowerBound, by - 5)..<by).contains(where: {
        !text.classes[$0].isDisjoint(with: [.plan, .weakPlan])
      }),
      clause.lowerBound == by || text.classes[clause.lowerBound].contains(.preposition)
        || (clause.lowerBound..<by).contains(where: { text.classes[$0].contains(.preposition) })
    else { return nil }
    let found = agents(behind: by, in: clause, within: 1)
    return isKnown(found) ? found : nil
  }

  /// "of President Kim" behind an announcement or a text's name.
  mutating func holder(behind token: Int, in sentence: Range<Int>) -> [Speaker]? {
    guard token + 1 < sentence.upperBound, phrases.isOf(token),
      let phrase = references.nounPhrase(from: token + 1, before: sentence.upperBound), references.canSpeak(phrase)
    else { return nil }
    let found = references.speakers(of: phrase)
    return isKnown(found) ? found : nil
  }
}
