/// How often a decision is right, by how clear it was: a line through points that rise, level before the first and
/// behind the last.
package struct ConfidenceCurve: Sendable, Equatable {
  /// A margin and the share of the decisions near it that were right.
  package struct Point: Sendable, Equatable {
    package var margin: Float
    package var share: Float

    package init(margin: Float, share: Float) {
      self.margin = margin
      self.share = share
    }
  }

  /// Margins rise, and shares never fall.
  package let points: [Point]

  package init(_ points: [Point]) { self.points = points }

  /// The share at a margin; `nil` without points.
  package func share(at margin: Float) -> Double? {
    guard let first = points.first, let last = points.last else { return nil }
    if margin <= first.margin { return Double(first.share) }
    if margin >= last.margin { return Double(last.share) }
    var index = 1
    while points[index].margin < margin { index += 1 }
    let (low, high) = (points[index - 1], points[index])
    let place = Double(margin - low.margin) / Double(high.margin - low.margin)
    return Double(low.share) + place * Double(high.share - low.share)
  }
}
