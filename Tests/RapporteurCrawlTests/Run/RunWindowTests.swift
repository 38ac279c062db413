import Foundation
import Rapporteur
import Synchronization
import Testing

@testable import RapporteurCrawl

@Suite struct RunWindowTests {
  /// A batch for each of the pages, which have so many bytes.
  private func batches(_ sizes: [Int]) throws -> [Batch] {
    let folder = try Folder()
    for (index, size) in sizes.enumerated() {
      try folder.write([UInt8](repeating: 0x78, count: size), to: "\(10 + index).txt")
    }
    var reader = CrawlReader(try Inputs(["."], in: folder.path))
    return sizes.indices.compactMap { Batch($0, &reader, most: 1) }
  }

  private func finished(_ batch: Batch) -> Finished {
    Finished(number: batch.number, outcomes: [], times: StageTimes(names: []), position: 0)
  }

  @Test func smallPagesAreBoundedInNumber() throws {
    let batches = try batches([Int](repeating: 10, count: 9))
    var window = RunWindow(workers: 2)
    for batch in batches.prefix(8) {
      #expect(window.hasRoom(for: batch))
      window.begin(batch)
    }
    #expect(!window.hasRoom(for: batches[8]))
    window.finish(finished(batches[1]))
    #expect(window.popNext() == nil && !window.hasRoom(for: batches[8]), "the first is not done yet")
    window.finish(finished(batches[0]))
    #expect([window.popNext()?.number, window.popNext()?.number, window.popNext()?.number] == [0, 1, nil])
    #expect(window.hasRoom(for: batches[8]))
  }

  @Test func largePagesAreBoundedInBytes() throws {
    let batches = try batches([10 << 20, 10 << 20, 1000, 40 << 20])
    var window = RunWindow(workers: 2)
    window.begin(batches[0])
    #expect(!window.hasRoom(for: batches[1]))
    #expect(window.hasRoom(for: batches[2]))
    window.finish(finished(batches[0]))
    #expect(!window.hasRoom(for: batches[1]), "it is in memory until it is written")
    _ = window.popNext()
    #expect(window.hasRoom(for: batches[1]) && window.hasRoom(for: batches[3]), "what is too large goes alone")
  }

  @Test func noBatchReachesBeyondItsEnd() throws {
    let folder = try Folder(["a": Array(String(repeating: "{\"text\":\"x\"}\n", count: 50).utf8)])
    var reader = CrawlReader(try Inputs(["."], in: folder.path))
    #expect(Batch(0, &reader, most: 5)?.count == 5)
    #expect(Batch(1, &reader)?.count == 16)
  }

  @Test func largePagesTakeTurns() async {
    let pages = LargePages()
    let page = Page(id: "a", bytes: [UInt8](repeating: 0x78, count: 9 << 20))
    let visitors = Visitors()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { pages.wait(with: page) { visitors.comeAndGo() } }
      }
    }
    #expect(visitors.most.load(ordering: .sequentiallyConsistent) == 1)
  }

  /// Counts how many are there at one time.
  private final class Visitors: Sendable {
    private let here = Atomic<Int>(0)
    let most = Atomic<Int>(0)

    func comeAndGo() {
      let count = here.add(1, ordering: .sequentiallyConsistent).newValue
      most.max(count, ordering: .sequentiallyConsistent)
      usleep(2000)
      here.subtract(1, ordering: .sequentiallyConsistent)
    }
  }
}
