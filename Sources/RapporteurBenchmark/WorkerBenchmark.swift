import Glibc
import Rapporteur
import RapporteurCrawl

/// Runs over the same inputs with one worker and with more, in turns, and prints how much faster more are.
struct WorkerBenchmark {
  let input: [String]
  let workers: Int
  let rounds: Int

  private struct Lap {
    var seconds: Double
    var processor: Double
    var ledger: Ledger
  }

  func run() async throws {
    let folder = try TemporaryFolder()
    var laps: [Int: [Lap]] = [:]
    for _ in 0..<rounds {
      for count in [1, workers] { laps[count, default: []].append(try await lap(count, folder)) }
    }
    guard let one = laps[1], let more = laps[workers], let ledger = one.first?.ledger else { return }
    print(
      "\(ledger.read) documents, \(Table.number(Double(ledger.bytesWritten) / 1e6, places: 1)) MB of records; "
        + "\(rounds) rounds in turns")
    var table = Table(columns: ["", "s, best", "s, median", "s of processor", "cores in use", "faster"])
    let best = Self.best(one, \.seconds)
    for (name, laps) in [("1 worker", one), ("\(workers) workers", more)] {
      let processor = Self.best(laps, \.processor)
      table.add([
        name, Table.number(Self.best(laps, \.seconds), places: 2), Table.number(Self.median(laps), places: 2),
        Table.number(processor, places: 2), Table.number(processor / Self.best(laps, \.seconds), places: 2),
        Table.number(best / Self.best(laps, \.seconds), places: 2),
      ])
    }
    print(table.text, terminator: "")
  }

  private func lap(_ count: Int, _ folder: TemporaryFolder) async throws -> Lap {
    let run = Run(
      pipeline: .standard, offsets: .codePoint, inputs: try Inputs(input), output: folder.file("records.jsonl"),
      workers: count)
    let begin = (ContinuousClock.now, ProcessorTime.ofProcess)
    let ledger = try await run().ledger
    return Lap(
      seconds: (ContinuousClock.now - begin.0) / .seconds(1), processor: ProcessorTime.ofProcess - begin.1,
      ledger: ledger)
  }

  /// The least of a number: what the machine does beside it only ever adds.
  private static func best(_ laps: [Lap], _ number: KeyPath<Lap, Double>) -> Double {
    laps.map { $0[keyPath: number] }.min() ?? 0
  }

  private static func median(_ laps: [Lap]) -> Double { laps.map(\.seconds).sorted()[laps.count / 2] }
}
