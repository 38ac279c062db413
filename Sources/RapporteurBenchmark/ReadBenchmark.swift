import CZlib
import Rapporteur
import RapporteurCrawl

/// Reads a file's documents without annotating them, beside `gzip -dc` and zlib alone on the same bytes, in turns.
struct ReadBenchmark {
  var path: String
  var rounds: Int

  /// Seconds by the clock and of the processor, of each round.
  private typealias Times = [(seconds: Double, processor: Double)]

  func run() throws {
    var reader: Times = []
    var gzip: Times = []
    var zlib: Times = []
    var documents = 0
    var bytes = 0
    for _ in 0..<rounds {
      documents = 0
      reader.append(
        try Self.timed {
          var reader = CrawlReader(try Inputs([path]))
          while reader.next() != nil { documents += 1 }
          bytes = reader.position
        })
      guard isGzip else { continue }
      if let time = GzipProgram.unpack(path) { gzip.append(time) }
      zlib.append(Self.timed(unpack))
    }
    let own = Self.median(reader)
    let megabytes = Double(bytes) / 1_000_000
    var table = Table(columns: ["\(documents) documents", "s", "s of processor", "MB/s packed", "beside the reader"])
    for (name, times) in [("reader", reader), ("gzip -dc", gzip), ("zlib alone", zlib)] where !times.isEmpty {
      let time = Self.median(times)
      table.add([
        name, Table.number(time.seconds, places: 3), Table.number(time.processor, places: 3),
        Table.number(megabytes / time.seconds, places: 1), Table.number(time.seconds / own.seconds, places: 2) + " x",
      ])
    }
    print(table.text, terminator: "")
  }

  private static func timed(_ work: () throws -> Void) rethrows -> (seconds: Double, processor: Double) {
    let processor = ProcessorTime.ofProcess
    let time = try ContinuousClock().measure(work)
    return (time / .seconds(1), ProcessorTime.ofProcess - processor)
  }

  private static func median(_ times: Times) -> (seconds: Double, processor: Double) {
    (times.map(\.seconds).sorted()[times.count / 2], times.map(\.processor).sorted()[times.count / 2])
  }

  private var isGzip: Bool {
    guard let file = unsafe gzopen(path, "rb") else { return false }
    defer { unsafe gzclose(file) }
    return unsafe gzdirect(file) == 0
  }

  /// What zlib's own file reader does.
  private func unpack() {
    guard let file = unsafe gzopen(path, "rb") else { return }
    defer { unsafe gzclose(file) }
    unsafe gzbuffer(file, 1 << 18)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while unsafe gzread(file, &chunk, UInt32(chunk.count)) > 0 {}
  }
}
