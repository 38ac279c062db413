/// Keeps the article, cuts what a page puts around it.
public struct Boilerplate: Stage {
  public static let name = "boilerplate"
  public static let summary = "Keeps the article, cuts what a page puts around it."
  public static let reads: Set<Layer> = [.page]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.text, .blocks]

  public init(_ options: inout Options) {}

  public func process(_ document: inout Document) throws(StageFailure) {
    let text = document.decoded
    let lines = PageLines(text.utf8.span).lines
    var builder: [UInt8] = []
    var blocks: [Block] = []
    for line in lines {
      if !builder.isEmpty { builder += [0x0A, 0x0A] }
      let start = builder.count
      builder += text.utf8[line.range.indices]
      blocks.append(Block(range: TextRange(start, builder.count), kind: .paragraph, source: line.range))
    }
    document.text = Text(valid: builder)
    document.metadata.language = BlockLanguages.assign(to: &blocks, builder.span, .shared)
    document.blocks = blocks
    document.metadata.published = document.inputDate
  }
}
