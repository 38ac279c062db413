/// Finds names, titles, dates and amounts, and links those that name the same.
public struct Entities: Stage {
  public static let name = "entities"
  public static let summary = "Finds names, titles, dates and amounts, and links those that name the same."
  public static let reads: Set<Layer> = [.sentences]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.entities]

  public init(_ options: inout Options) {}

  public func process(_ document: inout Document) throws(StageFailure) {}
}
