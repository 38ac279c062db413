/// The words and habits of one language that decide where sentences end.
struct SentenceWords: Sendable {
  let language: Language

  /// Whether sentences that start in small letters are worth looking for: in English a stop before a small letter is
  /// an end more often than an unknown abbreviation.
  let startsLower: Bool

  /// Whether a number with a stop is an ordinal ("am 3. Oktober").
  let numbersAreOrdinals: Bool

  /// Whether months and weekdays are written with a capital.
  private let needsCapitals: Bool

  private let traits: [WordTraits]

  /// The languages with rules or words of their own.
  enum Language: String, Sendable, CaseIterable {
    case en, zh, ja, ko, de, fr, es, ru, it
  }

  private init(_ language: Language, lists: [String], lexicon: Lexicon = .shared) {
    self.language = language
    startsLower = language == .en
    numbersAreOrdinals = language == .de
    needsCapitals = language == .en || language == .de
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

  /// The traits of a word as it is written: "Ill." is a state and "Sat." a day, "ill" and "sat" are words.
  func traits(of token: Token) -> WordTraits {
    var traits = self[token.word]
    let isCapitalised = token.shape.contains(.capitalised)
    if traits.contains(.state), isCapitalised { traits.insert(.tail) }
    if traits.contains(.month), !isCapitalised, needsCapitals { traits.remove(.counter) }
    return traits
  }

  /// The words of a language, by its BCP 47 tag; for one without lists those of English, whose abbreviations are the
  /// most widely used.
  static func of(_ tag: String) -> SentenceWords {
    guard let language = Language(rawValue: String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()) else {
      return other
    }
    return all[language] ?? other
  }

  private static let all: [Language: SentenceWords] = {
    var all: [Language: SentenceWords] = [:]
    for language in Language.allCases {
      let lists: [String] =
        switch language {
        case .en, .zh, .ja, .ko: ["sentence_words_en"]
        case .de, .fr, .es, .ru, .it: ["sentence_words_" + language.rawValue]
        }
      all[language] = SentenceWords(language, lists: lists)
    }
    return all
  }()

  private static let other = all[.en] ?? SentenceWords(.en, lists: ["sentence_words_en"])
}
