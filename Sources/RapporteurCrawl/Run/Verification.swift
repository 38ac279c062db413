internal import Rapporteur

/// Holds outputs against their inputs: is there a record for every document, in order, of those very bytes?
public struct Verification {
  /// The documents that must have a record.
  public private(set) var documents = 0
  /// The records that were looked at, failures among them.
  public private(set) var records = 0
  /// The documents that have none because they repeat others.
  public private(set) var duplicates = 0
  /// What is wrong, in the order in which it was found; at most `mostFaults`.
  public private(set) var faults: [String] = []
  public private(set) var faultCount = 0

  /// What of the inputs was left out of the check, for people; empty where everything was held against the outputs.
  public private(set) var scope: [String] = []

  private static let mostFaults = 20

  private var cursors: [OutputCursor] = []
  private var manifests: [StoredManifest] = []
  private var hasAllManifests: Bool { bare.isEmpty }
  /// The outputs without a manifest beside them.
  private var bare: [String] = []
  /// Records that were passed on the way to another, still without their document.
  private var displaced: [Selection.Place: [(cursor: Int, line: OutputCursor.Line)]] = [:]
  private var missing: [Selection.Place: String] = [:]
  private var seen = IDTable()
  private let mode: InputOptions.Duplicates.Mode
  /// Whether documents were passed over because a run took no more.
  private var isLimited = false

  /// Does it.
  ///
  /// - Parameters:
  ///   - run: The inputs, and how they were read.
  ///   - outputs: The files of records, each with what stands beside it.
  ///   - prepare: Sees the first pass go on, where duplicates were looked for and the list of them is not there.
  public init(
    _ run: Run, outputs: [String], prepare: (Int, Int) -> Void = { _, _ in }
  ) async throws(InputError) {
    let inputs = run.inputs
    mode = inputs.options.duplicates.mode
    for output in outputs {
      let failures = RunFiles(output).failures
      let files = [output] + (SmallFile.exists(failures) ? [failures] : [])
      let manifest = StoredManifest(of: output)
      for index in files.indices {
        // What was added later may stand earlier in the input: each part has its order.
        let begins = [0] + (manifest?.begins.map { $0[index] } ?? [])
        for (part, begin) in begins.enumerated() {
          let end = part + 1 < begins.count ? begins[part + 1] : nil
          if end != begin { cursors.append(try OutputCursor(files[index], from: begin, to: end)) }
        }
      }
      if let manifest {
        manifests.append(manifest)
        let digests = [manifest.outputDigest, manifest.failuresDigest]
        for index in files.indices where digests[index] != nil {
          if Self.digest(of: files[index]) != digests[index] {
            fault("\(files[index]): not the file that \(output).run.json is about: SHA-256 differs")
          }
        }
        if manifest.failuresDigest != nil, files.count == 1 { fault("\(failures): missing") }
      } else {
        bare.append(output)
      }
    }
    let list = try await Self.list(run, outputs, appends: manifests.contains { $0.appends }, prepare)
    var reader = CrawlReader(inputs, output: outputs.first, duplicates: list)
    while let item = reader.next() {
      if item.filter != nil { continue }
      check(item, reader.duplicate)
    }
    if let message = reader.duplicatesFault { fault(message) }
    finish()
  }

  /// The duplicates, as a first pass finds them; `nil` where they are documents like all others.
  private static func list(
    _ run: Run, _ outputs: [String], appends: Bool, _ prepare: (Int, Int) -> Void
  ) async throws(InputError) -> DuplicateCursor? {
    guard run.inputs.options.duplicates.mode != .keep else { return nil }
    var run = run
    run.output = outputs.first
    run.duplicateLists = outputs.map { RunFiles($0).duplicates }
    do throws(OutputError) {
      let survey = InputSurvey(run.inputs, output: run.output)
      let pass = FirstPass(run: run, survey: survey, keepsList: false, takesIDsOnce: appends)
      return try await pass { prepare($0.documents, $0.bytes) }?.cursor()
    } catch {
      throw InputError(error.description)
    }
  }

  private mutating func check(_ item: CrawlItem, _ duplicate: DuplicateList.Entry?) {
    let place = item.place
    let (id, digest) = Self.identity(of: item)
    let isKnown = !seen.insert(IDHash(id))
    guard isExpected(id) else { return }
    var answers: [OutputCursor.Line] = []
    for index in cursors.indices {
      guard var lines = cursors[index].take(place) else { continue }
      if let answer = lines.popLast() { answers.append(answer) }
      for line in lines { displaced[line.place, default: []].append((index, line)) }
      note(cursors[index])
    }
    if let earlier = displaced.removeValue(forKey: place) {
      for (index, line) in earlier {
        fault("\(cursors[index].path), line \(line.number) (\(line.id)): out of order")
        answers.append(line)
      }
    }
    if mode == .drop, let duplicate {
      duplicates += 1
      if duplicate.digest != digest { fault("\(id): changed while the inputs were read") }
      if !answers.isEmpty { fault("\(id): repeats '\(duplicate.first)' and should have no record") }
      return
    }
    if answers.isEmpty {
      let isOver = manifests.contains { $0.limit != nil } && cursors.allSatisfy { $0.ahead.isEmpty }
      isLimited = isLimited || isOver
      if isOver || (isKnown && manifests.contains { $0.appends }) { return }
      missing[place] = id
      documents += 1
      return
    }
    documents += 1
    // A document that was tried again is answered for by what came of that.
    let annotated = answers.filter { !$0.isFailed }
    if annotated.count > 1 { fault("\(id): answered for twice") }
    for answer in annotated.isEmpty ? answers : annotated {
      if answer.digest != digest { fault("\(answer.id): made of other bytes than the input holds now") }
      if answer.id != id && !answer.id.hasPrefix(id + "#") {
        fault("\(answer.id): stands where '\(id)' is in the input")
      }
      let first = mode == .mark ? duplicate?.first : nil
      if answer.duplicateOf != first {
        fault("\(answer.id): repeats \(Self.name(first)) and says \(Self.name(answer.duplicateOf))")
      }
    }
  }

  private mutating func finish() {
    describeScope()
    for index in cursors.indices {
      while !cursors[index].ahead.isEmpty {
        for line in cursors[index].take(64) { displaced[line.place, default: []].append((index, line)) }
      }
      note(cursors[index])
      records += cursors[index].count
    }
    for (place, lines) in displaced.sorted(by: {
      ($0.value[0].cursor, $0.value[0].line.number) < ($1.value[0].cursor, $1.value[0].line.number)
    }) {
      let wasMissing = missing.removeValue(forKey: place) != nil
      for (index, line) in lines {
        let what = wasMissing ? "out of order" : "answers for no document of the inputs, or for one twice"
        fault("\(cursors[index].path), line \(line.number) (\(line.id)): \(what)")
      }
    }
    for id in missing.values.sorted() { fault("\(id): no record answers for it") }
    let configurations = cursors.reduce(into: Set<String>()) { $0.formUnion($1.configurations) }
    // Runs that add to an output, and retries, have lists of duplicates of their own.
    let bases = Set(manifests.map(\.baseConfiguration))
    let isOneBase = hasAllManifests && bases.count == 1
    let listed = manifests.reduce(into: Set<String>()) { $0.formUnion($1.configurations) }
    if configurations.count > 1, !isOneBase || !configurations.isSubset(of: listed) {
      fault(
        "the records were made with \(configurations.count) configurations: "
          + configurations.sorted().map { $0.prefix(12) + "…" }.joined(separator: ", "))
    }
  }

  private mutating func describeScope() {
    if hasAllManifests, !manifests.isEmpty {
      let shards = manifests.compactMap { $0.selection.shard }
      if shards.count == manifests.count, let count = shards.first?.count, shards.allSatisfy({ $0.count == count }) {
        let given = Set(shards.map(\.number))
        let missing = (1...count).filter { !given.contains($0) }
        if !missing.isEmpty {
          let given = Self.enumeration(given.sorted().map { "\($0)/\(count)" })
          let are = missing.count == 1 ? "is not among the outputs: its" : "are not among the outputs: their"
          scope.append(
            "of shard \(given) only; \(Self.enumeration(missing.map { "\($0)/\(count)" })) \(are) documents "
              + "are not checked")
        }
      }
      if manifests.allSatisfy({ $0.selection.sample != nil }) {
        scope.append("the documents of the sample only: --sample")
      }
    }
    if isLimited { scope.append("the first \(documents) documents only: --limit") }
    for output in bare {
      scope.append(
        "of \(output) that each document has its record and each text its hash; whether an annotation was changed "
          + "only \(output).run.json could tell, and it is missing")
    }
  }

  /// `1/9, 2/9 and 3/9`; the middle of long ones left out.
  private static func enumeration(_ names: [String]) -> String {
    guard names.count > 1 else { return names.joined() }
    let shown = names.count > 6 ? names.prefix(4) + ["…"] : names.dropLast()
    return shown.joined(separator: ", ") + " and \(names[names.count - 1])"
  }

  /// Whether one of the runs took the document.
  private func isExpected(_ id: String) -> Bool {
    guard hasAllManifests, !manifests.isEmpty else { return true }
    return manifests.contains { $0.selection.refusal(of: id) == nil }
  }

  private mutating func note(_ cursor: OutputCursor) {
    for message in cursor.takeFaults() { fault(message) }
  }

  private mutating func fault(_ message: String) {
    faultCount += 1
    if faults.count < Self.mostFaults { faults.append(message) }
  }

  private static func name(_ id: String?) -> String { id.map { "'\($0)'" } ?? "no document" }

  private static func identity(of item: CrawlItem) -> (id: String, digest: String?) {
    do throws(InputFault) {
      let page = try item.page()
      return (page.id, page.digest.hexadecimal)
    } catch {
      return (error.id, error.digest?.hexadecimal)
    }
  }

  private static func digest(of path: String) -> String? {
    guard let file = try? FileStream(FilePath(path)) else { return nil }
    let hash = DigestStream()
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while let count = try? file.read(into: &chunk), count > 0 { hash.update(chunk, count: count) }
    return hash.digest.hexadecimal
  }
}
