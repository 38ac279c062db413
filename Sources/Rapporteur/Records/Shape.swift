/// What a value of a record may be.
public indirect enum Shape: Sendable {
  case string
  /// SHA-256, 64 hexadecimal digits.
  case digest
  /// Not negative.
  case integer
  /// A number from 0 to 1 with two decimals.
  case share
  case boolean
  /// One of some words.
  case choice([String])
  /// The shape, or null.
  case optional(Shape)
  case list(Shape)
  /// Every key, in this order.
  case object([Field])

  /// A key of an object.
  public struct Field: Sendable {
    public let name: String
    public let shape: Shape
    /// What it means, `nil` where the name says it.
    public let help: String?
    /// Whether the key is there only when an option of the pipeline asks for it.
    public let isOptional: Bool

    init(_ name: String, _ shape: Shape, _ help: String? = nil, isOptional: Bool = false) {
      self.name = name
      self.shape = shape
      self.help = help
      self.isOptional = isOptional
    }
  }
}
