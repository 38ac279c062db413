/// Puts the kept pieces of a page together as a document's text, a blank line between two blocks.
struct DocumentWriter {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []

  /// Adds a piece of plain text as a block: an exact slice of the page.
  mutating func add(
    _ page: [UInt8], _ range: TextRange, _ kind: Block.Kind, level: Int? = nil, isMain: Bool? = nil, confidence: Double
  ) {
    let start = open()
    text += page[range.indices]
    blocks.append(
      Block(
        range: TextRange(start, text.count), kind: kind, isMain: isMain, level: level, source: range,
        confidence: confidence))
  }

  /// The offset at which the next block starts.
  mutating func open() -> Int {
    if !text.isEmpty { text += [0x0A, 0x0A] }
    return text.count
  }

  /// Adds a block whose bytes were written behind `open()`.
  mutating func close(_ block: Block) { blocks.append(block) }

  /// Appends bytes to the block that is open.
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>) { text += bytes[range] }
}
