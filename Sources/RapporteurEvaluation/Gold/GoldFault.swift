/// What is wrong with a gold document, where, and what to do about it.
package struct GoldFault: Sendable, Equatable, CustomStringConvertible {
  package var file: String
  /// Counted from 1; `nil` for a fault of the whole file or corpus.
  package var line: Int?
  package var message: String

  package init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}

/// All faults of a document, in the order of its lines.
package struct GoldFaults: Error, Sendable {
  package var faults: [GoldFault]
}
