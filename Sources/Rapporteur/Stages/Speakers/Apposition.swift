/// Names that stand behind a description: "her opponent, State Senator Kim,".
enum Apposition {
  /// How many tokens an apposition's name stands from the comma at most.
  private static let reach = 12

  /// What a company is called by its trade.
  private static let companies = Set(
    [
      "carrier", "contractor", "developer", "insurer", "maker", "manufacturer", "operator", "owner", "producer",
      "publisher", "retailer", "supplier",
    ].map { Lexicon.shared.id(of: $0) })
  private static let former = Lexicon.shared.id(of: "former")

  /// Who an apposition behind a noun phrase without a name of its own says it is.
  static func name(behind source: Range<Int>, head: Int, _ passage: Passage) -> Speaker? {
    let comma = source.upperBound
    guard comma + 1 < passage.tokens.count, passage.has(comma, .comma),
      passage.has(source.lowerBound, [.determiner, .possessive]) || passage.mention(source.lowerBound)?.type == .role
        || source.contains(where: { passage.tokens[$0].shape.contains(.possessive) }),
      !source.contains(where: { passage.mention($0)?.type == .person })
    else { return nil }
    let isBody =
      passage.has(head, .institution) && !passage.has(head, .human)
      || Self.companies.contains(passage.tokens[head].word)
    var at = comma + 1
    var first: Int?
    while at < min(comma + reach, passage.tokens.count) {
      if let mention = passage.mention(at), let entity = mention.entity,
        mention.range.start == passage.tokens[at].start,
        mention.type == .person || isBody && mention.type == .organisation
      {
        return Speaker(
          entity: entity, name: passage.entities[entity].name,
          resolution: mention.type == .person ? .name : .organisation)
      }
      if passage.has(at, [.comma, .quoteMark]) || passage.verb(at) != nil && !passage.isCapitalised(at) { break }
      let fits =
        passage.isCapitalised(at) || passage.mentionOf[at] >= 0
        || passage.has(at, [.honorific, .masculine, .feminine, .human, .hyphen, .of])
        || at == comma + 1 && passage.has(at, .determiner) && passage.isCapitalised(at + 1)
        || passage.tokens[at].word == former || passage.looksPast(at)
        || passage.has(at, .stop) && passage.tokens[at - 1].length <= 4 && passage.isCapitalised(at - 1)
      guard fits, !passage.has(at, [.relative, .time]) else { return nil }
      if first == nil { first = at }
      at += 1
    }
    // A name that is no mention.
    guard let first, first < at, at - first <= 4, at < passage.tokens.count,
      (first..<at).allSatisfy({ passage.isCapitalised($0) && passage.mentionOf[$0] < 0 }),
      !passage.sentences.contains(where: { $0.tokens.upperBound == at })
    else { return nil }
    return Speaker(entity: nil, name: passage.string(first..<at), resolution: .name)
  }
}
