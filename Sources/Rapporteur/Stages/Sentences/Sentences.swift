/// Splits blocks into sentences and tokens.
public struct Sentences: Stage {
  public static let name = "sentences"
  public static let summary = "Splits blocks into sentences and tokens."
  public static let reads: Set<Layer> = [.text, .blocks]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.sentences]

  public init(_ options: inout Options) {}

  public func process(_ document: inout Document) throws(StageFailure) {}
}
