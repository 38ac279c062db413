/// What became of a passage, and by whom: each has a curve of confidence of its own.
package enum PassageFate: Int, Sendable, CaseIterable {
  /// It is part of the article.
  case kept
  /// The model cut it.
  case cut
  /// A rule cut it, whatever the model says.
  case ruled
}

/// What was decided of a passage of a page.
package struct PassageDecision: Sendable {
  package var text: String
  /// `nil` for what is neither: a title, a byline, a caption.
  package var fate: PassageFate?
  /// Of `PassageModel.margins`.
  package var margin: Float
}
