import Testing

@testable import Rapporteur

/// What stands above and below the text of a flattened page: rows of labels, headline, subtitle, author, date, calls.
@Suite struct TextHeadTests {
  @Test(arguments: [
    "LAKE NEWS ▪ Latest ▪ Harbour ▪ Fact Check",
    "LAKE COURIER ★ Canal ★ Committees ★ Podcasts",
    "lake.example / Briefings / Harbour Board Briefings",
    "Newsroom › Speeches and interviews › Speech",
    "Home News Politics Metro Sports Entertainment",
    "LAKE UNION  WHO WE ARE  OUR WORK  MEDIA CENTRE",
    "The portal of the lake government   DE FR IT   Contact   Sign language",
    "뉴스룸 > 브리핑 > 서면브리핑",
    "Facebook Twitter Email Print 3 shares",
    "BC-CANAL-TALKS, 2nd Ld-Writethru, 0412",
  ])
  func `a row above the headline is no headline`(row: String) throws {
    let document = try FlattenedPage.read("\(row)\n\nLake States to Reopen Canal\n\n\(FlattenedPage.prose)\n")
    #expect(document.metadata.title == "Lake States to Reopen Canal")
    #expect(document.removed.map(\.text) == [row])
  }

  @Test func `the line below the headline goes on with it`() throws {
    let document = try FlattenedPage.read(
      """
      Pilots and Growers Shake Hands in Vik

      Ministers swap a lock key for a bag of salt as the mayor looks on

      Wednesday, 5 March 2025

      Ana Silva-Moreau, Harbour Correspondent

      The old lock at Vik on Monday. (Sent in by a reader)

      \(FlattenedPage.prose)
      """)
    #expect(document.metadata.title == "Pilots and Growers Shake Hands in Vik")
    #expect(document.metadata.byline == "Ana Silva-Moreau")
    #expect(document.metadata.published == "2025-03-05")
    #expect(
      document.blocks.map(\.kind) == [.title, .subtitle, .byline, .caption, .paragraph, .paragraph])
  }

  @Test(arguments: [
    ("Ana Silva", "Ana Silva"), ("Ana Silva and Jean Morel", "Ana Silva and Jean Morel"),
    ("STAFF WRITER", "STAFF WRITER"),
    ("Our Staff Reporter", "Our Staff Reporter"), ("Ana Little, Political Reporter", "Ana Little"),
  ])
  func `an author stands below the headline without By`(line: String, names: String) throws {
    let document = try FlattenedPage.read("Lake States to Reopen Canal\n\n\(line)\n\n\(FlattenedPage.prose)\n")
    #expect(document.metadata.byline == names)
    #expect(document.metadata.title == "Lake States to Reopen Canal")
  }

  @Test(arguments: [
    "Our journalism is funded by readers. Become a friend of the paper today",
    "Tips? Write to us. Donate here.",
    "Want to stay informed? Try our Lake Lines newsletter.",
    "The Lake Post is free because members pay. Join here.",
    "The lake calendar: 12 months of boats. Order now",
    "This story was reported with the support of a fund for harbour towns.",
    "Do you have documents? We accept tips on paper.",
    "CORRECTION: An earlier version of this story misstated the length of the lock.",
    "- 30 -",
    "1:22 p.m. EDT",
  ])
  func `a call below the text is cut`(line: String) throws {
    let document = try FlattenedPage.read("Lake States to Reopen Canal\n\n\(FlattenedPage.prose)\n\n\(line)\n")
    #expect(document.removed.map(\.text) == [line])
  }

  @Test(arguments: [
    "“Help us keep the canal open,” the mayor of Vik told reporters after the talks.",
    "Support for the plan has grown in the harbour towns since the old lock was closed.",
    "The members of the board will follow the talks from the lock house in Vik.",
  ])
  func `a sentence that begins as a call does is kept`(line: String) throws {
    let document = try FlattenedPage.read(
      "Lake States to Reopen Canal\n\n\(FlattenedPage.prose)\n\n\(line)\n\n\(FlattenedPage.prose)\n")
    #expect(document.blocks.contains { document.text[$0.range] == line && $0.isMain })
  }

  @Test func `units in one line are parted`() throws {
    let document = try FlattenedPage.read(
      """
      Home World Business Sport Canal Reopens After Talks in Vik By Ana Silva Updated March 4, 2025 10:05 GMT VIK, \
      March 4 (Reuters) -- The ministers of the two lake states agreed on Tuesday to open the canal again, saying that \
      it had been closed for far too long. Advertisement They will meet once more in the spring, and the engineers of \
      both sides will look at the old locks before then, for nobody has opened their gates in ten years. Sign up for our newsletter.
      """)
    #expect(document.metadata.title == "Canal Reopens After Talks in Vik")
    #expect(document.metadata.byline == "Ana Silva")
    #expect(document.metadata.published == "2025-03-04")
    #expect(
      document.removed.map(\.text) == [
        "Home World Business Sport", "Updated March 4, 2025 10:05 GMT", "Advertisement", "Sign up for our newsletter.",
      ])
  }

  @Test(arguments: [
    ("VIK, March 4, 2025 (Reuters) -- The canal opens again, the ministers said on Tuesday after talks.", "2025-03-04"),
    ("VIK, March 4 (Reuters) -- The canal opens on Tuesday, as planned in 2025 by the lake council.", "2025-03-04"),
    ("VIK, March 4 (Reuters) -- The canal opens on Tuesday, as planned in 2024 by the lake council.", nil),
    ("VIK, March 4 (Reuters) -- The canal opens again, as planned in 2025 by the lake council.", nil),
  ])
  func `a dateline dates a page that says nothing else`(line: String, day: String?) throws {
    let document = try FlattenedPage.read(
      "Lake States to Reopen Canal\n\n\(line)\n\nThe locks are old, the engineers said.\n")
    #expect(document.metadata.published == day)
  }

  @Test func `marks between a date and a headline are cut with the date`() throws {
    let document = try FlattenedPage.read("[2025-03-04] Lake States to Reopen Canal\n\n\(FlattenedPage.prose)\n")
    #expect(document.metadata.title == "Lake States to Reopen Canal")
    #expect(document.removed.map(\.text) == ["[2025-03-04]"])
  }

  @Test func `a place inside a caption opens no report`() throws {
    let caption = "Lock keepers stand guard outside the talks in Nairobi, Wednesday, May 5, 2032. (AP Photo/Ana Silva)"
    let document = try FlattenedPage.read(
      "Lake States to Reopen Canal\n\n\(caption)\n\nUpdated 8:51 PM EDT, May 6, 2032\n\n\(FlattenedPage.prose)\n")
    #expect(document.blocks.contains { $0.kind == .caption && document.text[$0.range] == caption })
    #expect(document.removed.map(\.text) == ["Updated 8:51 PM EDT, May 6, 2032"])
  }

  @Test func `the item c is no copyright`() throws {
    let items = ["(a) pilots train for a year;", "(b) locks are looked at in spring;", "(c) the gates are painted;"]
    let document = try FlattenedPage.read(
      "\(FlattenedPage.prose)\n\n\(items.joined(separator: "\n"))\n\n\(FlattenedPage.prose)\n")
    #expect(document.blocks.filter { $0.kind == .listItem }.count == 3)
  }

  @Test func `the headings of a live report are kept`() throws {
    let document = try FlattenedPage.read(
      """
      Canal talks, hour by hour

      12:10 pm Mayor: 'Nobody leaves before dawn'

      \(FlattenedPage.prose)

      12:31 pm The engineers take the floor

      \(FlattenedPage.prose)
      """)
    #expect(document.removed.isEmpty)
  }
}
