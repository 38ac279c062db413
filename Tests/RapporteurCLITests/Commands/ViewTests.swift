import Foundation
import Testing

/// `rapporteur view`: what is in the page. What a browser makes of it, tools/view/test says.
@Suite struct ViewTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A record with a name, a statement and a proposal.
  private func record(_ id: String, unit: String = "code_point", page: String = "{}", more: String = "[]") -> String {
    Records.record(
      id, "🙂 ⟦Ann Lee⟧ ⟦said⟧ ⟦it rains⟧.", unit: unit, page: page,
      [
        "blocks": #"[{"start":0,"end":10,"kind":"paragraph","main":true,"level":null}]"#,
        "entities": #"[{"id":"e1","key":"PERSON:ann lee","type":"PERSON","name":"Ann Lee","country":null}]"#,
        "mentions":
          #"[{§0,"text":"Ann Lee","type":"PERSON","entity":"e1","value":null,"rule":"title","confidence":0.9}]"#,
        "attributions": #"""
        [{"id":"a1","kind":"indirect","act":"say","speakers":[{"entity":"e1","name":"Ann Lee"}],"mention":{§0},\#
        "cue":{§1},"content":[{§2}]},{"id":"a2","kind":"indirect","act":"add","speakers":[{"entity":null,"name":"aides"}],\#
        "mention":null,"cue":null,"content":[{§2}]}]
        """#,
        "proposals": #"""
        [{"id":"p1","speakers":[{"entity":"e1","name":"Ann Lee"}],"announced":3,"items":[{"ordinal":1,§2,"content":[{§2}],\#
        "points":[]}],"missing":[2,3],"complete":false,"mentioned_only":false}]
        """#,
        "removed": more,
      ])
  }

  /// What a data block of the page holds.
  private func block(_ name: String, of page: String) throws -> Any {
    let marks = try #require(page.firstRange(of: "<script type=\"application/gzip\" id=\"\(name)\">"))
    let rest = page[marks.upperBound...]
    let end = try #require(rest.firstRange(of: "</script>"))
    try folder.write(try #require(Data(base64Encoded: String(rest[..<end.lowerBound]))), to: "block.gz")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-df", "block.gz"]
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    return try JSONSerialization.jsonObject(with: try folder.data("block"))
  }

  private func view(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["view"] + arguments, in: folder)
  }

  @Test func theIndexKnowsWhoSpeaksAndWhatIsMissing() throws {
    try folder.write(
      record("a/b.html", page: #"{"title":"T","published":"2025-05-09","language":"en"}"#) + record("c"), to: "r.jsonl")
    let outcome = try view("r.jsonl", "-o", "r.html")
    #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("2 documents, ") && outcome.errors.hasSuffix(" kB -> r.html\n"))
    let index = try #require(try block("index", of: folder.text("r.html")) as? [String: Any])
    let documents = try #require(index["documents"] as? [String: [Any]])
    #expect(documents["id"] as? [String] == ["a/b.html", "c"])
    #expect(documents["title"] as? [String] == ["T", "🙂 Ann Lee"])
    #expect(documents["said"] as? [[Int]] == [[0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 1, 1]])
    #expect(documents["named"] as? [[Int]] == [[0, 1], [0, 1]])
    #expect(documents["date"]?.first as? String == "2025-05-09" && documents["date"]?.last is NSNull)
    let things = try #require(index["things"] as? [String: [Any]])
    #expect(things["key"] as? [String] == ["PERSON:ann lee", "name:aides"])
    let proposal = try #require((documents["proposals"]?.first as? [[String: Any]])?.first)
    #expect(proposal["missing"] as? [Int] == [2, 3] && proposal["status"] as? String == "missing")
  }

  @Test func bodiesOfOneNameInTwoCountriesAreTwo() throws {
    let countries: [String?] = ["KE", "PE", nil, "KE"]
    let records = countries.enumerated().map { number, country in
      let code = country.map { "\"\($0)\"" } ?? "null"
      return Records.record(
        "d\(number)", "The ⟦Ministry of Finance⟧ paid.",
        [
          "entities": """
          [{"id":"e1","key":"ORG:ministry of finance","type":"ORG","name":"Ministry of Finance","country":\(code)}]
          """,
          "mentions": #"[{§0,"text":"Ministry of Finance","type":"ORG","entity":"e1","value":null,"rule":"head"}]"#,
        ])
    }
    try folder.write(records.joined(), to: "r.jsonl")
    #expect(try view("r.jsonl", "-o", "r.html").code == 0)
    let index = try #require(try block("index", of: folder.text("r.html")) as? [String: Any])
    let things = try #require(index["things"] as? [String: [Any]])
    #expect(things["key"] as? [String] == ["ORG:ministry of finance", "ORG:ministry of finance/PE"])
    #expect(things["country"] as? [String] == ["KE", "PE"])
    let documents = try #require(index["documents"] as? [String: [Any]])
    #expect((documents["named"] as? [[Int]])?.map(\.first) == [0, 1, 0, 0])
  }

  @Test(arguments: ["code_point", "utf16", "utf8"]) func spansKeepTheirUnit(_ unit: String) throws {
    try folder.write(record("a", unit: unit), to: "r.jsonl")
    #expect(try view("r.jsonl", "-o", "r.html").code == 0)
    let page = try folder.text("r.html")
    #expect(try block("texts-0", of: page) as? [String] == ["🙂 Ann Lee said it rains."])
    let layers = try #require(try block("layers-0", of: page) as? [[String: Any]])
    #expect(layers[0]["offset_unit"] as? String == unit)
    let mention = try #require((layers[0]["mentions"] as? [[String: Any]])?.first)
    #expect(mention["start"] as? Int == ["code_point": 2, "utf16": 3, "utf8": 5][unit])
    #expect(mention["text"] == nil && mention["value"] == nil, "only what the page needs")
  }

  @Test func nothingOfARecordIsMarkup() throws {
    let hostile = #"</script><script>alert(1)</script>\u2028<!--"#
    try folder.write(
      record("a</script>", page: "{\"title\":\"\(hostile)\"}", more: "[{\"kind\":\"other\",\"text\":\"\(hostile)\"}]"),
      to: "r.jsonl")
    #expect(try view("r.jsonl", "-o", "r.html", "--title", "</title><script>alert(2)</script> & {{script}}").code == 0)
    let page = try folder.text("r.html")
    #expect(!page.contains("alert(1)") && !page.contains("\u{2028}"))
    #expect(!page.contains("<script>alert") && !page.contains("</title><script"))
    #expect(page.contains("<title>&lt;/title&gt;&lt;script&gt;alert(2)&lt;/script&gt; &amp; {{script}}</title>"))
    #expect(page.components(separatedBy: "<script type=\"module\">").count == 2)
    let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.1)
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe"))
    #expect(!page.contains("src=\"http") && !page.contains("@import") && !page.contains("url(http"))
  }

  @Test func failuresAreThereUntilARetryHasThem() throws {
    func failed(_ id: String) -> String {
      #"{"schema":"rapporteur/1","id":"\#(id)","status":"failed","error":{"stage":"input","code":"too_large","message":"m"},"#
        + #""offset_unit":"code_point","text":"","blocks":[],"mentions":[],"attributions":[],"proposals":[]}"# + "\n"
    }
    try folder.write(record("a"), to: "r.jsonl")
    try folder.write(failed("b") + failed("c"), to: "r.jsonl.failures.jsonl")
    try folder.write(
      #"{"format":"rapporteur-run/1","folder":"/secret","ledger":{"read":3,"annotated":1,"failed":2,"filtered":0}}"#,
      to: "r.jsonl.run.json")
    let outcome = try view("r.jsonl", "-o", "r.html")
    #expect(outcome.errors.hasPrefix("3 documents, 2 of them failed, "))
    let index = try #require(try block("index", of: folder.text("r.html")) as? [String: Any])
    #expect((index["documents"] as? [String: [Any]])?["flags"] as? [Int] == [0, 3, 3])
    let run = try #require((index["runs"] as? [[String: Any]])?.first?["run"] as? [String: Any])
    #expect((run["ledger"] as? [String: Int])?["read"] == 3 && run["folder"] == nil)
    try folder.write(record("b"), to: "r2.jsonl")
    #expect(try view("r.jsonl", "r2.jsonl", "-o", "r.html").errors.hasPrefix("3 documents, 1 of them failed, "))
  }

  @Test func packedFilesAndPartsGiveTheSamePage() throws {
    let lines = (0..<700).map { record("d\($0)") }
    try folder.write(lines.joined(), to: "r.jsonl")
    try folder.write(try folder.gzip(Data(lines[..<300].joined().utf8)), to: "1.jsonl.gz")
    try folder.write(lines[300...].joined(), to: "2.jsonl")
    #expect(try view("r.jsonl", "-o", "a.html", "--title", "T").code == 0)
    #expect(try view("1.jsonl.gz", "2.jsonl", "-o", "b.html", "--title", "T").code == 0)
    #expect(try folder.data("a.html") == folder.data("b.html"))
    #expect(try folder.text("a.html").contains("id=\"texts-1\""), "more than one part")
    #expect(try view("r.jsonl", "-o", "a.html", "--limit", "5").errors.hasPrefix("5 documents, "))
  }

  @Test func nothingIsLost() throws {
    try folder.write(record("a"), to: "r.jsonl")
    try folder.write("Dear diary", to: "notes.html")
    #expect(try view("r.jsonl", "-o", "r.jsonl").code == 73)
    #expect(try view("r.jsonl", "-o", "notes.html").code == 73)
    #expect(try folder.text("notes.html") == "Dear diary")
    #expect(try view("r.jsonl", "-o", "notes.html", "--force").code == 0)
    #expect(try view("r.jsonl", "-o", "notes.html").code == 0, "a report is replaced")
    let before = try folder.data("notes.html")
    try folder.write(record("b") + "{\"id\":\"x\"}\n", to: "bad.jsonl")
    let bad = try view("bad.jsonl", "-o", "notes.html")
    #expect(bad.code == 65 && bad.errors.contains("bad.jsonl:2: this is no record"))
    #expect(try folder.data("notes.html") == before)
    #expect(!folder.holds("notes.html.part"))
    try folder.write(record("a").replacing("\"end\":9", with: "\"end\":900"), to: "wrong.jsonl")
    let wrong = try view("wrong.jsonl", "-o", "w.html")
    #expect(wrong.code == 65 && wrong.errors.contains("does not stand in the text") && !folder.holds("w.html"))
    #expect(try view("r.jsonl", "-o", "x.html", "--limit", "0").code == 64)
  }
}
