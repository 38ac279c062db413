/// Finds what a verb's object says.
struct ComplementFinder {
  let passage: Passage

  /// What follows a reporting verb.
  struct Found {
    var kind: Kind

    /// The first token of the content.
    var start: Int

    /// The token behind the cue: the verb, or its particle.
    var cueEnd: Int

    /// The quotation that is the content.
    var quotation: Quotation?

    var complements: ReportingVerb.Complements

    /// The act of the verb with its particle, where it is another.
    var act: SpeechAct?
  }

  enum Kind {
    case that, clause, quotation, infinitive, object, noun, question, asObject, naming
    /// Nothing: the content may stand before the verb.
    case none
  }

  static let reach = 32

  let at: WordID
  let on: WordID
  let with: WordID

  init(_ passage: Passage) {
    self.passage = passage
    at = Lexicon.shared.id(of: "at")
    on = Lexicon.shared.id(of: "on")
    with = Lexicon.shared.id(of: "with")
  }

  /// What follows `verb` at `token` and before `high`; `nil` where the verb reports nothing here.
  ///
  /// - Parameter mayTrail: Whether content may stand before the verb, so that what follows needs a verb of its own.
  func find(_ verb: ReportingVerb, at token: Int, high: Int, mayTrail: Bool) -> Found? {
    var next = token + 1
    var complements = verb.complements
    var act: SpeechAct?
    if next < high {
      var at = next
      while at < high - 1, passage.has(at, .adverb), !passage.has(at, .preposition), at < token + 3 { at += 1 }
      for candidate in [next, at] where candidate < high {
        if let particle = verb.particles.first(where: { $0.word == passage.tokens[candidate].word }),
          candidate + 1 < high,
          passage.skippingTimeBack(candidate + 1, low: candidate + 1) == candidate + 1
            || passage.has(candidate + 1, .determiner)
        {
          let weak = complements.intersection(.weak)
          complements = particle.complements.union(weak)
          next = candidate + 1
          act = particle.act
          break
        }
      }
    }
    if complements.subtracting(.weak).isEmpty { return nil }
    var found = Found(kind: .none, start: next, cueEnd: next, quotation: nil, complements: complements, act: act)
    let at = passage.skippingAdverbials(next, high: high)
    found.start = at
    guard at < high else { return found }
    if let quotation = openQuotation(at) {
      if complements.isDisjoint(with: [.quotation, .that, .clause, .noun]) {
        return complements.contains(.naming) ? named(found, high) : nil
      }
      return quoted(found, quotation)
    }
    let value = passage.classes[at]
    if value.contains(.that), complements.contains(.that) {
      let determined = complements.contains(.noun) && at + 1 < high && passage.has(at + 1, [.of, .auxiliary])
      if !determined { return with(found, .that, at + 1) }
    }
    if value.contains(.colon) {
      guard complements.contains(.quotation) || complements.contains(.that) else { return found }
      if at + 1 < high, let quotation = openQuotation(at + 1) { return quoted(found, quotation) }
      return at + 1 < high ? with(found, .clause, at + 1) : found
    }
    if value.contains(.comma) { return behindComma(found, at, high) }
    if !value.isDisjoint(with: [.stop, .semicolon, .dash, .coordinator, .closeBracket, .quoteMark]) { return found }
    if complements.contains(.naming) { return named(found, high) }
    if value.contains(.negation), complements.contains(.infinitive), at + 1 < high, passage.has(at + 1, .to) {
      return with(found, .infinitive, at)  // "promised not to"
    }
    if value.contains(.to) {
      if complements.contains(.infinitive) { return with(found, .infinitive, at) }
      if complements.contains(.addressee) || complements.contains(.that) {
        return behindPhrase(found, at, high, mayTrail)
      }
      return found
    }
    if !value.isDisjoint(with: .wh), !complements.isDisjoint(with: [.question]) || complements.contains(.clause) {
      if complements.contains(.question) || !value.contains(.relative) { return with(found, .question, at) }
    }
    if complements.contains(.claim) {
      if claims(at, high) { return with(found, .noun, at) }
      if complements.subtracting(.weak) == .claim { return nil }
    }
    if complements.contains(.asObject) {
      for place in at..<min(high, at + 20) {
        if passage.has(place, [.stop, .comma, .semicolon]) { break }
        if passage.has(place, .as), place + 1 < high { return with(found, .asObject, at) }
      }
      return nil
    }
    let pairs = complements.intersection(.pairs)
    if !pairs.isEmpty {
      if hasSecondPart(pairs, at, high, mayBlame: complements.contains(.noun)) { return with(found, .object, at) }
      if complements.subtracting(.pairs).subtracting(.weak).isEmpty { return nil }
    }
    if complements.contains(.question), let question = askedQuestion(at, high) {
      return with(found, .question, question)
    }
    if complements.contains(.addressee) {
      let behind = behindAddressee(found, at, high, mayTrail)
      let isNoun = behind.kind == .none && complements.contains(.noun) && !mayTrail && opensNoun(at)
      return isNoun ? with(found, .noun, at) : behind
    }
    if complements.contains(.object), opensNoun(at), objectInfinitive(at, high) { return with(found, .object, at) }
    if value.contains(.preposition), !passage.isCapitalised(at) || value.contains(.to) {
      return behindPhrase(found, at, high, mayTrail)
    }
    guard opensNoun(at) || value.contains(.subordinator) else { return found }
    if complements.contains(.clause) {
      let end = complements.contains(.noun) ? (at..<high).first { passage.has($0, .semicolon) } ?? high : high
      if hasVerb(at, end), !joinsVerb(at, end, complements) { return with(found, .clause, at) }
      if !mayTrail, complements.contains(.noun) { return with(found, .noun, at) }
      if !mayTrail, verb.act == .say, high - at > 2 { return with(found, .clause, at) }
    }
    if complements.contains(.noun), !mayTrail || !passage.has(at, .subordinator) { return with(found, .noun, at) }
    return found
  }

  /// "asked the minister whether …": where the question starts.
  private func askedQuestion(_ from: Int, _ high: Int) -> Int? {
    guard opensNoun(from) else { return nil }
    for at in from..<min(high, from + 9) {
      if at > from, passage.has(at, .wh), !passage.has(at, .relative) || passage.has(at - 1, .object) { return at }
      if passage.has(at, [.to, .that, .comma, .stop, .colon, .semicolon]) || passage.quotationOf[at] >= 0 {
        return nil
      }
    }
    return nil
  }

  func with(_ found: Found, _ kind: Kind, _ start: Int) -> Found {
    var result = found
    result.kind = kind
    result.start = start
    return result
  }

  func quoted(_ found: Found, _ quotation: Quotation) -> Found {
    var result = found
    result.kind = .quotation
    result.start = quotation.open
    result.quotation = quotation
    return result
  }

  /// The quotation, not a term, that opens at a token.
  func openQuotation(_ token: Int) -> Quotation? {
    guard token < passage.tokens.count, let quotation = passage.quotation(token), quotation.open == token,
      quotation.hasOpeningMark
    else { return nil }
    return quotation
  }

  /// Whether a noun phrase or gerund can start at a token.
  func opensNoun(_ token: Int) -> Bool {
    let value = passage.classes[token]
    if !value.isDisjoint(with: [.determiner, .possessive, .subject, .object, .subordinator]) { return true }
    let mark = passage.tokens[token].shape.contains(.mark)
    if mark {
      return passage.tokens[token].shape.contains(.opensQuote) || value.contains(.openBracket) || value.isEmpty
    }
    if passage.isCapitalised(token) || passage.looksGerund(token) { return true }
    return value.isDisjoint(with: [.preposition, .coordinator, .auxiliary, .relative])
  }

  /// The first token that looks like a finite verb.
  func firstVerb(_ from: Int, _ high: Int) -> Int? {
    var at = from
    while at < high {
      if passage.has(at, [.stop, .semicolon]), passage.tokens[at].shape.contains(.spaceBefore) == false, at + 1 == high
      {
        return nil
      }
      if isFinite(at, from: from) { return at }
      at += 1
    }
    return nil
  }

  func hasVerb(_ from: Int, _ high: Int) -> Bool { firstVerb(from, high) != nil }

  private func isFinite(_ token: Int, from start: Int) -> Bool {
    let value = passage.classes[token]
    if !value.isDisjoint(with: .auxiliary) { return !(value.contains(.modal) && passage.isCapitalised(token)) }
    guard token > start, passage.tokens[token].shape.contains(.word), !passage.isCapitalised(token) else {
      return false
    }
    if passage.has(token - 1, [.determiner, .possessive, .preposition, .to])
      || passage.tokens[token - 1].shape.contains(.possessive)
    {
      return false
    }
    if !value.isDisjoint(with: [.scene, .present]), value.isDisjoint(with: [.preposition]) { return true }
    if let verb = passage.verb(token), !verb.inflections.isDisjoint(with: [.past, .third]) { return true }
    if passage.looksPast(token) { return true }
    // "China supports": a name, then a word in -s.
    return passage.text[passage.tokens[token].end - 1] == 0x73 && passage.tokens[token].length > 3
      && (passage.isCapitalised(token - 1) || passage.has(token - 1, .subject)) && value.isEmpty
  }
}
