import Testing

@testable import Rapporteur

/// Lines that pages set around their text, and the headlines, captions and bylines that look like them.
@Suite struct PageMarkTests {
  @Test(arguments: [
    ("Print this page | Share | Back to top", Removed.Kind.navigation),
    ("(Additional reporting by Ana Silva in Quito; Editing by Li Wei)", .credit),
    ("Writing by Ana Silva and Li Wei", .credit),
    ("as/lw 1820 GMT 03-04-25", .metadata),
    ("desk@lake.example", .metadata),
  ])
  func `a line below the text is cut`(line: String, kind: Removed.Kind) throws {
    let document = try FlattenedPage.read("Lake States to Reopen Canal\n\n\(FlattenedPage.prose)\n\n\(line)\n")
    #expect(document.removed.contains { $0.text == line && $0.kind == kind })
    #expect(document.blocks.count == 3)
  }

  @Test func `a date at its end belongs to a headline`() throws {
    let title = "Weekly Briefing of the Canal Authority, 4 March 2025"
    let document = try FlattenedPage.read("Home   Briefings   Archive\n\n\(title)\n\n\(FlattenedPage.prose)\n")
    #expect(document.metadata.title == title)
    #expect(document.metadata.published == "2025-03-04")
    #expect(document.removed.map(\.kind) == [.navigation])
  }

  @Test(arguments: [
    "Photo: The two ministers at the old lock of Vik. (LNA)",
    "Photo: The two ministers at the lock in Vik. © Lake Post",
  ])
  func `a description with its credit is a caption`(line: String) throws {
    let document = try FlattenedPage.read("Lake States to Reopen Canal\n\n\(FlattenedPage.prose)\n\n\(line)\n")
    #expect(document.blocks.last?.kind == .caption)
  }

  @Test func `the lines of a wrapped headline are one title`() throws {
    let document = try FlattenedPage.read(
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
    let document = try FlattenedPage.read(
      "Lake States to Reopen Canal\n\n\(FlattenedPage.prose)\n\nAlso read: The lock keeper retires\n\nIt opens in June.\n\nENDS\n"
    )
    #expect(document.blocks.last.map { document.text[$0.range] } == "It opens in June.")
  }

  @Test func `an ordinal alone in its line is no pagination`() throws {
    let items = "First:\nThe canal opens in June for every boat of the lake.\n\nSecond:\nThe old locks are repaired."
    let document = try FlattenedPage.read("\(FlattenedPage.prose)\n\n\(items)\n\n\(FlattenedPage.prose)\n")
    #expect(document.blocks.filter { $0.kind == .listItem }.map { document.text[$0.range] } == ["First:", "Second:"])
    #expect(document.removed.isEmpty)
  }

  @Test(arguments: ["Page 2 of 3", "- 2 -", "Page 7", "第 2 页"])
  func `a page number is cut`(line: String) throws {
    let document = try FlattenedPage.read("\(FlattenedPage.prose)\n\n\(line)\n\n\(FlattenedPage.prose)\n")
    #expect(document.removed.map(\.text) == [line])
  }

  @Test(arguments: [
    "뉴스홈 정치 경제 사회 국제 문화", "공유 댓글 글자크기조정 인쇄", "목록 이전글 다음글", "首页 新闻 财经 视频",
    "Department of the Lake and its Harbours",
    "The portal of the lake government   DE FR IT RM EN   Contact   Sign language",
    "LAKE 3/29   CO LAK 2   CONCL 1   Vik, 8 February 2029 (OR. en)", "POOL 06 // TRAVEL POOL REPORT NO. 6",
    "Updated 6:42 PM GMT, February 16, 2033",
  ])
  func `what stands above a headline is none`(line: String) throws {
    let document = try FlattenedPage.read(
      "\(line)\n\nLake States Open Their Canal After Talks\n\n\(FlattenedPage.prose)\n")
    #expect(document.metadata.title == "Lake States Open Their Canal After Talks")
    #expect(document.removed.map(\.text) == [line])
  }

  @Test func `a speech keeps its labels and its thanks`() throws {
    let page =
      "운하 다시 열린다\n\n[앵커]\n\n두 나라 장관이 월요일 운하를 다시 열기로 했습니다.\n\n[기자]\n\n"
      + "배 스무 척이 매일 운하를 지나게 됩니다.\n\n주민들은 오래 기다렸다고 말했습니다."
    let document = try FlattenedPage.read(page)
    #expect(document.blocks.map { document.text[$0.range] }.filter { $0.hasPrefix("[") } == ["[앵커]", "[기자]"])
    let speech = try FlattenedPage.read("Remarks in Vik\n\n\(FlattenedPage.prose)\n\nI thank you.\n\nPrint\n")
    #expect(speech.blocks.last.map { speech.text[$0.range] } == "I thank you.")
  }
}
