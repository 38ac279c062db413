import Testing

@testable import Rapporteur

/// A page with its points marked, how many its announcements count, and who puts them forward.
struct ReportedPoints: CustomTestStringConvertible {
  private let marked: String
  private let announced: [Int?]
  private let proposers: [[String]]?

  /// - Parameter proposers: The names of each set's speakers; `nil` where the names are not the matter.
  init(_ marked: String, _ announced: [Int?], _ proposers: [[String]]?) {
    self.marked = marked
    self.announced = announced
    self.proposers = proposers
  }

  var testDescription: String { String(marked.prefix(60)) }

  /// Runs all stages but the first over the page.
  func check() throws {
    let points = try MarkedPoints(marked, stages: ["verbatim", "sentences", "entities", "speakers", "proposals"])
    #expect(points.found == marked)
    #expect(points.announced == announced)
    guard let proposers else { return }
    #expect(points.document.proposals.map { $0.speakers.map(\.name) } == proposers)
  }
}
