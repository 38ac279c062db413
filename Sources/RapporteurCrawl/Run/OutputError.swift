internal import Glibc

/// The output cannot be made or written.
public struct OutputError: Error, Sendable, CustomStringConvertible {
  public var kind: Kind
  /// What is wrong, for people.
  public var description: String

  public enum Kind: Sendable {
    /// The file cannot be created.
    case create
    /// Writing failed: the disk is full, or broken.
    case write
  }

  init(_ kind: Kind, _ path: String, _ code: Int32) {
    self.kind = kind
    description = "\(path): \(systemMessage(code))"
  }
}
