/// Attributes statements to those who made them.
public struct Speakers: Stage {
  public static let name = "speakers"
  public static let summary = "Attributes statements to those who made them."
  public static let reads: Set<Layer> = [.sentences]
  public static let uses: Set<Layer> = [.entities]
  public static let writes: Set<Layer> = [.attributions]

  public init(_ options: inout Options) {}

  public func process(_ document: inout Document) throws(StageFailure) {}
}
