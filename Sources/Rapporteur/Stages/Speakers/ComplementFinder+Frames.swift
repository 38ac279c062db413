/// What stands between a verb and what it reports: phrases, addressees, commas.
extension ComplementFinder {
  /// "said, “…”", "said, in a speech on Monday, that …".
  func behindComma(_ found: Found, _ comma: Int, _ high: Int) -> Found {
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
  func behindPhrase(_ found: Found, _ from: Int, _ high: Int, _ mayTrail: Bool) -> Found {
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
  func behindAddressee(_ found: Found, _ from: Int, _ high: Int, _ mayTrail: Bool) -> Found {
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
      if passage.has(at, .to), found.complements.contains(.infinitive), at > from, at + 1 < high,
        !passage.has(at + 1, [.determiner, .possessive]), !passage.isCapitalised(at + 1)
      {
        return with(found, .infinitive, at)  // "promised the growers to"
      }
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
    if let start = secondNoun(from, high) { return with(found, .clause, start) }
    if !mayTrail, found.complements.contains(.clause), hasVerb(from, high), passage.has(from, [.subject, .determiner]) {
      return with(found, .clause, from)
    }
    return found
  }

  /// Where the clause behind an addressee starts: "told officials in the port the war …", "told AFP talks would …".
  private func secondNoun(_ from: Int, _ high: Int) -> Int? {
    guard let verb = firstVerb(from + 1, min(high, from + 16)), verb > from + 1 else { return nil }
    for at in from + 1..<verb {
      if passage.quotationOf[at] >= 0 || passage.has(at, [.comma, .colon, .dash]) { return nil }
      if passage.has(at - 1, [.preposition, .determiner, .possessive, .coordinator]) { continue }
      if passage.tokens[at - 1].shape.contains(.possessive) { continue }
      if passage.has(at, [.determiner, .possessive, .subject]) { return at }
      let capital = passage.isCapitalised(at)
      if capital != passage.isCapitalised(at - 1), passage.classes[at].isDisjoint(with: [.preposition, .hyphen]),
        passage.tokens[at].shape.contains(.word), capital || at - from <= 3
      {
        return at
      }
    }
    return nil
  }

  /// Where a clause starts behind an addressee of a determiner and nouns: "told a press conference the plan …".
  func addresseeEnd(_ from: Int, _ high: Int) -> Int? {
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
}
