/// The words of one language that decide where sentences end.
struct SentenceWords: Sendable {
  private let traits: [WordTraits]

  private init(lists: [String], lexicon: Lexicon = .shared) {
    var traits = [WordTraits](repeating: [], count: lexicon.count + 1)
    for list in lists {
      for entry in WordList(list).entries {
        let tokens = lexicon.ids(of: entry.text)
        guard tokens.count == 1, let word = tokens.first?.word, word.isKnown else { continue }
        for field in entry.fields.first?.split(separator: " ") ?? [] {
          if let trait = WordTraits(named: String(field)) { traits[Int(word.raw)].insert(trait) }
        }
      }
    }
    self.traits = traits
  }

  subscript(word: WordID) -> WordTraits { word.isKnown ? traits[Int(word.raw)] : [] }

  /// The words of a language; for one without lists those of English, whose abbreviations are the most widely used.
  static func of(_ language: String) -> SentenceWords {
    switch language {
    default: english
    }
  }

  private static let english = SentenceWords(lists: ["sentence_words_en"])
}
