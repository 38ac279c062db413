/// Finds numbered sets of points that somebody puts forward.
public struct Proposals: Stage {
  public static let name = "proposals"
  public static let summary = "Finds numbered sets of points that somebody puts forward."
  public static let reads: Set<Layer> = [.sentences]
  public static let uses: Set<Layer> = [.attributions, .entities]
  public static let writes: Set<Layer> = [.proposals]

  public init(_ options: inout Options) {}

  public func process(_ document: inout Document) throws(StageFailure) {}
}
