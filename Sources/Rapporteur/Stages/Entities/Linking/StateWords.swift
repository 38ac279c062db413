/// The words that tell whose officials and bodies a text speaks of.
struct StateWords: Sendable {
  /// The embedded ones, made on first use.
  static let shared = StateWords()

  /// What a word tells. The raw values are those of the list.
  enum Kind: String, Sendable {
    /// A title that a state gives.
    case office
    /// No such title although it has the words of one.
    case none
    /// A body of a state.
    case body
    /// Somebody of another country: "his Thai counterpart".
    case relation
    /// What belongs to one country.
    case sign
    /// What only the press of one country says.
    case own
    /// A news agency; without a country where it is not a national one.
    case agency
    /// A city whose many bodies make it nobody's.
    case seat
    /// A body only where the name has no other word.
    case alone
    /// A verb of what governments do.
    case deed
    /// What may stand before such a verb.
    case auxiliary
    /// What stands before somebody who is spoken to.
    case address
    /// "would", "must", before any verb of an agent.
    case modal
    /// What towns do as well: "Paris will host the games".
    case venue
    /// A verb of who stands for a country: "speaks" for it.
    case envoy

    /// Whether the entries are single words that are looked up alone.
    fileprivate var isVerbal: Bool {
      switch self {
      case .deed, .auxiliary, .address, .envoy, .modal, .venue: true
      default: false
      }
    }
  }

  struct Match: Sendable {
    var kind: Kind
    /// ISO 3166-1 alpha-2.
    var country: String?
    /// Whether a country has one holder of the office at a time.
    var isSole: Bool
    /// Whether the body is a parliament.
    var isChamber: Bool
    /// The index of the token behind it.
    var end: Int
  }

  private var gazetteer = Gazetteer()
  private var entries: [(kind: Kind, notes: [String])] = []
  private var soles: Set<WordID> = []
  private var verbs: [Kind: Set<WordID>] = [:]

  private init(lexicon: Lexicon = .shared) {
    for row in WordList("state_words").entries {
      let kinds = row.fields.first?.split(separator: ",").compactMap { Kind(rawValue: String($0)) } ?? []
      guard let kind = kinds.first else { continue }
      if kind.isVerbal {
        for kind in kinds { verbs[kind, default: []].insert(lexicon.id(of: row.text)) }
        continue
      }
      let words = lexicon.ids(of: row.text)
      if words.count == 1, row.fields.contains("sole") { soles.insert(words[0].word) }
      gazetteer.add(row.text, value: entries.count, lexicon: lexicon)
      entries.append((kind, Array(row.fields.dropFirst())))
    }
  }

  /// The longest entry that starts at the token.
  func match(_ tokens: [Token], at index: Int, before limit: Int) -> Match? {
    guard let found = gazetteer.match(tokens.span, at: index, before: limit) else { return nil }
    let entry = entries[found.value]
    return Match(
      kind: entry.kind, country: entry.notes.first { $0.utf8.count == 2 }, isSole: entry.notes.contains("sole"),
      isChamber: entry.notes.contains("chamber"), end: index + found.length)
  }

  /// Whether a title of one word is of one holder.
  func isSole(_ word: WordID) -> Bool { soles.contains(word) }

  /// The single words of a kind.
  func words(_ kind: Kind) -> Set<WordID> { verbs[kind] ?? [] }

  /// The first entry of a kind among the tokens.
  func first(_ kind: Kind, in range: Range<Int>, of tokens: [Token]) -> Match? {
    var at = range.lowerBound
    while at < range.upperBound {
      guard let match = match(tokens, at: at, before: range.upperBound) else {
        at += 1
        continue
      }
      if match.kind == kind { return match }
      at = match.end
    }
    return nil
  }
}
