import Foundation
import Testing

/// The records of samples/pages are committed: whatever changes them is seen in review.
///
/// `RAPPORTEUR_RECORD=1 swift test --filter SampleRecordTests` writes them anew, and fails that once.
@Suite struct SampleRecordTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let isRecording = ProcessInfo.processInfo.environment["RAPPORTEUR_RECORD"] == "1"

  @Test func theSamplesGiveTheCommittedRecords() throws {
    let root = Self.root
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "run", "-c", root.appendingPathComponent("pipeline.yml").path, "-o", "records.jsonl", in: folder)
    #expect(run.code == 0, "\(run.errors)")
    for name in ["records.jsonl", "records.jsonl.failures.jsonl"] {
      let committed = root.appendingPathComponent("output/\(name)")
      let made = folder.holds(name) ? try folder.data(name) : nil
      if Self.isRecording {
        try FileManager.default.createDirectory(
          at: committed.deletingLastPathComponent(), withIntermediateDirectories: true)
        if let made { try made.write(to: committed) } else { try? FileManager.default.removeItem(at: committed) }
        Issue.record("output/\(name) was written; look at the change, then test without RAPPORTEUR_RECORD")
        continue
      }
      let expected = try? Data(contentsOf: committed)
      if made == expected { continue }
      let remedy = "if that is right, RAPPORTEUR_RECORD=1 swift test --filter SampleRecordTests writes it anew"
      Issue.record("output/\(name) differs: \(difference(expected ?? Data(), made ?? Data())); \(remedy)")
    }
  }

  /// The first record that is another, and where.
  private func difference(_ expected: Data, _ made: Data) -> String {
    let old = String(decoding: expected, as: UTF8.self).split(separator: "\n")
    let new = String(decoding: made, as: UTF8.self).split(separator: "\n")
    for (one, other) in zip(old, new) where one != other {
      let shared = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
      let was = String(decoding: Array(one.utf8.dropFirst(max(0, shared - 60)).prefix(120)), as: UTF8.self)
      let now = String(decoding: Array(other.utf8.dropFirst(max(0, shared - 60)).prefix(120)), as: UTF8.self)
      return "was …\(was)…, is …\(now)…"
    }
    return "\(old.count) records, now \(new.count)"
  }
}
