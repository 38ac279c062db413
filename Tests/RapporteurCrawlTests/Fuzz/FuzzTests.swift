import Foundation
import Rapporteur
import Testing

/// Pages that a mutator made, through the whole pipeline: nothing crashes, nothing hangs, and what must hold of every
/// document holds.
///
/// Sixty of them in the suite. `tools/fuzz/fuzz` runs this for as long as it is told, with the sanitizers.
@Suite(.serialized) struct FuzzTests {
  /// How a page reaches the pipeline.
  private enum Form: Int, CaseIterable {
    case bytes, html, text, clean
  }

  /// What long runs are told by the environment.
  private struct Plan {
    private static func value(_ name: String) -> String? {
      ProcessInfo.processInfo.environment["RAPPORTEUR_FUZZ" + name]
    }

    /// How long, in seconds.
    let seconds = value("_SECONDS").flatMap { Double($0) }
    let seed = value("_SEED").flatMap { UInt64($0) } ?? 1
    /// More pages to begin with.
    let seeds = value("_SEEDS")
    /// Where the page that is being read is left, for the case that it ends the program, and those with faults.
    let out = value("_OUT")
    /// A page, or a folder of them, to be read as they are.
    let pages = value("_PAGES")
  }

  private let plan = Plan()

  /// The files of a folder in order of their names, or one file.
  private static func pages(_ path: URL) -> [(name: String, bytes: [UInt8])] {
    let inside = FileManager.default.enumerator(at: path, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    let files = (inside ?? []).isEmpty ? [path] : inside ?? []
    return files.sorted { $0.path < $1.path }.compactMap { file in
      guard let data = try? Data(contentsOf: file), data.count < 2_000_000 else { return nil }
      return (file.lastPathComponent, [UInt8](data))
    }
  }

  @Test func pagesThatNobodyWroteAreAnnotated() throws {
    let pipelines = [try Samples.pipeline(verbatim: false), try Samples.pipeline(verbatim: true)]
    let writers = pipelines.map { RecordWriter(pipeline: $0) }
    if let path = plan.pages {
      let pages = Self.pages(URL(fileURLWithPath: path))
      for (name, bytes) in pages {
        for form in Form.allCases { #expect(try faults(bytes, form, pipelines, writers) == [], "\(name) as \(form)") }
      }
      print("fuzz: \(pages.count) pages")
      return
    }
    let folders = [Samples.root.appendingPathComponent("samples/pages").path] + [plan.seeds].compactMap { $0 }
    let seeds = folders.flatMap { Self.pages(URL(fileURLWithPath: $0)).map(\.bytes) }.filter { !$0.isEmpty }
    var mutator = Mutator(seeds: seeds, seed: plan.seed)
    let end = plan.seconds.map { ContinuousClock.now + .seconds($0) }
    var count = 0
    while end.map({ ContinuousClock.now < $0 }) ?? (count < 60) {
      let bytes = mutator.page()
      let form = Form.allCases[mutator.choice(Form.allCases.count)]
      let current = plan.out.map { URL(fileURLWithPath: $0).appendingPathComponent("current") }
      if let current { try Data(bytes).write(to: current) }
      let start = ContinuousClock.now
      var found = try faults(bytes, form, pipelines, writers)
      let taken = ContinuousClock.now - start
      if end != nil, taken > .seconds(5) { found.append("it took \(taken)") }
      if !found.isEmpty, let out = plan.out {
        try Data(bytes).write(to: URL(fileURLWithPath: out).appendingPathComponent("\(plan.seed)-\(count)-\(form)"))
      }
      #expect(found == [], "page \(count) of seed \(plan.seed), as \(form)")
      count += 1
    }
    if end != nil { print("fuzz: \(count) pages of seed \(plan.seed)") }
  }

  private func faults(
    _ bytes: [UInt8], _ form: Form, _ pipelines: [Pipeline], _ writers: [RecordWriter]
  ) throws -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    let page =
      switch form {
      case .bytes: Page(id: "a", bytes: bytes)
      case .html: Page(id: "a", source: .init(), content: .html(Text(text)))
      case .text, .clean: Page(id: "a", text: text)
      }
    let index = form == .clean ? 1 : 0
    var faults: [String] = []
    if let document = try? pipelines[index].process(page) {
      faults = DocumentFaults(document, isWhole: form != .clean).faults
    }
    let line = writers[index].annotate(page, with: pipelines[index]).line
    faults += RecordFaults.of(line)
    if writers[index].annotate(page, with: pipelines[index]).line != line { faults.append("two records of one page") }
    return faults
  }
}
