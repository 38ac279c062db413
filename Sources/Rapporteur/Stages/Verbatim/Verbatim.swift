/// Takes the page as clean text, a block a line.
public struct Verbatim: Stage {
  public static let name = "verbatim"
  public static let summary = "Takes the page as clean text, a block a line."
  public static let reads: Set<Layer> = [.page]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.text, .blocks]

  public init(_ options: inout Options) {}

  public func process(_ document: inout Document) throws(StageFailure) {}
}
