/// An INPUT that cannot be read at all: no work is begun.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong and what would help, for people.
  public var description: String

  public init(_ description: String) { self.description = description }
}

extension InputError {
  /// A file of records is not there.
  static func noRecords(_ path: String) -> InputError {
    InputError("\(path): there is no such file; name what 'rapporteur run … -o' wrote")
  }
}
