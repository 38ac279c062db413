import Rapporteur
import Testing

/// The forms that points have on a page, found without speakers and entities.
@Suite struct PointFormsTests {
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
}
