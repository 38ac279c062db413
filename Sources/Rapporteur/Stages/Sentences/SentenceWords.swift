/// The words and habits of one language that decide where sentences end.
struct SentenceWords: Sendable {
  let language: Language

  /// Whether sentences that start in small letters are worth looking for: in English a stop before a small letter is
  /// an end more often than an unknown abbreviation.
  let startsLower: Bool

  /// Whether a number with a stop is an ordinal ("am 3. Oktober").
  let numbersAreOrdinals: Bool

  /// Whether articles melt into the next word ("l'Ing.").
  let elides: Bool

  /// Whether months and weekdays are written with a capital.
  private let needsCapitals: Bool

  private let table: Table

  /// The languages with rules or words of their own.
  enum Language: String, Sendable, CaseIterable {
    case en, zh, ja, ko, de, fr, es, ru, it, da, nl
  }

  private init(_ language: Language, _ table: Table) {
    self.language = language
    self.table = table
    startsLower = language == .en
    numbersAreOrdinals = language == .de
    elides = language == .it || language == .fr
    needsCapitals = language == .en || language == .de
  }

  subscript(word: WordID) -> WordTraits { table[word] }

  /// The traits of a word as it is written: "Ill." is a state and "Sat." a day, "ill" and "sat" are words.
  func traits(of token: Token) -> WordTraits {
    var traits = self[token.word]
    let isCapitalised = token.shape.contains(.capitalised)
    if traits.contains(.state), isCapitalised { traits.formUnion([.tail, .place]) }
    if traits.contains(.month), !isCapitalised, needsCapitals { traits.remove(.counter) }
    return traits
  }

  /// The traits of a word, or of what stands in it behind an apostrophe: "l'Ing" is "Ing" with its article.
  func traits(ofElided token: Token, _ bytes: [UInt8]) -> WordTraits {
    let traits = traits(of: token)
    guard traits.isEmpty else { return traits }
    var at = token.start
    while at < token.end && bytes[at] != 0x27 && bytes[at] != 0x99 { at += 1 }
    guard at + 1 < token.end else { return [] }
    var tokenizer = Tokenizer(TextRange(at + 1, token.end))
    return tokenizer.next(bytes.span).map { self[Lexicon.shared.id(ofHash: $0.hash)] } ?? []
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
    let english = Table(lists: ["sentence_words_en"], common: "common_words", titles: "titles", given: "given_names")
    var all: [Language: SentenceWords] = [:]
    for language in Language.allCases {
      let table: Table =
        switch language {
        case .en, .zh, .ja, .ko: english
        // English abbreviations are at home there, too.
        case .da, .nl: Table(lists: ["sentence_words_en", "sentence_words_" + language.rawValue])
        default: Table(lists: ["sentence_words_" + language.rawValue])
        }
      all[language] = SentenceWords(language, table)
    }
    return all
  }()

  private static let other = SentenceWords(.en, all[.en]?.table ?? Table(lists: ["sentence_words_en"]))

  /// The traits of every word of the lexicon: a byte per word, which of the few different sets it has.
  private struct Table: Sendable {
    private var classes: [UInt8]
    private var sets: [WordTraits] = [[]]

    /// - Parameters:
    ///   - lists: Words with the names of their traits.
    ///   - common: The list of the words that are usually written small.
    ///   - titles: The list of what stands before a person's name.
    ///   - given: The list of given names.
    init(
      lists: [String], common: String? = nil, titles: String? = nil, given: String? = nil, lexicon: Lexicon = .shared
    ) {
      classes = [UInt8](repeating: 0, count: lexicon.count + 1)
      for list in lists {
        for entry in WordList(list).entries {
          var traits: WordTraits = []
          for field in entry.fields.first?.split(separator: " ") ?? [] {
            if let trait = WordTraits(named: String(field)) { traits.formUnion(trait) }
          }
          add(traits, to: entry.text, lexicon)
        }
      }
      for entry in titles.map({ WordList($0).entries }) ?? [] where entry.fields.first != "h" {
        add(.role, to: entry.text, lexicon)
      }
      for entry in given.map({ WordList($0).entries }) ?? [] { add(.given, to: entry.text, lexicon) }
      for entry in common.map({ WordList($0).entries }) ?? [] { add(.common, to: entry.text, lexicon) }
    }

    subscript(word: WordID) -> WordTraits { word.isKnown ? sets[Int(classes[Int(word.raw)])] : [] }

    /// Adds traits to the entry if it is a single word.
    private mutating func add(_ traits: WordTraits, to entry: String, _ lexicon: Lexicon) {
      let tokens = lexicon.ids(of: entry)
      guard tokens.count == 1, let word = tokens.first?.word, word.isKnown else { return }
      let all = sets[Int(classes[Int(word.raw)])].union(traits)
      if let known = sets.firstIndex(of: all) {
        classes[Int(word.raw)] = UInt8(known)
      } else if sets.count < 256 {
        classes[Int(word.raw)] = UInt8(sets.count)
        sets.append(all)
      }
    }
  }
}
