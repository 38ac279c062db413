import Rapporteur
import Testing

@testable import RapporteurEvaluation

@Suite struct GoldReaderTests {
  @Test func `the page is the blocks with what stands between them`() throws {
    let meeting = try GoldSamples.document("meeting", GoldSamples.meeting)
    let text = meeting.text[meeting.text.range]
    #expect(text.hasPrefix("Home | World\n\nTwo lakes, one treaty & a promise\n\nBy Ida Holm\n\nAARHUS -- Danish"))
    #expect(text.hasSuffix("by 10 a.m.\n\nIt is old. A pump at dusk.\n\nAll rights reserved"))
    let transcript = try GoldSamples.document("transcript", GoldSamples.transcript)
    let other = transcript.text[transcript.text.range]
    #expect(
      other.hasPrefix("Briefing at Harbour House\n\nQuestions\nQ: Why the North Sea?\nA spokesperson for the\nMin"))
  }

  @Test func `a day that only the crawler tells goes in with the page and is not asked for`() throws {
    let file = GoldSamples.file(header: #"<date when="2031-05-14" told="crawler"/>"#, "<p>They met on Monday.</p>")
    let document = try GoldSamples.document("x", file)
    #expect(document.page.published == "2031-05-14")
    #expect(document.gold.published == nil)
    #expect(try GoldSamples.document("meeting", GoldSamples.meeting).page.published == nil)
  }

  @Test func `blocks are kept or cut, and named`() throws {
    let gold = try GoldSamples.document("meeting", GoldSamples.meeting).gold
    #expect(
      gold.units.map(\.label) == [
        "navigation", "title", "byline", "paragraph", "paragraph", "paragraph", "paragraph", "caption", "copyright",
      ])
    #expect(gold.units.map(\.isKept) == [false, true, true, true, true, true, true, true, false])
    #expect(gold.title == "Two lakes, one treaty & a promise")
    #expect(gold.published == "2031-05-14")
    let labels = try GoldSamples.document("transcript", GoldSamples.transcript).gold.units.map(\.label)
    #expect(
      labels == [
        "subtitle", "heading", "paragraph", "paragraph", "list_item", "list_item", "quote", "table", "code",
        "paragraph",
      ])
  }

  @Test func `sentences end at their marks and at the end of a block`() throws {
    let document = try GoldSamples.document("meeting", GoldSamples.meeting)
    let sentences = try #require(document.gold.sentences).map(document.string)
    #expect(
      sentences == [
        "AARHUS -- Danish Minister Oskar Valdemar on Wednesday said Norway had kept the Lakes Treaty.",
        "The water belongs to both.",
        "\"We began with 3 pumps,\" he recalled, \"and we have $2 million now.\"",
        "He put forward a two-point plan.", "First, count the fish.", "Second, close the sluice by 10 a.m.",
        "It is old.", "A pump at dusk.",
      ])
  }

  @Test func `mentions carry what they name`() throws {
    let document = try GoldSamples.document("meeting", GoldSamples.meeting)
    let names = document.gold.names.map { name in
      [document.string(name.range), name.type.rawValue, name.link ?? "", name.country ?? "", name.value ?? ""]
    }
    #expect(
      names == [
        ["Danish", "NORP", "dk", "DK", ""], ["Minister", "ROLE", "va", "DK", ""],
        ["Oskar Valdemar", "PERSON", "va", "DK", ""], ["Wednesday", "DATE", "", "", "2031-05-14"],
        ["Norway", "GPE", "no", "NO", ""], ["Lakes Treaty", "AGREEMENT", "lt", "", ""],
        ["3", "CARDINAL", "", "", ""], ["$2 million", "MONEY", "", "", ""],
        ["10 a.m.", "TIME", "", "", "2031-05-15T10:00"],
      ])
  }

  @Test func `statements have speakers, cue, source and pieces`() throws {
    let document = try GoldSamples.document("meeting", GoldSamples.meeting)
    let statements = document.gold.statements
    #expect(statements.map(\.kind) == [.indirect, .continued, .direct])
    #expect(statements.map(\.speakers) == [["Oskar Valdemar"], ["Oskar Valdemar"], ["Oskar Valdemar"]])
    #expect(statements.map { $0.cue.map(document.string) } == ["said", nil, "recalled"])
    #expect(statements.map { $0.source.map(document.string) } == ["Danish Minister Oskar Valdemar", nil, "he"])
    #expect(statements[2].content.map(document.string) == ["We began with 3 pumps,", "and we have $2 million now."])

    let transcript = try GoldSamples.document("transcript", GoldSamples.transcript)
    #expect(
      transcript.gold.statements.map(\.speakers) == [
        ["Q"], ["a spokesperson"], ["Hanna Roos", "Piet Kamp"], ["Hanna Roos"], ["Hanna Roos"],
      ])
    #expect(transcript.gold.statements.suffix(2).map { $0.source.map(transcript.string) } == ["Roos", "Roos"])
  }

  @Test func `proposals have their points, each to the end of its last continuation`() throws {
    let document = try GoldSamples.document("meeting", GoldSamples.meeting)
    let proposal = try #require(document.gold.proposals.first)
    #expect(proposal.announced == 2)
    #expect(proposal.speakers == ["Oskar Valdemar"])
    #expect(proposal.announcement.map(document.string) == "a two-point plan")
    #expect(
      proposal.items.map { document.string($0.range) } == [
        "First, count the fish.", "Second, close the sluice by 10 a.m.\n\nIt is old.",
      ])
    #expect(proposal.items.map { $0.marker.map(document.string) } == ["First", "Second"])
    let mentioned = try #require(try GoldSamples.document("transcript", GoldSamples.transcript).gold.proposals.first)
    #expect(mentioned.isMentionedOnly)
    #expect(!mentioned.isComplete)
    #expect(mentioned.items.isEmpty)
  }

  @Test func `places count code points`() throws {
    let document = try GoldSamples.document("chinese", GoldSamples.chinese)
    #expect(document.text[document.text.range] == "文晓山指出,湖水要清。鱼要多。")
    #expect(document.gold.statements.map(\.content) == [[6..<10], [11..<14]])
    #expect(document.gold.sentences == [0..<11, 11..<15])
  }
}
