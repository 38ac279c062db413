/// The persons that a document names outside its bylines, in page order: an author is nobody's "he".
struct NamedPersons {
  private var persons: [(range: TextRange, entity: Int)] = []

  /// How many mentions a pronoun is held against.
  private static let reach = 200

  /// How many sentences of a page can tell who wrote it.
  private static let lead = 8

  init(_ passage: Passage) {
    let bylines = passage.blocks.filter { $0.kind == .byline }.map(\.range)
    // "By Kim" at the head of the text.
    let authors = Set(
      passage.sentences.prefix(Self.lead).lazy.map(\.tokens).filter {
        $0.count > 1 && passage.has($0.lowerBound, .by) && passage.mention($0.lowerBound + 1)?.type == .person
      }.map { passage.tokens[$0.lowerBound + 1].start })
    var next = 0
    for mention in passage.mentions where mention.type == .person {
      guard let entity = mention.entity else { continue }
      while next < bylines.count, bylines[next].end <= mention.range.start { next += 1 }
      if next < bylines.count, bylines[next].covers(mention.range) { continue }
      if authors.contains(mention.range.start) { continue }
      persons.append((mention.range, entity))
    }
  }

  /// The entities of the mentions that end before a place of the text, in bytes; the latest first.
  func before(_ place: Int) -> some Sequence<Int> {
    let end = persons.firstPlace { $0.range.start >= place }
    return persons[max(0, end - Self.reach)..<end].reversed().lazy.filter { $0.range.end <= place }.map(\.entity)
  }
}
