import Foundation
import Rapporteur

/// What the program says beside its records.
enum Console {
  /// Writes a line to the standard error.
  static func error(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }

  /// Writes text to the standard output.
  static func print(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
