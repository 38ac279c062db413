extension TaggerEvidence {
  /// What the rules and lists know of a document's tokens, after the finder has walked it.
  init(_ finder: NameFinder, _ document: Document) {
    var signs = [TokenSigns](repeating: TokenSigns(), count: document.tokens.count)
    let lexicon = Lexicon.shared
    let votes = Self.votes(of: finder)
    for index in signs.indices {
      let token = document.tokens[index]
      signs[index].key = lexicon.stableKey(of: token.word)
      signs[index].parts = finder.lists[token.word].rawValue
      signs[index].shape = UInt32(token.shape.rawValue) | (token.length == 1 ? TokenSigns.alone : 0)
      signs[index].listed = finder.marks[index]
      if token.shape.contains(.capitalised) {
        signs[index].elsewhere = finder.evidence[token.word, default: 0]
        if let vote = votes[token.word] { signs[index].vote = vote.code }
      }
    }
    for span in finder.spans where !span.isDropped {
      let code = Self.code(of: span)
      for index in span.tokens {
        signs[index].rule = code + (index == span.tokens.lowerBound ? 0 : 1)
        if !span.isPending, let vote = votes[document.tokens[index].word] {
          signs[index].vote = vote.without(span.type).code
        }
      }
    }
    for (style, sentence) in zip(finder.styles, document.sentences) where style != 0 {
      for index in sentence.tokens { signs[index].shape |= style }
    }
    self.init(
      tokens: document.tokens, bytes: document.text.utf8, sentences: document.sentences.map(\.tokens), signs: signs)
  }

  /// The type of a rule's name and how sure it is, as an odd number.
  private static func code(of span: NameSpan) -> UInt8 {
    let types = EntityType.allCases
    let type = UInt8(types.firstIndex(of: span.type) ?? 0)
    let strength: UInt8 = span.isPending ? 2 : span.rule == .capitals || span.rule == .surname ? 1 : 0
    return 1 + (type * 3 + strength) * 2
  }

  /// How often a word stands in names of persons, bodies, places and others.
  private struct Vote {
    var counts = SIMD4<UInt8>()

    func without(_ type: EntityType) -> Vote {
      var rest = self
      if rest.counts[Self.place(of: type)] > 0 { rest.counts[Self.place(of: type)] -= 1 }
      return rest
    }

    mutating func add(_ type: EntityType) {
      let place = Self.place(of: type)
      if counts[place] < 255 { counts[place] += 1 }
    }

    /// Which of them most often, and whether more than twice; 0 for none.
    var code: UInt8 {
      var top = 0
      for place in 1..<4 where counts[place] > counts[top] { top = place }
      return counts[top] == 0 ? 0 : UInt8(top) * 2 + (counts[top] > 2 ? 2 : 1)
    }

    private static func place(of type: EntityType) -> Int { NameClass(type).map { Int($0.rawValue) } ?? 3 }
  }

  private static func votes(of finder: NameFinder) -> [WordID: Vote] {
    var votes: [WordID: Vote] = [:]
    for span in finder.spans where !span.isDropped && !span.isPending {
      for index in span.tokens
      where finder.tokens[index].shape.contains(.capitalised)
        && finder.lists[finder.tokens[index].word].isDisjoint(with: [.function, .reach])
      {
        votes[finder.tokens[index].word, default: Vote()].add(span.type)
      }
    }
    return votes
  }
}
