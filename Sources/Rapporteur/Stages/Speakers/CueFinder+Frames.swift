/// Verbs whose subject is not, or not alone, the one who speaks.
extension CueFinder {
  /// "presented what he called “three planks”": the name is the speaker's.
  func whatIsCalled(
    _ verb: ReportingVerb, _ token: Int, _ subject: SubjectFinder.Found, _ high: Int
  ) -> CueCandidate? {
    guard verb.complements.contains(.naming), passage.tokens[subject.before].word == whatWord, token + 2 < high,
      let range = subject.subject, subjects.canSpeak(range),
      complements.opensNoun(token + 1) || complements.openQuotation(token + 1) != nil
    else { return nil }
    let complement = ComplementFinder.Found(
      kind: .naming, start: token + 1, cueEnd: token + 1, quotation: complements.openQuotation(token + 1),
      complements: verb.complements)
    return CueCandidate(
      verb: token, cue: token..<token + 1, act: verb.act, isGerund: false, isThird: false, subject: subject,
      complement: complement, inverted: nil, agent: nil)
  }

  /// How many tokens stand between "quoted" and "as saying" at most.
  private static let quotedReach = 14

  /// "Kim was quoted by the paper as saying …": Kim's words; "the paper quoted Kim as saying …" are the paper's.
  func quotedAs(_ verb: ReportingVerb, _ token: Int, _ low: Int, _ high: Int) -> CueCandidate? {
    guard
      let quoted = (max(low, token - Self.quotedReach)..<token - 1).last(where: {
        passage.has($0, .quoting) && passage.quotationOf[$0] < 0
      })
    else { return nil }
    let subject = subjects.find(before: quoted, low: low)
    guard subject.isPassive, !subject.isNegated, let range = subject.subject, subjects.canSpeak(range) else {
      return nil
    }
    let mayTrail = subject.before >= low && passage.has(subject.before, [.comma, .quoteMark, .dash])
    guard let complement = complements.find(verb, at: token, high: high, mayTrail: mayTrail) else { return nil }
    return CueCandidate(
      verb: token, cue: token..<complement.cueEnd, act: complement.act ?? verb.act, isGerund: false, isThird: false,
      subject: subject, complement: complement, inverted: nil, agent: nil)
  }

  /// "is widely interpreted by the community as …": only with its agent.
  func passive(
    _ verb: ReportingVerb, _ token: Int, _ subject: SubjectFinder.Found, _ low: Int, _ high: Int
  ) -> CueCandidate? {
    guard token + 2 < high, passage.has(token + 1, .by),
      let agent = subjects.nounPhrase(from: token + 2, high: high, stoppingAt: [.as, .to, .that]),
      subjects.canSpeak(agent), agent.upperBound + 1 < high
    else { return nil }
    let next = agent.upperBound
    if passage.has(token, .quoting), passage.has(next, .as), passage.looksGerund(next + 1) { return nil }
    let fits =
      passage.has(next, .as) && verb.complements.contains(.asObject)
      || passage.has(next, .that) && verb.complements.contains(.that)
      || passage.has(next, .to) && verb.complements.contains(.object)
    guard fits else { return nil }
    let start = passage.has(next, .to) ? next : next + 1
    let complement = ComplementFinder.Found(
      kind: .asObject, start: start, cueEnd: token + 1, quotation: nil, complements: verb.complements)
    return CueCandidate(
      verb: token, cue: token..<token + 1, act: verb.act, isGerund: false, isThird: false, subject: subject,
      complement: complement, inverted: nil, agent: agent)
  }
}
