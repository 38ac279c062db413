/// A value of pipeline.yml and where it stands, apart from the library that parsed it.
public struct ConfigurationNode: Sendable {
  public var value: Value

  /// From 1.
  public var line: Int
  public var column: Int

  public init(_ value: Value, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }

  public enum Value: Sendable {
    case null
    /// As written, without its quotes.
    case scalar(String)
    case list([ConfigurationNode])
    case map([Entry])
  }

  /// A key with its value, in the order of the file.
  public struct Entry: Sendable {
    public var key: String
    /// Where the key stands.
    public var line: Int
    public var column: Int
    public var node: ConfigurationNode

    public init(key: String, line: Int, column: Int, node: ConfigurationNode) {
      self.key = key
      self.line = line
      self.column = column
      self.node = node
    }
  }

  /// What the value is, in words for a message.
  public var kind: String {
    switch value {
    case .null: "nothing"
    case .scalar(let text): "'\(text)'"
    case .list: "a list"
    case .map: "a map"
    }
  }
}
