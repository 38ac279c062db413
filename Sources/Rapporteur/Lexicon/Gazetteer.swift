/// Finds the longest entry of some lists that starts at a token.
///
/// A trie over word ids. The list's own spelling says which case a match needs: a word in lower case matches in any
/// case, "China" needs a capital, "WHO" needs capitals throughout.
struct Gazetteer: Sendable {
  /// A match: how many tokens, and the number the entry was added with.
  struct Match: Equatable {
    var length: Int
    var value: Int
  }

  private struct Entry {
    var value: Int32
    var capitalised: UInt32  // bit i: token i must be capitalised
    var capitals: UInt32  // bit i: token i must be all capitals
    var next: Int32  // another entry of the same words, -1 for none
  }

  private var entries: [Entry] = []
  private var lastEntry: [Int32] = [-1]  // per node
  private var starts: Set<WordID> = []
  private var children: [UInt64: Int32] = [:]

  /// The longest entry, in tokens.
  private(set) var longest = 0

  /// Adds a phrase of the caller's lists; of two equal ones the first counts. Phrases have at most 32 tokens.
  mutating func add(_ phrase: String, value: Int, lexicon: Lexicon = .shared) {
    let tokens = lexicon.ids(of: phrase)
    guard let first = tokens.first, tokens.count <= 32 else { return }
    starts.insert(first.word)
    longest = max(longest, tokens.count)
    var node = 0
    var capitalised: UInt32 = 0
    var capitals: UInt32 = 0
    for (index, token) in tokens.enumerated() {
      if token.shape.contains(.allCapitals) {
        capitals |= 1 << UInt32(index)
      } else if token.shape.contains(.capitalised) {
        capitalised |= 1 << UInt32(index)
      }
      let key = Self.key(node, token.word)
      if let child = children[key] {
        node = Int(child)
      } else {
        lastEntry.append(-1)
        node = lastEntry.count - 1
        children[key] = Int32(node)
      }
    }
    entries.append(
      Entry(value: Int32(value), capitalised: capitalised, capitals: capitals, next: lastEntry[node]))
    lastEntry[node] = Int32(entries.count - 1)
  }

  /// The longest entry that starts at token `index` and ends before token `limit`.
  func match(_ tokens: Span<Token>, at index: Int, before limit: Int) -> Match? {
    guard starts.contains(tokens[index].word) else { return nil }
    var best: Match?
    var node = 0
    var capitalised: UInt32 = 0
    var capitals: UInt32 = 0
    var at = index
    let end = min(limit, index + longest)
    while at < end, let child = children[Self.key(node, tokens[at].word)] {
      node = Int(child)
      let bit = UInt32(1) << UInt32(at - index)
      if tokens[at].shape.contains(.capitalised) { capitalised |= bit }
      if tokens[at].shape.contains(.allCapitals) { capitals |= bit }
      at += 1
      var entry = lastEntry[node]
      var found: Int32?
      while entry >= 0 {
        let candidate = entries[Int(entry)]
        if candidate.capitals & ~capitals == 0 && candidate.capitalised & ~capitalised == 0 { found = candidate.value }
        entry = candidate.next
      }
      if let found { best = Match(length: at - index, value: Int(found)) }
    }
    return best
  }

  private static func key(_ node: Int, _ word: WordID) -> UInt64 { UInt64(node) << 32 | UInt64(word.raw) }
}
