/// The phrases that only boilerplate has.
struct PhraseBook: Sendable {
  static let shared = PhraseBook()

  /// Where in its line a phrase must stand to count, from the weakest sign to the strongest.
  enum Place: Int, Sendable, Comparable {
    case any = 1
    case start
    case line

    static func < (a: Place, b: Place) -> Bool { a.rawValue < b.rawValue }
  }

  /// A phrase that was found.
  struct Match: Sendable {
    var kind: Removed.Kind
    var place: Place
    /// Whether no article says so of its own subject.
    var isSure = false
  }

  private let gazetteer: Gazetteer
  private let matches: [Match]

  init(lexicon: Lexicon = .shared) {
    var gazetteer = Gazetteer()
    var matches: [Match] = []
    for entry in WordList("boilerplate_phrases").entries where entry.fields.count == 2 {
      guard let kind = Removed.Kind(rawValue: entry.fields[0]) else { continue }
      let place: Place =
        switch entry.fields[1] {
        case "line": .line
        case "start": .start
        default: .any
        }
      gazetteer.add(entry.text, value: matches.count, lexicon: lexicon)
      matches.append(Match(kind: kind, place: place, isSure: entry.fields[1] == "sure"))
    }
    self.gazetteer = gazetteer
    self.matches = matches
  }

  /// The phrase that starts at a token, wherever it would have to stand, and how many tokens it has.
  func phrase(_ tokens: Span<Token>, at index: Int) -> (match: Match, length: Int)? {
    gazetteer.match(tokens, at: index, before: tokens.count).map { (matches[$0.value], $0.length) }
  }

  /// The strongest sign in a line's tokens.
  ///
  /// - Parameter first: The first token that is not a bullet or a bracket.
  func match(_ tokens: Span<Token>, first: Int) -> Match? {
    var best: Match?
    var last = tokens.count
    // Arrows, counts and marks may follow a phrase that makes up a line ("Comments (3)", "More »").
    while last > first, tokens[last - 1].shape.isDisjoint(with: [.word]) { last -= 1 }
    let reach = min(tokens.count, 80)
    var index = first
    while index < reach {
      if let found = gazetteer.match(tokens, at: index, before: tokens.count) {
        let match = matches[found.value]
        switch match.place {
        case .any: if best == nil || match.isSure { best = match }
        case .start: if index == first { best = Match(kind: match.kind, place: .start) }
        case .line: break
        }
        if index == first && index + found.length >= last { return Match(kind: match.kind, place: .line) }
        index += found.length
      } else {
        index += 1
      }
    }
    return best
  }
}
