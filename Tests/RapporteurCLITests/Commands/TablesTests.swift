import Foundation
import Testing

/// `rapporteur tables`, over the committed records.
@Suite struct TablesTests {
  private let folder: TemporaryFolder
  private let records: String

  init() throws {
    folder = try TemporaryFolder()
    records =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("output/records.jsonl").path
  }

  /// The rows of a table, as a reader that knows nothing but RFC 4180 sees them.
  private func rows(_ name: String) throws -> [[String: String]] {
    var lines: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    let scalars = Array(try folder.text("tables/\(name).csv").unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isQuoted {
        if scalar == "\"" {
          if index + 1 < scalars.count, scalars[index + 1] == "\"" {
            cell.unicodeScalars.append(scalar)
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          cell.unicodeScalars.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        lines[lines.count - 1].append(cell)
        cell = ""
        if scalar == "\n" { lines.append([]) }
      } else {
        cell.unicodeScalars.append(scalar)
      }
      index += 1
    }
    #expect(lines.removeLast().isEmpty && !isQuoted, "\(name): the last line is whole")
    let columns = lines.removeFirst()
    return lines.map { line in
      #expect(line.count == columns.count)
      return Dictionary(uniqueKeysWithValues: zip(columns, line))
    }
  }

  @Test func tablesJoinAndSayWhatTheRecordsSay() throws {
    let outcome = try Program.run("tables", records, "-d", "tables", in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let made = try Program.records(String(contentsOfFile: records, encoding: .utf8))
    func count(_ key: String) -> Int { made.reduce(0) { $0 + (($1[key] as? [Any])?.count ?? 0) } }
    let texts = Dictionary(
      uniqueKeysWithValues: made.map {
        ($0["id"] as? String ?? "", Array((($0["text"] as? String) ?? "").unicodeScalars))
      })
    #expect(Set(try rows("documents").map { $0["document"] ?? "" }) == Set(texts.keys))
    for name in ["sentences", "mentions", "entities", "attributions", "proposals"] {
      #expect(try rows(name).count == count(name), "\(name)")
    }
    for name in ["sentences", "mentions", "points"] {
      for row in try rows(name) {
        let text = try #require(texts[row["document"] ?? ""])
        let (start, end) = (try #require(Int(row["start"] ?? "")), try #require(Int(row["end"] ?? "")))
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: text[start..<end])
        #expect(row["text"] == String(slice))
      }
    }
    func keys(_ rows: [[String: String]], _ names: String...) -> Set<String> {
      Set(rows.map { row in names.map { row[$0] ?? "" }.joined(separator: "\u{1F}") })
    }
    let sentences = keys(try rows("sentences"), "document", "sentence")
    let entities = keys(try rows("entities"), "document", "entity")
    let mentions = try rows("mentions")
    #expect(keys(mentions, "document", "sentence").isSubset(of: sentences))
    #expect(keys(mentions.filter { $0["entity"] != "" }, "document", "entity").isSubset(of: entities))
    let attributions = try rows("attributions")
    #expect(keys(attributions, "document", "sentence").isSubset(of: sentences))
    let speakers = try rows("speakers")
    #expect(
      keys(speakers.filter { $0["entity"] != "" }, "document", "entity", "key").isSubset(
        of: keys(try rows("entities"), "document", "entity", "key")))
    #expect(
      keys(speakers.filter { $0["attribution"] != "" }, "document", "attribution").isSubset(
        of: keys(attributions, "document", "attribution")))
    let proposals = keys(try rows("proposals"), "document", "proposal")
    #expect(keys(try rows("points"), "document", "proposal").isSubset(of: proposals))
    #expect(try rows("points").count == 25 && !mentions.isEmpty)
  }

  @Test func nothingIsReplacedUnasked() throws {
    #expect(try Program.run("tables", records, "-d", "tables", "-q", in: folder).code == 0)
    let before = try folder.data("tables/points.csv")
    let refused = try Program.run("tables", records, "-d", "tables", in: folder)
    #expect(refused.code == 73)
    #expect(refused.errors.contains("tables/documents.csv: there already; --force replaces it"))
    #expect(try Program.run("tables", records, "-d", "tables", "--force", in: folder).code == 0)
    #expect(try folder.data("tables/points.csv") == before)
    let twice = try Program.run("tables", records, records, "-d", "other", in: folder)
    #expect(twice.code == 65)
    #expect(twice.errors.contains("records.jsonl:1: a record with the id 'agency-four-points.html' came before"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.appendingPathComponent("other").path)
    #expect(left.isEmpty, "no half table stays: \(left)")
  }
}
