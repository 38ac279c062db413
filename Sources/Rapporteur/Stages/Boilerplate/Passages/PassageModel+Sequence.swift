// From the scores of passages to the passages of the article.
extension PassageModel {
  /// What has to be added to a page's scores so that 0 is the border with the best F1 to be expected: where a model is
  /// unsure of a whole page, it pays to keep what is likelier not to belong to it than to belong (Ye and others,
  /// "Optimizing F-Measures: A Tale of Two Approaches", 2012).
  ///
  /// - Parameter words: What each passage counts for.
  /// - Returns: 0 to 2.5.
  package static func shift(_ scores: [Float], _ words: [Float]) -> Float {
    let count = 128
    var right = [Float](repeating: 0, count: count)
    var kept = right
    var total: Float = 0
    for (score, words) in zip(scores, words) {
      let probability = Float(Logistic.probability(score))
      let place = Int(max(0, min(127, (score + 8) * 8)))
      right[place] += probability * words
      kept[place] += words
      total += probability * words
    }
    var best: Float = 0
    var sums: (right: Float, kept: Float) = (0, 0)
    for place in (0..<count).reversed() {
      sums = (sums.right + right[place], sums.kept + kept[place])
      if sums.kept > 0 { best = max(best, 2 * sums.right / (sums.kept + total)) }
    }
    // The border stands where the probability is half of the best F1.
    var low: Float = 0
    var high: Float = 2.5
    for _ in 0..<10 {
      let middle = (low + high) / 2
      if Float(Logistic.probability(-middle)) > best / 2 { low = middle } else { high = middle }
    }
    return low
  }

  /// By how much the likeliest sequence that keeps a passage is likelier than the likeliest that cuts it, in log odds,
  /// when each change between in and out costs `change`: above 0, it belongs to the article.
  ///
  /// Max-product messages from both ends (Viterbi's algorithm gives the same sequence); no sum grows with the page.
  package static func margins(_ scores: [Float], change: Float) -> [Float] {
    var margins: [Float] = []
    margins.reserveCapacity(scores.count)
    var before: Float = 0
    for score in scores {
      before = score + min(max(before, -change), change)
      margins.append(before)
    }
    var behind: Float = 0
    for index in scores.indices.reversed() {
      margins[index] += behind
      behind = min(max(behind + scores[index], -change), change)
    }
    return margins
  }
}
