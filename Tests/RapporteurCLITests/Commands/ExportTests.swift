import Foundation
import Testing

/// `rapporteur export`.
@Suite struct ExportTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let record = Records.record(
      "crawl/a b.html", "🙂 ⟦⟦Ann ⟦Lee⟧⟧⟧ ⟦said⟧ ⟦it\nrains⟧.", unit: "utf16",
      [
        "sentences": #"[{"start":0,"end":25,"block":0,"kind":"sentence"}]"#,
        "entities": #"[{"id":"e1","key":"PERSON:ann lee","type":"PERSON","name":"Ann Lee"}]"#,
        "mentions":
          #"[{§0,"type":"PERSON","entity":"e1","value":null},{§2,"type":"PERSON","entity":"e1","value":null}]"#,
        "attributions": #"""
        [{"id":"a1","kind":"indirect","act":"say","speakers":[{"entity":"e1","name":"Ann Lee"}],"mention":{§1},\#
        "cue":{§3},"content":[{§4}]}]
        """#,
      ])
    try folder.write(record, to: "r.jsonl")
  }

  @Test func bratHasItsSpansInCodePoints() throws {
    let outcome = try Program.run("export", "r.jsonl", "--to", "brat", "-d", "brat", in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.appendingPathComponent("brat").path)
      .sorted()
    #expect(names.count == 3 && names.contains("annotation.conf"))
    let annotations = try #require(names.first { $0.hasSuffix(".ann") })
    #expect(annotations.wholeMatch(of: /crawl_a_b\.html-[0-9a-f]{8}\.ann/) != nil)
    #expect(try folder.text("brat/\(annotations.dropLast(4)).txt") == "🙂 Ann Lee said it\nrains.")
    let lines = """
      T1\tPERSON 2 9\tAnn Lee
      #1\tAnnotatorNotes T1\tPERSON:ann lee
      T2\tPERSON 6 9\tLee
      #2\tAnnotatorNotes T2\tPERSON:ann lee
      T3\tStatement 15 17;18 23\tit rains
      #3\tAnnotatorNotes T3\ta1 indirect say: Ann Lee
      T4\tCue 10 14\tsaid
      R1\tReportedBy Arg1:T3 Arg2:T4
      T5\tSpeaker 2 9\tAnn Lee
      R2\tSpokenBy Arg1:T3 Arg2:T5

      """
    #expect(try folder.text("brat/\(annotations)") == lines)
    #expect(try Program.run("export", "r.jsonl", "--to", "brat", "-d", "brat", in: folder).code == 73)
    #expect(try Program.run("export", "r.jsonl", "--to", "brat", "-d", "brat", "--force", in: folder).code == 0)
    #expect(try Program.run("export", "r.jsonl", "--to", "brat", in: folder).code == 64)
  }

  @Test func conlluHasWordsAndNames() throws {
    let outcome = try Program.run("export", "r.jsonl", "--to", "conllu", in: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let none = Array(repeating: "_", count: 7).joined(separator: "\t")
    let lines = [
      "# newdoc id = crawl/a b.html", "# sent_id = crawl/a b.html-1", "# text = 🙂 Ann Lee said it rains.",
      "1\t🙂\t\(none)\tNER=O|TokenRange=0:1", "2\tAnn\t\(none)\tNER=B-PERSON|TokenRange=2:5",
      "3\tLee\t\(none)\tNER=I-PERSON|TokenRange=6:9", "4\tsaid\t\(none)\tNER=O|TokenRange=10:14",
      "5\tit\t\(none)\tNER=O|TokenRange=15:17", "6\trains\t\(none)\tNER=O|SpaceAfter=No|TokenRange=18:23",
      "7\t.\t\(none)\tNER=O|TokenRange=23:24", "", "",
    ]
    #expect(outcome.output == lines.joined(separator: "\n"))
  }
}
