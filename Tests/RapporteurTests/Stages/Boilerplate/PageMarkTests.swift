import Testing

@testable import Rapporteur

/// Lines that pages set around their text, and the headlines, captions and bylines that look like them.
@Suite struct PageMarkTests {
  private static let prose = """
    The ministers of the two lake states agreed on Monday to open the canal again, saying that it had been closed for \
    far too long.

    They will meet once more in the spring, and the engineers of both sides will look at the old locks before then.
    """

  private func read(_ text: String) throws -> Document { try TextPageTests.process(text) }

  @Test(arguments: [
    ("Print this page | Share | Back to top", Removed.Kind.navigation),
    ("(Additional reporting by Ana Silva in Quito; Editing by Li Wei)", .credit),
    ("Writing by Ana Silva and Li Wei", .credit),
    ("as/lw 1820 GMT 03-04-25", .metadata),
    ("desk@lake.example", .metadata),
  ])
  func `a line below the text is cut`(line: String, kind: Removed.Kind) throws {
    let document = try read("Lake States to Reopen Canal\n\n\(Self.prose)\n\n\(line)\n")
    #expect(document.removed.contains { $0.text == line && $0.kind == kind })
    #expect(document.blocks.count == 3)
  }

  @Test func `a date at its end belongs to a headline`() throws {
    let title = "Weekly Briefing of the Canal Authority, 4 March 2025"
    let document = try read("Home   Briefings   Archive\n\n\(title)\n\n\(Self.prose)\n")
    #expect(document.metadata.title == title)
    #expect(document.metadata.published == "2025-03-04")
    #expect(document.removed.map(\.kind) == [.navigation])
  }

  @Test(arguments: [
    "Photo: The two ministers at the old lock of Vik. (LNA)",
    "Photo: The two ministers at the lock in Vik. © Lake Post",
  ])
  func `a description with its credit is a caption`(line: String) throws {
    let document = try read("Lake States to Reopen Canal\n\n\(Self.prose)\n\n\(line)\n")
    #expect(document.blocks.last?.kind == .caption)
  }

  @Test func `the lines of a wrapped headline are one title`() throws {
    let document = try read(
      """
      LAKE WIRE - Northern service
      Code: POL/INT  Prio: 3  Words: 120

      Lake states to reopen canal after twenty years, engineers
      to look at old locks

      By Ana Silva

      VIK, March 3 (Lake Wire) -- The ministers of the two lake states agreed
      on Monday to open the canal again, saying that it had been closed for
      far too long and that nobody remembered why.

      They will meet once more in the spring, and the engineers of both sides
      will look at the old locks before then, the ministers said in the town.

      The canal was dug by hand two hundred years ago and carried grain, wood
      and stone until the railway came, as an old man who has lived beside it
      all his life told reporters after the meeting in the town hall of Vik.

      (Reporting by Ana Silva; editing by
      Li Wei)
      """)
    let title = try #require(document.blocks.first)
    #expect(title.kind == .title)
    let slice = "Lake states to reopen canal after twenty years, engineers\nto look at old locks"
    #expect(document.text[title.range] == slice)
    #expect(document.metadata.title == slice.replacing("\n", with: " "))
    #expect(document.metadata.byline == "Ana Silva")
    #expect(document.blocks.map(\.kind) == [.title, .byline, .paragraph, .paragraph, .paragraph])
    #expect(document.removed.contains { $0.kind == .credit && $0.text.hasSuffix("Li Wei)") })
  }

  @Test func `nothing else stands between the text and its end mark`() throws {
    let document = try read(
      "Lake States to Reopen Canal\n\n\(Self.prose)\n\nAlso read: The lock keeper retires\n\nIt opens in June.\n\nENDS\n"
    )
    #expect(document.blocks.last.map { document.text[$0.range] } == "It opens in June.")
  }
}
