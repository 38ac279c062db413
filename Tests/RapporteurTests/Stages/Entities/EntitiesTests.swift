import Testing

@testable import Rapporteur

@Suite struct EntitiesTests {
  @Test(arguments: [
    "⟦NORP Chinese⟧ ⟦ROLE State Councilor⟧ and ⟦ROLE Foreign Minister⟧ ⟦PERSON Wang Daming⟧ spoke.",
    "They met ⟦PERSON Chung Mi-rae⟧, ⟦ROLE foreign minister⟧ of the ⟦GPE Republic of Korea⟧ (⟦GPE ROK=KR⟧).",
    "⟦ROLE Minister for Trade, Industry and Energy⟧ ⟦PERSON Anna Holm⟧ left.",
    "He saw ⟦GPE Kenya⟧'s ⟦ROLE Cabinet Secretary for Foreign and Diaspora Affairs⟧ ⟦PERSON Moses Oduya⟧.",
    "The ⟦ROLE President⟧ of ⟦GPE Brazil⟧ ⟦PERSON Paulo da Silva⟧ came.",
    "The ⟦ORG CIA⟧ ⟦ROLE director⟧ ⟦PERSON John Marsh⟧ told us.",
    "Mr. ⟦PERSON Marsh⟧ and Dr ⟦PERSON Anna Holm⟧ agreed.",
    "⟦NORP Chinese⟧ ⟦ROLE Ambassador⟧ to ⟦GPE Thailand⟧ ⟦PERSON Han Zhimin⟧ was there.",
    "⟦ROLE Emir⟧ Sheikh ⟦PERSON Hamad bin Nasser Al Thani⟧ received them.",
    "⟦NORP Jordanian⟧ ⟦ROLE King⟧ ⟦PERSON Abdullah II⟧ travelled to ⟦GPE Amman⟧.",
    "The ⟦ORG Prime Minister's Office⟧ said nothing.",
    "The foreign ministers of both countries met.",
  ])
  func titles(_ marked: String) throws { try check(marked) }

  /// The holder stands behind what the title is over, however long that is.
  @Test(arguments: [
    "⟦ROLE Speaker⟧ of the ⟦ORG Parliament of Georgia⟧ ⟦PERSON Nino Beridze⟧ received them.",
    "⟦ROLE President=PERSON:omar haddad⟧ of the ⟦GPE State of Palestine⟧ ⟦PERSON Omar Haddad⟧ spoke.",
    "⟦ROLE Governor⟧ ⟦GPE Punjab⟧ Sardar ⟦PERSON Saleem Haider⟧ attended.",
    "The ⟦ROLE Head⟧ of the ⟦ORG General Intelligence Service⟧ ⟦ROLE Major General⟧ ⟦PERSON Hassan Nour⟧ left.",
    "The ⟦ROLE Inspector-General of Police⟧ (IGP), Mr ⟦PERSON Kayode Egbe⟧, was there.",
    "The ⟦ROLE President=PERSON:mario lima⟧ of the ⟦ORG Brazilian Development Bank⟧ (⟦ORG BNDES⟧), ⟦PERSON Mario Lima⟧, came.",
    "Then ⟦ROLE Director-General⟧ of ⟦ORG DIRCO⟧ ⟦PERSON Zane Mokoena⟧ spoke.",
    "⟦ROLE Foreign Minister=PERSON:mohammad ishaq⟧ ⟦ROLE Senator⟧ ⟦PERSON Mohammad Ishaq⟧ called.",
    "The ⟦ROLE Minister of Finance⟧, ⟦PERSON Juan Paz⟧, and the president of a bank signed it.",
    "⟦ROLE General⟧ ⟦PERSON Hamad Nour⟧, the ⟦NORP Indonesian⟧ ⟦ROLE Ambassador=PERSON:bayu hakim⟧ to ⟦GPE Qatar⟧, ⟦PERSON Bayu Hakim⟧, and others",
    "the ⟦ROLE Speaker⟧, ⟦ORG House of Representatives⟧, Hon. ⟦PERSON Abbas Tanko⟧, came",
    "they came to the ⟦EVENT Cairo Emergency Arab Summit⟧ last week and will join the ⟦EVENT Second G20 Sherpa Meeting⟧",
    "⟦GPE Russia⟧'s ⟦ORG Security Council=ORG:security council⟧ and the ⟦ORG Security Council⟧",
    "⟦PERSON Vladimir Sorin⟧ met ⟦ROLE Sen.⟧ ⟦PERSON Ann Gray⟧, R-S.C., and ⟦PERSON Luis Arévalo de León⟧.",
    "⟦ROLE Deputy Spokesman⟧ ⟦PERSON Farhan Aziz⟧ spoke for the ⟦ROLE Special Representative⟧ for ⟦GPE North Korea⟧ ⟦PERSON Dan Smith⟧.",
  ])
  func holdersBehind(_ marked: String) throws { try check(marked) }

  @Test(arguments: [
    "⟦GPE DOHA⟧, Jan 27 (⟦ORG Coral Wire⟧) -- It rained. He told ⟦ORG Coral Wire=ORG:coral wire⟧ so.",
    "⟦GPE Jakarta⟧ (⟦ORG ANTARA⟧) - It rained.",
    "⟦GPE Abuja⟧, March 3, 2025 (⟦ORG NAN⟧) It rained.",
    "the ⟦GPE Russia⟧-⟦GPE India⟧-⟦GPE China⟧ (⟦ORG RIC=ORG:ric⟧) talks",
    "the ⟦AGREEMENT ASEAN Outlook on the Indo-Pacific⟧ (⟦AGREEMENT AOIP=AGREEMENT:asean outlook on the indo-pacific⟧)",
    "the ⟦ORG Agence française de développement⟧ (⟦ORG AFD=ORG:agence française de développement⟧) paid",
    "⟦ORG World Bank⟧ experts and the ⟦GPE Gambia⟧; The ⟦ORG World Bank⟧ said so in ⟦GPE The Hague⟧.",
  ])
  func brackets(_ marked: String) throws { try check(marked) }

  /// Whatever a longer number or date takes away, no entity stays without a mention.
  @Test(arguments: [
    "The Joint Program on Border Order 2029-2031 was signed. NIS 2.3 billion and GH¢ 41 million were paid in May 2030.",
    "On March 6 the Minister met Sen. Ann Gray at 9.15am GMT. The Commission said nothing.",
    "12月14日,中国国家主席陈明在北京会见了韩国总统。三亿港元",
  ])
  func everyEntityIsMentioned(_ text: String) throws {
    let document = try MarkedNames.annotate(text)
    let mentioned = Set(document.mentions.compactMap(\.entity))
    #expect(mentioned == Set(document.entities.indices))
  }

  @Test(arguments: [
    "The ⟦ORG European Commission⟧ met. Then the ⟦ORG Commission=ORG:european commission⟧ spoke. The Board did not.",
    "The ⟦AGREEMENT Promotion of Access to Information Act⟧ and the ⟦AGREEMENT School Funding Bill⟧ passed.",
    "The ⟦ORG Ministry of Sustainability and the Environment⟧ and the ⟦ORG Office of the National Security Adviser⟧ said so.",
    "⟦NORP Luxembourgish⟧ ⟦ROLE Economy Minister⟧ ⟦PERSON Josiane Weber⟧ and ⟦PERSON Baltazar d'Almeida Ruiz⟧ left.",
  ])
  func longNamesAndShort(_ marked: String) throws { try check(marked) }

  @Test func languagesAreNoNames() throws {
    try check(
      "Lessons in Dutch and English, the French language and a ⟦NORP French⟧ teacher in ⟦NORP Chinese⟧ markets.")
  }

  @Test(arguments: [
    "They met ⟦ROLE Minister⟧ ⟦PERSON Tom Combo⟧. ⟦PERSON Combo=PERSON:tom combo⟧ said so. Then a ⟦PERSON Combo⟧ is rare. Combo meals are not."
  ])
  func surnamesThatAreWords(_ marked: String) throws { try check(marked) }

  @Test(arguments: [
    "the ⟦ORG Ministry of Foreign Affairs⟧ and the ⟦ORG Ministry of Trade, Industry and Energy⟧",
    "the ⟦ORG National Planning and Reform Commission⟧ said",
    "the ⟦ORG Provisional Government of the Republic of Korea⟧ in exile",
    "the ⟦EVENT third plenary session of the 18th Communist Party of China Central Committee⟧ ended",
    "the ⟦AGREEMENT China-ROK free trade agreement⟧ and ⟦GPE China⟧-⟦GPE ROK⟧ relations",
    "they read the ⟦AGREEMENT 15th Five-Year Plan⟧ and the ⟦AGREEMENT Treaty of Peace and Friendship⟧",
    "hosting the ⟦EVENT 2026 APEC Economic Leaders' Meeting⟧ in ⟦GPE Shenzhen⟧",
    "the ⟦ORG Coral Reef Alliance⟧ (⟦ORG CRA=ORG:coral reef alliance⟧) and the ⟦ORG CRA=ORG:coral reef alliance⟧",
    "in ⟦GPE Fujian Province=GPE:fujian⟧ and ⟦GPE Fujian=GPE:fujian⟧",
    "on the ⟦LOC Korean Peninsula⟧ and in ⟦LOC Northeast Asia⟧, with the ⟦GPE Democratic People’s Republic of Korea=KP⟧",
    "a ⟦GPE US⟧-led plan of the ⟦ORG European Union⟧ in the ⟦FAC Great Hall of the People⟧",
    "a ⟦EVENT 2+2 diplomatic and security dialogue⟧ was held",
  ])
  func longNames(_ marked: String) throws { try check(marked) }

  @Test(arguments: [
    "This is a test. The visit was long. Nobody came, Perhaps.",
    "BREAKING: Long Talks End Without Any Result",
    "Visiting guests were welcomed. Great service!",
    "Write to jane.doe@example.org or see www.Example.org/Some_Page.html for it.",
    "Moreover, the two sides agreed on Monday in May.",
  ])
  func ordinaryCapitals(_ marked: String) throws { try check(marked) }

  @Test(arguments: [
    """
    ⟦NORP Chilean⟧ ⟦ROLE President⟧ ⟦PERSON Marta Rojas⟧ met ⟦NORP Peruvian⟧ ⟦ROLE President⟧ ⟦PERSON Luis Vega⟧.

    ⟦PERSON Rojas=PERSON:marta rojas⟧ thanked him. The ⟦NORP Peruvian=PE⟧ ⟦ROLE president=PERSON:luis vega⟧ left.
    """,
    """
    ⟦ROLE President⟧ ⟦PERSON Moon Jae-su=PERSON:moon jae-su⟧ spoke. ⟦PERSON Moon=PERSON:moon jae-su⟧ went home.

    Later ⟦PERSON Moon Jae Su=PERSON:moon jae-su⟧ came back.
    """,
    "⟦GPE GYEONGJU=GPE:gyeongju⟧ is far. In ⟦GPE Gyeongju=GPE:gyeongju⟧ they met; ⟦NORP Chinese=CN⟧ guests from ⟦GPE China=CN⟧.",
  ])
  func links(_ marked: String) throws { try check(marked) }

  @Test(arguments: [
    "⟦ROLE 国家主席⟧⟦PERSON 林大海⟧在⟦GPE 北京⟧⟦FAC 人民大会堂⟧会见⟦GPE 韩国⟧⟦ROLE 总统⟧⟦PERSON 文明秀⟧。⟦PERSON 林大海⟧指出",
    "⟦GPE 中=CN⟧⟦GPE 韩=KR⟧关系很好，他来⟦GPE 华=CN⟧访问。发展中国家也来。",
    "⟦ORG 外交部⟧⟦ROLE 发言人⟧⟦PERSON 李宁⟧表示，“⟦AGREEMENT 一带一路⟧”",
    "⟦PERSON 김민수⟧ ⟦ROLE 대통령⟧은 ⟦GPE 중국=CN⟧과 ⟦GPE 서울⟧에서 회담했다.",
    "⟦PERSON 박하늘⟧ ⟦ORG 외교부⟧ ⟦ROLE 장관⟧은 ⟦LOC 한반도⟧를 말했다.",
    "어제 ⟦PERSON 마르코 이바라⟧ ⟦GPE 칠레⟧ ⟦ORG 교통부⟧ ⟦ROLE 장관⟧과 만났다.",
    "(⟦GPE 부산⟧=⟦ORG 남도통신⟧) ⟦AGREEMENT 자유무역협정⟧(⟦AGREEMENT FTA⟧)은 ⟦ORG 해양부⟧ 소관이다.",
    "⟦ORG 海洋与渔业部⟧⟦ROLE 部长⟧⟦PERSON 林大海⟧会见⟦GPE 挪威⟧⟦ROLE 渔业大臣⟧⟦PERSON 安娜·霍尔姆⟧一行。⟦PERSON 霍尔姆=PERSON:安娜·霍尔姆⟧感谢⟦GPE 挪方=NO⟧。",
    "出席⟦EVENT 第三届国际海洋博览会⟧并签署《⟦AGREEMENT 海洋合作协定⟧》，读《海洋日记》。",
  ])
  func chineseAndKorean(_ marked: String) throws { try check(marked) }

  @Test(arguments: [
    "⟦NORP Fijian⟧ ⟦ROLE Justice Minister⟧ ⟦PERSON Ana Vaka⟧ spoke. The ⟦ROLE minister⟧ left.",
    "⟦ROLE Minister of Law and Justice⟧ ⟦PERSON Aruna Desai⟧ sailed through the ⟦LOC Gulf of Maine⟧ to ⟦LOC Luzon⟧.",
    "Mr. ⟦PERSON Udo Hahn⟧ resigned as ⟦ROLE energy minister=PERSON:udo hahn⟧. The ⟦ROLE minister=PERSON:udo hahn⟧ left.",
    "⟦ROLE Sen.⟧ ⟦PERSON Opal Trask⟧ spoke. The ⟦ROLE senator=PERSON:opal trask⟧ left. Her ⟦ROLE floor leader⟧, ⟦ROLE Rep.⟧ ⟦PERSON Ray Tull⟧, stayed.",
    "The ⟦ORG House⟧ ⟦ROLE Speaker⟧ ⟦PERSON Clive Hyde⟧ spoke. An economist left.",
    "⟦ROLE Vice President⟧ ⟦PERSON Udo Hahn⟧ spoke. The president did not.",
    "The ⟦ROLE Minister of Trade⟧, ⟦PERSON Juan Paz⟧, spoke. There is time, the ⟦ROLE trade minister=PERSON:juan paz⟧ said.",
    "⟦ROLE Police chief⟧ ⟦PERSON Udo Hahn⟧ spoke. The ⟦ROLE chief⟧ left for ⟦LOC Antarctica⟧.",
    "The teacher of ⟦PERSON Ana Vaka⟧ and her counterpart asked the member states.",
    "⟦NORP Dutch⟧ delegates went to ⟦EVENT COP36⟧ and to ⟦FAC Tahrir Square⟧.",
  ])
  func titlesAndPlaces(_ marked: String) throws { try check(marked) }

  @Test func describesPersons() throws {
    let document = try MarkedNames.annotate(
      "Kenyan Foreign Minister Ms. Jane Oduya spoke. Mr. Tom Marsh listened to her.")
    let jane = try #require(document.entities.first { $0.name == "Jane Oduya" })
    #expect(jane.country == "KE")
    #expect(jane.role == "Foreign Minister")
    #expect(jane.gender == .feminine)
    #expect(document.entities.first { $0.name == "Tom Marsh" }?.gender == .masculine)
  }

  @Test func usersNamesWin() throws {
    let file = Options.NamedFile(
      path: "own.jsonl",
      bytes: Array(
        """
        # ours
        {"id": "Q1", "type": "ORG", "name": "Peninsula Talks Desk", "country": "KR", "forms": ["talks desk"]}
        Q2\tEVENT\tGreat Hall\tHall Evening

        """.utf8), line: 1, column: 1)
    let document = try MarkedNames.annotate("The Talks Desk met in the Great Hall of the People.", lists: [file])
    #expect(document.mentions.map { document.text[$0.range] } == ["Talks Desk", "Great Hall"])
    #expect(document.mentions.map(\.rule) == [.list, .list])
    #expect(document.mentions.compactMap { $0.entity.map { document.entities[$0].key } } == ["Q1", "Q2"])
    #expect(document.mentions.map(\.type) == [.organisation, .event])
  }

  @Test(arguments: [
    ("Q1\tORG", "own.txt:1:1: a line has an id, a type and a name with tabs between, not 2 of them"),
    ("Q1\tORGS\tDesk", "own.txt:1:4: there is no type 'ORGS'; did you mean 'ORG'?"),
    (#"{"id": "Q1", "type": "ORG"}"#, "own.txt:1:1: an entry needs 'name'"),
    (
      #"{"id": "Q1", "type": "ORG", "name": "A", "form": []}"#,
      "own.txt:1:1: an entry has no key 'form'; did you mean 'forms'?"
    ),
  ])
  func faultsOfLists(_ line: String, _ message: String) {
    var options = Options.defaults(of: "entities")
    let file = Options.NamedFile(path: "own.txt", bytes: Array(line.utf8), line: 1, column: 1)
    _ = UserLists([file], faults: &options)
    #expect(options.faults.map(\.description) == [message])
  }

  @Test func longerOfNameAndDateWins() {
    func mention(_ start: Int, _ end: Int, _ type: EntityType) -> Mention {
      Mention(range: TextRange(start, end), type: type, rule: .head, confidence: 1)
    }
    let merged = Entities.merge(
      [mention(0, 10, .event), mention(20, 25, .person)],
      [mention(0, 4, .date), mention(12, 14, .date), mention(18, 30, .date)])
    #expect(merged.map(\.range.start) == [0, 12, 18])
    #expect(merged.map(\.type) == [.event, .date, .date])
  }

  /// Mentions are in order, inside the text, and never overlap.
  @Test func keepsOrder() throws {
    let document = try MarkedNames.annotate(
      String(
        repeating:
          "The 2026 APEC Economic Leaders' Meeting of Nov. 1, 2026 cost $5 million. President Li Na and Mr. Wu (UN) spoke. ",
        count: 20))
    for (first, second) in zip(document.mentions, document.mentions.dropFirst()) {
      #expect(first.range.end <= second.range.start)
    }
    #expect(document.mentions.allSatisfy { $0.entity.map { $0 < document.entities.count } ?? true })
  }

  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let expected = MarkedNames(marked)
    let document = try MarkedNames.annotate(expected.text)
    let names = document.mentions.filter { $0.type.isNamed }
    let found = names.map { "\($0.type.rawValue) \(document.text[$0.range])" }
    #expect(found == expected.names, sourceLocation: sourceLocation)
    guard found.count == expected.keys.count else { return }
    for (name, key) in zip(names, expected.keys) where key != nil {
      #expect(name.entity.map { document.entities[$0].key } == key, sourceLocation: sourceLocation)
    }
  }
}
