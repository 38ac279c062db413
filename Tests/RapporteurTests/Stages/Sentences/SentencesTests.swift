import Rapporteur
import Testing

@Suite struct SentencesTests {
  @Test(arguments: [
    // Titles, initials, months, numbers
    "⟦Mr. Hale met Gen. Brown and Lt. Gov. Ana Ruiz.⟧ ⟦They shook hands.⟧",
    "⟦The paper is by J. K. Marsh and A.B. Stone.⟧ ⟦It was read aloud.⟧",
    "⟦You and I.⟧ ⟦Did Albert I. Jones come?⟧",
    "⟦The meeting is on Sept. 3 or Oct. 12.⟧ ⟦No. 4 is missing.⟧",
    "⟦He left in Nov.⟧ ⟦The others stayed.⟧",
    "⟦See p. 12, Fig. 3 and Art. 9.⟧ ⟦Then sign.⟧",
    "⟦He lives on Main St.⟧ ⟦She lives in Ft. Worth.⟧",
    // Tails of names
    "⟦Acme Trading Co., Ltd. said sales rose.⟧ ⟦Bolt Inc. Chief Executive Ann Lee agreed.⟧",
    "⟦They sued Bolt Inc.⟧ ⟦The case goes on.⟧",
    "⟦Sens. Ray Poe (D-Ill.) and Lou Hart (R-Wis.) voted.⟧ ⟦Nobody else did.⟧",
    "⟦She moved to the U.S.⟧ ⟦He stayed.⟧",
    "⟦He joined Bolt Inc.⟧ ⟦Mr. Poe did not.⟧ ⟦Nor did Acme Corp.⟧ ⟦Terms are secret.⟧",
    "⟦She lives in Springfield, Ill.⟧ ⟦The man was ill.⟧ ⟦Lou sat.⟧ ⟦15 came.⟧",
    "⟦The U. S. Senate and J. M. Poe of Salem, Mass.-based Bolt met.⟧",
    "⟦The U.S. Senate met at 10 a.m. Eastern time.⟧ ⟦It rose at 6 p.m.⟧ ⟦Mr. Poe was late.⟧",
    "⟦At 5 a.m. Mr. Poe went home.⟧",
    "⟦They sell rice, beans, etc. and more.⟧ ⟦Fish, meat, etc.⟧ ⟦Nothing else.⟧",
    "⟦Compare e.g. Marsh, i.e. Stone vs. Hale.⟧",
    // Datelines
    "⟦HARBOR CITY, North Isle, Nov. 1 (News Agency) -- The two sides met on Monday.⟧",
    "⟦PORT HALE, La. -- Sheriffs met here.⟧",
    // Figures
    "⟦Sales rose.⟧ ⟦15 people cheered.⟧ ⟦$5 million was paid.⟧ ⟦2025 was better.⟧",
    "⟦It grew 3.5 percent to 1,000.25 tonnes.⟧",
    "⟦The rate is 3.⟧ ⟦It was 2.⟧",
    // Enumerators and labels
    "⟦1. Respect the law.⟧ ⟦2. Keep talking.⟧ ⟦3. Trade freely.⟧",
    "⟦1) first thing⟧ ⟦2) second thing⟧",
    "⟦• one⟧ ⟦• two⟧",
    "⟦2.1. Scope of the rules.⟧ ⟦It is wide.⟧",
    "⟦Figure 2. A boat at sea.⟧ ⟦It is red.⟧",
    "⟦IV. Final remarks follow.⟧",
    // Notes
    "⟦The hall was built in 1902.[6]⟧ ⟦It burnt down.[7][8]⟧ ⟦Nobody was hurt.⟧",
    "⟦The hall was built in 1902. [6] [7]⟧ ⟦It burnt down.⟧",
    "⟦The text ends there.15⟧ ⟦The next one starts.⟧",
    // Omissions
    "⟦We hope ... that peace comes.⟧ ⟦They wait....⟧ ⟦She went.⟧",
    "⟦The walls fell. . . .⟧",
    "⟦He said it [...] and left.⟧",
    // Questions, exclamations, quotations
    "⟦\"What is the way out?\" Li Ming asked.⟧ ⟦Nobody knew.⟧",
    "⟦\"Is it over?\" she wrote.⟧ ⟦\"It is.\"⟧ ⟦He laughed.⟧",
    "⟦Mao said: \"We oppose this.⟧ ⟦We have said so.\"⟧ ⟦Nobody else spoke.⟧",
    "⟦He works at Yahoo! in the north.⟧",
    "⟦Really?!⟧ ⟦Yes!!⟧ ⟦Well.⟧",
    "⟦He teaches (He once worked at sea.) at the school.⟧",
    "⟦“We agree.”⟧ ⟦“So do we.”⟧",
    // Addresses
    "⟦Write to Ann.Lee@example.org.⟧ ⟦She answers.⟧",
    "⟦See https://www.example.org/a.b?c=D.E&f=g.html.⟧ ⟦It is short.⟧",
    "⟦See https://www.example.org/news⟧ ⟦The report is there.⟧",
    // No space, soft breaks, small letters
    "⟦They praised the service.⟧⟦There is more.⟧",
    "⟦The talks\nended well.⟧ ⟦They\nwill go on.⟧",
    "⟦i went there.⟧ ⟦it was fun.⟧",
    "⟦A caption of a boat⟧ ⟦Photo: Ann Lee⟧",
    // Messages, lines of marks, pictures
    "⟦Ann Lee <lee@example.org>⟧ ⟦Subject: the fair⟧",
    "⟦Ann Lee⟧ ⟦08/16/2000 12:05 PM⟧ ⟦The fair is off.⟧",
    "⟦They met on 08/16/2000 12:05 PM EST at the pier.⟧",
    "⟦See you there.⟧ ⟦Best regards,⟧ ⟦Ann Lee⟧",
    "⟦The list ends.⟧ ⟦----------⟧ ⟦A new one starts.⟧ ⟦*****⟧ ⟦It is short.⟧",
    "⟦Name: ________ Date: ________⟧",
    "⟦Figure 1.5⟧ ⟦The map of the world shows it.⟧",
    "⟦so maybe —⟧ ⟦That's me.⟧",
    "⟦The walls fell.11 12⟧ ⟦Nobody knew why.⟧ ⟦It was old (see there).3⟧ ⟦The roof held.⟧",
    // Upper case
    "⟦THE U.S. SENATE MET.⟧ ⟦IT ROSE AT NOON.⟧",
  ])
  func english(_ marked: String) throws {
    #expect(try MarkedSentences(marked).found(language: "en") == marked)
  }

  @Test(arguments: [
    "⟦会谈在北京举行。⟧⟦“我们愿意合作。”他说。⟧",
    "⟦“出路在哪里？”记者问。⟧⟦没有人回答。⟧",
    "⟦李明说：“我们反对。⟧⟦我们主张对话。”⟧⟦他谈了三点。⟧",
    "⟦第一，坚持对话；第二，不用武力。⟧⟦第三，共同发展。⟧",
    "⟦他爱看《走吧！兄弟》这部电影。⟧⟦你呢？⟧",
    "⟦“去哪里？”的问题没有答案。⟧",
    "⟦他说“为什么……”，然后走了。⟧",
  ])
  func chinese(_ marked: String) throws {
    #expect(try MarkedSentences(marked).found(language: "zh") == marked)
  }

  @Test(arguments: [
    "⟦今日は晴れです。⟧⟦明日は雨です！⟧⟦本当ですか？⟧⟦はい。⟧",
    "⟦彼は「行こう。」と言った。⟧⟦誰も行かなかった。⟧",
    "⟦値は３．２９です。⟧⟦高い。⟧",
    "⟦山です（川です。海です）。⟧⟦空です。⟧",
  ])
  func japanese(_ marked: String) throws {
    #expect(try MarkedSentences(marked).found(language: "ja") == marked)
  }

  @Test(arguments: [
    "⟦회담은 서울에서 열렸다.⟧ ⟦두 나라는 합의했다.⟧",
    "⟦그는 \"함께 가겠다.\"라고 말했다.⟧ ⟦모두 웃었다.⟧",
    "⟦회의는 2025. 1. 5. 열렸다.⟧ ⟦비가 왔다.⟧",
    "⟦정말 좋아요⟧ ⟦다음에 또 갈게요⟧ ⟦추천합니다⟧",
  ])
  func korean(_ marked: String) throws {
    #expect(try MarkedSentences(marked).found(language: "ko") == marked)
  }

  @Test(arguments: [
    ("de", "⟦Am 3. Oktober kam Dr. Klein, z. B. mit dem Zug.⟧ ⟦Er blieb.⟧"),
    ("fr", "⟦M. Dupont a vu Mme. Petit le 3 janv. 2020.⟧ ⟦Il est parti.⟧"),
    ("es", "⟦El Sr. Ruiz y la Dra. Gil viven en los EE. UU. desde hace años.⟧ ⟦No vuelven.⟧"),
    ("ru", "⟦Г-н А. И. Попов живёт на ул. Садовой в г. Тула.⟧ ⟦Он врач.⟧"),
    ("de", "⟦Das kostet ca. 5 Mio. Euro.⟧ ⟦Die Firma Stein & Co. zahlt.⟧ ⟦Er kam um 9 Uhr.⟧"),
    ("fr", "⟦Il cite l'art. 3 et l'éd. 2.⟧ ⟦« Viens ! » dit-elle.⟧ ⟦Il vient.⟧"),
    ("it", "⟦Sono l'Ing. Rossi e l'Avv. Bianchi.⟧ ⟦Il dott. Verdi non c'è.⟧"),
    ("es", "⟦Llegó a los 120 °C.⟧ ⟦La Sra. Gil lo vio.⟧ ⟦¿Por qué?⟧ ⟦¡Nadie lo sabe!⟧"),
    ("da", "⟦Hr. Holm kom kl. 9 med ca. 5 andre.⟧ ⟦De arbejder for Dahl & Co.⟧ ⟦Det går godt.⟧"),
    ("nl", "⟦Dhr. De Wit en mevr. Bos kwamen om ca. 9 uur.⟧ ⟦Het regende.⟧"),
    ("el", "⟦Πού είναι το βιβλίο;⟧ ⟦Το βιβλίο είναι εδώ.⟧"),
    ("hy", "⟦Ես գնում եմ տուն:⟧ ⟦Դու մնում ես:⟧"),
    ("hi", "⟦यह एक घर है।⟧ ⟦वह बड़ा है।⟧"),
    ("ar", "⟦أين الكتاب؟⟧ ⟦الكتاب هنا.⟧"),
  ])
  func others(_ language: String, _ marked: String) throws {
    #expect(try MarkedSentences(marked).found(language: language) == marked)
  }

  @Test(arguments: [
    (Block.Kind.title, "⟦What next? Nobody knows. Really.⟧", Sentence.Kind.title),
    (.byline, "⟦By J. Marsh. Edited by A. Stone⟧", .byline),
    (.heading, "⟦What next?⟧", .heading),
    (.caption, "⟦A boat at sea.⟧ ⟦(Photo by Ann Lee)⟧", .caption),
    (.listItem, "⟦1. Go on.⟧ ⟦It is late.⟧", .listItem),
    (.table, "⟦12.5. Of it⟧", .table),
  ])
  func kinds(_ block: Block.Kind, _ marked: String, _ kind: Sentence.Kind) throws {
    #expect(try MarkedSentences(marked).found(language: "en", kind: block) == marked)
    let document = try MarkedSentences.document(MarkedSentences(marked).plain, language: "en", kind: block)
    #expect(document.sentences.allSatisfy { $0.kind == kind })
  }

  @Test func headlinesEndNothingBehindAbbreviations() throws {
    for marked in [
      "⟦U.S. Officials Meet Acme Corp. Board⟧", "⟦Acme Corp. Shares Fall⟧", "⟦No. 10: The U.S. In Crisis⟧",
    ] {
      #expect(try MarkedSentences(marked).found(language: "en", kind: .heading) == marked)
    }
  }

  @Test func everyDecisionIsTraced() throws {
    let document = try MarkedSentences.document(
      "Mr. Hale left Acme Corp. The U.S. Senate met. “Why?” he asked.", language: "en", isTracing: true)
    let notes = try #require(document.trace).notes.compactMap { note in
      note.range.map { "\(document.text[$0]) | \(note.message)" }
    }
    #expect(
      notes == [
        "Mr. Hale | goes on: a title before a name",
        "Corp. The | ends: a word that starts sentences follows",
        "U.S. Senate | goes on: an abbreviation behind a name",
        "met. “Why | ends: a quotation opens behind it",
        "Why?” he | goes on: a small letter follows",
      ])
  }

  @Test func theLanguageOptionOutranksThePage() throws {
    var options = Options(
      stage: "sentences", file: "pipeline.yml",
      entries: [.init(key: "language", line: 1, column: 1, node: .init(.scalar("de"), line: 1, column: 1))]
    ) { _ throws(Options.FileFault) in [] }
    let stage = Sentences(&options)
    #expect(options.faults.isEmpty)
    let marked = "⟦Er kam am 3. Mai an.⟧ ⟦Sie kam am 4. Juni.⟧"
    #expect(try MarkedSentences(marked).found(language: "en", stage: stage) == marked)
  }

  @Test func ownAbbreviations() throws {
    let marked = "⟦The Zweckv. Hale met.⟧ ⟦It rose.⟧"
    let file = ConfigurationNode(.list([.init(.scalar("own.txt"), line: 1, column: 1)]), line: 1, column: 1)
    var options = Options(
      stage: "sentences", file: "pipeline.yml",
      entries: [.init(key: "abbreviations", line: 1, column: 1, node: file)]
    ) { _ throws(Options.FileFault) in Array("# ours\nZweckv.\n".utf8) }
    let stage = Sentences(&options)
    #expect(options.faults.isEmpty)
    #expect(try MarkedSentences(marked).found(language: "en", stage: stage) == marked)
  }

  @Test func aPhraseIsNoAbbreviation() throws {
    var options = Options(
      stage: "sentences", file: "pipeline.yml",
      entries: [.init(key: "abbreviations", line: 1, column: 1, node: .init(.scalar("own.txt"), line: 1, column: 1))]
    ) { _ throws(Options.FileFault) in Array("ok.\nnot a word\n".utf8) }
    _ = Sentences(&options)
    #expect(options.faults.map(\.message) == ["'not a word' is not one word, with or without its stop"])
    #expect(options.faults.first?.line == 2)
  }
}
