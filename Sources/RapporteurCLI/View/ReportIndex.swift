import Rapporteur
import RapporteurCrawl

/// What a report's page must know of all documents at once: to list, filter, count and draw them.
///
/// JSON, a column a property. Documents have numbers, from 0 in the order of the records; so have things (whom and what
/// they name), sources, types of mentions and acts of speech.
struct ReportIndex {
  /// What a document is besides annotated; the column `flags` has the sum.
  enum Flag: Int {
    case failed = 1
    case empty = 2
    case duplicate = 4
    case warned = 8
    case cut = 16
  }

  private(set) var documents = 0
  private(set) var failed = 0

  private var id = JSONColumn()
  private var title = JSONColumn()
  private var source = JSONColumn()
  private var date = JSONColumn()
  private var language = JSONColumn()
  private var part = JSONColumn()
  private var flags = JSONColumn()
  private var errors = JSONColumn()
  private var statements = JSONColumn()
  private var mentioned = JSONColumn()
  private var named = JSONColumn()
  private var said = JSONColumn()
  private var proposals = JSONColumn()
  private var runs = JSONColumn()

  private var sources = Vocabulary()
  private var types = Vocabulary()
  private var acts = Vocabulary()
  private var things = ReportThings()

  private static let fault = KeyTree(["stage", "code", "message"])

  /// - Parameter part: The number of the part that has the document's text and layers.
  mutating func add(_ record: StoredRecord, part: Int) throws(InputError) {
    documents += 1
    id.add(record.id)
    title.add(try Self.title(of: record))
    source.add(sources.number(of: record.sourceName))
    let dates = [record["page"]["published"]?.name, record["page"]["dateline"]?["date"]?.name]
    // A dateline may know the day and not the year ("XXXX-02-21"): no place on a time line.
    date.add(dates.compactMap { $0 }.first { $0.first?.isNumber == true })
    language.add(record["page"]["language"]?.name)
    self.part.add(part)
    let flags = Self.flags(of: record)
    if flags.contains(.failed) { failed += 1 }
    self.flags.add(flags.reduce(0) { $0 + $1.rawValue })
    errors.add { Self.fault.write(record["error"], to: &$0) }
    let entities = addNames(record)
    addStatements(record, entities)
    addProposals(record, entities)
  }

  mutating func add(_ run: RunSummary) { runs.add { run.write(to: &$0) } }

  private static func flags(of record: StoredRecord) -> [Flag] {
    var flags: [Flag] = []
    if record["status"].name == "failed" { flags.append(.failed) }
    if record.text.text.count == 0 { flags.append(.empty) }
    if record["duplicate_of"] != .null { flags.append(.duplicate) }
    if !record["warnings"].elements.isEmpty { flags.append(.warned) }
    if !record["removed"].elements.isEmpty { flags.append(.cut) }
    return flags
  }

  /// The page's title, else the first words of the text, else the id.
  private static func title(of record: StoredRecord) throws(InputError) -> String {
    if let title = record["page"]["title"]?.name, !title.isEmpty { return title }
    let first = try record.surface(record["blocks"].elements.first) ?? ""
    return first.isEmpty ? record.id : String(PointRow.flat(first).prefix(120))
  }

  /// Gives back the numbers of the record's entities, by their ids.
  private mutating func addNames(_ record: StoredRecord) -> [String: Int] {
    var counts: [String: Int] = [:]
    var found: Set<Int> = []
    for mention in record["mentions"].elements {
      if let type = mention["type"]?.name { found.insert(types.number(of: type)) }
      if let entity = mention["entity"]?.name { counts[entity, default: 0] += 1 }
    }
    mentioned.add(found.sorted())
    var numbers: [String: Int] = [:]
    var pairs: [Int] = []
    for entity in record["entities"].elements {
      guard let id = entity["id"]?.name else { continue }
      let number = things.number(ofEntity: entity)
      numbers[id] = number
      pairs += [number, counts[id] ?? 0]
    }
    named.add(pairs)
    return numbers
  }

  /// A triple for each speaker and act: the speaker's number or -1, the act's number or -1, how many statements.
  private mutating func addStatements(_ record: StoredRecord, _ entities: [String: Int]) {
    let all = record["attributions"].elements
    statements.add(all.count)
    var order: [[Int]] = []
    var counts: [[Int]: Int] = [:]
    for statement in all {
      let act = statement["act"]?.name.map { acts.number(of: $0) } ?? -1
      let speakers = speakers(of: statement, entities)
      for speaker in speakers.isEmpty ? [-1] : speakers {
        let pair = [speaker, act]
        if counts[pair] == nil { order.append(pair) }
        counts[pair, default: 0] += 1
      }
    }
    said.add(order.flatMap { $0 + [counts[$0] ?? 0] })
  }

  /// Of each proposal: how many points were announced, the ordinals found and missing, the speakers, the status.
  private mutating func addProposals(_ record: StoredRecord, _ entities: [String: Int]) {
    let all = record["proposals"].elements
    let voices = all.map { speakers(of: $0, entities) }
    proposals.add { json in
      json.list(all) { json, index, proposal in
        json.raw("{\"announced\":")
        json.integer(proposal["announced"]?.integer)
        json.raw(",\"found\":")
        json.list(proposal["items"]?.elements ?? []) { json, _, item in json.integer(item["ordinal"]?.integer) }
        json.raw(",\"missing\":")
        json.list(proposal["missing"]?.elements ?? []) { json, _, ordinal in json.integer(ordinal.integer) }
        json.raw(",\"speakers\":")
        json.list(voices[index]) { json, _, number in json.integer(number) }
        json.raw(",\"status\":\"\(ProposalStatus(proposal).rawValue)\"}")
      }
    }
  }

  private mutating func speakers(of value: JSONValue, _ entities: [String: Int]) -> [Int] {
    var numbers: [Int] = []
    for speaker in value["speakers"]?.elements ?? [] {
      let name = speaker["name"]?.name
      let entity = speaker["entity"]?.name.flatMap { entities[$0] }
      if let number = entity ?? name.map({ things.number(ofName: $0) }) { numbers.append(number) }
    }
    return numbers
  }

  /// The whole index.
  ///
  /// - Parameter parts: How many there are.
  func bytes(parts: Int) -> [UInt8] {
    let columns: [(name: String, bytes: [UInt8])] = [
      ("id", id.bytes), ("title", title.bytes), ("source", source.bytes), ("date", date.bytes),
      ("language", language.bytes), ("part", part.bytes), ("flags", flags.bytes), ("error", errors.bytes),
      ("statements", statements.bytes), ("types", mentioned.bytes), ("named", named.bytes), ("said", said.bytes),
      ("proposals", proposals.bytes),
    ]
    return Self.object([
      ("version", Array("\"\(Rapporteur.version)\"".utf8)), ("parts", Array(String(parts).utf8)),
      ("documents", Self.object(columns)), ("things", Self.object(things.columns)),
      ("sources", Self.list(sources)), ("types", Self.list(types)), ("acts", Self.list(acts)), ("runs", runs.bytes),
    ])
  }

  private static func list(_ vocabulary: Vocabulary) -> [UInt8] {
    var column = JSONColumn()
    for word in vocabulary.words { column.add(word) }
    return column.bytes
  }

  private static func object(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var bytes = Array("{".utf8)
    for (index, member) in members.enumerated() {
      bytes += Array("\(index > 0 ? "," : "")\"\(member.name)\":".utf8) + member.bytes
    }
    return bytes + Array("}".utf8)
  }
}
