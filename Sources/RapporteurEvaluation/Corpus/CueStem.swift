/// What cues of one verb have in common, roughly: the first word that is neither an auxiliary nor a particle, without
/// its inflection. Cues of other scripts are taken as they are.
enum CueStem {
  static func stem(_ cue: String) -> String {
    let words = SpokenName.words(cue)
    guard let word = words.first(where: { !auxiliaries.contains($0) }) ?? words.first else { return "" }
    if let base = irregular[word] { return base }
    guard word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return word }
    var stem = word
    for ending in ["ying", "ied", "ies", "ing", "ed", "es", "s"]
    where stem.hasSuffix(ending) && stem.count > ending.count + 2 {
      stem = String(stem.dropLast(ending.count)) + (ending.hasPrefix("y") || ending.hasPrefix("ie") ? "y" : "")
      break
    }
    // "stressed" and "stress", "urge" and "urged", "planned" and "plan".
    if stem.count > 3, stem.hasSuffix("e") { stem.removeLast() }
    let end = Array(stem.suffix(2))
    if end.count == 2, end[0] == end[1] { stem.removeLast() }
    return stem
  }

  private static let auxiliaries: Set<String> = [
    "was", "is", "are", "were", "has", "have", "had", "been", "be", "being", "also", "then", "further", "again", "will",
    "would", "did", "as", "in", "the", "by", "to", "a", "of",
  ]

  private static let irregular = [
    "said": "say", "says": "say", "saying": "say", "told": "tell", "wrote": "write", "written": "write", "read": "read",
    "put": "put", "putting": "put", "made": "make", "making": "make", "gave": "give", "giving": "give",
    "spoke": "speak",
    "held": "hold", "laid": "lay", "set": "set", "found": "find", "took": "take", "went": "go", "swore": "swear",
    "let": "let", "drew": "draw", "shot": "shoot", "foresaw": "foresee", "saw": "see",
  ]
}
