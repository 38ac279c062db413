import Testing

/// Sets whose points stand in running text or on lines, and who puts them forward.
@Suite struct PointsInParagraphsTests {
  @Test(arguments: [
    ReportedPoints(
      """
      A four-point programme to protect the mangroves of the western Indian Ocean was jointly put \
      forward by Norway and Kenya at the conference in Mombasa on Wednesday. ⟦First, map every \
      stand larger than ten hectares.⟧ ⟦Second, ban the felling of mature trees.⟧ ⟦Third, pay \
      villages that guard the forest.⟧ ⟦Fourth, meet every two years to review the results.⟧ \
      Delegates from 21 countries took part in the meeting.
      """, [4], [["Norway", "Kenya"]]),
    ReportedPoints(
      """
      Speaking to lawmakers, Trade Minister Hana Kovar said the government would rest its policy \
      on three principles: ⟦no tariff without a review⟧; ⟦no subsidy without a deadline⟧; ⟦no \
      treaty without a vote in parliament.⟧
      """, [3], [["Hana Kovar"]]),
    ReportedPoints(
      """
      The coalition presented four demands to the governor on Sunday, namely ⟦lifting the \
      curfew⟧, ⟦releasing detained students⟧, ⟦reopening the radio stations⟧ and ⟦paying \
      compensation to the families of the victims.⟧
      """, [4], [["The coalition"]]),
    ReportedPoints(
      """
      The Dockers' Federation said it would return to work if three conditions were met:
      ⟦– a pay rise in line with inflation;⟧
      ⟦– two crew members on every crane;⟧
      ⟦– an end to the use of agency labour.⟧
      Talks resume on Thursday.
      """, [3], [["Dockers' Federation"]]),
    ReportedPoints(
      """
      "We have three demands and we will not move an inch," opposition leader Maren Holt told the \
      rally. "⟦One, the electoral roll must be cleaned.⟧ ⟦Two, the army must stay in its barracks \
      on polling day.⟧ ⟦Three, every count must be held in public.⟧"
      """, [3], [["Maren Holt"]]),
    ReportedPoints(
      """
      ANKARA -- Turkish Interior Minister Yusuf Demir met his Georgian counterpart Nino Beridze \
      on Friday. Demir made a three-point proposal on border security. ⟦First, the two countries \
      should open a joint post at Sarp.⟧ ⟦Second, they should exchange lists of stolen cars.⟧ \
      ⟦Third, their police schools should train officers together.⟧ Beridze welcomed the proposal \
      and invited Demir to Tbilisi.
      """, [3], [["Yusuf Demir"]]),
    ReportedPoints(
      """
      President Amara Sesay made three suggestions to the youth forum. ⟦The first is to learn a \
      trade before learning a slogan.⟧ ⟦The second is to vote, even when the choice is poor.⟧ \
      ⟦The third is to come home after studying abroad.⟧ These suggestions drew long applause \
      from the hall.
      """, [3], [["Amara Sesay"]]),
    ReportedPoints(
      """
      Czech President Tomas Rehak on Monday put forward a six-point initiative on water security \
      in Central Asia during talks with his Uzbek counterpart. The two leaders also discussed \
      rail links and visas.
      """, [6], [["Tomas Rehak"]]),
    ReportedPoints(
      """
      The envoys reviewed progress since the last round. They recalled the four-point proposal \
      that Nigerian President Idris Bello had put forward in Abuja in January, and agreed to meet \
      again in May.
      """, [4], [["Idris Bello"]]),
    ReportedPoints(
      """
      Norwegian Climate Minister Greta Solberg offered four ideas. ⟦First of all, rich nations \
      should double their payments.⟧ ⟦Secondly, forests should be counted in the same way \
      everywhere.⟧ ⟦The third idea is to tax aviation fuel.⟧ ⟦Last but not least, Solberg said, \
      the young should have a vote in the council.⟧
      """, [4], [["Greta Solberg"]]),
    ReportedPoints(
      """
      The Human Rights Forum urged the authorities to ⟦(1) release all those held without \
      charge⟧, ⟦(2) allow families to visit⟧, ⟦(3) publish the names of the dead⟧, and ⟦(4) admit \
      a United Nations mission.⟧
      """, [nil], [["Human Rights Forum"]]),
    ReportedPoints(
      """
      To mend the relationship, Washington should do three things. ⟦First, it should stop \
      treating allies as customers.⟧ ⟦Second, it must lift the tariffs it imposed in spring.⟧ \
      ⟦Third, it needs to send an ambassador.⟧
      """, [3], [[]]),
    ReportedPoints(
      """
      Health Minister Lindiwe Mokoena told reporters on Friday that hospitals would have to meet \
      three conditions before receiving new money: ⟦open books⟧, ⟦shorter queues⟧ and ⟦a matron \
      on every ward.⟧
      """, [3], [["Lindiwe Mokoena"]]),
    ReportedPoints(
      """
      "There are two things this government has to do," said Petra Havel, who heads the \
      opposition. "⟦The first is to publish the contract.⟧ ⟦The second is to resign.⟧"
      """, [2], [["Petra Havel"]]),
    ReportedPoints(
      """
      Jordanian lawmaker Rana Qasim offered the House three proposals. ⟦(1) Water meters in every \
      flat⟧; ⟦(2) a fine for leaks that nobody repairs⟧; ⟦(3) wells only with a licence.⟧ The \
      House will vote on Monday.
      """, [3], [["Rana Qasim"]]),
    ReportedPoints(
      """
      In a televised address, President Victor Osei unveiled a ten-point recovery plan. ⟦One, the \
      price of bread will be frozen until June.⟧ ⟦Two, fuel will be sold at cost.⟧ ⟦Three, debts \
      of farmers will be forgiven.⟧ The president did not read out the other seven points, which \
      aides said were still being drafted.
      """, [10], [["Victor Osei"]]),
    ReportedPoints(
      """
      German Chancellor Julia Brandt and Polish Prime Minister Marek Wolny proposed a three-step \
      plan for the border on Thursday. ⟦First, joint patrols start in May.⟧ ⟦Second, a shared \
      database goes online in June.⟧ ⟦Third, the checks end in July.⟧
      """, [3], [["Julia Brandt", "Marek Wolny"]]),
    ReportedPoints(
      """
      Diplomats in Muscat said the talks had turned again to the four-point proposal that Iranian \
      envoy Ali Reza Tavana had submitted in spring. No date was set for another round.
      """, [4], [["Ali Reza Tavana"]]),
    ReportedPoints(
      """
      South Korean Trade Minister Yoon Jae-ho on Wednesday announced a seven-point initiative to \
      protect chip makers, the ministry said. The details will be released next week.
      """, [7], [["Yoon Jae-ho"]]),
    ReportedPoints(
      """
      What should be done? Nadia Rahmani, who ran the relief agency for ten years, has three \
      suggestions. ⟦Stop flying in bottled water: pipes are cheaper.⟧ ⟦Pay local nurses instead \
      of foreign doctors.⟧ ⟦And publish every contract.⟧
      """, [3], [["Nadia Rahmani"]]),
    ReportedPoints(
      """
      French Agriculture Minister Hugo Lemaire laid down three principles for the talks — ⟦no \
      hormones⟧, ⟦no cheap sugar⟧ and ⟦no deal before the harvest.⟧
      """, [3], [["Hugo Lemaire"]]),
    ReportedPoints(
      """
      The Farmers' League wants the ministry to ⟦(i) buy the surplus⟧, ⟦(ii) cap the price of \
      diesel⟧ and ⟦(iii) ban imports until May⟧, its chairman said.
      """, [nil], [["Farmers' League"]]),
    ReportedPoints(
      """
      Minister Kofi Anane answered the strike with a three-pronged offer: ⟦a bonus at Easter⟧, \
      ⟦two more days of leave⟧, and ⟦a seat on the board.⟧
      """, [3], [["Kofi Anane"]]),
    ReportedPoints(
      """
      "My message to the donors is short," Ethiopian Finance Minister Abel Tesfaye said. "⟦First, \
      keep your promises.⟧ ⟦Second, pay on time.⟧ ⟦Third, ask us before you build," he added, to \
      laughter.⟧
      """, [nil], [["Abel Tesfaye"]]),
    ReportedPoints(
      """
      The network Pacific Climate Youth listed four demands in a letter to the premier: ⟦no new \
      coal mines⟧; ⟦buses that run on electricity by 2030⟧; ⟦a levy on cruise ships⟧; and ⟦a seat \
      at the cabinet table.⟧
      """, [4], nil),
    ReportedPoints(
      """
      Harbour chief Joon Park proposed ⟦first, that the two ports exchange harbour masters⟧, \
      ⟦second, that they share their tugs⟧, and ⟦third, that they celebrate a common fishermen's \
      day.⟧
      """, [nil], [["Joon Park"]]),
    ReportedPoints(
      """
      In their joint communique, the two presidents agreed on three measures to ease tension \
      along the ridge. ⟦The first is to pull back heavy guns by ten kilometres.⟧ ⟦The second is \
      to open a market at the bridge.⟧ ⟦The third is to let families visit graves on both sides.⟧
      """, [3], [["the two presidents"]]),
    ReportedPoints(
      """
      By Friday, opposition chief Salma Idrissi wants answers to five requests she sent to the \
      palace: ⟦(a) free the poets⟧, ⟦(b) pay the teachers⟧, ⟦(c) close the salt prison⟧, ⟦(d) \
      lower the bread price⟧ and ⟦(e) hold the vote in June.⟧
      """, [5], [["Salma Idrissi"]]),
    ReportedPoints(
      """
      The Rural Doctors' Union put two conditions for ending the walkout.
      ⟦* Every clinic gets a second doctor.⟧
      ⟦* Night calls are paid by the hour.⟧
      The health ministry has until Sunday to reply.
      """, [2], [["Rural Doctors' Union"]]),
    ReportedPoints(
      """
      Analysts see little in the new draft that was not in the four-point proposal Chinese envoy \
      Liu Wenhai circulated two years ago.
      """, [4], [["Liu Wenhai"]]),
    ReportedPoints(
      """
      LAGOS (Coast Wire) -- An alliance of fishing villages on Thursday released an eight-point \
      manifesto against sand mining. Its text was not available at press time.
      """, [8], nil),
    ReportedPoints(
      """
      Hungarian Interior Minister Emil Varga said Thursday the government had adopted three \
      measures against forest fires: ⟦a ban on open flames in national parks⟧, ⟦fines of up to \
      5,000 euros⟧ and ⟦two more helicopters.⟧
      """, [3], [["Emil Varga"]]),
  ])
  func found(_ report: ReportedPoints) throws { try report.check() }
}
