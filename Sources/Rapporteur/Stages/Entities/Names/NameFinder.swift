/// Finds the names of a document, sentence by sentence, in one walk over its tokens.
///
/// At each token the longest entry of the lists, a title with its name, a name told by its head ("… Ministry of …"), or
/// a run of capitals is taken, whichever comes first in that order, and the walk goes on behind it; so spans never overlap.
struct NameFinder {
  let lists: NameLists
  /// The user's own names; they win over everything.
  let own: Gazetteer?
  let tokens: [Token]
  let bytes: [UInt8]

  /// In document order.
  var spans: [NameSpan] = []

  /// Titles that are mentions only if somebody whom the tagger finds holds them, in document order.
  var later: [NameSpan] = []

  /// The sentence that is walked.
  var sentence = 0
  var start = 0
  var end = 0
  /// Whether capitals tell nothing: a headline in title case, or all in capitals.
  var isTitleCase = false
  var isAllCapitals = false

  /// For each sentence whether it stands in a heading, where titles have no article.
  private(set) var isHeading: [Bool]

  /// The list's entry that starts at each token of the sentence, with its length; -1 for none.
  var listed: [Int32] = []
  var lengths: [Int32] = []

  /// The agencies that datelines name in brackets.
  var agencies: [Range<Int>] = []

  /// The last word that named a language and no nation.
  var lastLanguage = -1

  /// What the document tells of words that are in no list: bit 0, written small somewhere; bit 1, with a capital inside
  /// a sentence.
  var evidence: [WordID: UInt8] = [:]

  /// For each token the sort of the list's entry that covers it, odd where it begins; 0 for none.
  var marks: [UInt8]

  /// For each sentence whether its capitals tell something, as flags of `TokenSigns.shape`.
  var styles: [UInt32] = []

  init(lists: NameLists, own: Gazetteer?, document: Document) {
    self.lists = lists
    self.own = own
    tokens = document.tokens
    bytes = document.text.utf8
    marks = Array(repeating: 0, count: document.tokens.count)
    let blocks = document.blocks
    isHeading = document.sentences.map { sentence in
      blocks.indices.contains(sentence.block) && [.title, .subtitle, .heading].contains(blocks[sentence.block].kind)
    }
  }

  /// Walks all sentences.
  mutating func find(in sentences: [Sentence]) {
    for index in sentences.indices {
      enter(index, sentences[index])
      walk()
    }
    dropArticles()
    findAgain(in: sentences)
    dropOverlapped()
  }

  /// Of two names that share a word, as where a dateline follows a name, the longer one stays.
  private mutating func dropOverlapped() {
    var kept: [Int] = []
    // An acronym in brackets or a person at the head of a line is found after what stands behind it.
    let order = spans.indices.sorted { (spans[$0].tokens.lowerBound, $0) < (spans[$1].tokens.lowerBound, $1) }
    for index in order where !spans[index].isDropped {
      while let last = kept.last, spans[last].tokens.upperBound > spans[index].tokens.lowerBound {
        let isBetter = spans[index].rule == .list || spans[index].tokens.count > spans[last].tokens.count
        if !isBetter || spans[last].rule == .list {
          spans[index].isDropped = true
          break
        }
        spans[last].isDropped = true
        kept.removeLast()
      }
      if !spans[index].isDropped { kept.append(index) }
    }
  }

  /// No name begins with an article, but for places whose own it is ("The Hague").
  private mutating func dropArticles() {
    for index in spans.indices where spans[index].rule != .list && spans[index].type != .country {
      let first = spans[index].tokens.lowerBound
      if spans[index].tokens.count > 1, tokens[first].word == lists.the {
        spans[index].tokens = first + 1..<spans[index].tokens.upperBound
      }
    }
  }

  private mutating func enter(_ index: Int, _ sentence: Sentence) {
    self.sentence = index
    start = sentence.tokens.lowerBound
    end = sentence.tokens.upperBound
    listed.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    var at = start
    var capitals = 0
    var words = 0
    while at < end {
      let token = tokens[at]
      if token.shape.contains(.word) && !token.shape.contains(.possessive) {
        words += 1
        if token.shape.contains(.allCapitals) { capitals += 1 }
        if lists[token.word].isDisjoint(with: [.common, .function]) {
          if !token.shape.contains(.capitalised) {
            evidence[token.word, default: 0] |= 1
          } else if at > start && !token.shape.contains(.allCapitals) {
            evidence[token.word, default: 0] |= 2
          }
        }
      }
      at += 1
    }
    isAllCapitals = words >= 3 && capitals * 10 >= words * 8
    at = start
    var covered = start
    while at < end {
      if at >= covered, let match = bestMatch(at) {
        listed.append(Int32(match.value))
        lengths.append(Int32(match.length))
        covered = at + match.length
        let mark = lists.kinds[match.value].mark
        for index in at..<covered { marks[index] = index == at ? mark : mark + 1 }
      } else {
        listed.append(-1)
        lengths.append(0)
      }
      at += 1
    }
    isTitleCase = isAllCapitals || looksLikeTitle(words)
    styles.append((isTitleCase ? TokenSigns.titleCase : 0) | (isAllCapitals ? TokenSigns.allCapitals : 0))
  }

  /// Whether the everyday words of the sentence have capitals, as in a headline.
  private func looksLikeTitle(_ words: Int) -> Bool {
    var small = 0
    var smallCommon = 0
    var capitalCommon = 0
    var at = start
    while at < end {
      if listed[at - start] >= 0 {
        at += length(at)
        continue
      }
      let shape = tokens[at].shape
      if shape.contains(.word) && shape.isDisjoint(with: [.possessive, .ideographic, .hangul]) {
        let part = lists[tokens[at].word]
        if !shape.contains(.capitalised) && !part.contains(.reach) { small += 1 }
        if part.contains(.common) && !part.contains(.function) {
          if !shape.contains(.capitalised) {
            smallCommon += 1
          } else if at > start && part.isDisjoint(with: [.topic, .organisation, .modifier]) {
            capitalCommon += 1
          }
        }
      }
      at += 1
    }
    if smallCommon == 0 && small == 0 && words <= 12 && capitalCommon >= 1 { return true }
    return smallCommon == 0 && capitalCommon >= 2 || capitalCommon > 2 * smallCommon + 2
  }

  /// The longest entry that fits; "President" rather than "President of the Republic" before "of Belarus".
  private func bestMatch(_ at: Int) -> Gazetteer.Match? {
    guard var match = lists.gazetteer.match(tokens.span, at: at, before: end) else { return nil }
    if match.length == 4, lists.kinds[match.value].sort == .role, word(at + 4) == lists.of, word(at + 1) == lists.of {
      guard let short = lists.gazetteer.match(tokens.span, at: at, before: at + 1) else { return nil }
      match = short
    }
    // "외교부 장관": the ministry and the title are two.
    if lists.kinds[match.value].sort == .role, tokens[at].shape.contains(.hangul),
      let space = (at + 1..<at + match.length).first(where: { tokens[$0].shape.contains(.spaceBefore) }),
      let short = lists.gazetteer.match(tokens.span, at: at, before: space),
      lists.kinds[short.value].sort == .name(.organisation)
    {
      match = short
    }
    return accepts(match, at: at) ? match : nil
  }

  /// Whether the place allows the entry: a Korean one begins a word, "us" in capitals is no country in a headline.
  private func accepts(_ match: Gazetteer.Match, at index: Int) -> Bool {
    let shape = tokens[index].shape
    if shape.contains(.hangul) {
      if shape.contains(.spaceBefore) || index == start { return true }
      if !tokens[index - 1].shape.contains(.hangul) { return true }
      return listed.count >= 1 && coveredEnd(before: index) == index
    }
    if match.length == 1 && shape.contains(.allCapitals) && isAllCapitals && tokens[index].length == 2 {
      return !lists[tokens[index].word].contains(.function)
    }
    if match.length > 1, lists.kinds[match.value].sort == .name(.country) {
      // "New" and "Mexico" over a sentence's end, or "York, Pa": an entry has its own marks.
      return true
    }
    return true
  }

  /// Where the entry ends that covers the token before `index`.
  private func coveredEnd(before index: Int) -> Int {
    var at = index - 1
    while at >= start && listed[at - start] < 0 { at -= 1 }
    return at < start ? -1 : at + Int(lengths[at - start])
  }

  private mutating func walk() {
    var at = start
    while at < end {
      if let own, let match = own.match(tokens.span, at: at, before: end) {
        // The type is set by the linker, from the user's entry.
        var span = NameSpan(at..<at + match.length, sentence: sentence, .organisation, .list, 1)
        span.listed = match.value
        spans.append(span)
        at += match.length
        continue
      }
      let shape = tokens[at].shape
      if shape.isDisjoint(with: [.word, .number]) {
        if tokens[at].word == lists.opening, let next = dateline(at) ?? hangulDateline(at) ?? bracket(at) {
          at = next
          continue
        }
        if shape.contains(.opensQuote), let next = hanTitled(at) {
          at = next
          continue
        }
        at += 1
        continue
      }
      if !shape.isDisjoint(with: [.ideographic, .hangul]) {
        at = eastAsian(at)
        continue
      }
      if let next = title(at) ?? name(at) {
        at = next
        continue
      }
      at += 1
    }
  }
}
