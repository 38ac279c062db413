/// A value of a JSON text.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it is written: `1e400` and a 30-digit id stay what they are.
  case number(String)
  case string(Text)
  case array([JSONValue])
  /// In the order of the text; a key may stand there more than once.
  case object([Member])

  /// A key of an object and its value.
  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a key, the last one where it stands more than once; `nil` for what is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text of a string.
  public var text: Text? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The text of a string, or of a number as it is written: what an id may be.
  public var name: String? {
    switch self {
    case .string(let text): text[text.range]
    case .number(let digits): digits
    case .null, .bool, .array, .object: nil
    }
  }
}

/// Where and why a text is no JSON.
public struct JSONError: Error, Sendable, Equatable {
  /// The byte where reading stopped, counted from 0.
  public var offset: Int
  public var message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
