import Testing

@testable import Rapporteur

/// Marked text: ⟦surface=value⟧ where a mention is due, its type before the surface where it is no date.
@Suite struct QuantityGrammarTests {
  static let grammar = QuantityGrammar()

  @Test(arguments: [
    "GYEONGJU, ⟦Nov. 1=2025-11-01⟧ -- The minister said on ⟦Saturday=2025-11-01⟧ that",
    "They met in Lima on ⟦April 3, 2021=2021-04-03⟧.",
    "They met on ⟦3 April 2021=2021-04-03⟧ and ⟦April 3,2021=2021-04-03⟧.",
    "on ⟦Sunday, May 28, 2006=2006-05-28⟧, and ⟦5–6 September 2019=2019-09-05/2019-09-06⟧",
    "posted ⟦2025-10-31=2025-10-31⟧ and ⟦31/10/2025=2025-10-31⟧ and ⟦2025.10.31=2025-10-31⟧",
    "The plan (⟦2026-2030=2026/2030⟧) and the war of ⟦1950-53=1950/1953⟧.",
    "since ⟦August 2011=2011-08⟧, in ⟦May, 1750=1750-05⟧, in ⟦January-June 2016=2016-01/2016-06⟧",
    "in the ⟦1990s=199⟧, the ⟦late 1970s=197⟧, the ⟦'60s=196⟧ and the ⟦21st century=20⟧",
    "the ⟦19th and early 20th centuries=18/19⟧",
    "In ⟦400 BCE=BC0400⟧ and ⟦AD 79=0079⟧",
    "the ⟦first half of this year=2025-H1⟧ and the ⟦third quarter of 2025=2025-Q3⟧",
  ])
  func namesDays(_ marked: String) { check(marked) }

  @Test(arguments: [
    "⟦33 years ago=1992⟧, Just ⟦over two months ago=2025-09⟧, ⟦ten days ago=2025-10-22⟧",
    "Within ⟦a little over two months=P2M⟧ they met twice.",
    "in the ⟦next five years=P5Y⟧ and the ⟦coming five years=P5Y⟧, the ⟦past few months=PXM⟧",
    "In ⟦recent years=PAST_REF⟧ it changed, unseen in ⟦a century=P100Y⟧.",
    "He came on ⟦30 May=2025-05-30⟧. It is the first visit after ⟦11 years=P11Y⟧.",
    "⟦last week=2025-W43⟧ and ⟦this year=2025⟧ and ⟦next month=2025-12⟧",
    "⟦earlier this week=2025-W44⟧, ⟦later this year=2025⟧, by the ⟦end of the month=2025-11⟧",
    "⟦last August=2025-08⟧, ⟦last December=2024-12⟧, ⟦last Friday=2025-10-31⟧, ⟦yesterday morning=2025-10-31TMO⟧",
    "They will meet again on ⟦Wednesday=2025-11-05⟧.",
    "They met on ⟦Wednesday=2025-10-29⟧.",
    "the ⟦summer of 2010=2010-SU⟧ and ⟦Christmas=2025-12-25⟧",
    "She moved in ⟦1831=1831⟧ and ⟦two years later=1833⟧ again, ⟦that year=1831⟧ too.",
    "the beginning of the ⟦new year=2026⟧",
    "In ⟦July of this year=2025-07⟧ it opened, in ⟦April next year=2026-04⟧ it closes.",
    "They joined in ⟦2023=2023⟧. A delegation will travel to Porto in ⟦December=2025-12⟧.",
  ])
  func countsFromTheDocument(_ marked: String) { check(marked) }

  @Test(arguments: [
    "They spoke ⟦last night=2025-10-31TNI⟧ and will meet ⟦tonight=2025-11-01TNI⟧ or on ⟦Monday evening=2025-11-03TEV⟧.",
    "The ship sank on ⟦Tuesday at dawn=2025-10-28TMO⟧, not on the ⟦evening of May 5=2025-05-05TEV⟧.",
    "The road stays shut until ⟦July=2026-07⟧ and the bridge until ⟦Friday=2025-11-07⟧.",
    "By ⟦Thursday=2025-10-30⟧ the harbour was empty.",
    "A vote is set for ⟦Thursday=2025-11-06⟧, they agreed to meet again in ⟦February=2026-02⟧.",
    "Launched in ⟦December=2024-12⟧, the plan has failed since ⟦December=2024-12⟧.",
    "Come back in ⟦two years' time=2027⟧, at the ⟦end of next year=2026⟧ or before the ⟦end of April=2026-04⟧.",
    "on ⟦Saturday=2025-11-15⟧ (⟦November 15, 2025=2025-11-15⟧)",
    "It is read each ⟦Friday=XXXX-WXX-5⟧ and every ⟦July=XXXX-07⟧ and each ⟦spring=XXXX-SP⟧.",
    "in ⟦fiscal 2024=2024⟧ and in the ⟦third quarter=2025-Q3⟧; they leave by ⟦TIME:noon=T12:00⟧",
    "It broke on ⟦October 12=2025-10-12⟧, was mended the ⟦next day=2025-10-13⟧ and failed from the ⟦15th=2025-10-15⟧.",
    "Abbot Theo (c. ⟦314=0314⟧ – ⟦368=0368⟧) and the poet Tu (⟦837=0837⟧–⟦908=0908⟧), in ⟦1894=1894⟧ – ⟦96=1896⟧.",
    "She opened it in ⟦June last year=2024-06⟧. The mason Ibn Tal (⟦1729=1729⟧–⟦1797=1797⟧) built it.",
  ])
  func looksBothWays(_ marked: String) { check(marked) }

  @Test(arguments: [
    "⟦3月17日晚=2025-03-17TEV⟧,⟦今（1）日=2025-11-01⟧,⟦昨晚=2025-10-31TNI⟧,⟦1月份=2025-01⟧,⟦星期二下午=2025-10-28TAF⟧",
    "⟦오늘 오전=2025-11-01TMO⟧ 만나, ⟦지난달=2025-10⟧과 ⟦올해 상반기=2025-H1⟧",
    "⟦2021年4月3日=2021-04-03⟧,⟦12月14日=2025-12-14⟧,⟦上周五=2025-10-24⟧",
    "⟦去年=2024⟧和⟦今年上半年=2025-H1⟧,⟦未来五年=P5Y⟧,⟦近年来=PAST_REF⟧,⟦20世纪90年代=199⟧",
    "建交⟦33年前=1992⟧,⟦二〇二五年十一月一日=2025-11-01⟧",
    "⟦2025년 11월 1일=2025-11-01⟧ 서울에서, ⟦지난해=2024⟧ ⟦31일=2025-10-31⟧",
    "双方签署⟦CARDINAL:15=15⟧份文件,总额⟦MONEY:15亿美元=1500000000 USD⟧。",
  ])
  func readsEastAsianText(_ marked: String) { check(marked) }

  @Test(arguments: [
    "at ⟦TIME:2:57 pm=T14:57⟧ and ⟦TIME:8 p.m.=T20:00⟧ and ⟦TIME:7am=T07:00⟧",
    "⟦MONEY:$1.5 million=1500000 USD⟧, ⟦MONEY:US$5=5 USD⟧, ⟦MONEY:200 billion won=200000000000 KRW⟧",
    "⟦MONEY:1,250.50 euros=1250.50 EUR⟧ and ⟦MONEY:five million U.S. dollars=5000000 USD⟧ and ⟦MONEY:€3bn=3000000000 EUR⟧",
    "a delegation of ⟦CARDINAL:200=200⟧ leading figures signed ⟦CARDINAL:15=15⟧ papers for ⟦CARDINAL:1.4 billion=1400000000⟧ people",
  ])
  func readsAmounts(_ marked: String) { check(marked) }

  @Test(arguments: [
    "The 19th National Congress drew up the 15th Five-Year Plan.",
    "1. Open markets", "a 33-year-old man of 33 years", "COVID-19 and 5G", "Article 5 on page 12",
    "It may march on.", "Christmas trees", "in his 80s", "every Wednesday",
    "120–150, and 30–40.", "about 314, and 837.", "12 percent of 30 km",
    "Pay within ten days.", "After two years in the port he left.", "the last days of the regime",
    "from the 15th floor",
    "Rule 2016 and Decree 2005-981",
    "about ⟦CARDINAL:2000=2000⟧ words in three languages", "The Saturday Evening Post",
  ])
  func leavesOthersAlone(_ text: String) { check(text) }

  @Test func aDatelineLendsTheDay() {
    var document = Self.document("They met on Saturday.", date: nil)
    document.metadata.published = "2026-01-02"
    document.metadata.dateline = .init(place: nil, date: "XXXX-12-31", agency: nil)
    #expect(DateAnchor(of: document).date?.description == "2025-12-31")
    #expect(Self.grammar.mentions(in: document).map(\.value) == ["2025-12-27"])
  }

  @Test func withoutDateTheLeadTellsIt() {
    let document = Self.document("12月14日,两国元首会谈。 They met on Thursday, as in April 2014.", date: nil)
    #expect(Self.grammar.mentions(in: document).map(\.value) == ["XXXX-12-14", "XXXX-12-14", "2014-04"])
  }

  @Test func aPageWithoutYearKeepsItOpen() {
    let document = Self.document(
      "He leaves tomorrow, next week or next month. 去年,昨日,周末。 They met in June and on Friday.", date: nil)
    #expect(
      Self.grammar.mentions(in: document).map(\.value) == [
        "XXXX-XX-XX", "XXXX-WXX", "XXXX-XX", "XXXX", "XXXX-XX-XX", "XXXX-WXX-WE", "XXXX-06", "XXXX-WXX-5",
      ])
  }

  @Test(arguments: [
    ("The ferry sank on Friday. Photo: the pier, March 9, 2031", "2031-03-07"),
    ("The ferry sank on Friday. HW-KLG-03-10-31 1814GMT", "2031-03-07"),
    ("The ferry sank on Friday.", "XXXX-03-10"),
  ])
  func theYearOfADatelineStandsElsewhere(_ text: String, _ friday: String) {
    var document = Self.document(text, date: nil)
    document.metadata.dateline = .init(place: "KLAGEN", date: "XXXX-03-10", agency: nil)
    #expect(Self.grammar.mentions(in: document).first?.value == friday)
  }

  @Test func theFirstFullDateTellsTheDayOfWhatStandsBefore() {
    let document = Self.document("They met on Saturday in the old mill. Mill Gazette, 16 November 2031", date: nil)
    #expect(Self.grammar.mentions(in: document).map(\.value) == ["2031-11-15", "2031-11-16"])
  }

  private func check(_ marked: String) {
    var text = ""
    var expected: [String] = []
    for piece in marked.split(separator: "⟦", omittingEmptySubsequences: false).enumerated() {
      guard piece.offset > 0 else {
        text += piece.element
        continue
      }
      let parts = piece.element.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
      let mark = parts[0]
      let surface = mark.prefix { $0 != "=" }.split(separator: ":", maxSplits: 1)
      let isTyped = surface.count == 2 && EntityType(rawValue: String(surface[0])) != nil
      text += isTyped ? surface[1] : mark.prefix { $0 != "=" }
      expected.append(isTyped ? String(mark) : "DATE:" + mark)
      text += parts[1]
    }
    let document = Self.document(text, date: "2025-11-01")
    let found = Self.grammar.mentions(in: document)
      .map { "\($0.type.rawValue):\(document.text[$0.range])=\($0.value ?? "")" }
    #expect(found == expected)
  }

  private static func document(_ string: String, date: String?) -> Document {
    let text = Text(string)
    let source = Page.Source(length: text.count)
    var document = Document(
      id: "a", source: source, inputDate: date, decoded: text, form: .text, digest: Digest(of: text.utf8))
    document.text = text
    var tokens: [Token] = []
    Tokenizer.tokenize(text.utf8.span, in: text.range, lexicon: .shared, into: &tokens)
    document.tokens = tokens
    document.sentences = [Sentence(range: text.range, block: 0, kind: .sentence, tokens: tokens.indices)]
    return document
  }
}
