internal import Rapporteur

/// What can go wrong in the middle of a file.
struct StreamFault: Error, Equatable {
  /// `unreadable`, `truncated`, `corrupt`.
  var code: String
  var message: String

  /// The failure of the document that stood there.
  var failure: StageFailure { StageFailure(stage: "input", code: code, message: message) }
}
