/// Takes the page as clean text: not a byte is changed, a block is a line or a run of wrapped lines.
public struct Verbatim: Stage {
  public static let name = "verbatim"
  public static let summary = "Takes the page as clean text, a block a line."
  public static let reads: Set<Layer> = [.page]
  public static let uses: Set<Layer> = []
  public static let writes: Set<Layer> = [.text, .blocks]

  private let policy: SoftBreaks.Policy
  private let detector = LanguageDetector.shared

  public init(_ options: inout Options) {
    policy = options.choice(
      "soft_line_breaks", default: SoftBreaks.Policy.keep,
      "what a line break inside a paragraph is: keep (a new block), join (up to a blank line), auto (where wrapped)")
  }

  public func process(_ document: inout Document) throws(StageFailure) {
    let text = document.decoded
    document.text = text
    document.metadata.published = document.inputDate
    let bytes = text.utf8.span
    let lines = PageLines(bytes).lines
    let breaks = SoftBreaks(policy, text, lines)
    var blocks: [Block] = []
    var index = 0
    while index < lines.count {
      let first = index
      while breaks.isSoft(after: index) { index += 1 }
      let range = TextRange(lines[first].range.start, lines[index].range.end)
      blocks.append(Block(range: range, kind: kind(bytes, range, lines, first, index), source: range))
      index += 1
    }
    document.metadata.language = BlockLanguages.assign(to: &blocks, bytes, detector)
    document.blocks = blocks
  }

  private func kind(
    _ bytes: Span<UInt8>, _ range: TextRange, _ lines: [PageLines.Line], _ first: Int, _ last: Int
  ) -> Block.Kind {
    if ListMarker.length(bytes, range) > 0 { return .listItem }
    guard first == last, last + 1 < lines.count, first == 0 || lines[first].blanksBefore > 0 else { return .paragraph }
    return HeadingShape.isHeading(bytes, range, before: lines[last + 1].range) ? .heading : .paragraph
  }
}
