/// A document as the readers of statements walk it: tokens with their classes, quotations and mentions.
struct Passage {
  let text: [UInt8]
  let tokens: [Token]
  let blocks: [Block]
  let sentences: [Sentence]
  let mentions: [Mention]
  let entities: [Entity]

  /// What each token does around a statement.
  private(set) var classes: [WordClass]

  /// The quotations in document order.
  private(set) var quotations: [Quotation] = []

  /// For each token the quotation that holds it, terms left out; -1 for none.
  private(set) var quotationOf: [Int32]

  /// For each token the mention that covers it, -1 for none.
  private(set) var mentionOf: [Int32]

  /// For each token whether its capital says nothing: a word of grammar or a verb in a headline or shouted sentence.
  private var isPlain: [Bool] = []

  let lexicon: SpeakerLexicon

  init(_ document: Document, lexicon: SpeakerLexicon = .shared) {
    self.lexicon = lexicon
    text = document.text.utf8
    tokens = document.tokens
    blocks = document.blocks
    sentences = document.sentences
    mentions = document.mentions
    entities = document.entities
    classes = Self.classes(tokens, text, lexicon)
    quotationOf = Array(repeating: -1, count: tokens.count)
    mentionOf = Array(repeating: -1, count: tokens.count)
    quotations = QuotationScanner.scan(tokens: tokens, classes: classes, text: text, sentences: sentences)
    for (index, quotation) in quotations.enumerated() where !quotation.isTerm {
      for token in quotation.tokens { quotationOf[token] = Int32(index) }
      if quotation.hasOpeningMark { classes[quotation.open].insert(.quoteMark) }
      if quotation.hasClosingMark { classes[quotation.close].insert(.quoteMark) }
    }
    markPlainCapitals()
    var token = 0
    for (index, mention) in mentions.enumerated() {
      while token > 0 && tokens[token - 1].end > mention.range.start { token -= 1 }
      while token < tokens.count && tokens[token].start < mention.range.start { token += 1 }
      var inside = token
      while inside < tokens.count && tokens[inside].end <= mention.range.end {
        mentionOf[inside] = Int32(index)
        inside += 1
      }
    }
  }

  /// Finds the sentences in which capitals are the rule, and the words in them that would stand in lower case.
  private mutating func markPlainCapitals() {
    isPlain = Array(repeating: false, count: tokens.count)
    for sentence in sentences where sentence.tokens.count >= 4 {
      var words = 0
      var capitalised = 0
      var shouted = 0
      var all = 0
      for token in sentence.tokens where tokens[token].shape.contains(.word) && tokens[token].length > 1 {
        all += 1
        if tokens[token].shape.contains(.allCapitals) { shouted += 1 }
        guard tokens[token].length > 3 else { continue }
        words += 1
        if tokens[token].shape.contains(.capitalised) { capitalised += 1 }
      }
      guard all >= 4 else { continue }
      let isTitle = sentence.kind == .title || sentence.kind == .heading
      guard shouted == all || isTitle && words >= 3 && capitalised * 5 >= words * 4 else { continue }
      for token in sentence.tokens where tokens[token].shape.contains(.word) {
        isPlain[token] =
          !classes[token].isDisjoint(with: Self.grammar) || verb(token)?.inflections.isDisjoint(with: .finite) == false
      }
    }
  }

  /// What names do not consist of.
  private static let grammar: WordClass = [
    .be, .have, .doVerb, .preposition, .coordinator, .determiner, .subject, .that, .to, .relative, .subordinator,
    .possessive, .negation, .scene, .present, .adverb,
  ]

  private static func classes(_ tokens: [Token], _ text: [UInt8], _ lexicon: SpeakerLexicon) -> [WordClass] {
    var classes: [WordClass] = []
    classes.reserveCapacity(tokens.count)
    for token in tokens {
      if token.shape.contains(.mark) {
        let value = mark(token, text)
        // The parts of "Jae-in" and "in-depth" do not do what the words do alone.
        if value.contains(.hyphen), !token.shape.contains(.spaceBefore), let last = classes.indices.last {
          classes[last].formIntersection(.nouns)
        }
        classes.append(value)
        continue
      }
      var value = token.shape.contains(.word) ? lexicon.classes[token.word] ?? [] : []
      if let last = classes.last, last.contains(.hyphen), !token.shape.contains(.spaceBefore) {
        classes.append(value.intersection(.nouns))
        continue
      }
      let end = token.end
      if value.isEmpty && token.length > 4 && !token.shape.contains(.capitalised) && text[end - 1] == 0x79
        && text[end - 2] == 0x6C
      {
        value = .adverb  // -ly
      }
      classes.append(value)
    }
    return classes
  }

  private static func mark(_ token: Token, _ text: [UInt8]) -> WordClass {
    let byte = text[token.start]
    // "--" and longer runs are dashes, "..." is no stop that ends anything.
    if byte == 0x2D { return token.length > 1 ? .dash : .hyphen }
    if byte < 0x80 { return WordClass.ofMark(UInt32(byte)) }
    return WordClass.ofMark(UTF8Scan.scalar(text.span, at: token.start).value)
  }

  /// Whether a token is of any of the classes.
  func has(_ token: Int, _ wanted: WordClass) -> Bool { !classes[token].isDisjoint(with: wanted) }

  /// Whether a token is a word with a capital first letter.
  func isCapitalised(_ token: Int) -> Bool {
    tokens[token].shape.contains(.capitalised) && !isPlain[token]
  }

  /// Whether a name can end with a token: a capitalised word, or the last part of a hyphenated one ("Jae-in").
  func endsName(_ token: Int) -> Bool {
    var at = token
    while at >= 2, has(at - 1, .hyphen), !tokens[at].shape.contains(.spaceBefore) { at -= 2 }
    return isCapitalised(at)
  }

  /// The verb that reports at a token.
  func verb(_ token: Int) -> ReportingVerb? { lexicon.verbs[tokens[token].word] }

  /// The phrases that report with the verb at a token.
  func phrases(_ token: Int) -> ReportingPhrase.Forms? { lexicon.phrases[tokens[token].word] }

  /// What a token can do as a noun for something said.
  func noun(_ token: Int) -> SpeechNoun { lexicon.nouns[tokens[token].word] ?? [] }

  /// The mention that covers a token.
  func mention(_ token: Int) -> Mention? { mentionOf[token] < 0 ? nil : mentions[Int(mentionOf[token])] }

  /// The quotation, not a term, that holds a token.
  func quotation(_ token: Int) -> Quotation? { quotationOf[token] < 0 ? nil : quotations[Int(quotationOf[token])] }

  /// Whether the word ends so.
  func ends(_ token: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8? = nil) -> Bool {
    let end = tokens[token].end
    guard tokens[token].length > 4 else { return false }
    if let c { return text[end - 1] == c && text[end - 2] == b && text[end - 3] == a }
    return text[end - 1] == b && text[end - 2] == a
  }

  /// Whether a word in lower case looks like a past form.
  func looksPast(_ token: Int) -> Bool { !isCapitalised(token) && ends(token, 0x65, 0x64) }

  /// Whether a word in lower case looks like a participle in -ing.
  func looksGerund(_ token: Int) -> Bool { ends(token, 0x69, 0x6E, 0x67) }

  /// The bytes from the first of some tokens to the last.
  func range(_ part: Range<Int>) -> TextRange {
    TextRange(tokens[part.lowerBound].start, tokens[part.upperBound - 1].end)
  }

  /// `part` without commas, stops, "that" and quotation marks at its ends; `nil` where nothing is left.
  func trimmed(_ part: Range<Int>) -> Range<Int>? {
    var start = part.lowerBound
    var end = min(part.upperBound, tokens.count)
    while start < end {
      if has(start, [.comma, .colon, .semicolon, .dash]) || isApostrophe(start) && quotation(start) != nil {
        start += 1
      } else if has(end - 1, [.comma, .colon, .semicolon, .dash, .hyphen]) || isFinalStop(end - 1)
        || isApostrophe(end - 1) && quotation(end - 1) != nil
      {
        end -= 1
      } else if let quotation = quotation(start), quotation.hasOpeningMark, quotation.open == start,
        quotation.close >= end - 1
      {
        start += 1
      } else if let quotation = quotation(end - 1), quotation.hasClosingMark, quotation.close == end - 1,
        quotation.open < start || (!quotation.hasOpeningMark && quotation.open <= start)
      {
        end -= 1
      } else {
        return start..<end
      }
    }
    return nil
  }

  private func isApostrophe(_ token: Int) -> Bool { tokens[token].length == 1 && text[tokens[token].start] == 0x27 }

  /// A stop that ends a statement and says nothing: not a question or exclamation mark.
  private func isFinalStop(_ token: Int) -> Bool {
    guard has(token, .stop) else { return false }
    let byte = text[tokens[token].start]
    return byte != 0x3F && byte != 0x21 && !(byte == 0xEF)
  }

  /// A speaker with the fullest name that the document gives a body, where its canonical one is not in the text.
  func asWritten(_ speaker: Speaker) -> Speaker {
    guard let entity = speaker.entity, entities[entity].type == .organisation else { return speaker }
    let own = mentions.filter { $0.entity == entity }.map { String(decoding: text[$0.range.indices], as: UTF8.self) }
    guard let longest = own.max(by: { $0.utf8.count < $1.utf8.count }), !own.contains(entities[entity].name) else {
      return speaker
    }
    return Speaker(entity: entity, name: longest, resolution: speaker.resolution)
  }

  /// The tokens that stand in a range of the text.
  func tokens(of range: TextRange) -> Range<Int>? {
    let first = firstToken(from: range.start)
    let end = firstToken(from: range.end)
    return first < end ? first..<end : nil
  }

  /// The first token at or behind a place of the text, in bytes.
  private func firstToken(from place: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The index of the sentence that holds a token.
  func sentenceIndex(of token: Int) -> Int? {
    let place = sentences.firstPlace { $0.tokens.upperBound > token }
    return place < sentences.count && sentences[place].tokens.contains(token) ? place : nil
  }

  /// The words as written.
  func string(_ part: Range<Int>) -> String { String(decoding: text[range(part).indices], as: UTF8.self) }
}
