import Rapporteur
import Testing

@testable import RapporteurCrawl

@Suite struct JSONLineTests {
  private func page(_ line: String) throws -> Page {
    try JSONLine(bytes: Array(line.utf8), path: "in.jsonl", offset: 7).page()
  }

  @Test func fieldsAreTaken() throws {
    let page = try page(
      #"{"id":"x","url":"https://example.org/","date":"2024-06-12T10:00:00Z","html":"<p>a","more":[1]}"#)
    #expect(page.id == "x" && page.published == "2024-06-12")
    #expect(page.source.url == "https://example.org/" && page.source.path == "in.jsonl" && page.source.offset == 7)
    guard case .html(let html) = page.content else { return #expect(Bool(false), "HTML") }
    #expect(html == Text("<p>a"))
    #expect(page.warnings.isEmpty)
  }

  @Test(arguments: [
    ("\"2024-06-12\"", "2024-06-12"), ("\"2024/06/12 08:00\"", "2024-06-12"), ("\"20240612\"", "2024-06-12"),
    ("20240612", "2024-06-12"), ("null", nil),
  ]) func datesAreReadAsDays(_ written: String, _ day: String?) throws {
    let page = try page("{\"date\":\(written),\"text\":\"\"}")
    #expect(page.published == day && page.warnings.isEmpty)
  }

  @Test(arguments: ["\"June 12\"", "\"2024-13-01\"", "\"2024-06/12\"", "true", "[]"])
  func whatIsNoDateIsSaid(_ written: String) throws {
    let page = try page("{\"date\":\(written),\"text\":\"\"}")
    #expect(page.published == nil && page.warnings.map(\.code) == ["date_ignored"])
  }

  @Test(arguments: [("\"x\"", "x"), ("17", "17"), ("1e3", "1e3"), ("\"\"", "in.jsonl:7"), ("null", "in.jsonl:7")])
  func idsMayBeNumbers(_ written: String, _ id: String) throws {
    let page = try page("{\"id\":\(written),\"text\":\"\"}")
    #expect(page.id == id && page.warnings.isEmpty)
  }

  @Test func anIDOfAnotherKindIsSaid() throws {
    #expect(try page(#"{"id":["x"],"text":""}"#).warnings.map(\.code) == ["id_ignored"])
  }
}
