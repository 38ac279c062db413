import Rapporteur
import Testing

@testable import RapporteurCrawl

/// Single documents of files, by the places that failures give them.
@Suite struct SoughtDocumentsTests {
  private static let lines = (0..<40).map { number in
    number % 7 == 3 ? "no JSON \(number)\n" : "{\"id\":\"l\(number)\",\"text\":\"Line \(number).\"}\n"
  }
  private static let records = (0..<12).map { Archive.page($0) }

  private let folder: Folder

  init() throws {
    let lines = Array(Self.lines.joined().utf8)
    folder = try Folder([
      "in/a.jsonl": lines, "in/b.jsonl.gz": Gzip.packed(lines) ?? [], "in/c.warc": Array(Self.records.joined()),
      "in/d.warc.gz": Self.records.flatMap { Gzip.packed($0) ?? [] },
      "in/e.warc.gz": Gzip.packed(Array(Self.records.joined())) ?? [],
      "in/f.warc.zst": Self.records.flatMap { Zstd.packed($0) }, "in/g.html": Array("<p>Page.</p>".utf8),
      "in/h/i.txt": Array("Text.".utf8),
    ])
  }

  @Test(arguments: [1, 2, 5, 11]) func whatIsSoughtIsFoundAndNothingElse(step: Int) throws {
    let all = try items()
    #expect(all.count == 2 * 40 + 4 * 12 + 2)
    for start in 0..<step {
      let chosen = stride(from: start, to: all.count, by: step).map { all[$0] }
      let found = try items(sought: chosen)
      #expect(found.map(\.summary) == chosen.map(\.summary))
      #expect(found.map(\.place) == chosen.map(\.place))
      #expect(found.map { try? $0.page().digest } == chosen.map { try? $0.page().digest })
    }
  }

  @Test func whatIsGoneIsToldAndTheRestIsFound() throws {
    let all = try items()
    // The lines behind the first stand elsewhere now.
    try folder.write(Array("\n{\"text\":\"new\"}\n".utf8) + Array(Self.lines.joined().utf8), to: "in/a.jsonl")
    let found = try items(sought: [all[4], all[80]])
    #expect(found.map(\.summary) == [all[80].summary, "a.jsonl:\(all[4].place.offset ?? 0) gone"])
  }

  @Test func aFileThatWasDamagedIsReadWhole() throws {
    let all = try items()
    let damage = CrawlItem.fault(
      InputFault(
        id: "b.jsonl.gz:9", source: Page.Source(path: "b.jsonl.gz", offset: 9), digest: nil,
        failure: StageFailure(stage: "input", code: "truncated", message: "")))
    let unreadable = CrawlItem.fault(
      InputFault(
        id: "h/", source: Page.Source(path: "h"), digest: nil,
        failure: StageFailure(stage: "input", code: "unreadable", message: "")))
    let found = try items(sought: [damage, unreadable])
    #expect(found.map(\.summary) == all[40..<80].map(\.summary) + ["h/i.txt"])
  }

  private func items() throws -> [CrawlItem] {
    var reader = CrawlReader(try Inputs(["in"], in: folder.path))
    var items: [CrawlItem] = []
    while let item = reader.next() { items.append(item) }
    return items
  }

  private func items(sought: [CrawlItem]) throws -> [CrawlItem] {
    let writer = RecordWriter(pipeline: .standard)
    let lines = sought.map { item -> [UInt8] in
      var failure = StageFailure(stage: "any", code: "any", message: "")
      if case .fault(let fault) = item { failure = fault.failure }
      let place = item.place
      let source = Page.Source(path: place.path, recordID: place.recordID, offset: place.offset)
      return writer.record(ofFailed: item.summary, source: source, digest: nil, failure).line
    }
    try folder.write(lines.joined(), to: "o.failures.jsonl")
    let sought = try Selection.Sought(failuresOf: folder.file("o"))
    var reader = CrawlReader(try Inputs(["in"], in: folder.path), output: nil, duplicates: nil, sought: sought)
    var items: [CrawlItem] = []
    while let item = reader.next() { items.append(item) }
    return items
  }
}
