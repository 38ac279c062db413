/// Who speaks where a text speaks for itself: the person of an interview, or the authors of a commentary.
struct DocumentVoice {
  private let document: Document
  private let text: PointText

  init(document: Document, text: PointText) {
    self.document = document
    self.text = text
  }

  /// None for reports: their authors put nothing forward.
  var speakers: [Speaker] {
    let byline = document.blocks.indices.filter { document.blocks[$0].kind == .byline }
      .flatMap { persons(in: document.blocks[$0].range) }
    if text.isInterview { return answering(except: byline).map { [$0] } ?? [] }
    if let signatories { return [signatories] }
    guard !text.isReport else { return [] }
    if !byline.isEmpty { return byline }
    guard let name = document.metadata.byline, !name.isEmpty else { return [] }
    let entity = document.entities.firstIndex { $0.type == .person && $0.name == name }
    return [Speaker(entity: entity, name: name, resolution: .name)]
  }

  /// The first person of the text whom no byline and no caption names.
  private func answering(except asking: [Speaker]) -> Speaker? {
    for (block, tokens) in text.blockTokens.enumerated() where tokens.count >= 8 && text.isBody(block) {
      let named = persons(in: document.blocks[block].range)
      if let first = named.first(where: { person in !asking.contains { $0.entity == person.entity } }) { return first }
    }
    return nil
  }

  /// "We, the leaders of the Coral Group, met": who speaks in the first person of a whole text.
  private var signatories: Speaker? {
    for tokens in text.blockTokens.prefix(6) where tokens.count > 6 {
      let first = tokens.lowerBound
      guard text.classes[first].contains(.we), text.mark(first + 1) == 0x2C,
        text.classes[first + 2].contains(.definite),
        let comma = tokens.dropFirst(3).prefix(20).first(where: { text.mark($0) == 0x2C })
      else { continue }
      let range = TextRange(text.tokens[first + 2].start, text.tokens[comma - 1].end)
      return Speaker(entity: nil, name: document.text[range], resolution: .description)
    }
    return nil
  }

  private func persons(in range: TextRange) -> [Speaker] {
    var result: [Speaker] = []
    for mention in document.mentions where mention.type == .person && range.covers(mention.range) {
      guard let entity = mention.entity, !result.contains(where: { $0.entity == entity }) else { continue }
      result.append(Speaker(entity: entity, name: document.entities[entity].name, resolution: .name))
    }
    return result
  }
}
