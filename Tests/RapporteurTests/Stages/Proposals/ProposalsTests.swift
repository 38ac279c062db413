import Rapporteur
import Testing

@Suite struct ProposalsTests {
  @Test func restartIsASecondProposal() throws {
    let points = try MarkedPoints(
      """
      Keita put forward a two-point proposal.

      First, build the dam together.

      Second, share its power.

      Traore then made three suggestions of his own.

      First, move no village.

      Second, pay for the land.

      Third, protect the fish.

      The leaders signed two agreements afterwards.
      """)
    #expect(points.announced == [2, 3])
    #expect(points.document.proposals.map(\.items.count) == [2, 3])
    #expect(points.text(points.document.proposals[1].items[2].range) == "Third, protect the fish.")
    #expect(points.document.proposals.map { $0.speakers.map(\.name) } == [["Keita"], ["Traore"]])
  }

  @Test func missingPoints() throws {
    let points = try MarkedPoints(
      "Weber put forward a five-point plan.\n\nFirst, save energy.\n\nSecond, store it.\n\nFourth, trade it.")
    let proposal = try #require(points.document.proposals.first)
    #expect(proposal.items.map(\.ordinal) == [1, 2, 4])
    #expect(proposal.missing == [3, 5])
    #expect(!proposal.isComplete)
    #expect(points.text(proposal.announcement) == "five-point plan")
  }

  @Test func pointsInsideAnItem() throws {
    let points = try MarkedPoints(
      """
      The premier announced a two-point plan.

      First, connect the region: (1) by rail, (2) by road and (3) by cable.

      Second, open it to visitors.
      """)
    let proposal = try #require(points.document.proposals.first)
    #expect(points.document.proposals.count == 1)
    #expect(proposal.items.map(\.points.count) == [3, 0])
    #expect(points.text(proposal.items[0].points[1].range) == "(2) by road")
    #expect(points.text(proposal.items[0].headline) == "connect the region")
    #expect(points.text(proposal.items[0].marker) == "First")
  }

  @Test(arguments: [
    (
      "The talks were short.\n\nA six-point plan that was put forward last year, by another minister, is still on the table.",
      true
    ),
    ("The visit went well.\n\nDuring Sato's visit two months ago, a four-point proposal was put forward.", true),
    ("The visit went well.\n\nThe group welcomed the five-point initiative of the envoy.", true),
    ("Prime Minister Sato proposed a six-pronged plan for the islands on Monday.", false),
    ("A three-point proposal was announced by the union in the morning.", false),
  ])
  func announcedOnly(_ text: String, isMentionedOnly: Bool) throws {
    let points = try MarkedPoints(text)
    let proposal = try #require(points.document.proposals.first)
    #expect(points.document.proposals.count == 1)
    #expect(proposal.items.isEmpty)
    #expect(proposal.rule == .announcement)
    #expect(proposal.isMentionedOnly == isMentionedOnly)
  }

  @Test func headlineAndBodyAnnounceOneSet() throws {
    let points = try MarkedPoints(
      """
      Nkosi unveils four-point plan

      Nkosi on Friday unveiled a four-point plan for the lake.

      First, clean it. Second, guard it. Third, stock it with fish. Fourth, open it to visitors.

      The four-point plan was welcomed by all parties.
      """)
    #expect(points.announced == [4])
    #expect(points.document.proposals.first?.items.count == 4)
  }

  @Test func passiveNamesTheProposer() throws {
    let points = try MarkedPoints(
      "A two-point proposal was put forward by Ambassador Lund.\n\nFirst, stop shelling.\n\nSecond, exchange maps.")
    #expect(points.document.proposals.first?.speakers.map(\.name) == ["Lund"])
  }

  @Test func captionInterruptsAnItem() throws {
    let text = """
      Diallo put forward a two-point plan.

      First, share the wells.

      Herders at a well near Timbuktu.

      A joint council would decide, Diallo said.

      Second, mark the paths of the herds.
      """
    var document = try MarkedPoints(text, stages: ["verbatim", "sentences"]).document
    let caption = try #require(document.blocks.firstIndex { document.text[$0.range].hasPrefix("Herders") })
    document.blocks[caption].kind = .caption
    document.blocks[caption].isMain = false
    var options = Options.defaults(of: Proposals.name)
    try Proposals(&options).process(&document)
    let item = try #require(document.proposals.first?.items.first)
    #expect(
      item.content.map { document.text[$0] } == [
        "First, share the wells.", "A joint council would decide, Diallo said.",
      ])
    #expect(document.text[item.range].contains("Timbuktu"))
  }

  @Test func statementsInsideItems() throws {
    let points = try MarkedPoints(
      """
      Kamau met with Haile in Nairobi on Monday.

      Kamau put forward a two-point proposal.

      First, Kamau urged both sides to open the border. Trade has waited too long, he said.

      Second, Kamau called on Haile to free the trucks.
      """, stages: ["verbatim", "sentences", "entities", "speakers", "proposals"])
    let proposal = try #require(points.document.proposals.first)
    #expect(proposal.items.map(\.attributions.count) == [2, 1])
    #expect(proposal.speakers.map(\.name) == ["Kamau"])
  }

  @Test(arguments: [
    "First, we must go on; second, (3) stop.\n",
    "1. We must go on (a) here and (b) there.\n",
    "first, second, third, three proposals: ",
    "- Respect the law.\n",
    "He made two proposals: peace and trade. ",
    "一是和平，二是发展，提出三点建议。",
  ])
  func manyMarkers(_ line: String) throws {
    var document = try MarkedPoints(String(repeating: line, count: 1_500), stages: ["verbatim", "sentences"]).document
    var options = Options.defaults(of: Proposals.name)
    let stage = Proposals(&options)
    // Ten times what a debug build takes.
    #expect(try ContinuousClock().measure { try stage.process(&document) } < .seconds(20))
  }
}
