import Testing

@testable import Rapporteur

@Suite struct BylineCleaningTests {
  @Test(arguments: [
    ("Ana Silva 12 May 2025", "Ana Silva"), ("ana.silva July 26, 2025, 4:32pm 1", "ana.silva"),
    ("lakeside99", "lakeside99"), ("lakeside99 12 May 2025", "lakeside99"), ("Ana ·", "Ana"),
    ("Lake Team•", "Lake Team"), (": LakeCare", "LakeCare"), ("2025-05-12T08:00", ""),
  ])
  func `a name is cleared of what stands beside it`(_ written: String, _ name: String) {
    #expect(Bylines.clean(written) == name)
  }
}
