/// Tells whose act a verb is, and whom "the minister", "the two sides" or "he" means, by the readers and sieves that
/// tell who speaks.
struct ReferenceReader {
  private let document: Document
  private lazy var passage = Passage(document, lexicon: SpeakerLexicon.shared)
  private lazy var resolver = SpeakerResolver(passage)

  /// How many statements before the place are looked at.
  private static let memory = 40

  init(_ document: Document) {
    self.document = document
  }

  /// The speakers that a noun phrase or pronoun names; none when nobody is known by it.
  ///
  /// - Parameter phrase: Its tokens.
  mutating func speakers(of phrase: Range<Int>) -> [Speaker] {
    var resolver = resolver(before: phrase.lowerBound)
    return resolver.speakers(of: phrase, in: sentence(at: document.tokens[phrase.lowerBound].start))
      .filter { $0.resolution != .description }
  }

  /// Whom "his", "her" or "their" means.
  mutating func owner(_ possessive: Int) -> [Speaker] {
    var resolver = resolver(before: possessive)
    return resolver.pronoun(possessive..<possessive + 1).speakers
  }

  /// The noun phrase whose act a verb is; where it shares one, the subject of its sentence.
  mutating func subject(of verb: Int) -> Range<Int>? {
    guard let index = passage.sentenceIndex(of: verb) else { return nil }
    let low = passage.afterDateline(passage.sentences[index])
    guard low < verb else { return nil }
    let finder = resolver.subjects
    let found = finder.find(before: verb, low: low)
    if let subject = found.subject {
      return found.isRelative ? finder.antecedent(of: subject.lowerBound, low: low) : subject
    }
    return finder.sentenceSubject(low, verb)
  }

  /// The subject of a sentence that starts at or behind `low`.
  mutating func subject(ofSentence index: Int) -> Range<Int>? {
    let sentence = passage.sentences[index]
    return resolver.subjects.sentenceSubject(passage.afterDateline(sentence), sentence.tokens.upperBound)
  }

  /// The noun phrase that starts at a token, for what stands behind "by" and "of".
  mutating func nounPhrase(from token: Int, before end: Int) -> Range<Int>? {
    resolver.subjects.nounPhrase(from: token, high: end)
  }

  /// Whether the noun phrase names somebody or something that can speak.
  mutating func canSpeak(_ phrase: Range<Int>) -> Bool { resolver.subjects.canSpeak(phrase) }

  /// The last token of a noun phrase's head.
  mutating func head(of phrase: Range<Int>) -> Int { resolver.head(phrase) }

  /// Whether the noun at a token is a text ("letter", "statement"), a body ("federation"), a person ("envoy").
  mutating func isDocument(_ token: Int) -> Bool { passage.has(token, .document) }
  mutating func isInstitution(_ token: Int) -> Bool { passage.has(token, .institution) }
  mutating func isHuman(_ token: Int) -> Bool { passage.has(token, .human) }

  /// The sieves as they stand behind the statements before a token.
  private mutating func resolver(before token: Int) -> SpeakerResolver {
    resolver.learnTitles(before: token)
    var result = resolver
    let end = firstStatement(from: document.tokens[token].start)
    for attribution in document.attributions[max(0, end - Self.memory)..<end] {
      result.follow(attribution, in: sentence(at: attribution.cue?.start ?? attribution.content.first?.start ?? 0))
    }
    return result
  }

  private func firstStatement(from place: Int) -> Int {
    document.attributions.firstPlace { $0.content.first?.start ?? 0 >= place }
  }

  private func sentence(at place: Int) -> Int {
    document.sentences.firstPlace { $0.range.end > place }
  }
}
