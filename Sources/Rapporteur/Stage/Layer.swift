/// A part of a document that stages read and write.
public enum Layer: String, Sendable, CaseIterable {
  /// The decoded page. Always there.
  case page
  /// `Document.text` and the page's metadata.
  case text
  case blocks
  /// With the tokens.
  case sentences
  /// With the mentions.
  case entities
  case attributions
  case proposals
}
