/// Who speaks where a text speaks for itself: the person of an interview, or the authors of a commentary.
struct DocumentVoice {
  private let document: Document
  private let text: PointText

  init(document: Document, text: PointText) {
    self.document = document
    self.text = text
  }

  /// Those whom the byline names.
  var authors: [Speaker] {
    document.blocks.indices.filter { document.blocks[$0].kind == .byline || isNamesAlone($0) }
      .flatMap { persons(in: document.blocks[$0].range) }
  }

  /// None for reports: their authors put nothing forward.
  var speakers: [Speaker] {
    let byline = authors
    if text.isInterview { return answering(except: byline).map { [$0] } ?? [] }
    if let signatories { return [signatories] }
    if text.ownShare > Self.spoken {
      if !letter.isEmpty { return letter }
      if let speech { return [speech] }
    }
    guard !text.isReport else { return [] }
    if !byline.isEmpty { return byline }
    if let signed { return [signed] }
    guard let name = document.metadata.byline, !name.isEmpty else { return [] }
    let entity = document.entities.firstIndex { $0.type == .person && $0.name == name }
    return [Speaker(entity: entity, name: name, resolution: .name)]
  }

  /// From which share of "I" and "we" on a text is somebody's own words.
  private static let spoken = 0.006

  /// Those who sign a letter, below "Sincerely,".
  private var letter: [Speaker] {
    let last = text.blockTokens.indices.suffix(12)
    guard
      let closing = last.last(where: { block in
        let tokens = text.blockTokens[block]
        return tokens.count <= 16 && tokens.prefix(3).contains { text.classes[$0].contains(.closing) }
      })
    else { return [] }
    let end = document.blocks[min(closing + 6, document.blocks.count - 1)].range.end
    let below = TextRange(document.blocks[closing].range.start, end)
    let signers = persons(in: below)
    if !signers.isEmpty { return signers }
    // A name that nobody knows: two to five capitalised words alone on the next line.
    guard closing + 1 < text.blockTokens.count else { return [] }
    let name = text.blockTokens[closing + 1]
    guard (2...5).contains(name.count), name.allSatisfy({ text.tokens[$0].shape.contains(.capitalised) }) else {
      return []
    }
    return [Speaker(entity: nil, name: document.text[document.blocks[closing + 1].range], resolution: .name)]
  }

  /// "Remarks by President Kim at the forum" above what he says.
  private var speech: Speaker? {
    for (block, tokens) in text.blockTokens.enumerated().prefix(4)
    where tokens.count <= 40 && (block == 0 || document.blocks[block].kind != .paragraph) {
      guard tokens.contains(where: { text.classes[$0].contains(.speech) }) else { continue }
      if let speaker = persons(in: document.blocks[block].range).first { return speaker }
    }
    return nil
  }

  /// The first person of the text whom no byline and no caption names.
  private func answering(except asking: [Speaker]) -> Speaker? {
    for (block, tokens) in text.blockTokens.enumerated().prefix(2) where tokens.count <= 40 && !text.isBody(block) {
      // "Interview: Miriam Castro, president of the union"
      guard document.blocks[block].kind == .title else { continue }
      let named = persons(in: document.blocks[block].range)
      if named.count == 1, !asking.contains(where: { $0.entity == named[0].entity }) { return named[0] }
    }
    for (block, tokens) in text.blockTokens.enumerated() where tokens.count >= 8 && text.isBody(block) {
      let named = persons(in: document.blocks[block].range)
      if let first = named.first(where: { person in !asking.contains { $0.entity == person.entity } }) { return first }
    }
    return nil
  }

  /// "Miriam Castro is president of the union." below what she writes.
  private var signed: Speaker? {
    for (block, tokens) in text.blockTokens.enumerated().suffix(4) where tokens.count >= 4 && tokens.count <= 60 {
      let place = document.blocks[block].range
      guard let mention = document.mentions.first(where: { $0.type == .person && $0.range.start == place.start }),
        let entity = mention.entity, let next = tokens.first(where: { text.tokens[$0].start >= mention.range.end }),
        text.classes[next].contains(.be)
      else { continue }
      return Speaker(entity: entity, name: document.entities[entity].name, resolution: .name)
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

  /// "Ana Silva and Tom Reed" below the headline.
  private func isNamesAlone(_ block: Int) -> Bool {
    let tokens = text.blockTokens[block]
    guard block < 5, (2...12).contains(tokens.count) else { return false }
    let named = document.mentions.filter { $0.type == .person && document.blocks[block].range.covers($0.range) }
    // One name alone on top is a headline.
    return named.count > (block == 0 ? 1 : 0)
      && tokens.allSatisfy { index in
        text.mark(index) != 0 && text.mark(index) != 0x2E || text.classes[index].contains(.and)
          || named.contains { $0.range.covers(text.tokens[index].range) }
      }
  }

  private func persons(in range: TextRange) -> [Speaker] {
    var result: [Speaker] = []
    let first = document.mentions.firstPlace { $0.range.start >= range.start }
    for mention in document.mentions[first...] {
      if mention.range.start >= range.end { break }
      guard mention.type == .person, range.covers(mention.range) else { continue }
      guard let entity = mention.entity, !result.contains(where: { $0.entity == entity }) else { continue }
      result.append(Speaker(entity: entity, name: document.entities[entity].name, resolution: .name))
    }
    return result
  }
}
