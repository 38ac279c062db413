import Testing

@testable import Rapporteur

@Suite struct PageDateTests {
  @Test(arguments: [
    ("2025-11-02", "2025-11-02"), ("2025-11-02T10:20:33Z", "2025-11-02"), ("20251102", "2025-11-02"),
    ("Published: November 02, 2025", "2025-11-02"), ("Sunday, Nov. 2nd 2025", "2025-11-02"),
    ("2 November 2025", "2025-11-02"),
    ("Le 2 novembre 2025 à Paris", "2025-11-02"), ("2 de noviembre de 2025", "2025-11-02"),
    ("2. März 2025", "2025-03-02"),
    ("13/11/2025", "2025-11-13"), ("11/13/2025", "2025-11-13"), ("02.11.2025", "2025-11-02"),
    ("2025年11月2日", "2025-11-02"),
    ("2025. 11. 2.", "2025-11-02"), ("2025년 11월 2일", "2025-11-02"), ("2025 Nov 2", "2025-11-02"),
    ("https://a.example/2025/november/02/b", "2025-11-02"), ("https://a.example/2025/11/02/b", "2025-11-02"),
  ])
  func `a page's date is read`(text: String, date: String) {
    #expect(DateReader.shared.first(in: text)?.date.description == date)
  }

  @Test(arguments: [
    "02/11/2025", "version 1.2.3", "2025-13-40", "May I help you?", "31 June 2025", "call 555-2020", "",
  ])
  func `what may be another day is none`(text: String) {
    #expect(DateReader.shared.first(in: text) == nil)
  }

  @Test(arguments: [
    ("2025-11-02T10:20:33+08:00", "2025-11-02T10:20:33+08:00"), ("2025-11-02 10:20 pm GMT", "2025-11-02T22:20:00Z"),
    ("Nov 2, 2025 at 8:15 a.m. (GMT+8)", "2025-11-02T08:15:00+08:00"), ("2025-11-02 10:20", nil),
  ])
  func `a time counts where its zone is told`(text: String, stamp: String?) {
    #expect(DateReader.shared.first(in: text)?.timestamp == stamp)
  }

  @Test(
    arguments: [
      ("GYEONGJU, South Korea, Nov. 1 (Xinhua) -- The president said", "GYEONGJU, South Korea", "2025-11-01", "Xinhua"),
      ("SEOUL, Dec. 31 (Yonhap) -- The ministry said", "SEOUL", "2024-12-31", "Yonhap"),
      ("LONDON (Reuters) - The bank said", "LONDON", nil, "Reuters"),
      ("BEIJING, 4 March (Reuters) — The bank", "BEIJING", "2025-03-04", "Reuters"),
      ("NEW DELHI: The minister said on Monday", "NEW DELHI", nil, nil),
      ("Moscow. March 4. INTERFAX.COM - The bank", "Moscow", "2025-03-04", "INTERFAX.COM"),
      ("GENEVA — The council met", "GENEVA", nil, nil), ("新华社北京11月1日电（记者张三）国家主席", "北京", "2025-11-01", "新华社"),
      ("(서울=연합뉴스) 홍길동 기자 = 정부는", "서울", nil, "연합뉴스"), ("【北京＝共同】政府は", "北京", nil, "共同"),
    ] as [(String, String?, String?, String?)])
  func `a dateline tells place, day and agency`(text: String, place: String?, date: String?, agency: String?) {
    let bytes = Array(text.utf8)
    let published = CalendarDate(iso: "2025-11-02")
    let found = Datelines.shared.read(bytes.span, TextRange(0, bytes.count), published: published)
    #expect(found == .init(place: place, date: date, agency: agency))
  }

  @Test(arguments: [
    "China and South Korea (ROK) agreed on Monday", "On Nov. 1, the president said", "WATCH: The minister speaks",
    "President Lee Jae-myung – elected in June – said", "The talks ended.", "WHO: a short history",
  ])
  func `a sentence is no dateline`(text: String) {
    let bytes = Array(text.utf8)
    #expect(Datelines.shared.read(bytes.span, TextRange(0, bytes.count), published: nil) == nil)
  }
}
