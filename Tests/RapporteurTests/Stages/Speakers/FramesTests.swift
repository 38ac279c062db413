import Rapporteur
import Testing

/// What may stand between speaker, cue and content.
@Suite struct FramesTests {
  @Test(
    arguments: [
      "⟨Kim⟩ ⟪put⟫ ⟦the cost at 40 million⟧.",
      "⟨Kim⟩ ⟪called⟫ ⟦the walkout illegal⟧.",
      "⟨Kim⟩ ⟪called⟫ ⟦it irresponsible⟧.",
      "⟨Kim⟩ ⟪credited⟫ ⟦the pilots with saving the harbour⟧.",
      "⟨Kim⟩ ⟪likened⟫ ⟦the plan to a bridge without a river⟧.",
      "⟨Kim⟩ ⟪promised⟫ ⟦not to raise the fares⟧.",
      "⟨Kim⟩ ⟪wanted to know⟫ ⟦who would pay⟧.",
      "⟨Kim⟩ ⟪ruled out⟫ ⟦higher fares⟧.",
      "⟨Kim⟩ ⟪asked⟫ the mayor ⟦whether the bridge was open⟧.",
      "⟨Kim⟩ ⟪told⟫ officials in the port ⟦the bridge would close⟧.",
      "⟨The ministry⟩ in a statement ⟪said⟫ that ⟦the bridge is open⟧.",
      "⟨Kim⟩ has since ⟪said⟫ that ⟦the bridge is open⟧.",
      "⟨Kim⟩ did ⟪say⟫ that ⟦the bridge is open⟧.",
      "⟨Kim⟩ ⟪drew attention to⟫ ⟦the state of the bridge⟧.",
      "⟨Kim⟩ ⟪took the position⟫ that ⟦the bridge is open⟧.",
      "Lee came with what ⟨Kim⟩ ⟪called⟫ “⟦a plan for the bridge⟧”.",
    ] as [MarkedStatements])
  func `frames of verbs`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(
    arguments: [
      "⟨Two people briefed on the talks⟩ ⟪said⟫ that ⟦the bridge will open⟧.",
      "⟨A pilot who asked not to be named⟩ ⟪said⟫ that ⟦the bridge will open⟧.",
      "⟨Another⟩ ⟪said⟫ that ⟦the bridge will open⟧.",
      "⟨Both⟩ ⟪acknowledged⟫ that ⟦the bridge is old⟧.",
      "⟨Pilots in the north⟩ ⟪warn of⟫ ⟦long delays⟧.",
      "⟨Critics⟩ ⟪reply⟫ that ⟦a list has no teeth⟧; ⟨the port⟩ ⟪counters⟫ that ⟦a list is a beginning⟧.",
    ] as [MarkedStatements])
  func `who may speak`(_ text: MarkedStatements) throws {
    let plain = text.marked.replacing("A pilot who asked not to be named⟩", with: "A pilot⟩ who asked not to be named")
    #expect(try text.found() == plain)
  }

  @Test(
    arguments: [
      "⟨Kim⟩ ⟪dismissed⟫ ⟦the list as “gardening”⟧ and came back with another.",
      "⟨Kim⟩ ⟪calls⟫ ⟦the record “consistent”⟧, which it is not.",
      "⟨Kim⟩ ⟪advised⟫ that ⟦pictures alone prove nothing⟧, according to an aide.",
      "“⟦In our town⟧,” ⟪revealed⟫ ⟨Kim⟩, to laughter, “⟦we count the boats⟧.”",
      "⟦The plan⟧, ⟨she⟩ ⟪explained⟫, ⟦rests on five promises⟧.",
      "⟦The text treats a boat like a kettle⟧, ⟪protested⟫ ⟨Kim⟩.",
    ] as [MarkedStatements])
  func `where content ends`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test func `marks that are missing`() throws {
    let text: MarkedStatements = """
      “⟦Nobody asks a wave for its pass⟧, ⟨Kim⟩ ⟪told⟫ reporters in the port. “⟦We count the boats⟧.”
      """
    #expect(try text.found() == text.marked)
  }

  @Test func `a quotation of whom the sentence before is about`() throws {
    let document = try MarkedStatements.document(
      """
      The ferries stopped at noon on Monday in the old harbour.

      Deputy Mayor Robert Kim was first to answer. “We will run them again.”
      """)
    #expect(document.attributions.map(\.kind) == [.direct])
    #expect(document.attributions.first?.speakers.first?.name.hasSuffix("Kim") ?? false)
  }

  @Test func `an interview without names`() throws {
    let document = try MarkedStatements.document(
      """
      Robert Kim took charge of the ferries in May. He spoke over tea. Edited excerpts:

      What would you tell the pilots?

      I would tell them to sleep. We need them awake.

      And your critics?

      My critics sleep well.

      Will you stay another year?

      If they let me.
      """)
    #expect(
      document.attributions.map { $0.speakers.first?.name }
        == ["interviewer", "Robert Kim", "interviewer", "Robert Kim", "interviewer", "Robert Kim"])
  }
}
