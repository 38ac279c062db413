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
  private var starts = Starts()
  private var children = Children()

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
      if let child = children.child(of: node, token.word) {
        node = child
      } else {
        lastEntry.append(-1)
        children.insert(lastEntry.count - 1, under: node, token.word)
        node = lastEntry.count - 1
      }
    }
    entries.append(
      Entry(value: Int32(value), capitalised: capitalised, capitals: capitals, next: lastEntry[node]))
    lastEntry[node] = Int32(entries.count - 1)
  }

  /// Adds a phrase of words, in any case.
  mutating func add(_ words: [WordID], value: Int) {
    guard let first = words.first, words.count <= 32 else { return }
    starts.insert(first)
    longest = max(longest, words.count)
    var node = 0
    for word in words {
      if let child = children.child(of: node, word) {
        node = child
      } else {
        lastEntry.append(-1)
        children.insert(lastEntry.count - 1, under: node, word)
        node = lastEntry.count - 1
      }
    }
    entries.append(Entry(value: Int32(value), capitalised: 0, capitals: 0, next: lastEntry[node]))
    lastEntry[node] = Int32(entries.count - 1)
  }

  /// The longest entry that starts at token `index` and ends before token `limit`.
  func match(_ tokens: Span<Token>, at index: Int, before limit: Int) -> Match? {
    guard index < limit, starts.contains(tokens[index].word) else { return nil }
    var best: Match?
    var node = 0
    var capitalised: UInt32 = 0
    var capitals: UInt32 = 0
    var at = index
    let end = min(limit, index + longest)
    while at < end, let child = children.child(of: node, tokens[at].word) {
      node = child
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

  /// The words that entries start with: a bit for each word of the lexicon, a set for the few others.
  private struct Starts {
    private var bits: [UInt64] = []
    private var others: Set<WordID> = []

    mutating func insert(_ word: WordID) {
      guard word.isKnown else {
        others.insert(word)
        return
      }
      let place = Int(word.raw) / 64
      if place >= bits.count { bits.append(contentsOf: repeatElement(0, count: place + 1 - bits.count)) }
      bits[place] |= 1 << UInt64(word.raw % 64)
    }

    func contains(_ word: WordID) -> Bool {
      guard word.isKnown else { return !others.isEmpty && others.contains(word) }
      let place = Int(word.raw) / 64
      return place < bits.count && bits[place] & (1 << UInt64(word.raw % 64)) != 0
    }
  }

  /// The trie's edges by node and word, open addressing at most half full.
  private struct Children {
    private struct Edge {
      /// Node and word, 0 for a free place: no edge leads from the root by no word.
      var key: UInt64
      var child: Int32
    }

    private var edges = [Edge](repeating: Edge(key: 0, child: 0), count: 16)
    private var count = 0

    func child(of node: Int, _ word: WordID) -> Int? {
      let key = Self.key(node, word)
      var place = Self.place(key, edges.count)
      while edges[place].key != 0 {
        if edges[place].key == key { return Int(edges[place].child) }
        place = (place + 1) & (edges.count - 1)
      }
      return nil
    }

    mutating func insert(_ child: Int, under node: Int, _ word: WordID) {
      count += 1
      if count * 2 > edges.count {
        let old = edges
        edges = Array(repeating: Edge(key: 0, child: 0), count: old.count * 2)
        for edge in old where edge.key != 0 { put(edge) }
      }
      put(Edge(key: Self.key(node, word), child: Int32(child)))
    }

    private mutating func put(_ edge: Edge) {
      var place = Self.place(edge.key, edges.count)
      while edges[place].key != 0 { place = (place + 1) & (edges.count - 1) }
      edges[place] = edge
    }

    private static func key(_ node: Int, _ word: WordID) -> UInt64 { UInt64(node) << 32 | UInt64(word.raw) }

    /// Fibonacci hashing: the high bits of the product.
    private static func place(_ key: UInt64, _ size: Int) -> Int {
      Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
    }
  }
}
