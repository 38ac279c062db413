/// Keeps the article, cuts what a page puts around it.
public struct Boilerplate: Stage {
  public static let name = "boilerplate"
  public static let summary = "Keeps the article, cuts what a page puts around it."
  public static let reads: Set<Layer> = [.page]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.text, .blocks]

  public init(_ options: inout Options) {}

  public func process(_ document: inout Document) throws(StageFailure) {}
}
