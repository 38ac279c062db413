import Testing

/// Sets whose points are paragraphs of their own, and who puts them forward.
@Suite struct PointsAcrossParagraphsTests {
  @Test(arguments: [
    ReportedPoints(
      """
      Italian FM lays out five-point plan for Sahel

      BAMAKO, March 3 (Lagoon) -- Italian Foreign Minister Aldo Marchetti on Tuesday laid out a \
      five-point plan for the Sahel at the end of a two-day visit to Mali.

      ⟦First, he said, the three governments of the central Sahel should reopen their common \
      border posts to food convoys.⟧

      ⟦Second, Marchetti called for a single register of herders and farmers so that disputes \
      over pasture could be settled before the rains.

      "A quarrel over a well costs less to settle than a war," he said.⟧

      ⟦Third, Italy is willing to pay for solar pumps in 200 villages.⟧

      ⟦On the fourth point, he proposed an exchange of teachers between Bamako and Bologna.⟧

      ⟦Fifth, all donors should publish what they spend.⟧

      Malian Prime Minister Oumar Diarra thanked Italy for its support and said his government \
      would study the plan.
      """, [5], [["Aldo Marchetti"]]),
    ReportedPoints(
      """
      The environmental group Rivers Without Borders on Monday called on the Danube countries to:

      ⟦• publish monthly data on mercury⟧

      ⟦• close the two oldest smelters by 2030⟧

      ⟦• give fishermen a seat on the river commission⟧

      A spokesman for the smelters' operator declined to comment.
      """, [nil], [["Rivers Without Borders"]]),
    ReportedPoints(
      """
      The Assembly, gathered in Port Vale on 4 June,

      RESOLVES:

      ⟦1. To request the Secretariat to draw up a budget for the relief fund.⟧

      ⟦2. To invite member states to second experts to the mission.⟧

      ⟦3. To review progress at its next regular session.⟧
      """, [nil], [["The Assembly"]]),
    ReportedPoints(
      """
      Communique of the Coral Group leaders

      We, the leaders of the Coral Group, met in Apia on 9 and 10 May. To this end, we commit to \
      the following actions:

      ⟦(a) We will phase out single-use nets by 2032.⟧

      ⟦(b) We will share satellite data on illegal fishing free of charge.⟧

      ⟦(c) We will set up a fund of 40 million dollars for reef schools.⟧

      We thank Samoa for its warm welcome.
      """, [nil], nil),
    ReportedPoints(
      """
      Finance Minister Lars Nyman unveiled a five-point package on Thursday.

      ⟦First, the tax on fuel falls by a tenth.⟧

      ⟦Second, pensioners get a grant of 200 crowns.⟧

      ⟦Third, housing loans may be repaid over 40 years.⟧

      The remaining points will be made public next week.
      """, [5], [["Lars Nyman"]]),
    ReportedPoints(
      """
      Ines Duarte, the mayor of Faro, proposed two steps.

      ⟦First, the city should clear the old harbour: (a) remove the wrecks, (b) dredge the \
      channel and (c) rebuild the quay.⟧

      ⟦Second, it should lower the berth fees for small boats.⟧
      """, [2], [["Ines Duarte"]]),
    ReportedPoints(
      """
      Chinese Vice Premier Bao Lin put forward a two-point proposal on ocean science.

      ⟦First, build a shared fleet of research buoys.⟧

      ⟦Second, open the data to all island states.⟧

      New Zealand's Deputy Prime Minister Peter Ngata responded with two proposals of his own.

      ⟦First, invite students from the islands.⟧

      ⟦Second, hold the next expedition in winter.⟧
      """, [2, 2], [["Bao Lin"], ["Peter Ngata"]]),
    ReportedPoints(
      """
      Ghanaian Vice President Kwame Boateng told the forum that Africa must take charge of its \
      own data. He suggested three priorities.

      ⟦The first priority is storage. Data centres should be built where power is cheap, Boateng \
      said.⟧

      ⟦The second priority is law. A common act could be ready within two years.⟧

      ⟦The third priority is skills. He asked universities to open 10,000 places a year.⟧

      Asked about costs, he said the continent could not afford to wait.
      """, [3], [["Kwame Boateng"]]),
    ReportedPoints(
      """
      Japanese Environment Minister Mei Tanaka made a three-point proposal on plastic waste.

      ⟦First, she called for a ceiling on production.⟧

      ⟦Second, she urged ports to accept waste from ships free of charge.⟧

      ⟦Third, she proposed a prize for the best new material.⟧

      Tanaka flew on to Manila in the evening.
      """, [3], [["Mei Tanaka"]]),
    ReportedPoints(
      """
      Ladies and gentlemen, I would like to make three proposals.

      ⟦Firstly, let us make trade easier. Customs should work around the clock.⟧

      ⟦Secondly, let us make travel easier. Students should not queue for visas.⟧

      ⟦Thirdly, let us make talk easier. Our hotlines should be answered.⟧

      Thank you for your attention.
      """, [3], [[]]),
    ReportedPoints(
      """
      ASTANA, July 8 -- Turkish Foreign Minister Selim Arda has called for "four bridges" between \
      Europe and Central Asia, laying out a four-point agenda at a forum here on Tuesday.

      ⟦First, he said, railway gauges must be matched at both ends of the Caspian.⟧

      ⟦Second, the ports of Aktau and Baku should share one customs form.⟧

      ⟦Third, universities should recognise each other's degrees. "A diploma must not expire at \
      the border," Arda told the audience.⟧

      ⟦Finally, Arda proposed that the forum meet every spring.⟧

      The forum was attended by more than 300 businesspeople.
      """, [4], [["Selim Arda"]]),
    ReportedPoints(
      """
      The Teachers for Tomorrow movement has handed a list of five demands to the Senate:

      ⟦1. Smaller classes⟧

      ⟦2. Free school meals⟧

      ⟦3. A nurse in every school⟧

      ⟦4. Better pay for assistants⟧

      ⟦5. A ban on phones in lessons⟧

      The Senate will debate the list in March.
      """, [5], nil),
    ReportedPoints(
      """
      Joint statement of the ministers of the Five Rivers

      The ministers agreed on the following priorities:

      ⟦• restoring wetlands along the lower river⟧

      ⟦• joint flood warnings from 2031⟧

      ⟦• a common fund for ferries⟧

      The next meeting will be held in Ruse.
      """, [nil], [["The ministers"]]),
    ReportedPoints(
      """
      THE COUNCIL OF THE BALTIC HARBOURS,

      Recalling its decision of 2029,

      Decides:

      ⟦(a) to open a joint pilot school in Klaipeda;⟧

      ⟦(b) to waive dues for ferries that run on methanol;⟧

      ⟦(c) to meet again in Turku in October.⟧
      """, [nil], nil),
    ReportedPoints(
      """
      Brazilian negotiator Marta Silva presented three demands. ⟦First, open the market for \
      beef.⟧ ⟦Second, end the tax on ethanol.⟧ ⟦Third, recognise our labels.⟧

      Her Portuguese counterpart, Joao Pires, countered with two. ⟦First, protect the forests.⟧ \
      ⟦Second, allow inspectors.⟧
      """, [3, 2], [["Marta Silva"], ["Joao Pires"]]),
    ReportedPoints(
      """
      STOCKHOLM - Sweden's Defence Minister Nora Lindqvist set out six points for a "quiet \
      Baltic" on Monday.

      ⟦1. No submarines within twelve miles of another state's coast.⟧

      ⟦2. A telephone line between naval staffs that is open around the clock.⟧

      ⟦3. Notice of exercises at least 30 days ahead.⟧

      ⟦4. Transponders on for all auxiliary vessels.⟧

      ⟦5. A yearly meeting of coast guards.⟧

      ⟦6. Joint clearing of old mines.⟧

      Analysts doubt that Moscow will answer.
      """, [6], [["Nora Lindqvist"]]),
    ReportedPoints(
      """
      I have led this union for nine years. Today I ask the company for three things. ⟦First, \
      look at the dust in hall four.⟧ ⟦Second, pay the widows.⟧ ⟦Third, come and see us at work.⟧

      Miriam Castro is president of the Glass Workers' Union.
      """, [3], [["Miriam Castro"]]),
    ReportedPoints(
      """
      The Global Taxation Forum has four recommendations for finance ministers meeting in Cape Town:

      ⟦Recommendation 1: Tax private jets by the mile.⟧

      ⟦Recommendation 2: Publish the owners of shell companies.⟧

      ⟦Recommendation 3: End exemptions for bunker fuel.⟧

      ⟦Recommendation 4: Share audits across borders.⟧
      """, [4], [["Global Taxation Forum"]]),
  ])
  func found(_ report: ReportedPoints) throws { try report.check() }
}
