/// A document as the proposals stage walks it: tokens with their classes, and where each stands.
struct PointText {
  let bytes: [UInt8]
  let tokens: [Token]
  let sentences: [Sentence]
  let blocks: [Block]

  /// What each token can be; a phrase's classes stand at its first token.
  private(set) var classes: [PointWord]

  /// How many tokens the phrase that starts here has, 0 for none.
  private(set) var phraseLength: [UInt8]

  /// The block and the sentence of each token.
  private(set) var blockOf: [Int32]
  private(set) var sentenceOf: [Int32]

  /// Whether the token stands inside a quotation.
  private(set) var isQuoted: [Bool]

  /// Whether the token stands in what a statement says.
  private(set) var isReported: [Bool]

  /// Whether the page tells what people say, sentence after sentence.
  private(set) var isReport = false

  /// Whether the page is an interview: questions that are paragraphs, and put to somebody.
  private(set) var isInterview = false

  /// The tokens of each block.
  private(set) var blockTokens: [Range<Int>]

  /// Shares of words outside quotations: second person, "I" and its forms.
  private(set) var secondPersonShare = 0.0
  private(set) var firstPersonShare = 0.0

  /// The share of words outside quotations that are "I", "we" and their forms.
  private(set) var ownShare = 0.0

  /// How many words of advice the title has ("how", "best", "tips").
  private(set) var adviceInTitle = 0

  init(_ document: Document, lexicon: ProposalLexicon = .shared) {
    bytes = document.text.utf8
    tokens = document.tokens
    sentences = document.sentences
    blocks = document.blocks
    let count = tokens.count
    classes = Array(repeating: [], count: count)
    phraseLength = Array(repeating: 0, count: count)
    blockOf = Array(repeating: -1, count: count)
    sentenceOf = Array(repeating: -1, count: count)
    isQuoted = Array(repeating: false, count: count)
    isReported = Array(repeating: false, count: count)
    blockTokens = Array(repeating: 0..<0, count: blocks.count)
    for (index, sentence) in sentences.enumerated() where !sentence.tokens.isEmpty {
      for token in sentence.tokens {
        blockOf[token] = Int32(sentence.block)
        sentenceOf[token] = Int32(index)
      }
      let known = blockTokens[sentence.block]
      blockTokens[sentence.block] =
        known.isEmpty ? sentence.tokens : known.lowerBound..<max(known.upperBound, sentence.tokens.upperBound)
    }
    classify(lexicon)
    markQuotes()
    isInterview = asksSomebody
    markStatements(document.attributions)
    countPersons()
  }

  private mutating func markStatements(_ attributions: [Attribution]) {
    isReport = attributions.count * 5 >= sentences.count && attributions.count >= 2
    var token = 0
    for piece in attributions.flatMap(\.content).sorted() {
      while token > 0, tokens[token - 1].end > piece.start { token -= 1 }
      while token < tokens.count, tokens[token].end <= piece.start { token += 1 }
      while token < tokens.count, tokens[token].start < piece.end {
        isReported[token] = true
        token += 1
      }
    }
  }

  private mutating func classify(_ lexicon: ProposalLexicon) {
    let all = tokens
    var found = classes
    var lengths = phraseLength
    for sentence in sentences {
      for index in sentence.tokens {
        found[index].formUnion(lexicon.classes(of: all[index].word))
        if let phrase = lexicon.phrase(all.span, at: index, before: sentence.tokens.upperBound) {
          found[index].formUnion(phrase.classes)
          lengths[index] = UInt8(truncatingIfNeeded: phrase.length)
        }
      }
    }
    classes = found
    phraseLength = lengths
  }

  /// A quotation ends at its closing mark, or at the end of its block.
  private mutating func markQuotes() {
    for range in blockTokens where !range.isEmpty {
      var open = false
      for index in range {
        let shape = tokens[index].shape
        if shape.contains(.opensQuote) && shape.contains(.closesQuote) {
          if bytes[tokens[index].start] == 0x22 { open.toggle() }  // a lone ' is more often an apostrophe
        } else if shape.contains(.opensQuote) {
          open = true
        } else if shape.contains(.closesQuote) {
          open = false
        }
        isQuoted[index] = open
      }
    }
  }

  private mutating func countPersons() {
    var words = 0
    var second = 0
    var first = 0
    var own = 0
    for index in tokens.indices where tokens[index].shape.contains(.word) && !isQuoted[index] {
      words += 1
      // Who asks a question speaks to somebody else than the reader.
      if classes[index].contains(.secondPerson), !isReported[index], !isQuestion(index) { second += 1 }
      if classes[index].contains(.firstPerson) { own += 1 }
      if classes[index].contains(.firstPerson) && !classes[index].contains(.we) { first += 1 }
    }
    // One word of it makes no advice.
    secondPersonShare = Double(max(0, second - 1)) / Double(max(words, 150)) * (isInterview ? 0.3 : 1)
    firstPersonShare = Double(first) / Double(max(words, 150))
    ownShare = Double(own) / Double(max(words, 150))
    for (block, range) in blockTokens.enumerated() where blocks[block].kind == .title {
      for index in range where classes[index].contains(.howTo) { adviceInTitle += 1 }
    }
  }

  private var asksSomebody: Bool {
    var questions = 0
    var toPerson = 0
    for tokens in blockTokens where tokens.count > 3 {
      guard let last = tokens.last, mark(last) == 0x3F || mark(last) == 0xFF1F else { continue }
      questions += 1
      if tokens.contains(where: { classes[$0].contains(.secondPerson) }) { toPerson += 1 }
    }
    return questions >= 2 && toPerson >= 1
  }

  private func isQuestion(_ index: Int) -> Bool {
    guard let last = sentence(of: index).last else { return false }
    return mark(last) == 0x3F || mark(last) == 0xFF1F
  }

  /// The mark's first scalar, 0 for what is no mark.
  func mark(_ index: Int) -> UInt32 {
    guard tokens.indices.contains(index), tokens[index].shape.contains(.mark) else { return 0 }
    return UTF8Scan.scalar(bytes.span, at: tokens[index].start).value
  }

  /// The first scalar of the token, 0 behind the last one.
  func scalar(_ index: Int) -> UInt32 {
    guard tokens.indices.contains(index) else { return 0 }
    return UTF8Scan.scalar(bytes.span, at: tokens[index].start).value
  }

  /// Whether the token stands in the article itself.
  func isMain(_ index: Int) -> Bool {
    let block = Int(blockOf[index])
    return block >= 0 && blocks[block].isMain
  }

  /// The tokens of the token's block.
  func block(of index: Int) -> Range<Int> {
    let block = Int(blockOf[index])
    return block >= 0 ? blockTokens[block] : 0..<0
  }

  /// The tokens of the token's sentence.
  func sentence(of index: Int) -> Range<Int> {
    let sentence = Int(sentenceOf[index])
    return sentence >= 0 ? sentences[sentence].tokens : 0..<0
  }

  /// The next token is the token's neighbour without white space between.
  func touchesNext(_ index: Int) -> Bool {
    index + 1 < tokens.count && !tokens[index + 1].shape.contains(.spaceBefore) && blockOf[index] == blockOf[index + 1]
  }

  /// Whether the mark opens a quotation here.
  func opensQuote(_ index: Int) -> Bool {
    let shape = tokens[index].shape
    guard shape.contains(.opensQuote) else { return false }
    return !shape.contains(.closesQuote) || touchesNext(index) && (shape.contains(.spaceBefore) || isFirst(index))
  }

  /// The first token at or behind the offset.
  func firstToken(from offset: Int) -> Int? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count ? low : nil
  }

  /// Whether the token is the first of its block.
  func isFirst(_ index: Int) -> Bool { block(of: index).lowerBound == index }

  /// Whether the block can hold items or go on with one: article text that is no heading.
  func isBody(_ block: Int) -> Bool {
    blocks[block].isMain && blocks[block].kind != .heading && !blockTokens[block].isEmpty
  }
}
