/// The word lists of the proposals stage, ready to be asked by token.
struct ProposalLexicon: Sendable {
  static let shared = ProposalLexicon()

  private let words: WordMap<PointWord>
  private var phrases = Gazetteer()
  private var phraseClasses: [PointWord] = []
  private var counts = Gazetteer()
  private var ordinals = Gazetteer()

  // Per word of the lexicon: whether a phrase (1), a count (2) or an ordinal (4) starts with it. One look instead of
  // three into hash tables, at every token of every page.
  private var starts: [UInt8]

  /// How points are numbered in words.
  enum OrdinalFamily: Int {
    /// "First", "第一", "첫째"
    case word
    /// "firstly": needs no comma.
    case adverb
    /// "lastly"
    case last
    /// "One is … Another is …": only before its verb.
    case pick
    /// 第一, needs a mark or a classifier behind it.
    case di
    /// 首先, 其一
    case sequence
    /// 一是
    case shi
    /// 一要
    case yao
    /// 첫째
    case korean
  }

  private init() {
    let lexicon = Lexicon.shared
    words = WordMap(list: "proposal_words") { fields in fields.first.map { PointWord(names: $0) } }
    starts = Array(repeating: 0, count: lexicon.count + 1)
    func mark(_ phrase: String, _ bit: UInt8) {
      guard let word = lexicon.ids(of: phrase).first?.word, word.isKnown else { return }
      starts[Int(word.raw)] |= bit
    }
    for entry in WordList("proposal_phrases").entries {
      phrases.add(entry.text, value: phraseClasses.count)
      phraseClasses.append(PointWord(names: entry.fields.first ?? ""))
      mark(entry.text, 1)
    }
    for entry in WordList("proposal_counts").entries {
      counts.add(entry.text, value: entry.fields.first.flatMap { Int($0) } ?? 0)
      mark(entry.text, 2)
    }
    for entry in WordList("proposal_ordinals").entries {
      guard entry.fields.count == 2, let family = Self.families[entry.fields[0]], let number = Int(entry.fields[1])
      else { continue }
      ordinals.add(entry.text, value: family.rawValue << 8 | number)
      mark(entry.text, 4)
    }
  }

  private static let families: [String: OrdinalFamily] = [
    "word": .word, "pick": .pick, "adverb": .adverb, "last": .last, "di": .di, "qi": .sequence, "shou": .sequence,
    "shi": .shi,
    "yao": .yao, "ko": .korean, "ja": .adverb,
  ]

  /// What the single word can be.
  func classes(of word: WordID) -> PointWord { words[word] ?? [] }

  /// The phrase that starts at a token: its length in tokens and what it can be.
  func phrase(_ tokens: Span<Token>, at index: Int, before limit: Int) -> (length: Int, classes: PointWord)? {
    guard begins(tokens[index].word, 1), let match = phrases.match(tokens, at: index, before: limit) else { return nil }
    return (match.length, phraseClasses[match.value])
  }

  /// The number in words that starts at a token.
  func number(_ tokens: Span<Token>, at index: Int, before limit: Int) -> (length: Int, value: Int)? {
    guard begins(tokens[index].word, 2), let match = counts.match(tokens, at: index, before: limit) else { return nil }
    return (match.length, match.value)
  }

  /// The ordinal that starts at a token; number 0 is "the last".
  func ordinal(
    _ tokens: Span<Token>, at index: Int, before limit: Int
  ) -> (length: Int, family: OrdinalFamily, number: Int)? {
    guard begins(tokens[index].word, 4), let match = ordinals.match(tokens, at: index, before: limit),
      let family = OrdinalFamily(rawValue: match.value >> 8)
    else { return nil }
    return (match.length, family, match.value & 0xFF)
  }

  private func begins(_ word: WordID, _ bit: UInt8) -> Bool { word.isKnown && starts[Int(word.raw)] & bit != 0 }
}
