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
    /// Nobody reads the other end of a pipe any more.
    case closed
  }

  /// Whether another run holds the file.
  private(set) var isBusy = false

  init(_ kind: Kind, _ path: String, _ code: Int32) {
    self.kind = kind == .write && code == EPIPE ? .closed : kind
    let remedy = kind == .create ? code == EISDIR ? "; name a file in it" : "; name another output" : ""
    description = "\(path): \(systemMessage(code))\(remedy)"
  }

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    description = message
  }

  /// Another run holds the file.
  static func busy(_ path: String) -> OutputError {
    var error = OutputError(.create, "\(path): another run is writing it; wait for its end, or name another output")
    error.isBusy = true
    return error
  }
}
