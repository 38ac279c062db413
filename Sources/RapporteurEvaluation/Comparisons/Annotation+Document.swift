package import Rapporteur

extension Annotation {
  /// What a pipeline found in a page of plain text, at its places in the page.
  ///
  /// A span is moved back by the block that it stands in; one that begins or ends outside all blocks is left out.
  package init(_ document: Document) {
    self.init()
    let blocks = document.blocks.filter { $0.source != nil }
    let index = OffsetIndex(document.decoded, unit: .codePoint)

    func point(_ offset: Int, isEnd: Bool) -> Int? {
      let wanted = isEnd && offset > 0 ? offset - 1 : offset
      var (low, high) = (0, blocks.count)
      while low < high {
        let middle = (low + high) / 2
        if blocks[middle].range.start <= wanted { low = middle + 1 } else { high = middle }
      }
      guard low > 0, offset <= blocks[low - 1].range.end, let source = blocks[low - 1].source else { return nil }
      return index(min(source.start + offset - blocks[low - 1].range.start, document.decoded.count))
    }
    func place(_ range: TextRange) -> Range<Int>? {
      guard let start = point(range.start, isEnd: false), let end = point(range.end, isEnd: true), start <= end else {
        return nil
      }
      return start..<end
    }
    func name(_ speaker: Speaker) -> String {
      speaker.name.isEmpty ? speaker.entity.map { document.entities[$0].name } ?? "" : speaker.name
    }

    title = document.metadata.title
    published = document.metadata.published
    units = blocks.compactMap { block in
      block.source.map { Unit(range: index($0.start)..<index($0.end), isKept: true, label: block.kind.rawValue) }
    }
    sentences = document.sentences.compactMap { place($0.range) }
    names = document.mentions.compactMap { mention in
      place(mention.range).map { range in
        Name(
          range: range, type: mention.type, link: mention.entity.map { "e\($0 + 1)" },
          country: mention.entity.flatMap { document.entities[$0].country }, value: mention.value)
      }
    }
    statements = document.attributions.map { attribution in
      let kind = StatementKind(rawValue: attribution.kind.rawValue) ?? .indirect
      return Statement(
        kind: attribution.isContinued ? .continued : kind, speakers: attribution.speakers.map(name),
        source: attribution.mention.flatMap(place), cue: attribution.cue.flatMap(place),
        content: attribution.content.compactMap(place))
    }
    proposals = document.proposals.map { proposal in
      PointSet(
        speakers: proposal.speakers.map(name), announcement: proposal.announcement.flatMap(place),
        announced: proposal.announced, isComplete: proposal.isComplete, isMentionedOnly: proposal.isMentionedOnly,
        items: proposal.items.compactMap { item in
          place(item.range).map { Point(range: $0, marker: item.marker.flatMap(place)) }
        })
    }
  }
}
