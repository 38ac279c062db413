/// All faults of a configuration, reported together.
public struct ConfigurationError: Error, Sendable, Equatable {
  /// In the order of the file.
  public var faults: [Fault]

  public init(_ faults: [Fault]) {
    self.faults = faults.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }

  /// One fault and its place.
  public struct Fault: Sendable, Equatable, CustomStringConvertible {
    public var file: String
    /// From 1.
    public var line: Int
    public var column: Int
    /// What is wrong and what would be right.
    public var message: String

    public init(file: String, line: Int, column: Int, message: String) {
      self.file = file
      self.line = line
      self.column = column
      self.message = message
    }

    /// "pipeline.yml:12:5: …"
    public var description: String { "\(file):\(line):\(column): \(message)" }
  }
}
