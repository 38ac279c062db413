import Rapporteur
import Testing

/// Who the speakers are, with entities made by hand: the sieves alone are tested.
@Suite struct SpeakerResolverTests {
  /// What the text calls a thing, and the thing.
  struct Known {
    var surfaces: [String]
    var mentionType: EntityType
    var entity: Entity

    init(
      _ surfaces: [String], _ mentionType: EntityType, _ name: String, _ type: EntityType? = nil,
      country: String? = nil,
      role: String? = nil, gender: Entity.Gender? = nil
    ) {
      self.surfaces = surfaces
      self.mentionType = mentionType
      let type = type ?? mentionType
      entity = Entity(
        key: "\(type.rawValue):\(name)", type: type, name: name, country: country, role: role, gender: gender)
    }
  }

  private static let cast = [
    Known(["Ana Rivas", "Rivas"], .person, "Ana Rivas", country: "CL", role: "President", gender: .feminine),
    Known(["the Chilean president", "Chilean president"], .role, "Ana Rivas", .person),
    Known(["Jan Novak", "Novak"], .person, "Jan Novak", country: "CZ", role: "Prime Minister", gender: .masculine),
    Known(["Marin"], .person, "Robin Marin", role: "Minister"),
    Known(["Chile"], .country, "Chile", country: "CL"),
    Known(["Chilean"], .nationality, "Chile", .country, country: "CL"),
    Known(["Czechia"], .country, "Czechia", country: "CZ"),
    Known(["Port Authority"], .organisation, "Port Authority"),
  ]

  private static let lead = "Ana Rivas of Chile met with Jan Novak of Czechia in Lima.\n\n"

  /// The speakers of the last statement of a text.
  private func speakers(_ text: String) throws -> [String] {
    let text = Text(text)
    var document = Document(
      id: "test", source: Page.Source(), inputDate: nil, decoded: text, form: .text, digest: Digest(of: text.utf8))
    for type in [Verbatim.self, Sentences.self] as [any Stage.Type] {
      var options = Options.defaults(of: type.name)
      try type.init(&options).process(&document)
    }
    for known in Self.cast {
      let index =
        document.entities.firstIndex { $0.key == known.entity.key }
        ?? {
          document.entities.append(known.entity)
          return document.entities.count - 1
        }()
      for surface in known.surfaces {
        let pattern = Array(surface.utf8)
        guard pattern.count <= text.count else { continue }
        for start in 0...text.count - pattern.count
        where text.utf8[start..<start + pattern.count].elementsEqual(pattern) {
          let range = TextRange(start, start + pattern.count)
          if start + pattern.count < text.count, text.utf8[range.end] | 0x20 >= 0x61 { continue }
          if document.mentions.contains(where: { $0.range.overlaps(range) }) { continue }
          document.mentions.append(
            Mention(range: range, type: known.mentionType, entity: index, rule: .gazetteer, confidence: 1))
        }
      }
    }
    document.mentions.sort { $0.range < $1.range }
    var options = Options.defaults(of: Speakers.name)
    try Speakers(&options).process(&document)
    return document.attributions.last.map { $0.speakers.map { "\($0.name) \($0.resolution.rawValue)" } } ?? []
  }

  @Test(arguments: [
    ("Ana Rivas said the port is open.", ["Ana Rivas name"]),
    ("Rivas said the port is open.", ["Ana Rivas surname"]),
    ("The Chilean president said the port is open.", ["Ana Rivas title"]),
    ("Rivas said the port is open. Novak's pilots came, she said.", ["Ana Rivas pronoun"]),
    ("Rivas said the port is open. Novak thanked her. He said that more is to come.", ["Jan Novak pronoun"]),
    ("The two sides agreed to share pilots.", ["Chile group", "Czechia group"]),
    ("Both leaders agreed to share pilots.", ["Ana Rivas group", "Jan Novak group"]),
    ("The two sides agreed to meet. They vowed to share pilots.", ["Chile pronoun", "Czechia pronoun"]),
    ("The two countries agreed to share pilots.", ["Chile group", "Czechia group"]),
    ("The leaders of Chile and Czechia agreed to share pilots.", ["Ana Rivas group", "Jan Novak group"]),
    ("Chile and Czechia agreed to share pilots.", ["Chile country", "Czechia country"]),
    ("The Chilean side said the port is open.", ["Chile country"]),
    ("Rivas and Novak agreed to share pilots.", ["Ana Rivas surname", "Jan Novak surname"]),
    ("The Port Authority said the port is open.", ["Port Authority organisation"]),
    ("A Chilean newspaper said the port is open.", ["A Chilean newspaper description"]),
    ("A spokesman for Rivas said the port is open.", ["A spokesman for Rivas description"]),
    ("A spokesman said the port is open. He added that pilots are ready.", ["A spokesman pronoun"]),
    ("Marin said the port is open. It pays, she said. Novak nodded. Later he said it leaks.", ["Jan Novak pronoun"]),
    ("Noting that the sea is wide, Novak said the port is open.", ["Jan Novak surname"]),
    ("Both agreed to share pilots.", ["Ana Rivas group", "Jan Novak group"]),
    ("Novak said the port is open. The PM added that it pays.", ["Jan Novak title"]),
    ("The head of state said the port is open.", ["Ana Rivas title"]),
    ("Her guest, Jan Novak, said the port is open.", ["Jan Novak name"]),
    ("Rivas said the port is open. Her Czech counterpart Novak agreed that it pays.", ["Jan Novak surname"]),
    ("Rivas said the port is open. Her guest replied that it pays.", ["Jan Novak title"]),
    ("Novak ruled it out, but he admitted that it pays.", ["Jan Novak pronoun"]),
    ("Rivas said the port is open. The Chilean added that it pays.", ["Ana Rivas title"]),
  ])
  func `who speaks`(_ text: String, _ expected: [String]) throws {
    #expect(try speakers(Self.lead + text) == expected)
  }

  @Test func `nobody is named where the document does not tell`() throws {
    let document = try MarkedStatements.document("Both sides agreed to share pilots.")
    #expect(document.attributions.map(\.unresolved) == [.group])
    #expect(document.attributions.allSatisfy { $0.speakers.isEmpty })
  }
}
