import Rapporteur
import RapporteurCrawl

/// A point of a proposal, or a proposal without points: a line of what `rapporteur points` prints.
struct PointRow {
  var document: String
  /// The day the page names, else its dateline's.
  var date: String?
  /// The proposal's id in its document.
  var proposal: String
  var proposers: [String]
  var announced: Int?
  var status: ProposalStatus
  var missing: [Int]
  /// The point's; `nil` for a proposal without points.
  var ordinal: Int?
  /// Of a point inside the point.
  var subordinal: Int?
  /// The point's first clause, without its marker, on one line.
  var headline: String?
  /// All of the point.
  var text: String?
  /// In the record's unit.
  var start: Int?
  var end: Int?

  /// The columns of CSV and the keys of JSON Lines.
  static let columns = [
    "document", "date", "proposal", "proposers", "announced", "status", "missing", "ordinal", "subordinal", "headline",
    "text", "start", "end",
  ]

  /// The proposals of a record, each with its points in order.
  static func proposals(of record: StoredRecord) throws(InputError) -> [[PointRow]] {
    let page = record["page"]
    let date = page["published"]?.name ?? page["dateline"]?["date"]?.name
    var proposals: [[PointRow]] = []
    for proposal in record["proposals"].elements {
      let head = PointRow(
        document: record.id, date: date, proposal: proposal["id"]?.name ?? "",
        proposers: (proposal["speakers"]?.elements ?? []).compactMap { $0["name"]?.name },
        announced: proposal["announced"]?.integer, status: ProposalStatus(proposal),
        missing: (proposal["missing"]?.elements ?? []).compactMap(\.integer))
      var rows: [PointRow] = []
      for item in proposal["items"]?.elements ?? [] {
        var row = head
        row.ordinal = item["ordinal"]?.integer
        try row.take(item, headline: item["headline"], of: record)
        rows.append(row)
        for point in item["points"]?.elements ?? [] {
          var inner = row
          inner.subordinal = point["ordinal"]?.integer
          try inner.take(point, headline: nil, of: record)
          rows.append(inner)
        }
      }
      proposals.append(rows.isEmpty ? [head] : rows)
    }
    return proposals
  }

  private mutating func take(_ item: JSONValue, headline: JSONValue?, of record: StoredRecord) throws(InputError) {
    start = item["start"]?.integer
    end = item["end"]?.integer
    text = try record.surface(item)
    if let headline = try record.surface(headline) {
      self.headline = Self.flat(headline)
    } else if let range = try record.range(item) {
      let marker = try record.range(item["marker"])
      let from = marker.map { range.covers($0) ? $0.end : range.start } ?? range.start
      let rest = record.text.text[TextRange(from, range.end)]
      self.headline = Self.flat(String(rest.drop { $0.isWhitespace || ",:;、，：".contains($0) }))
    }
  }

  /// On one line, without control characters: a page must not tell a terminal what to do.
  static func flat(_ text: String) -> String {
    let printable = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : scalar
    }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: printable)
    return String(line).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A line of CSV.
  var csv: [UInt8] {
    CSV.line([
      document, date, proposal, proposers.joined(separator: "; "), announced.map(String.init), status.rawValue,
      missing.map(String.init).joined(separator: " "), ordinal.map(String.init), subordinal.map(String.init), headline,
      text, start.map(String.init), end.map(String.init),
    ])
  }

  /// A line of JSON Lines.
  var json: [UInt8] {
    var output = JSONOutput()
    output.raw("{\"document\":")
    output.string(document)
    output.raw(",\"date\":")
    output.string(date)
    output.raw(",\"proposal\":")
    output.string(proposal)
    output.raw(",\"proposers\":")
    output.list(proposers) { output, _, name in output.string(name) }
    output.raw(",\"announced\":")
    output.integer(announced)
    output.raw(",\"status\":")
    output.string(status.rawValue)
    output.raw(",\"missing\":")
    output.list(missing) { output, _, ordinal in output.integer(ordinal) }
    output.raw(",\"ordinal\":")
    output.integer(ordinal)
    output.raw(",\"subordinal\":")
    output.integer(subordinal)
    output.raw(",\"headline\":")
    output.string(headline)
    output.raw(",\"text\":")
    output.string(text)
    output.raw(",\"start\":")
    output.integer(start)
    output.raw(",\"end\":")
    output.integer(end)
    output.raw("}\n")
    return output.bytes
  }
}
