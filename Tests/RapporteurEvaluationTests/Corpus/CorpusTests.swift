import Foundation
import Rapporteur
import Testing

@testable import RapporteurCrawl
@testable import RapporteurEvaluation

/// samples/readouts as it stands in the repository.
@Suite struct CorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../samples/readouts").standardizedFileURL.path

  @Test func `the grid is a plan of a hundred and sixty documents`() throws {
    let path = Self.folder + "/GRID.tsv"
    let grid = Grid(path, try #require(SmallFile.read(path)))
    #expect(grid.faults.isEmpty)
    func count(_ kind: Character, _ language: String) -> Int {
      grid.rows.count { $0.id.first == kind && $0.language == language }
    }
    #expect(count("r", "en") >= 80)
    #expect(count("z", "zh") >= 14)
    #expect(count("k", "ko") >= 6)
    #expect(count("n", "en") >= 60)
  }

  @Test func `every document is in order, follows the grid and is unlike the others`() throws {
    let corpus = try GoldCorpus([Self.folder])
    // Until the documents are there, the plan is all there is to check.
    guard corpus.count > 0 else { return }
    let check = CorpusCheck(corpus, folder: Self.folder)
    #expect(check.faults.map(\.description) == [])
  }

  @Test func `the split is a hash of the id and about 60, 20, 20`() throws {
    #expect(
      ["r001", "r002", "r003", "n001", "z001", "k001"].map { Split(id: $0).rawValue } == [
        "train", "dev", "dev", "test", "train", "dev",
      ])
    let path = Self.folder + "/GRID.tsv"
    let rows = Grid(path, try #require(SmallFile.read(path))).rows
    let counts = Dictionary(grouping: rows) { Split(id: $0.id) }.mapValues { Double($0.count) / Double(rows.count) }
    #expect((0.5...0.7).contains(counts[.train] ?? 0))
    #expect((0.15...0.3).contains(counts[.dev] ?? 0))
    #expect((0.15...0.3).contains(counts[.test] ?? 0))
  }

  @Test func `a copied document, a full cell and a wrong row are told`() throws {
    let first = try GoldSamples.document("meeting", GoldSamples.meeting)
    var corpus = try GoldCorpus([])
    corpus.documents = (1...6).map { number in
      var copy = first
      copy.id = "r\(number)"
      return copy
    }
    let check = CorpusCheck(corpus, folder: "nowhere")
    let faults = check.faults.map(\.description)
    #expect(check.overlaps.count == 15)
    #expect(
      faults.contains { $0.hasPrefix("nowhere/GRID.tsv: 6 documents in agency / meeting report / water / plain") })
    #expect(faults.contains { $0.hasPrefix("r1: shares 100.0 % of its five words in a row with r2") })
    #expect(faults.contains { $0.hasPrefix("nowhere: 1 people") })
  }

  @Test func `cues of one verb count once`() {
    #expect(Set(["said", "says", "say", "was saying"].map(CueStem.stem)).count == 1)
    #expect(Set(["stressed", "stressing", "stress"].map(CueStem.stem)).count == 1)
    #expect(Set(["urged", "urging", "urges"].map(CueStem.stem)).count == 1)
    #expect(Set(["planned", "plans to", "planning"].map(CueStem.stem)).count == 1)
    #expect(Set(["replied", "replies", "replying", "reply"].map(CueStem.stem)).count == 1)
  }
}
