/// "did you mean": the nearest of the known words.
public enum Suggestion {
  /// "did you mean 'x'?" when one is near, else the whole list.
  public static func nearest(_ word: String, among known: [String]) -> String {
    let best = known.min { distance(word, $0) < distance(word, $1) }
    if let best, distance(word, best) <= max(2, word.utf8.count / 3) { return "did you mean '\(best)'?" }
    return "known are " + known.map { "'\($0)'" }.joined(separator: ", ")
  }

  /// Levenshtein's edit distance, over bytes.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.utf8)
    let b = Array(b.utf8)
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
