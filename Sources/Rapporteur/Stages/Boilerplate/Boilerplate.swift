/// Keeps the article, cuts what a page puts around it, and reads what the page says of itself.
public struct Boilerplate: Stage {
  public static let name = "boilerplate"
  public static let summary = "Keeps the article, cuts what a page puts around it."
  public static let reads: Set<Layer> = [.page]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.text, .blocks]

  private let text: TextExtractor
  private let tree: TreeExtractor

  public init(_ options: inout Options) {
    let read = BoilerplateOptions(&options)
    text = TextExtractor(read)
    tree = TreeExtractor(read)
  }

  public func process(_ document: inout Document) throws(StageFailure) {
    switch document.form {
    case .text: text.extract(&document)
    case .html: tree.extract(&document)
    }
  }
}
