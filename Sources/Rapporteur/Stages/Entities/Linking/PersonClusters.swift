/// The persons of a document: every full name, and which of them a short one means.
struct PersonClusters {
  /// One person.
  struct Cluster {
    /// The fullest form: its words without marks.
    var words: [WordID]
    var span: Int
    /// Whether the surname stands first.
    var isEastern: Bool
    /// The token where the person was last named.
    var lastSeen: Int
    var entity = -1
  }

  private(set) var clusters: [Cluster] = []
  private var byWord: [WordID: [Int]] = [:]
  private var bySpelling: [UInt64: Int] = [:]

  /// The cluster of a full name, made when nobody of that name is known.
  ///
  /// - Parameter spelling: A hash of the letters without marks and spaces: "Lee Jae Myung" is "Lee Jae-myung".
  mutating func add(_ words: [WordID], spelling: UInt64, span: Int, isEastern: Bool) -> Int {
    if let known = bySpelling[spelling] { return known }
    if words.count > 1 {
      for index in byWord[words[words.count - 1], default: []] + byWord[words[0], default: []]
      where matches(words, clusters[index].words, isEastern || clusters[index].isEastern) {
        bySpelling[spelling] = index
        if words.count > clusters[index].words.count {
          clusters[index].words = words
          clusters[index].span = span
          register(index, words)
        }
        return index
      }
    }
    clusters.append(Cluster(words: words, span: span, isEastern: isEastern, lastSeen: -1))
    bySpelling[spelling] = clusters.count - 1
    register(clusters.count - 1, words)
    return clusters.count - 1
  }

  private mutating func register(_ index: Int, _ words: [WordID]) {
    for word in words where !byWord[word, default: []].contains(index) { byWord[word, default: []].append(index) }
  }

  /// Whether one of two full names is the other with fewer words: a middle name left out, a surname added.
  private func matches(_ a: [WordID], _ b: [WordID], _ isEastern: Bool) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.count >= 2 else { return false }
    var at = 0
    for word in long where at < short.count && short[at] == word { at += 1 }
    guard at == short.count else { return false }
    return short[0] == long[0] && (short.count < long.count || short == long) || short.last == long.last
  }

  /// The person that a single name means at `place`: by surname, then by any other part; the one named last before it.
  func find(_ word: WordID, before place: Int) -> Int? {
    var best: Int?
    var bestRank = -1
    for index in byWord[word, default: []] {
      let cluster = clusters[index]
      let surname = cluster.isEastern ? cluster.words.first : cluster.words.last
      var rank = surname == word ? 2 : 0
      if cluster.words.count == 1 { rank = 1 }
      if rank == 0 && cluster.isEastern { rank = cluster.words.last == word ? 1 : 0 }
      if rank > bestRank || rank == bestRank && cluster.lastSeen > (best.map { clusters[$0].lastSeen } ?? -1) {
        best = index
        bestRank = rank
      }
    }
    return best
  }

  mutating func saw(_ cluster: Int, at place: Int) { clusters[cluster].lastSeen = place }

  mutating func setEntity(_ entity: Int, of cluster: Int) { clusters[cluster].entity = entity }
}
