import Testing

@testable import RapporteurCrawl

@Suite struct ExternalSortTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// In memory, a few runs, and more of them than are merged at one time.
  @Test(arguments: [100, 40, 3]) func whatGoesInComesOutInOrder(runLength: Int) throws {
    var dice = Dice(seed: 3)
    let entries = (0..<300).map { _ in
      SortEntry(UInt64(dice.next(below: 40)), UInt64(dice.next(below: 4)), UInt64(dice.next(below: 1 << 40)))
    }
    var sort = ExternalSort(in: folder.file("."), runLength: runLength)
    for entry in entries { try sort.add(entry) }
    #expect(try all(sort.sorted()) == entries.sorted { $0 < $1 })
  }

  @Test(arguments: [1000, 8]) func whatIsCountedIsAddedUp(runLength: Int) throws {
    var dice = Dice(seed: 5)
    var counts: [UInt64: UInt64] = [:]
    var sort = ExternalSort(in: folder.file("."), adds: true, runLength: runLength)
    for _ in 0..<2000 {
      let word = UInt64(dice.next(below: 50)) * UInt64(dice.next(below: 50))
      counts[word, default: 0] += 1
      try sort.add(SortEntry(word, 7, 1))
    }
    let expected = counts.sorted { $0.key < $1.key }.map { SortEntry($0.key, 7, $0.value) }
    #expect(try all(sort.sorted()) == expected)
  }

  @Test func nothingIsSortedToNothingAndNoFileIsLeft() throws {
    var sort = ExternalSort(in: folder.file("."), runLength: 2)
    #expect(try all(sort.sorted()).isEmpty)
    var other = ExternalSort(in: folder.file("."), runLength: 2)
    for number in 0..<9 { try other.add(SortEntry(UInt64(9 - number))) }
    #expect(try folder.names.isEmpty)
    #expect(try all(other.sorted()).count == 9)
  }

  private func all(_ sorted: SortedEntries) throws -> [SortEntry] {
    var result: [SortEntry] = []
    while let entry = try sorted.next() { result.append(entry) }
    return result
  }
}
