internal import Rapporteur

/// A page with the article that people marked in it, or a shorter page made of it.
struct PassageExample {
  /// The site that the page is of, counted from 0: all that is made of its pages falls into one fold.
  var site: Int
  var page: Text
  var url: String?
  /// The page's kind as the data name it: article, forum, listing.
  var type: String
  /// The article; of a shortened page the passages that are left of it.
  var gold: String
  var isCropped: Bool
  var rows: PassageRows
  /// Whether each passage belongs to the article.
  var labels: [Bool]

  /// What each row counts for: long passages more than short ones, pages with many passages less than with few.
  ///
  /// - Parameter cropped: What a cropped page counts for beside a whole one.
  func weights(_ kind: PassageKind, cropped: Double) -> [Double] {
    var weights: [Double] = []
    switch kind {
    case .text:
      let page = 1 / Double(max(30, labels.count)).squareRoot()
      for passage in rows.passages { weights.append(Double(passage.words).squareRoot().squareRoot() * page) }
    case .tree:
      // Powers of 3/4 and 7/8 by square roots alone: those are exact to the last bit on every machine.
      for passage in rows.passages {
        let root = min(Double(passage.words), 120).squareRoot().squareRoot()
        weights.append(0.3 + root * root * root)
      }
      let sum = max(weights.reduce(0, +), 1)
      let page = (type == "article" ? 1.3 : 1) * sum.squareRoot().squareRoot().squareRoot() / sum
      for index in weights.indices { weights[index] *= page }
    }
    return isCropped ? weights.map { $0 * cropped } : weights
  }
}
