import Testing

@testable import RapporteurEvaluation

/// What the reader refuses, and what it says.
@Suite struct GoldFaultTests {
  private static let xi = #"<entity xml:id="xu" type="PERSON" name="Xu Wen"/>"#
  private static let list = xi + #"<list xml:id="L1" who="xu"/>"#

  private func faults(_ xml: String) -> [String] {
    do throws(GoldFaults) {
      _ = try GoldReader.read("x.xml", Array(xml.utf8))
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  /// A paragraph in which somebody says something, beside what is wrong.
  private static let used = #"<p><persName ref="xu">Xu</persName> went.</p>"#

  @Test(arguments: [
    ("", "<p>One</p><q>Two</q>", "x.xml:4: unknown element q; "),
    ("", #"<p n="1">One</p>"#, "x.xml:4: p has no attribute n; it takes after"),
    ("", "<p>One</p> two", #"x.xml:4: text right inside text: "two"; put it into a block"#),
    ("", "<p> </p>", "x.xml:4: an empty block; take it out"),
    ("", "<p>A <p>b</p></p>", "x.xml:4: p inside p; blocks do not nest"),
    ("", #"<head type="big">A</head>"#, "x.xml:4: head with the type 'big', which the guideline does not have"),
    ("", "<fw>A</fw>", "x.xml:4: fw with no type, which the guideline does not have"),
    ("", #"<p after="tab">A</p>"#, "x.xml:4: after 'tab'; it is line, space or none"),
    ("", #"<fw type="share">A <num>3</num></fw>"#, "x.xml:4: markup inside fw: num; nothing is marked"),
    ("", "<p><num>3 </num>men</p>", #"x.xml:4: white space at the end of num "3"; move it outside"#),
    ("", "<p><num></num>men</p>", "x.xml:4: an empty num; take it out"),
    ("", #"<p><persName ref="a">A</persName></p>"#, #"x.xml:4: ref 'a' of "A" is no entity of the header"#),
    ("", "<p><date>May</date></p>", #"x.xml:4: date without when: "May"; give its TIMEX3 value"#),
    ("", "<p>A<eos>b</eos></p>", "x.xml:4: text inside eos"),
    ("", "<p><label>1</label> A</p>", #"x.xml:4: label "1" outside an item"#),
    ("", #"<p><item list="L" n="1">A</item></p>"#, "x.xml:4: item of unknown list 'L'"),
    ("", #"<p><announcement list="L">A</announcement></p>"#, "x.xml:4: announcement of unknown list 'L'"),
    (xi, "<p>A</p>", "x.xml:2: entity never used: 'xu'"),
    (xi + xi, used, "x.xml:2: xml:id 'xu' stands twice"),
    (
      #"<entity xml:id="a" type="THING" name="A"/>"#, #"<p><orgName ref="a">A</orgName></p>"#,
      "x.xml:2: entity type 'THING'"
    ),
    (
      xi, #"<p><orgName ref="xu">House of <persName ref="xu">Xu</persName></orgName></p>"#,
      #"x.xml:4: mention in mention: "Xu" in "House of Xu"; the longest wins"#
    ),
    (
      xi, #"<p><said xml:id="s" who="xu" kind="direct">A <said xml:id="t" who="xu" kind="direct">b</said></said></p>"#,
      #"x.xml:4: said in said "b""#
    ),
    (xi, #"<p><said xml:id="s" who="xu" kind="indirect">A</said></p>"#, "x.xml:4: indirect without a cue: 's'"),
    (
      xi, #"<p><cue said="s">said</cue> <said xml:id="s" who="xu" kind="continued">A</said></p>"#,
      "x.xml:4: continued with a cue: 's'"
    ),
    (
      xi, #"<p><cue said="s">said</cue> <cue said="s">told</cue> <said xml:id="s" who="xu" kind="direct">A</said></p>"#,
      "x.xml:4: two cues for 's'"
    ),
    (
      xi, #"<p><cue said="t">said</cue> <said xml:id="s" who="xu" kind="direct">A</said></p>"#,
      #"x.xml:4: cue "said" of unknown said 't'"#
    ),
    (
      xi, #"<p><said same="s">A</said> <persName ref="xu">Xu</persName></p>"#,
      "x.xml:4: said without an xml:id, or a 'same' that names one before it"
    ),
    (
      xi, #"<p><said xml:id="s" kind="direct">A</said> <persName ref="xu">Xu</persName></p>"#,
      "x.xml:4: said without a speaker"
    ),
    (xi, #"<head><said xml:id="s" who="xu" kind="direct">A</said></head>"#, "x.xml:4: said in a headline"),
    (list, "<p>A</p>", "x.xml:2: list 'L1' has no items and is complete"),
    (
      list, #"<p><item list="L1" n="2">B</item> <item list="L1" n="1">A</item></p>"#,
      "x.xml:4: item 1 of 'L1' behind item 2"
    ),
    (
      list, #"<p><item list="L1" n="1">A</item> <item list="L1" n="3">C</item></p>"#,
      "x.xml:2: list 'L1' lacks 2 and is complete"
    ),
    (#"<date when="May"/>"#, "<p>A</p>", "x.xml:2: the day of publication has a 'when' like 2031-05-14"),
    (#"<date when="2031-05-14" told="me"/>"#, "<p>A</p>", #"x.xml:2: told is "crawler" or left out"#),
    ("", #"<p><date when="2031-05" told="crawler">May</date></p>"#, "x.xml:4: told on a date of the text"),
  ])
  func `a fault is told with its line and the remedy`(_ header: String, _ text: String, _ fault: String) {
    let faults = faults(GoldSamples.file(header: header, text))
    #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
  }

  @Test func `all faults of a file are told, in the order of its lines`() {
    let faults = faults(GoldSamples.file("<p><num>3 </num></p>\n<q>A</q>\n<p><date>May</date></p>"))
    #expect(faults.count >= 3)
    #expect(faults.first?.hasPrefix("x.xml:4:") ?? false)
    #expect(faults.last?.hasPrefix("x.xml:6:") ?? false)
  }

  @Test func `what is no XML is told by its line`() {
    #expect(faults("<TEI>\n<p>A</q></TEI>").first?.hasPrefix("x.xml:2: Opening and ending tag mismatch") ?? false)
    #expect(faults("").first?.hasPrefix("x.xml:1: ") ?? false)
    #expect(
      faults("<!DOCTYPE TEI [<!ENTITY a \"b\">]><TEI>&a;</TEI>") == ["x.xml:1: a document type has no place here"])
    #expect(faults("<TEI>&nbsp;</TEI>").first?.contains("nbsp") ?? false)
  }
}
