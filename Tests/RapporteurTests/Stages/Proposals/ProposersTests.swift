import Testing

@testable import Rapporteur

/// Who puts points forward, by where the text says so.
@Suite struct ProposersTests {
  /// A page of paragraphs, and the names of the speakers of its only set.
  struct Page: CustomTestStringConvertible {
    let text: String
    let proposers: [String]

    init(_ text: String, _ proposers: String...) {
      self.text = text
      self.proposers = proposers
    }

    var testDescription: String { String(text.prefix(60)) }
  }

  @Test(arguments: [
    // The answer to a question is not the asker's.
    Page(
      """
      The hydrologist Deborah Nwosu has measured rivers for 30 years. Our reporter Peter Hale met her in Jos.

      Hale asked what she would tell the new government. She named three demands.

      "First, open the archives. Second, pay the readers. Third, measure before you build," she said.
      """, "Deborah Nwosu"),
    // The title, the nationality, the calling.
    Page(
      """
      Romanian Prime Minister Mirela Dumitru and European Commissioner Paul Janssens inspected the lock on Friday.

      Janssens praised the engineers.

      The Romanian leader went on to list four priorities for the river: depth, speed, safety and price.
      """, "Mirela Dumitru"),
    Page(
      """
      The talks were held under the chairmanship of Abdou Robleh, who opened them at noon.

      The Chairman presented a two-point agenda: first, pay the bill; second, mend the line.
      """, "Abdou Robleh"),
    Page(
      """
      "Nobody in this house reads the law," Vikram Rao told the chamber.

      The lawmaker from Kerala moved three amendments: a clear definition, an appeal and a sunset clause.
      """, "Vikram Rao"),
    // Passives, with the agent far away, and plans that somebody else's act unveiled.
    Page(
      """
      Four conditions for the return were set out on Sunday in a letter to the ministry by the teacher Farida Rahmani.

      First, women must teach. Second, buses must run. Third, fathers must be told. Fourth, nobody must be punished.
      """, "Farida Rahmani"),
    Page(
      """
      Under the plan unveiled by the International Federation of Seafarers on Monday, owners would have to meet three \
      conditions: first, rest of ten hours; second, a doctor by radio; third, wages paid monthly.
      """, "International Federation of Seafarers"),
    Page(
      """
      The four-point peace plan of Lithuanian President Inga Vaitkus was welcomed in Brussels on Monday.

      It calls for, first, a ceasefire; second, monitors; third, talks; and fourth, a common police.
      """, "Inga Vaitkus"),
    // A text is whose it is.
    Page(
      """
      The draft that President Ferdinand Obiang sent to parliament on Tuesday contains three reforms: two terms, free \
      courts and a new oath.
      """, "Ferdinand Obiang"),
    Page(
      """
      The European Commission on Wednesday presented its strategy for rivers.

      The Commission's plan rests on three pillars: cleaner water, freer flow and fairer prices.
      """, "European Commission"),
    Page(
      """
      Asked by lawmakers how Morocco would cope, Water Minister Laila Mansouri presented a plan in two points. First, \
      a ban on lawns. Second, new pipes.
      """, "Laila Mansouri"),
    // Sides, pairs and lists.
    Page(
      "Lithuania, Latvia and Estonia jointly proposed two measures on Wednesday: (1) patrols and (2) fines.",
      "Lithuania", "Latvia", "Estonia"),
    Page(
      """
      中国和巴西2日发表关于粮食安全的联合声明。

      双方提出两点倡议：一、减少损耗；二、稳定价格。
      """, "China", "Brazil"),
    Page(
      """
      The Ministry of Health and the Ministry of Education issued a joint plan on Monday.

      The two ministries put forward two proposals: (1) one nurse for each school; (2) clean water in every yard.
      """, "Ministry of Health", "Ministry of Education"),
    // The body behind "its" head, the one who says so of his own.
    Page(
      """
      Egyptian President Adel Mansour told reporters on Tuesday that Egypt would put two points on the table: first, a \
      ceasefire; second, an envoy.
      """, "Adel Mansour"),
    // Korean behind a dateline and a connective.
    Page(
      "(부산=연해통신) 박서준 장관은 3일 부산에서 두 가지 제안을 내놓았다. 첫째, 공동 조사를 실시한다. 둘째, 자료를 공유한다.", "박서준"),
  ])
  func isNamed(_ page: Page) throws {
    let found = try MarkedPoints(page.text, stages: ["verbatim", "sentences", "entities", "speakers", "proposals"])
    #expect(found.document.proposals.map { $0.speakers.map(\.name) } == [page.proposers])
  }

  @Test func nobodyHasMadeALeakedPlan() throws {
    let found = try MarkedPoints(
      """
      A leaked plan that is circulating among delegations has two points: first, a ceasefire; second, monitors.

      No delegation has claimed it.
      """, stages: ["verbatim", "sentences", "entities", "speakers", "proposals"])
    #expect(found.document.proposals.map(\.speakers.count) == [0])
  }
}
