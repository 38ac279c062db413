import CZlib
import Rapporteur
import RapporteurCrawl

/// Reads a file's documents without annotating them, beside zlib alone on the same bytes.
struct ReadBenchmark {
  var path: String
  var rounds: Int

  func run() throws {
    var times: [(reader: Double, zlib: Double?)] = []
    var documents = 0
    var bytes = 0
    for _ in 0..<rounds {
      documents = 0
      let clock = ContinuousClock()
      let reading = try clock.measure {
        var reader = CrawlReader(try Inputs([path]))
        while reader.next() != nil { documents += 1 }
        bytes = reader.position
      }
      let unpacking = try zlibAlone(clock)
      times.append((reading / .seconds(1), unpacking))
    }
    let reader = times.map(\.reader).sorted()[rounds / 2]
    let megabytes = Double(bytes) / 1_000_000
    var table = Table(columns: ["\(documents) documents", "s", "MB/s packed", "ratio"])
    func add(_ name: String, _ seconds: Double) {
      let numbers = [seconds, megabytes / seconds, seconds / reader]
      table.add([name] + numbers.map { Table.number($0, places: 2) })
    }
    add("reader", reader)
    let alone = times.compactMap(\.zlib).sorted()
    if !alone.isEmpty { add("zlib alone", alone[alone.count / 2]) }
    print(table.text, terminator: "")
  }

  /// The seconds that zlib's own file reader takes, `nil` for files that are not gzip.
  private func zlibAlone(_ clock: ContinuousClock) throws -> Double? {
    guard let file = unsafe gzopen(path, "rb") else { return nil }
    defer { unsafe gzclose(file) }
    unsafe gzbuffer(file, 1 << 18)
    if unsafe gzdirect(file) == 1 { return nil }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    let time = clock.measure {
      while unsafe gzread(file, &chunk, UInt32(chunk.count)) > 0 {}
    }
    return time / .seconds(1)
  }
}
