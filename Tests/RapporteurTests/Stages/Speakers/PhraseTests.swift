import Rapporteur
import Testing

/// Reports by a noun, an adjective or in the infinitive.
@Suite struct PhraseTests {
  @Test(
    arguments: [
      "⟨Kim⟩ ⟪made the case⟫ that ⟦the bridge must close⟧.",
      "⟨Kim⟩ ⟪left no doubt⟫ that ⟦the bridge must close⟧.",
      "⟨The ministry⟩ ⟪is of the view⟫ that ⟦the bridge must close⟧.",
      "⟨Kim⟩ ⟪was adamant⟫ that ⟦the bridge must close⟧.",
      "⟨Kim⟩ ⟪reserved the right⟫ ⟦to close the bridge⟧.",
      "⟨Kim⟩ ⟪signalled his readiness⟫ ⟦to close the bridge⟧.",
      "⟨Kim⟩ ⟪spoke out against⟫ ⟦the closure of the bridge⟧.",
      "⟨Kim⟩ ⟪let it be known⟫ that ⟦the bridge would close⟧.",
    ] as [MarkedStatements])
  func `verbs with nouns`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(
    arguments: [
      "⟨Kim⟩ took to the floor to ⟪accuse⟫ ⟦the port of hiding the report⟧.",
      "⟨Kim⟩ used the call to ⟪urge⟫ ⟦Lee to open the bridge⟧.",
      "⟨The minister⟩ was at pains to ⟪stress⟫ that ⟦the bridge was safe⟧.",
    ] as [MarkedStatements])
  func `reports in the infinitive`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(
    arguments: [
      "⟨Kim⟩'s ⟪message was⟫ that ⟦the bridge would open⟧.",
      "⟨Her⟩ ⟪point was⟫ simple: ⟦no bridge before the summer⟧.",
      "The ⟪answer⟫ from ⟨the ministry⟩ was that ⟦the bridge would open⟧.",
    ] as [MarkedStatements])
  func `nouns as subjects`(_ text: MarkedStatements) throws {
    let found = try text.found()
    #expect(found.contains(try #require(text.marked.split(separator: "⟦").last)))
  }

  @Test(
    arguments: [
      "⟨Kim⟩ ⟪underscored⟫ ⟦the importance of the bridge⟧ and condemned the strike in the port.",
      "⟨Kim⟩ ⟪stressed⟫ ⟦the need for a truce⟧, ⟪called on⟫ ⟦all pilots to stop⟧, and ⟪agreed⟫ ⟦to return in May⟧.",
      "⟨Kim⟩ ⟪rejected⟫ ⟦the claim that the bridge was sold⟧.",
      "“⟦The bridge is open⟧,” ⟨First Minister Kim⟩ ⟪told⟫ the chamber.",
      "“⟦The bridge is open⟧,” ⟨one of them⟩ ⟪said⟫.",
      "Kim stood firm: ⟦the pilots⟧, ⟨she⟩ ⟪said⟫, ⟦had photographs⟧.",
      "⟨Officials in the port⟩ ⟪say⟫ ⟦the same rules hold everywhere⟧.",
    ] as [MarkedStatements])
  func `where contents end`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(
    arguments: [
      "It is clear that the bridge is old.", "Kim rejected the plan.", "Pointing to a map, Kim left the hall.",
      "Many member states have bridges.", "Kim was asked to close the bridge.",
    ] as [MarkedStatements])
  func `no reports`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test func `it is the body whom the text spoke of`() throws {
    let document = try MarkedStatements.document(
      "The World Bank expects growth. It projected on Monday that prices would ease.")
    #expect(document.attributions.last?.speakers.first?.name == "World Bank")
  }
}
