import Testing

@testable import RapporteurEvaluation

@Suite struct CalibrationTests {
  @Test func `scores that promise too much are held back`() {
    // Of a score of 4 (98 in a hundred) only three in four are right, of -4 one in four.
    let scored = (0..<400).map { (score: $0 < 200 ? 4.0 : -4.0, isRight: $0 < 200 ? $0 % 4 > 0 : $0 % 4 == 0) }
    let calibration = Calibration(scored)
    #expect(abs(calibration.slope * 4 - 1.0986) < 0.02)
    #expect(abs(calibration.intercept) < 0.02)
    #expect(calibration.bins.map(\.tenth) == [2, 7])
    for bin in calibration.bins { #expect(abs(bin.meanConfidence - bin.precision) < 0.02) }
  }

  @Test func `a few scores change nothing`() {
    #expect(Calibration([(score: 1, isRight: false)]).slope == 1)
  }
}
