/// A title as its words: what the holder is, and over what.
struct TitleWords {
  private var words: [WordID]
  private var head: WordID
  private var lists: NameLists

  init(_ words: [WordID], _ lists: NameLists) {
    let words = Self.usual[words] ?? words
    self.words = words
    self.lists = lists
    // "Minister for Trade and Industry", "trade minister"
    let joint = words.firstIndex { $0 == lists.of || $0 == lists.for } ?? words.count
    head = joint > 0 ? words[joint - 1] : words.last ?? .none
  }

  /// Whether a title in short can mean the holder of the full one: "president" the President, "minister" or "trade minister"
  /// the Minister of Trade and Industry, but "president" no vice president.
  func means(_ full: TitleWords) -> Bool {
    if words == full.words { return true }
    guard words.count <= full.words.count, head == full.head, isDeputy == full.isDeputy || words.count == 1 && !isSole
    else { return false }
    return words.allSatisfy { $0 == lists.of || $0 == lists.for || $0 == lists.the || full.words.contains($0) }
  }

  /// Abbreviated and other forms with the usual ones.
  private static let usual: [[WordID]: [WordID]] = {
    let words = { (text: String) in Lexicon.shared.ids(of: text).filter { $0.shape.contains(.word) }.map(\.word) }
    return Dictionary(
      WordList("title_synonyms").entries.compactMap { entry in
        entry.fields.first.map { (words(entry.text), words($0)) }
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// Whether the full title is only the head of this one: "police chief" for "Chief Desmond".
  func narrows(_ full: TitleWords) -> Bool {
    full.words.count == 1 && words.count > 1 && head == full.head && isDeputy == full.isDeputy
  }

  private var isDeputy: Bool { words.contains { lists.deputies.contains($0) } }

  /// Whether a state has one holder, so that a deputy is never called so.
  private var isSole: Bool { words.count == 1 && StateWords.shared.isSole(words[0]) }
}
