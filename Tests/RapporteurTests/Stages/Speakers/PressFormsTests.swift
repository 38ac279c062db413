import Rapporteur
import Testing

/// The forms in which ministries, agencies and broadcasters report.
@Suite struct PressFormsTests {
  @Test(
    arguments: [
      "For his part, ⟨Kim⟩ thanked the crew, ⟪stressing⟫ ⟦the value of calm seas⟧.",
      "⟨The Chairperson⟩ ⟪calls on⟫ ⟦all ports to keep calm⟧ and ⟪urges⟫ ⟦them to open the locks⟧.",
      "⟨Both sides⟩ ⟪noted⟫ with satisfaction ⟦the growth of the ferry trade⟧.",
      "⟨Kim⟩, while speaking in Hanoi, ⟪said⟫ that ⟦the bridge is open⟧.",
      "⟨Kim⟩ ⟪asked⟫ the mayor ⟦whether the road to Nara would open⟧.",
      "⟨Kim⟩ went on to ⟪say⟫ that ⟦the bridge is open⟧.",
      "As ⟨Kim⟩ ⟪said⟫ in May, ⟦the bridge is open⟧.",
      "As ⟨Kim⟩ ⟪put⟫ it, “⟦the bridge is a road that floats⟧.”",
      "“⟦The bridge is open⟧,” ⟨Kim⟩ was quoted as ⟪saying⟫ by the paper.",
      "⟨Kim⟩ ⟪said⟫ ⟦the bridge is open⟧, citing the harbour log.",
      "⟨The port⟩ ⟪said⟫ in a statement carried by its own paper ⟦it would open the bridge⟧.",
      "⟦Kim urged pilots to wait⟧, ⟨his spokesman⟩, Lee Sun, ⟪said⟫ in a release.",
      "⟦Its pilots cover the whole coast⟧, ⟨it⟩ ⟪said⟫.",
      "⟦No matter how the wind blows⟧, ⟨he⟩ ⟪said⟫, ⟦the port will stand with its pilots⟧.",
      "⟨Kim⟩, ⟪noting⟫ ⟦the toll on pilots⟧, ⟪said⟫ ⟦ferries must be spared⟧.",
      "⟨The letter⟩, seen by this paper, ⟪says⟫ ⟦the bridge is safe⟧.",
      "⟨Kim⟩ ⟪denied⟫ ⟦having hidden the report⟧.",
      "When asked whether the bridge would hold, ⟨Kim⟩ ⟪said⟫: “⟦It will⟧.”",
      "⟨Critics⟩ ⟪warned⟫ ⟦the fund was slow⟧.",
      "⟨China, Zambia⟩ ⟪agree⟫ ⟦to build a bridge⟧",
      "“⟦We wait⟧,” ⟪says⟫ ⟨Kim⟩, a pilot. “⟦Always⟧.”",
      "Kim agreed with Lee.",
      "Kim expressed gratitude to the pilots.",
    ] as [MarkedStatements])
  func `clauses of the press`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(
    arguments: [
      "LIMA, March 9 (Port News) -- ⟦The bridge is open⟧, ⟨the harbour ministry⟩ ⟪said⟫ on Monday.",
      "Lima, Thursday – ⟦The bridge is open⟧, ⟨the harbour ministry⟩ ⟪said⟫.",
      "⟦THE BRIDGE WILL OPEN ON MONDAY⟧, ⟨PRESIDENT JEAN MOREL⟩ ⟪SAID⟫ ON FRIDAY.",
      "⟨THE MINISTRY OF TRANSPORT⟩ ⟪ADDED⟫ THAT ⟦SHIPS MAY ENTER FROM NOON⟧.",
    ] as [MarkedStatements])
  func `datelines and capitals`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test(arguments: ["The bridge \"is open,", "Kim said the bridge \"is open, wide,"])
  func `an open quotation may end the text with a comma`(text: String) throws {
    #expect(try MarkedStatements.document(text).sentences.count == 1)
  }

  @Test func `a quotation of two sentences with its cue behind it is stated once`() throws {
    let text: MarkedStatements =
      "⟨Kim⟩ ⟪said⟫ that ⟦the bridge is open⟧.\n\n\"⟦It is wide. It is long⟧,\" ⟨he⟩ ⟪said⟫."
    #expect(try text.found() == text.marked)
    #expect(try MarkedStatements.document(text.plain).attributions.map(\.isContinued) == [false, false])
  }

  @Test func `a readout lets its parties speak on, for their country as well`() throws {
    let text: MarkedStatements = """
      Chinese President Zhou Minghai held talks with Fijian Prime Minister Samuel Vula on Tuesday.

      ⟨Zhou⟩ ⟪pointed out⟫ that ⟦rivers join countries⟧. ⟦China has always believed that all ports are equal⟧. ⟦China is \
      willing to build more bridges⟧. ⟦The two sides should train more pilots⟧.

      ⟨Vula⟩ ⟪said⟫ ⟦the bridge was a gift⟧. ⟦Fiji hopes to train pilots too⟧.

      After the talks, the two leaders witnessed the signing of a document.
      """
    #expect(try text.found() == text.marked)
    let speakers = try MarkedStatements.document(text.plain).attributions.map { $0.speakers.map(\.name) }
    #expect(speakers.prefix(4).allSatisfy { $0 == ["Zhou Minghai"] })
    #expect(speakers.suffix(2).allSatisfy { $0 == ["Samuel Vula"] })
  }

  @Test func `questions are asked by their label, answers given by the person of the page`() throws {
    let text: MarkedStatements = """
      Harbour Ministry Spokesperson Li Hua Answers Questions on the Ferry

      ⟨Q⟩: ⟦When will it run at night?⟧

      ⟨A⟩: ⟦In May. Tickets are on sale⟧.

      ⟦We will look at fares in June⟧.

      ⟨Q⟩: ⟦And cars?⟧

      ⟨A⟩: ⟦They pay as before⟧.

      Editor: Wang Min
      """
    #expect(try text.found() == text.marked)
    let attributions = try MarkedStatements.document(text.plain).attributions
    #expect(attributions.map { $0.speakers.map(\.name) } == [["Q"], ["Li Hua"], ["Li Hua"], ["Q"], ["Li Hua"]])
    #expect(
      attributions.flatMap(\.speakers).map(\.resolution)
        == [.description, .inherited, .inherited, .description, .inherited])
  }

  @Test func `a briefing with courtesy titles and remarks`() throws {
    let text: MarkedStatements = """
      ⟨MR. HARLAN⟩: ⟦Good afternoon. Let us begin⟧.

      ⟨QUESTION⟩: ⟦Is the bridge open?⟧

      (Laughter.)

      ⟨MR. HARLAN⟩: ⟦It is⟧.

      ⟨QUESTION⟩: ⟦Thank you⟧.

      (The briefing ended at noon.)
      """
    #expect(try text.found() == text.marked)
  }

  @Test func `honorifics and titles behind a comma name their holder`() throws {
    let document = try MarkedStatements.document(
      """
      The Chairperson of the Port Board, Samuel Okello, follows the works.

      The Chairperson stresses that the bridge is safe.

      His Majesty the King Harald Lund met with the crew.

      His Majesty said that the bridge is safe.
      """)
    #expect(document.attributions.map { $0.speakers.map(\.name).first } == ["Samuel Okello", "Harald Lund"])
    #expect(document.attributions.flatMap(\.speakers).map(\.resolution) == [.title, .title])
  }

  @Test(
    arguments: [
      "⟨李明⟩感谢船员长期支持，⟪表示⟫⟦港口愿提供帮助⟧。",
      "“⟦这座大桥改变了我们的生活⟧，”⟨李明⟩⟪说⟫。",
      "⟨김 장관⟩은 \"⟦우리는 든든한 동반자로 함께해 왔다⟧\"라며 \"⟦앞으로도 협력을 넓혀 가자⟧\"고 ⟪말했다⟫.",
      "(인천=새벽통신) 오하나 기자 = ⟨박도윤 총리⟩는 ⟦항만을 넓히겠다⟧고 ⟪밝혔다⟫.",
      "이에 ⟨김 장관⟩은 ⟦기업의 투자를 환영한다⟧고 ⟪답했다⟫.",
    ] as [MarkedStatements])
  func `Chinese and Korean reports`(_ text: MarkedStatements) throws {
    #expect(try text.found() == text.marked)
  }

  @Test func `the first person of a Chinese speech is no speaker`() throws {
    let text: MarkedStatements = "⟨李明⟩⟪强调⟫，⟦大桥已经开通⟧。我愿提出三点建议。"
    #expect(try text.found() == text.marked)
  }

  @Test func `the photographer is no party to the talks`() throws {
    let text = """
      Chinese President Han Guoqiang welcomes his guest. Photo by Chinese photographer Luo Ping.
      The leaders of China and Peru agreed on Monday to build a port. China and Peru are partners. China thanks Peru.
      """
    let document = try MarkedStatements.document(text)
    let agreed = try #require(document.attributions.first { $0.act == .agree })
    #expect(!agreed.speakers.map(\.name).contains("Luo Ping"))
  }

  /// A line that another line fell into: the second verb's subject stands before the first verb's clause.
  @Test func `a broken sentence does no harm`() throws {
    let text = MarkedStatements(
      stringLiteral: """
        "Vik is a door that is open to everyone," he told thetful and expressed hope that the first lock would take plaBy \
        Ana Silvace in the Lake Sea before the end of the year.
        """)
    _ = try text.found()
  }
}
