/// Finds the noun phrase that speaks.
struct SubjectFinder {
  let passage: Passage

  /// What stands before a verb.
  struct Found {
    /// The noun phrase, `nil` where the verb shares the subject of its sentence or has none.
    var subject: Range<Int>?

    /// The token before the noun phrase, or before the verb group where there is none.
    var before: Int

    /// "… and said": the subject stands before another verb.
    var isShared = false
    var isPassive = false
    var isProgressive = false
    var isPerfect = false
    var isNegated = false
    var isModal = false

    /// "did say".
    var isEmphatic = false
    var isInfinitive = false

    /// "went on to say".
    var goesOn = false

    /// "who said".
    var isRelative = false

    /// Whether a comma or quotation mark stands directly before the verb, as in "…,” said Xi".
    var isDetached = false
  }

  static let longest = 45

  /// What stands before the verb at `verb`, not before token `low`.
  func find(before verb: Int, low: Int) -> Found {
    var found = Found(subject: nil, before: verb - 1)
    var at = verb - 1
    var sawVerbGroup = false
    loop: while at >= low {
      let value = passage.classes[at]
      if value.contains(.to) {
        found.isInfinitive = !(at > low && passage.has(at - 1, [.goOn, .adverb, .preposition]) && wentOn(at - 1, low))
        if found.isInfinitive { return found }
        found.goesOn = true
        at -= 1
        while at >= low, passage.has(at, [.goOn, .adverb, .preposition]) { at -= 1 }
        break loop
      }
      if !value.isDisjoint(with: .auxiliary) || value.contains(.negation) {
        // "Korea may" in capitals is the month.
        if value.contains(.negation) { found.isNegated = true }
        if value.contains(.be) {
          found.isPassive = !sawVerbGroup
          found.isProgressive = !sawVerbGroup
        }
        if value.contains(.have) { found.isPerfect = true }
        if value.contains(.doVerb) { found.isEmphatic = true }
        if value.contains(.modal) { found.isModal = true }
        sawVerbGroup = true
        at -= 1
        continue
      }
      if value.contains(.document), at - 3 >= low, passage.has(at - 1, .determiner), passage.has(at - 2, .preposition),
        !passage.has(at - 2, [.of, .for]), !passage.has(at - 3, .comma)
      {
        at -= 3  // "the ministry in a statement said"
        continue
      }
      let before = passage.skippingTimeBack(at, low: low)
      if before != at {
        at = before
        continue
      }
      if value.contains(.adverb) && value.isDisjoint(with: [.determiner, .coordinator]) && !passage.isCapitalised(at)
        || value.contains(.determiner) && passage.tokens[at].word == allWord
        || value.contains(.object) && at > low && passage.ends(at, 0x65, 0x6C, 0x66)  // "Kim herself"
        || value.contains(.preposition) && at > low && passage.has(at - 1, .have)  // "has since said"
      {
        at -= 1
        continue
      }
      break
    }
    found.before = at
    guard at >= low else {
      found.isDetached = verb == low
      return found
    }
    let value = passage.classes[at]
    if !value.isDisjoint(with: [.coordinator, .semicolon]) && !passage.isCapitalised(at) {
      found.isShared = true
      return found
    }
    if value.contains(.quoteMark) || passage.quotation(at) != nil {
      found.isDetached = true
      return found
    }
    if value.contains(.comma) || value.contains(.dash) {
      if let subject = beforeApposition(at, low: low) {
        found.subject = subject
        found.before = subject.lowerBound - 1
      } else {
        found.isDetached = true
        if at > low, passage.has(at - 1, .coordinator) { found.isShared = true }
      }
      return found
    }
    if value.contains(.relative) {
      // "the ministry, which said": the pronoun; who it is tells the noun phrase before it.
      if at > low {
        found.subject = at..<at + 1
        found.before = at - 1
        found.isRelative = true
      }
      return found
    }
    if let subject = nounPhrase(endingAt: at, low: low) {
      found.subject = subject
      found.before = subject.lowerBound - 1
    }
    return found
  }

  let allWord: WordID
  let whoWord: WordID

  /// "another", "the latter", "some": nouns' places taken by other words.
  let pronominal: Set<WordID>

  init(_ passage: Passage) {
    self.passage = passage
    pronominal = Set(
      [
        "another", "other", "others", "one", "some", "many", "few", "several", "most", "two", "three", "both",
        "former", "latter", "either", "neither", "none", "everyone", "everybody", "someone", "somebody", "pair", "duo",
        "trio",
      ].map { Lexicon.shared.id(of: $0) })
    allWord = Lexicon.shared.id(of: "all")
    whoWord = Lexicon.shared.id(of: "who")
  }

  private func wentOn(_ token: Int, _ low: Int) -> Bool {
    var at = token
    while at >= low, passage.has(at, [.adverb, .preposition]) && !passage.has(at, .goOn) { at -= 1 }
    return at >= low && passage.has(at, .goOn)
  }

  /// The noun phrase that the relative pronoun at a token stands for.
  func antecedent(of token: Int, low: Int) -> Range<Int>? {
    var end = token - 1
    while end >= low, passage.has(end, [.comma, .preposition]) { end -= 1 }
    return end >= low ? nounPhrase(endingAt: end, low: low) : nil
  }

  /// The noun phrase before an apposition that ends with the comma at `comma`: "Kim, the envoy," has two commas.
  private func beforeApposition(_ comma: Int, low: Int) -> Range<Int>? {
    var at = comma - 1
    var commas = 0
    var depth = 0
    while at > low, comma - at < 40, commas < 4 {
      if passage.quotationOf[at] >= 0 { return nil }
      if passage.has(at, .closeBracket) { depth += 1 }
      if passage.has(at, .openBracket) { depth -= 1 }
      if depth == 0, passage.has(at, [.semicolon, .colon]) { return nil }
      if depth == 0, passage.has(at, passage.classes[comma].contains(.dash) ? .dash : .comma) {
        commas += 1
        if let subject = nounPhrase(endingAt: at - 1, low: low), looksNamed(subject),
          opensApposition(at + 1, before: comma)
        {
          return subject
        }
      }
      at -= 1
    }
    return nil
  }

  /// Whether what follows a comma can say more about the noun before it.
  private func opensApposition(_ token: Int, before comma: Int) -> Bool {
    guard token < comma else { return false }
    if passage.has(token, [.determiner, .relative, .human, .preposition, .possessive, .institution, .adverb]) {
      return true
    }
    if passage.tokens[token].shape.contains(.number) || passage.isCapitalised(token) { return true }
    if passage.has(token, .subordinator), token + 1 < comma, passage.looksGerund(token + 1) { return true }
    // "read aloud", "herself born upriver", "seen by this paper"
    if comma - token <= 2 && passage.has(comma - 1, .adverb) || passage.ends(token, 0x65, 0x6C, 0x66) { return true }
    if token + 1 < comma, passage.has(token + 1, .by) { return true }
    return passage.looksGerund(token) || passage.looksPast(token)
      || (token..<comma).contains { passage.has($0, .human) }
  }

  private func looksNamed(_ range: Range<Int>) -> Bool {
    range.contains { passage.isCapitalised($0) || passage.has($0, [.human, .institution, .document, .subject]) }
      || pronominal.contains(passage.tokens[range.lowerBound].word)
  }
}
