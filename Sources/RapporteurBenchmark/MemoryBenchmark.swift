import Glibc
import Rapporteur
import RapporteurCrawl

/// Annotates many generated pages in a run and prints how much memory it took on the way.
struct MemoryBenchmark {
  let pages: Int

  func run() async throws {
    let folder = try Self.temporaryFolder()
    let input = folder + "/pages.jsonl"
    let output = folder + "/records.jsonl"
    defer {
      for name in [input, output, output + ".failures.jsonl", output + ".run.json"] { _ = unsafe unlink(name) }
      _ = unsafe rmdir(folder)
    }
    let bytes = try GeneratedPages.write(pages, to: input)
    print("\(pages) generated pages, \(Table.number(Double(bytes) / 1e6, places: 1)) MB")
    let run = Run(
      pipeline: .standard, offsets: .codePoint, inputs: try Inputs([input]), output: output, workers: Run.coreCount)
    var isEarly = true
    let ledger = try await run(watch: { ledger, _ in
      guard isEarly, ledger.read * 10 >= pages else { return }
      isEarly = false
      print("peak of memory after \(ledger.read) pages: \(Self.peak())")
    }).ledger
    print("peak of memory after \(ledger.read) pages: \(Self.peak())")
  }

  /// The most memory this process has had resident, as the system counts it.
  private static func peak() -> String {
    guard let status = unsafe fopen("/proc/self/status", "r") else { return "unknown" }
    defer { unsafe fclose(status) }
    var line = [CChar](repeating: 0, count: 256)
    while unsafe fgets(&line, 256, status) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      let kilobytes = text.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) } ?? 0
      return Table.number(kilobytes * 1024 / 1e6, places: 1) + " MB"
    }
    return "unknown"
  }

  private static func temporaryFolder() throws(Failure) -> String {
    var name = Array("/tmp/rapporteur-benchmark-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else { throw Failure(description: "cannot create a folder under /tmp") }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Why memory could not be measured.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }
}
