import Glibc
import Rapporteur
import RapporteurCrawl

/// Annotates many generated pages in a run and prints how much memory it took on the way.
struct MemoryBenchmark {
  let pages: Int

  func run() async throws {
    let folder = try TemporaryFolder()
    let input = folder.file("pages.jsonl")
    let bytes = try GeneratedPages.write(pages, to: input)
    print("\(pages) generated pages, \(Table.number(Double(bytes) / 1e6, places: 1)) MB")
    let run = Run(
      pipeline: .standard, offsets: .codePoint, inputs: try Inputs([input]), output: folder.file("records.jsonl.zst"),
      workers: Run.coreCount)
    var first: Double?
    var goal = min(10_000, pages / 10)
    func tell(_ ledger: Ledger) {
      guard let now = Self.peak() else { return print("the peak of memory is unknown") }
      let growth = first.map { ", \(Table.number(now / $0, places: 3)) of the first" } ?? ""
      print("peak of memory after \(ledger.read) pages: \(Table.number(now, places: 1)) MB\(growth)")
      fflush(nil)
      first = first ?? now
    }
    let ledger = try await run(watch: { ledger, _ in
      guard ledger.read >= goal, ledger.read < pages else { return }
      goal *= 10
      tell(ledger)
    }).ledger
    tell(ledger)
  }

  /// The most memory this process has had resident, in MB, as the system counts it.
  private static func peak() -> Double? {
    guard let status = unsafe fopen("/proc/self/status", "r") else { return nil }
    defer { unsafe fclose(status) }
    var line = [CChar](repeating: 0, count: 256)
    while unsafe fgets(&line, 256, status) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      return text.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }.map { $0 * 1024 / 1e6 }
    }
    return nil
  }
}
