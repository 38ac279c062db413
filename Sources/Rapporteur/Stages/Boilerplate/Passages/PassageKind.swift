/// The two forms in which a page's passages come, each with a model of its own.
package enum PassageKind: String, Sendable, CaseIterable {
  /// Lines of a page that somebody already flattened.
  case text
  /// Pieces of text in an HTML tree.
  case tree

  /// The number of values in a row.
  package var width: Int {
    switch self {
    case .text: PassageFeatures.width
    case .tree: TreeFeatures.width
    }
  }

  /// What a change between in and out of the article costs, in log odds.
  package var changeCost: Float {
    switch self {
    case .text: 0.5
    case .tree: 0.4
    }
  }
}
