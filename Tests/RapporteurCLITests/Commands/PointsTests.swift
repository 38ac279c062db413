import Foundation
import Testing

/// `rapporteur points`.
@Suite struct PointsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let plan = Records.record(
    "plan", "⟦Ann Lee⟧ named 🙂 three steps. ⟦⟦1.⟧ ⟦Plant, \"soon\"⟧; ⟦⟦(a)⟧ oaks⟧⟧ ⟦⟦3.⟧ ⟦Water\nthem⟧⟧.",
    unit: "utf16", page: #"{"published":null,"dateline":{"date":"2025-03-01"}}"#,
    [
      "proposals": """
      [{"id":"p1","speakers":[{"entity":"e1","name":"Ann Lee"},{"entity":null,"name":"the mayor"}],"announced":3,\
      "items":[{"ordinal":1,"marker":{§2},§1,"headline":{§3},"points":[{"ordinal":1,"marker":{§5},§4}]},\
      {"ordinal":3,"marker":{§7},§6,"headline":{§8},"points":[]}],\
      "missing":[2],"complete":false,"mentioned_only":false},\
      {"id":"p2","speakers":[],"announced":2,"items":[],"missing":[1,2],"complete":false,"mentioned_only":false},\
      {"id":"p3","speakers":[],"announced":null,"items":[],"missing":[],"complete":false,"mentioned_only":true}]
      """
    ])

  @Test func pointsAreCommaSeparatedValues() throws {
    try folder.write(Self.plan, to: "r.jsonl")
    let outcome = try Program.run("points", "r.jsonl", "--csv", in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let head = "plan,2025-03-01,p1,Ann Lee; the mayor,3,missing,2"
    let lines = [
      "document,date,proposal,proposers,announced,status,missing,ordinal,subordinal,headline,text,start,end",
      "\(head),1,,\"Plant, \"\"soon\"\"\",\"1. Plant, \"\"soon\"\"; (a) oaks\",30,56",
      "\(head),1,1,oaks,(a) oaks,48,56",
      "\(head),3,,Water them,\"3. Water\nthem\",57,70",
      "plan,2025-03-01,p2,,2,announced_only,1 2,,,,,,",
      "plan,2025-03-01,p3,,,mentioned_only,,,,,,,",
    ]
    #expect(outcome.output == lines.joined(separator: "\n") + "\n")
    #expect(outcome.errors == "2 points of 3 proposals in 1 document\n")
  }

  @Test func pointsAreJSONLinesOfPackedFiles() throws {
    try folder.write(try folder.gzip(Data(Self.plan.utf8)), to: "r.jsonl.gz")
    try folder.write(Self.plan, to: "s.jsonl")
    let outcome = try Program.run("points", "r.jsonl.gz", "s.jsonl", "--jsonl", "-q", in: folder)
    #expect(outcome.records.count == 10 && outcome.errors.isEmpty)
    let first = try #require(outcome.records.first)
    #expect(first["headline"] as? String == "Plant, \"soon\"")
    #expect(first["proposers"] as? [String] == ["Ann Lee", "the mayor"])
    #expect(first["missing"] as? [Int] == [2])
    #expect(outcome.records[3]["status"] as? String == "announced_only")
    #expect(outcome.records[3]["ordinal"] is NSNull)
  }

  @Test func theTableFitsTheTerminal() throws {
    try folder.write(Self.plan.replacing("\"plan\"", with: "\"plan\\u001b[7m\""), to: "r.jsonl")
    let wide = try Program.run("points", "r.jsonl", "--width", "120", in: folder).output
    let rows = [
      "document  date        proposer   announced          #  point",
      "plan [7m  2025-03-01  Ann Lee    3, missing 2       1  Plant, \"soon\"",
      "                      the mayor                          1 oaks",
      "                                                    3  Water them",
      "plan [7m  2025-03-01  nobody     2, announced only",
      "plan [7m  2025-03-01  nobody     mentioned only",
    ]
    #expect(wide.split(separator: "\n").filter { !$0.contains("─") } == rows.map { $0[...] })
    for width in [64, 80, 100] {
      let outcome = try Program.run("points", "r.jsonl", "--width", "\(width)", in: folder)
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= width })
    }
  }

  @Test func faultsNameFileLineAndRemedy() throws {
    try folder.write("<html></html>\n", to: "page.html")
    try folder.write("{\"id\":\"a\",\"text\":\"One.\"}\n", to: "pages.jsonl")
    try folder.write(Self.plan + String(Self.plan.dropLast(30)), to: "cut.jsonl")
    try folder.write(Self.plan.replacing("\"end\":70", with: "\"end\":700"), to: "changed.jsonl")
    let faults = [
      ("page.html", "page.html:1: expected a value, found '<' (byte 0); name a file of records"),
      ("pages.jsonl", "pages.jsonl:1: this is no record (\"schema\":\"rapporteur/1\"); annotate pages first"),
      ("cut.jsonl", "cut.jsonl:2: "),
      ("changed.jsonl", "changed.jsonl:1: the span from 57 to 700 does not stand in the text"),
      ("gone.jsonl", "gone.jsonl: there is no such file"),
      (".", ".: this is a folder; name the files of records in it"),
    ]
    for (file, message) in faults {
      let outcome = try Program.run("points", file, "--csv", in: folder)
      #expect(outcome.code == 65)
      #expect(outcome.errors.hasPrefix("rapporteur: \(message)"), "\(outcome.errors)")
    }
    #expect(try Program.run("points", "a", "--csv", "--jsonl", in: folder).code == 64)
    #expect(try Program.run("points", "a", "--width", "7", in: folder).code == 64)
  }
}
