import Rapporteur
import Testing

@Suite struct ProposalsTests {
  @Test(arguments: [
    // Paragraphs, each point as long as the others; the next scene is outside.
    """
    The president put forward a three-point proposal on the river.

    ⟦First, the two sides should share water data.

    Data builds trust, he said.⟧

    ⟦Second, they should meet every spring.⟧

    ⟦Third, they should train engineers together.

    A joint school would be a start, he added.⟧

    For her part, Prime Minister Adeyemi welcomed the ideas.
    """,
    // The announcement's own speaker goes on with something else.
    """
    Minister Okafor outlined three priorities for the new year.

    ⟦First, lower food prices.

    Prices have to fall by summer.⟧

    ⟦Second, build more schools.⟧

    ⟦Third, repair the ports.⟧

    Okafor also thanked the donors for their help.
    """,
    // Mixed forms of one sequence.
    """
    Banda made four suggestions. ⟦First, open the border. Firms wait for it.⟧ ⟦Secondly, cut the fees.⟧ \
    ⟦The third point is to build a railway.⟧ ⟦Finally, both capitals should name a special envoy.⟧
    """,
    // Picked one by one, and behind the subject of the first.
    """
    Rojas put forward three proposals on the lake. ⟦One is to keep it clean.⟧ ⟦Another is to share the fish.⟧ \
    ⟦The third is to light the shore.⟧
    """,
    """
    Rojas made three suggestions. ⟦The two sides should, first of all, respect the river.⟧ ⟦Second, they should trade.⟧ \
    ⟦Third, they should listen to farmers.⟧
    """,
    // Within one sentence.
    "The envoy raised three demands: ⟦first, release the fishermen⟧; ⟦second, return the boats⟧; and ⟦third, pay for the nets.⟧",
    "The union listed four demands: ⟦(a) higher pay⟧, ⟦(b) shorter shifts⟧, ⟦(c) safer mines⟧ and ⟦(d) a say in planning.⟧ Talks go on.",
    "He made two proposals: ⟦1) a hotline between the capitals⟧ and ⟦2) a yearly exercise.⟧",
    // Without any marks.
    "Moreau put forward three proposals: ⟦respect borders⟧, ⟦exchange prisoners⟧ and ⟦reopen the embassies.⟧ She left at noon.",
    "The council made three demands: ⟦ending the siege⟧; ⟦letting aid convoys, doctors and engineers in⟧; and ⟦opening the airport⟧, it said.",
    // Lines with figures, letters, bullets.
    """
    The foreign ministry set out the following measures:
    ⟦1. Visas will be free of charge.⟧
    ⟦2. Students may stay for two years.⟧
    ⟦3. Consulates will open on Saturdays.⟧
    The measures take effect in June.
    """,
    """
    The alliance demanded three steps:
    ⟦A) Withdraw the troops.⟧
    ⟦B) Free the mayors.⟧
    ⟦C) Allow observers in.⟧
    """,
    """
    The summit adopted four principles:
    ⟦- Respect the charter.⟧
    ⟦- Settle disputes by law.⟧
    ⟦- Keep sea lanes open.⟧
    ⟦- Share early warnings.⟧
    The next summit is in Lusaka.
    """,
    """
    The movement put forward a five-point plan.
    ⟦Point 1: Hold elections.⟧
    ⟦Point 2: Free the press.⟧
    ⟦Point 3: Audit the banks.⟧
    ⟦Point 4: Reform the police.⟧
    ⟦Point 5: Protect the forests.⟧
    """,
    // The count stands behind the list.
    """
    ⟦First, both countries must stop the tariffs,⟧ Silva said. ⟦Second, they must talk.⟧ ⟦Third, they must keep their word.⟧ \
    These three principles guide us, the minister stressed.
    """.replacing(",⟧ Silva said.", with: ", Silva said.⟧"),
    // Quoted, without announcement.
    "“⟦First, we have to end the fighting. Everybody knows it.⟧ ⟦Second, we have to feed the people.⟧ ⟦Third, we have to rebuild,” Haddad said.⟧",
    // Reported, without announcement.
    """
    ⟦First, Lindqvist called on both sides to cut emissions.⟧

    ⟦Second, Lindqvist urged them to protect the sea.⟧

    ⟦Third, she proposed a fund for islands.⟧

    The two leaders later attended a dinner.
    """,
    // Nouns that are in no list, adverbs without commas, demands without a count.
    """
    The mayor of Port Ward unveiled a three-pronged strategy on Friday.

    ⟦The first strand is to dredge the harbour.⟧ ⟦The second is to train pilots⟧, and ⟦the third is to cut fees.⟧
    """,
    "The envoy said the two countries should ⟦firstly restore trust⟧, ⟦secondly reopen the consulates⟧ and ⟦thirdly resume flights.⟧",
    """
    The dockers went on strike on Monday. Their demands are:
    ⟦• a rise of ten percent⟧
    ⟦• gloves and helmets⟧
    ⟦• an end to night shifts⟧
    The port declined to comment.
    """,
    "The governor listed three conditions for the sale: ⟦keeping the jobs⟧, ⟦paying the debts⟧, and ⟦cleaning the river.⟧",
    // A speech in the first person.
    """
    I would like to share two proposals with you today.

    ⟦First, we should keep our ports open.⟧

    ⟦Second, we should look after our rivers.⟧

    Thank you.
    """,
    // The first lady between the points is none.
    """
    Rossi put forward a two-point plan.

    ⟦First, the second phase of the talks should begin. First Lady Anna Rossi was present.⟧

    ⟦Second, the first round of exchanges should be wider.⟧
    """,
  ])
  func english(_ marked: String) throws {
    #expect(try MarkedPoints(marked).found == marked)
  }

  @Test(arguments: [
    "李部长提出三点建议:⟦一是加强政策沟通⟧;⟦二是扩大贸易规模⟧;⟦三是便利人员往来。⟧",
    "大使提出两点主张。\n\n⟦第一,尊重彼此核心利益。⟧\n\n⟦第二,坚持对话协商。⟧\n\n会见后,双方共进午餐。",
    "会议要求,⟦一要完善法律⟧,⟦二要加强监督⟧,⟦三要提高效率。⟧",
    "张市长强调,⟦首先,要保护湿地。⟧⟦其次,要发展公交。⟧⟦最后,要建设学校。⟧",
    "김 장관은 세 가지 제안을 했다.\n\n⟦첫째, 양국은 신뢰를 쌓아야 한다.⟧\n\n⟦둘째, 무역을 확대해야 한다.⟧\n\n⟦셋째, 청년 교류를 늘려야 한다.⟧",
    "박 대사는 \"⟦첫째, 대화를 재개해야 합니다.⟧ ⟦둘째, 제재를 풀어야 합니다\"라고 말했다.⟧",
    "首相は三つの提案をした。\n\n⟦第一に、対話を続けるべきだ。⟧\n\n⟦第二に、貿易を広げるべきだ。⟧\n\n⟦第三に、若者の交流を進めるべきだ。⟧",
  ])
  func otherLanguages(_ marked: String) throws {
    #expect(try MarkedPoints(marked).found == marked)
  }

  @Test(arguments: [
    // Names and dates with ordinals.
    "First Lady Ruth Banda opened the fair. Second Lieutenant Ito saluted. It was the third visit in the second half.",
    // Chronology.
    "First, the presidents signed the guest book. Second, they walked in the garden. Third, they had tea.",
    // Reasons and findings.
    "The report gives three reasons. First, wages fell. Second, rents rose. Third, firms left the region.",
    "There are two reasons for that: (1) the drought and (2) the price of fuel.",
    // Advice.
    """
    How to plan your trip: four steps

    Follow these four steps before you travel.
    1. Check your passport.
    2. Book your flight early.
    3. Pack your bags.
    4. Tell your bank.
    """,
    """
    You need three things: (1) a sharp knife, (2) a large pan and (3) your favourite spices.
    """,
    // Rankings and most-read lists.
    """
    The five most visited cities
    1. Bangkok
    2. Paris
    3. London
    4. Dubai
    5. Singapore
    """,
    """
    Most read
    1 Storm hits coast
    2 Minister resigns
    3 Team wins cup
    """,
    // Agenda, articles.
    "The agenda has three items: 1) minutes, 2) budget, 3) elections.",
    "Article 1. The parties are free. Article 2. The parties are equal.",
    "The study included adults who (1) were over 18, (2) owned a phone, and (3) could read English.",
    "The deal has four phases. First, the data is collected. Second, it is cleaned. Third, it is stored. Fourth, it is used.",
    "三个原因：一是天气恶劣，二是道路湿滑，三是车速过快。",
    "这是他第一次访问该国，第二天他去了海边。",
  ])
  func noProposal(_ text: String) throws {
    let points = try MarkedPoints(text)
    #expect(points.found == points.document.text[points.document.text.range])
    #expect(points.announced.isEmpty)
  }

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
    #expect(points.document.proposals.first?.speakers.map(\.name) == ["Ambassador Lund"])
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
