import Rapporteur
import Testing

@Suite struct SpeakersTests {
  @Test(
    arguments: [
      "⟨Kim⟩ ⟪said⟫ that ⟦the talks went well⟧.",
      "⟨Kim⟩ ⟪said⟫ on Monday ⟦the talks went well⟧.",
      "⟨Kim⟩ ⟪said⟫ during a visit to Hanoi that ⟦the bridge is open⟧.",
      "⟨The ministry⟩ ⟪said⟫ in a statement ⟦the bridge is open⟧.",
      "⟨Kim⟩ ⟪told⟫ reporters that ⟦the bridge is open⟧.",
      "⟨The envoy⟩ ⟪pointed out⟫ that ⟦rivers know no borders⟧.",
      "⟨Kim⟩ ⟪asked⟫ ⟦whether the bridge was open⟧.",
      "⟨Park Mi-in⟩ ⟪said⟫ that ⟦the bridge is open⟧.",
      "⟨Kim⟩ ⟪said⟫ that ⟦the port supports pilots and advocates calm⟧.",
      "⟨Kim, the harbour minister,⟩ ⟪said⟫ that ⟦the bridge is open⟧.",
    ] as [MarkedStatements])
  func `content behind the cue`(_ text: MarkedStatements) throws {
    let plain = text.marked.replacing("Kim, the harbour minister,⟩", with: "Kim⟩, the harbour minister,")
    #expect(try text.found() == plain)
  }

  @Test(
    arguments: [
      "⟦The bridge is open⟧, ⟨Kim⟩ ⟪said⟫.",
      "“⟦The bridge is open⟧,” ⟨Kim⟩ ⟪said⟫.",
      "\"⟦The bridge is open⟧,\" ⟪said⟫ ⟨Kim⟩, who opened it.",
      "⟦The bridge is open⟧, ⟨she⟩ ⟪told⟫ reporters in Hanoi.",
      "“⟦The bridge is open. It will stay so⟧,” ⟨Kim⟩ ⟪said⟫.",
      "⟦Ferries will run at night⟧, ⟪according to⟫ ⟨the port authority⟩.",
      "⟪According to⟫ ⟨the port authority⟩, ⟦ferries will run at night⟧.",
    ] as [MarkedStatements])
  func `content before the cue`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(
    arguments: [
      "⟦The bridge is open⟧, ⟨Kim⟩ ⟪said⟫, ⟪adding⟫ that ⟦the tunnel will follow⟧.",
      "⟪Noting⟫ that ⟦rivers, lakes and seas are shared⟧, ⟨Kim⟩ ⟪said⟫ ⟦the bridge is open⟧.",
      "⟨Kim⟩ ⟪said⟫ ⟦the bridge is open⟧ and ⟪added⟫ that ⟦the tunnel will follow⟧.",
      "⟨Kim⟩ ⟪says⟫ ⟦half of the piers lack water⟧; ⟪insists⟫ that ⟦the rule be kept⟧.",
      "⟨The port⟩ ⟪disclosed⟫ that ⟦forty piers would close⟧; ⟨an engineer⟩ ⟪confided⟫ that ⟦more would follow⟧.",
      "⟨Kim⟩ ⟪recalled⟫ that ⟦the treaty keeps the sea open⟧ and ⟪regretted⟫ that ⟦some would close it⟧.",
      "⟨Kim⟩ thanked the builders, ⟪adding⟫ that ⟦the tunnel will follow⟧.",
      "“⟦The bridge⟧,” ⟨Kim⟩ ⟪said⟫, “⟦is open⟧.”",
      "⟨Kim⟩ met with Lee and ⟪called for⟫ ⟦new ferries⟧.",
    ] as [MarkedStatements])
  func `two cues, or content around one`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(
    arguments: [
      "⟨Kim⟩ ⟪urged⟫ ⟦both sides to open the bridge⟧.",
      "⟨Kim⟩ ⟪called on⟫ ⟦the two ports to share pilots⟧.",
      "⟨The two ports⟩ ⟪agreed⟫ ⟦to share pilots⟧.",
      "⟨Kim⟩ ⟪put forward⟫ ⟦a three-point plan for the harbour⟧.",
      "⟨Kim⟩ ⟪described⟫ ⟦the bridge as a gift⟧.",
      "The bridge is ⟪described⟫ by ⟨the mayor⟩ as ⟦a gift⟧.",
      "⟨Kim⟩ ⟪accused⟫ ⟦the port of hiding the report⟧.",
      "⟨Kim⟩ ⟪expressed the hope⟫ that ⟦the ferries will run⟧.",
    ] as [MarkedStatements])
  func `verbs with objects and infinitives`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(
    arguments: [
      "Kim did not say that the bridge is open.",
      "The said country opened the bridge.",
      "They follow the agreed framework.",
      "It is believed that the bridge is open.",
      "Kim welcomed the bridge.",
      "Kim refused to say whether the bridge is open.",
      "If Kim says that the bridge is open, ferries stop.",
      "The proposed plan was read by many.",
    ] as [MarkedStatements])
  func `no statement`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(arguments: [
    ("Kim said: “The bridge is open.”", Attribution.Kind.direct),
    ("Kim said the bridge is “a gift to all of us.”", .mixed),
    ("Kim said the bridge is open.", .indirect),
    ("Kim said the \"fast lane\" scheme will grow.", .indirect),
    ("“The bridge is open,” Kim said.", .direct),
  ])
  func `how the words are given`(_ text: String, _ kind: Attribution.Kind) throws {
    #expect(try MarkedStatements.document(text).attributions.map(\.kind) == [kind])
  }

  @Test func `a quotation over two paragraphs goes on`() throws {
    let document = try MarkedStatements.document(
      "Kim said: “The bridge is open.\n\n“Ferries will run at night as well.”")
    #expect(document.attributions.map(\.isContinued) == [false, true])
    #expect(document.attributions.map(\.kind) == [.direct, .direct])
    #expect(document.attributions.last?.speakers.map(\.resolution) == [.inherited])
  }

  @Test func `a Chinese report`() throws {
    let text: MarkedStatements = "⟨李明⟩⟪指出⟫，⟦大桥已经开通⟧。"
    #expect(try text.found() == text.marked)
  }

  @Test func `a Korean report`() throws {
    let text: MarkedStatements = "⟨김 장관⟩은 “⟦다리가 열렸다⟧”고 ⟪말했다⟫."
    #expect(try text.found() == text.marked)
  }

  @Test func `a transcript`() throws {
    let document = try MarkedStatements.document(
      "Q: Is the bridge open?\n\nHan Li: It is. Ferries run as well.\n\nQ: And the tunnel?\n\nHan Li: It will follow.")
    #expect(document.attributions.count == 4)
    #expect(document.attributions.map(\.rule) == [.transcript, .transcript, .transcript, .transcript])
  }

  @Test(arguments: [
    "Location: Lima\n\nClass Size: 40\n\nLocation: Quito\n\nClass Size: 60\n\nLocation: La Paz\n\nClass Size: 50",
    "Light: It wants shade.\n\nWater: Twice a week.\n\nLight: Full sun.\n\nWater: Hardly any.",
  ])
  func `labels and values are no transcript`(_ text: String) throws {
    #expect(try MarkedStatements.document(text).attributions.isEmpty)
  }

  @Test(arguments: [
    "This shade adds a touch of warmth to the room.",
    "The narrow gap underscores the need for care.",
    "The kettle boils within a minute and adds a pleasant hum.",
    "The lamp boasts a handsome foot.",
  ])
  func `things say nothing`(_ text: String) throws {
    #expect(try MarkedStatements.document(text).attributions.isEmpty)
  }

  @Test func `indefinite pronouns speak`() throws {
    let text: MarkedStatements = "⟨Others⟩ ⟪proposed⟫ ⟦a second bridge⟧."
    #expect(try text.found() == text.marked)
  }
}
