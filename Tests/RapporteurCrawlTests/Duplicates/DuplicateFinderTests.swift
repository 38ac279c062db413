import Rapporteur
import Testing

@testable import RapporteurCrawl

@Suite struct DuplicateFinderTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// Documents with few keys and few ids, against the same done in memory, in the order in which a run does it.
  @Test(arguments: [true, false], [0, 1, 2, 3, 4]) func whatIsFoundIsWhatARunWouldSee(drops: Bool, seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let names = ["a", "b", "a#2", "b#2", "c", "a#3", "d#x", "e#2#2", "e#2"]
    var finder = try DuplicateFinder(drops: drops, in: folder.file("."), runLength: 16)
    var ids = RecordIDs()
    var firsts: [[UInt8]: String] = [:]
    var expected: [DuplicateList.Entry] = []
    for number in 0..<400 {
      let isPlain = dice.next(below: 3) == 0
      let id = isPlain ? "plain \(number)" : names[dice.next(below: names.count)]
      let digest = Digest(of: [UInt8(dice.next(below: 250))])
      let hasKey = dice.next(below: 8) > 0
      let hasRecord = hasKey || dice.next(below: 2) > 0
      let key = hasKey ? Array(digest.bytes.prefix(16)) : nil
      try finder.add(DuplicateFinder.Document(id: id, digest: digest, key: key, hasRecord: hasRecord))
      let first = key.flatMap { firsts[$0] }
      let name = hasRecord && !(first != nil && drops) ? ids.name(for: id) : id
      if let first {
        let entry = DuplicateList.Entry(number: number, id: name, first: first, digest: digest.hexadecimal)
        expected.append(entry)
      } else if let key {
        firsts[key] = name
      }
    }
    var found: [DuplicateList.Entry] = []
    let counts = try finder.finish { found.append($0) }
    #expect(found == expected)
    #expect(counts.documents == 400 && counts.duplicates == expected.count)
    #expect(try folder.names.isEmpty)
  }

  @Test func aListIsTakenForAnotherOnlyWhereAllIsTheSame() throws {
    var finder = try DuplicateFinder(drops: false, in: folder.file("."))
    for id in ["x", "y \"q\"", "z"] {
      let digest = Digest(of: [1])
      try finder.add(
        DuplicateFinder.Document(id: id, digest: digest, key: Array(digest.bytes.prefix(16)), hasRecord: true))
    }
    let path = folder.file("list")
    let made = try DuplicateList(&finder, identity: "one", to: OutputFile(path), in: folder.file("."))
    #expect(DuplicateList(path, identity: "one")?.header == made.header)
    #expect(DuplicateList(path, identity: "two") == nil)
    var cursor = try made.cursor()
    #expect(cursor.take(0) == nil)
    #expect(cursor.take(1)?.id == "y \"q\"")
    #expect(cursor.take(2)?.first == "x")
    #expect(cursor.take(3) == nil && cursor.fault == nil)
    try folder.write(SmallFile.read(path)?.dropLast(3) ?? [], to: "list")
    #expect(DuplicateList(path, identity: "one") == nil)
  }
}
