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

  private static let reach = 32

  init(_ passage: Passage) { self.passage = passage }

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
    if complements.contains(.asObject) {
      for place in at..<min(high, at + 20) {
        if passage.has(place, [.stop, .comma, .semicolon]) { break }
        if passage.has(place, .as), place + 1 < high { return with(found, .asObject, at) }
      }
      return nil
    }
    if complements.contains(.ofObject) || complements.contains(.forObject) {
      let wanted: WordClass = complements.contains(.ofObject) ? .of : .for
      for place in at..<min(high, at + 20) where passage.has(place, wanted) && place > at {
        return with(found, .object, at)
      }
      return nil
    }
    if complements.contains(.question), let question = askedQuestion(at, high) {
      return with(found, .question, question)
    }
    if complements.contains(.addressee) { return behindAddressee(found, at, high, mayTrail) }
    if complements.contains(.object), opensNoun(at), objectInfinitive(at, high) { return with(found, .object, at) }
    if value.contains(.preposition), !passage.isCapitalised(at) || value.contains(.to) {
      return behindPhrase(found, at, high, mayTrail)
    }
    guard opensNoun(at) || value.contains(.subordinator) else { return found }
    if complements.contains(.clause) {
      if hasVerb(at, high) { return with(found, .clause, at) }
      if !mayTrail, complements.contains(.noun) { return with(found, .noun, at) }
      if !mayTrail, verb.act == .say { return with(found, .clause, at) }
    }
    if complements.contains(.noun), !mayTrail || !passage.has(at, .subordinator) { return with(found, .noun, at) }
    return found
  }

  /// "asked the minister whether …": where the question starts.
  private func askedQuestion(_ from: Int, _ high: Int) -> Int? {
    guard opensNoun(from) else { return nil }
    for at in from..<min(high, from + 9) {
      if at > from, passage.has(at, .wh), !passage.has(at, .relative) { return at }
      if passage.has(at, [.to, .that, .comma, .stop, .colon, .semicolon]) || passage.quotationOf[at] >= 0 {
        return nil
      }
    }
    return nil
  }

  private func with(_ found: Found, _ kind: Kind, _ start: Int) -> Found {
    var result = found
    result.kind = kind
    result.start = start
    return result
  }

  private func quoted(_ found: Found, _ quotation: Quotation) -> Found {
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

  /// "said, “…”", "said, in a speech on Monday, that …".
  private func behindComma(_ found: Found, _ comma: Int, _ high: Int) -> Found {
    guard comma + 1 < high else { return found }
    if let quotation = openQuotation(comma + 1), found.complements.contains(.quotation) {
      return quoted(found, quotation)
    }
    var at = comma + 1
    guard !passage.looksGerund(at), !passage.has(at, .coordinator) else { return found }
    while at < min(high, comma + 25) {
      if passage.has(at, [.stop, .semicolon, .colon]) || passage.quotationOf[at] >= 0 { return found }
      if passage.has(at, .comma) {
        guard at + 1 < high else { return found }
        if passage.has(at + 1, .that), found.complements.contains(.that) { return with(found, .that, at + 2) }
        if let quotation = openQuotation(at + 1), found.complements.contains(.quotation) {
          return quoted(found, quotation)
        }
        return found
      }
      at += 1
    }
    return found
  }

  /// "said in Beijing on Monday that", "said in a statement the plan", "said to reporters: “…”".
  private func behindPhrase(_ found: Found, _ from: Int, _ high: Int, _ mayTrail: Bool) -> Found {
    if found.complements.contains(.noun), passage.has(from, .with), from + 2 < high, passage.has(from + 1, .attitude) {
      // "noted with satisfaction the growth of trade".
      var rest = from + 2
      if passage.has(rest, .comma) { rest += 1 }
      if rest < high, passage.has(rest, .that) { return with(found, .that, rest + 1) }
      if rest < high, opensNoun(rest) { return with(found, .noun, rest) }
    }
    var at = from
    var documentEnd: Int?
    while at < min(high, from + Self.reach) {
      if passage.has(at, .that), found.complements.contains(.that), at + 1 < high { return with(found, .that, at + 1) }
      if passage.has(at, .colon) || passage.quotationOf[at] >= 0 || passage.has(at, .comma) {
        let opening = passage.quotationOf[at] >= 0 ? at : at + 1
        if opening > at || documentEnd == at, opening < high, let quotation = openQuotation(opening),
          found.complements.contains(.quotation)
        {
          return quoted(found, quotation)
        }
        if passage.has(at, .colon), at + 1 < high { return with(found, .clause, at + 1) }
        break
      }
      if passage.has(at, [.stop, .semicolon]) { break }
      if documentEnd == nil, passage.has(at, .document), !passage.has(at, .that) { documentEnd = at + 1 }
      at += 1
    }
    guard found.complements.contains(.clause) || found.complements.contains(.that) else { return found }
    if let documentEnd {
      let start = passage.skippingAdverbials(documentEnd, high: high)
      if start < high, passage.looksPast(start) || passage.looksGerund(start),
        let pronoun = (start..<min(high, start + 12)).first(where: { passage.has($0, .subject) }),
        hasVerb(pronoun, high), found.complements.contains(.clause)
      {
        // "in a statement carried by its media it would …".
        return with(found, .clause, pronoun)
      }
      if start < high, opensNoun(start), hasVerb(start, high) { return with(found, .clause, start) }
      if mayTrail || start >= high || passage.has(start, WordClass.border) { return found }
    }
    if !mayTrail, !passage.has(from, .with), found.complements.contains(.clause), let verb = firstVerb(from + 1, high),
      verb > from + 2
    {
      return with(found, .clause, from)
    }
    return found
  }

  /// "told reporters that", "told him to", "told CNN the plan".
  private func behindAddressee(_ found: Found, _ from: Int, _ high: Int, _ mayTrail: Bool) -> Found {
    var at = from
    while at < min(high, from + Self.reach) {
      if passage.has(at, .that), found.complements.contains(.that) { return with(found, .that, at + 1) }
      if let quotation = openQuotation(at) {
        if let start = addresseeEnd(from, high), start < at { return with(found, .clause, start) }
        return quoted(found, quotation)
      }
      if passage.has(at, [.colon, .comma]), at + 1 < high {
        if let quotation = openQuotation(at + 1) { return quoted(found, quotation) }
        if passage.has(at, .colon) { return with(found, .clause, at + 1) }
      }
      if passage.has(at, [.stop, .semicolon, .comma]) { break }
      if passage.has(at, .to), found.complements.contains(.object), at > from { return with(found, .object, from) }
      if passage.has(at, .wh), at > from, found.complements.contains(.question) { return with(found, .question, at) }
      at += 1
    }
    guard found.complements.contains(.clause) else { return found }
    // The addressee is a pronoun, a name, or a plural; the rest must be a clause.
    var end = from
    if passage.has(end, [.object, .subject]) {
      end += 1
    } else {
      while end < high, end < from + 8,
        passage.isCapitalised(end) || passage.has(end, [.determiner, .human, .possessive]) || end == from
      {
        if end > from, passage.has(end, .determiner), !passage.has(end - 1, .determiner) { break }
        end += 1
      }
    }
    if end == from + 1, passage.has(from, .determiner) { end = from }  // "warned the fund was slow"
    let start = passage.skippingAdverbials(end, high: high)
    if start < high, opensNoun(start), hasVerb(start, high) { return with(found, .clause, start) }
    if !mayTrail, found.complements.contains(.clause), hasVerb(from, high), passage.has(from, [.subject, .determiner]) {
      return with(found, .clause, from)
    }
    return found
  }

  /// Where a clause starts behind an addressee of a determiner and nouns: "told a press conference the plan …".
  private func addresseeEnd(_ from: Int, _ high: Int) -> Int? {
    var end = from
    if passage.has(end, [.determiner, .possessive]) { end += 1 }
    while end < min(high, from + 6) {
      if passage.quotationOf[end] >= 0 { return nil }
      if end > from, passage.has(end, [.determiner, .subject, .possessive]), !passage.has(end - 1, .preposition) {
        let quote = (end..<high).first { passage.quotationOf[$0] >= 0 } ?? high
        // What stands before the quotation is the subject of its verb.
        let introduces = quote > end && passage.has(quote - 1, [.comma, .colon])
        return !introduces || hasVerb(end, quote) ? end : nil
      }
      end += 1
    }
    return nil
  }

  /// "called the plan “a disaster”", "called it a mistake".
  private func named(_ found: Found, _ high: Int) -> Found? {
    guard found.start < high, opensNoun(found.start) || openQuotation(found.start) != nil else { return nil }
    if passage.has(found.start, .time) { return nil }
    for at in found.start..<high {
      if passage.has(at, [.stop, .semicolon]) { break }
      if passage.quotationOf[at] >= 0 { return with(found, .naming, found.start) }
      if at > found.start, at < found.start + 10, passage.has(at, .determiner),
        !passage.has(at - 1, [.preposition, .determiner])
      {
        return with(found, .naming, found.start)
      }
      if at > found.start, passage.has(at, [.comma, .preposition]), !passage.has(at, .of) { break }
    }
    return nil
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

  private func objectInfinitive(_ from: Int, _ high: Int) -> Bool {
    var at = from + 1
    while at < min(high, from + 25) {
      if passage.has(at, .to), at + 1 < high {
        return !passage.has(at + 1, [.determiner, .possessive]) || at + 2 >= high
      }
      if passage.has(at, [.stop, .semicolon, .that]) { return false }
      at += 1
    }
    return false
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
