import Rapporteur
import RapporteurCrawl

/// The rows that a record gives each table. Numbers count from 0, as the arrays of a record do.
struct RecordTables {
  private let record: StoredRecord
  /// Of the sentences, in the text's order.
  private let sentences: [TextRange?]
  private let keys: [String: String]
  private let mentionCounts: [String: Int]

  init(_ record: StoredRecord) throws(InputError) {
    self.record = record
    var sentences: [TextRange?] = []
    for sentence in record["sentences"].elements { sentences.append(try record.range(sentence)) }
    self.sentences = sentences
    var keys: [String: String] = [:]
    for entity in record["entities"].elements {
      if let id = entity["id"]?.name { keys[id] = entity["key"]?.name }
    }
    self.keys = keys
    var counts: [String: Int] = [:]
    for mention in record["mentions"].elements {
      if let entity = mention["entity"]?.name { counts[entity, default: 0] += 1 }
    }
    mentionCounts = counts
  }

  /// The rows of a table, in the record's order.
  func rows(_ table: Table) throws(InputError) -> [[String?]] {
    switch table {
    case .documents: [document]
    case .sentences: try sentenceRows()
    case .mentions: try mentionRows()
    case .entities:
      record["entities"].elements.map { entity in
        let id = entity["id"]?.name
        return [record.id, id] + ["key", "type", "name", "country", "role"].map { entity[$0]?.field }
          + [String(id.flatMap { mentionCounts[$0] } ?? 0)]
      }
    case .attributions: try attributionRows()
    case .speakers: speakerRows
    case .proposals: try proposalRows()
    case .points: try pointRows()
    }
  }

  private var document: [String?] {
    let (source, page) = (record["source"], record["page"])
    let error = record["error"]
    let fault = error["message"]?.name.map { "\(error["stage"]?.name ?? ""), \(error["code"]?.name ?? ""): \($0)" }
    var row = [record.id, record["status"].field, fault, source["path"]?.field, source["url"]?.field]
    row += ["title", "byline", "site", "published", "published_time", "modified", "language"].map { page[$0]?.field }
    row += ["place", "date", "agency"].map { page["dateline"]?[$0]?.field }
    row += ["fetched", "http_status", "media_type", "charset", "sha256"].map { source[$0]?.field }
    row += ["offset_unit", "text_sha256", "fingerprint", "duplicate_of"].map { record[$0].field }
    return row + [record["pipeline"]["config"]?.field]
  }

  private func sentenceRows() throws(InputError) -> [[String?]] {
    let blocks = record["blocks"].elements
    var rows: [[String?]] = []
    for (number, sentence) in record["sentences"].elements.enumerated() {
      let block = sentence["block"]?.integer.flatMap { blocks.indices.contains($0) ? blocks[$0] : nil }
      rows.append([
        record.id, String(number), sentence["block"]?.field, block?["kind"]?.field, block?["main"]?.field,
        sentence["kind"]?.field, sentence["start"]?.field, sentence["end"]?.field, try record.surface(sentence),
      ])
    }
    return rows
  }

  private func mentionRows() throws(InputError) -> [[String?]] {
    var rows: [[String?]] = []
    for (number, mention) in record["mentions"].elements.enumerated() {
      let row = [record.id, String(number), try sentence(of: mention)]
      let keys = ["entity", "type", "start", "end", "text", "value", "rule", "confidence"]
      rows.append(row + keys.map { mention[$0]?.field })
    }
    return rows
  }

  private func attributionRows() throws(InputError) -> [[String?]] {
    var rows: [[String?]] = []
    for attribution in record["attributions"].elements {
      let content = attribution["content"]?.elements ?? []
      var pieces: [String] = []
      for piece in content {
        if let text = try record.surface(piece) { pieces.append(text) }
      }
      let place = attribution["cue"]?["start"] == nil ? content.first : attribution["cue"]
      var row = [record.id, attribution["id"]?.field, try sentence(of: place ?? .null)]
      row += ["kind", "continued", "act"].map { attribution[$0]?.field }
      row += [names(attribution), attribution["unresolved"]?.field]
      row += ["text", "start", "end"].map { attribution["mention"]?[$0]?.field }
      row += ["text", "start", "end"].map { attribution["cue"]?[$0]?.field }
      row += [pieces.isEmpty ? nil : pieces.joined(separator: " … ")]
      row += [content.first?["start"]?.field, content.last?["end"]?.field]
      rows.append(row + ["within", "rule", "confidence"].map { attribution[$0]?.field })
    }
    return rows
  }

  private var speakerRows: [[String?]] {
    let owners =
      record["attributions"].elements.map { (attribution: $0["id"]?.name, proposal: nil as String?, value: $0) }
      + record["proposals"].elements.map { (attribution: nil, proposal: $0["id"]?.name, value: $0) }
    return owners.flatMap { owner in
      (owner.value["speakers"]?.elements ?? []).enumerated().map { number, speaker in
        let entity = speaker["entity"]?.name
        return [
          record.id, owner.attribution, owner.proposal, String(number), entity, entity.flatMap { keys[$0] },
          speaker["name"]?.field, speaker["resolution"]?.field,
        ]
      }
    }
  }

  private func proposalRows() throws(InputError) -> [[String?]] {
    record["proposals"].elements.map { proposal in
      let announcement = proposal["announcement"]
      let missing = (proposal["missing"]?.elements ?? []).compactMap(\.field)
      return [
        record.id, proposal["id"]?.field, names(proposal), announcement?["text"]?.field,
        announcement?["start"]?.field, announcement?["end"]?.field, proposal["announced"]?.field,
        String(proposal["items"]?.elements.count ?? 0), missing.isEmpty ? nil : missing.joined(separator: " "),
        ProposalStatus(proposal).rawValue, proposal["rule"]?.field, proposal["confidence"]?.field,
      ]
    }
  }

  private func pointRows() throws(InputError) -> [[String?]] {
    var statements: [String: String] = [:]
    for proposal in record["proposals"].elements {
      for item in proposal["items"]?.elements ?? [] {
        let ids = (item["attributions"]?.elements ?? []).compactMap(\.name)
        statements["\(proposal["id"]?.name ?? "") \(item["start"]?.field ?? "")"] = ids.joined(separator: " ")
      }
    }
    var rows: [[String?]] = []
    for proposal in try PointRow.proposals(of: record) {
      for (number, row) in proposal.enumerated() where row.ordinal != nil {
        let ids = row.subordinal == nil ? statements["\(row.proposal) \(row.start ?? 0)"] : nil
        rows.append([
          record.id, row.proposal, String(number), row.ordinal.map(String.init), row.subordinal.map(String.init),
          row.headline, row.text, row.start.map(String.init), row.end.map(String.init),
          ids?.isEmpty == true ? nil : ids,
        ])
      }
    }
    return rows
  }

  /// The speakers' names, joined.
  private func names(_ value: JSONValue) -> String? {
    let names = (value["speakers"]?.elements ?? []).compactMap { $0["name"]?.name }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  /// The number of the sentence in which a span begins.
  private func sentence(of span: JSONValue) throws(InputError) -> String? {
    guard let range = try record.range(span) else { return nil }
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if (sentences[middle]?.start ?? 0) <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, let found = sentences[low - 1], found.contains(range.start) else { return nil }
    return String(low - 1)
  }
}

extension JSONValue {
  /// What a cell of a table holds; `nil` for `null`, and for what has no cell.
  var field: String? {
    switch self {
    case .bool(let value): value ? "true" : "false"
    case .string(let text): text.count == 0 ? nil : name
    case .number: name
    case .null, .array, .object: nil
    }
  }
}
