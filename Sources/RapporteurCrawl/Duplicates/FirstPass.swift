internal import Glibc
internal import Rapporteur

/// Reads all inputs before the run does, to find the documents that repeat earlier ones.
struct FirstPass {
  /// How far it has come.
  struct Progress: Sendable {
    var documents = 0
    /// Of the files, packed as they are there.
    var bytes = 0
  }

  let run: Run
  let survey: InputSurvey
  /// What the output holds already that is added to.
  var earlier = IDTable()
  /// Whether the list is kept, beside the output or where the options say.
  var keepsList = true
  /// Whether documents whose id was there before are none: so it is where an output was added to day by day.
  var takesIDsOnce = false

  private var duplicates: InputOptions.Duplicates { run.inputs.options.duplicates }

  /// Where the list is kept, or would be; `nil` for nowhere.
  private var path: String? {
    if let list = duplicates.list { return list }
    guard let output = run.output, FilePath(output).status?.kind != .other else { return nil }
    return RunFiles(output).duplicates
  }

  /// What the list depends on, as one hash.
  private var identity: String {
    var parts = [DuplicateList.format, version, run.inputs.options.description, survey.digest.hexadecimal]
    if duplicates.key != .digest { parts.append(run.pipeline.description) }
    if run.appends, let status = run.output.flatMap({ FilePath($0).status }) {
      parts.append("added to \(status.size) bytes of \(status.modified)")
    }
    return Digest(of: Array(parts.joined(separator: "\n").utf8)).hexadecimal
  }

  /// The list: the one that is there, where nothing has changed since it was made, or a new one.
  ///
  /// - Parameter watch: Called as the work goes on, not for a list that is there.
  /// - Returns: `nil` when it was interrupted.
  func callAsFunction(_ watch: (Progress) -> Void) async throws(OutputError) -> DuplicateList? {
    let identity = identity
    for path in [path] + run.duplicateLists {
      if let path, let list = DuplicateList(path, identity: identity) { return list }
    }
    var output: OutputFile?
    if let path, keepsList {
      let kind = FilePath(path).status?.kind
      if kind == .other { throw OutputError(.create, "\(path): no file, so no list of duplicates can be kept there") }
      // Of several runs over the same inputs one makes the list, and the others wait for it.
      while output == nil {
        do throws(OutputError) {
          output = try OutputFile(path)
        } catch {
          guard error.isBusy else { throw error }
          if run.interruption?.isRequested ?? false { return nil }
          usleep(200_000)
        }
        if let list = DuplicateList(path, identity: identity) {
          output?.isKept = false
          return list
        }
      }
    }
    // A list without its lines is of no use to anybody.
    output?.isKept = false
    let folder = output.map { FilePath($0.path).parent.text }.map { $0.isEmpty ? "." : $0 } ?? TemporaryFiles.folder
    var finder = try DuplicateFinder(drops: duplicates.mode == .drop, earlier: earlier, in: folder)
    try addEarlier(to: &finder)
    guard try await read(into: &finder, watch) else { return nil }
    return try DuplicateList(&finder, identity: identity, to: output, in: folder)
  }

  /// The records that are there already come before all documents.
  private func addEarlier(to finder: inout DuplicateFinder) throws(OutputError) {
    guard run.appends, let output = run.output, SmallFile.exists(output) else { return }
    do throws(StreamFault) {
      var lines = try LineReader(records: output)
      while let line = try lines.next() {
        var reader = JSONReader()
        guard let record = try? reader.read(line.bytes.span), let id = record["id"]?.name else { continue }
        let value: String? =
          switch duplicates.key {
          case .digest: record["source"]?["sha256"]?.name
          case .text: record["text"]?.text.map { $0.count > 0 } ?? false ? record["text_sha256"]?.name : nil
          case .fingerprint: record["fingerprint"]?.name
          }
        let document = DuplicateFinder.Document(
          id: id, digest: nil, key: value.flatMap { Self.bytes(hexadecimal: $0) }, hasRecord: true)
        do throws(OutputError) {
          try finder.add(earlier: document)
        } catch {
          throw StreamFault(code: "write", message: error.description)
        }
      }
    } catch {
      throw OutputError(.write, error.code == "write" ? error.message : "\(output): \(error.message)")
    }
  }

  /// The first 16 bytes of a hash.
  private static func bytes(hexadecimal text: String) -> [UInt8]? {
    let digits = Array(text.utf8.prefix(32))
    guard digits.count == 32 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 32, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// Reads the inputs.
  ///
  /// - Returns: Whether it came to the end.
  private func read(
    into finder: inout DuplicateFinder, _ watch: (Progress) -> Void
  ) async throws(OutputError) -> Bool {
    let work = KeyWork(pipeline: run.pipeline, key: duplicates.key, known: earlier)
    let pass = InputPass(inputs: run.inputs, output: run.output, workers: run.workers, interruption: run.interruption)
    var progress = Progress()
    var seen = IDTable()
    return try await pass {
      $0.keyed(work)
    } _: { documents, bytes throws(OutputError) in
      for var document in documents {
        if takesIDsOnce, document.hasRecord, !seen.insert(IDHash(document.id)) {
          document.hasRecord = false
          document.key = nil
        }
        try finder.add(document)
      }
      progress.documents += documents.count
      progress.bytes = bytes
      watch(progress)
    }
  }
}

/// What the workers of the first pass need beside the documents.
struct KeyWork: Sendable {
  var pipeline: Pipeline
  var key: DuplicateKey
  /// The ids of documents that are left out.
  var known: IDTable
}

extension CrawlItem {
  /// What the first pass must know of it.
  func keyed(_ work: KeyWork) -> DuplicateFinder.Document {
    var result = DuplicateFinder.Document(id: "", digest: nil, key: nil, hasRecord: false)
    if filter != nil { return result }
    do throws(InputFault) {
      let page = try page()
      result.id = page.id
      if work.known.count > 0, work.known.contains(IDHash(page.id)) { return result }
      result.hasRecord = true
      let digest = page.digest
      result.digest = digest
      do throws(StageFailure) {
        result.key = try work.key.of(page, digest: digest, work.pipeline)
      } catch {
        result.key = nil
      }
    } catch {
      result.id = error.id
      result.hasRecord = work.known.count == 0 || !work.known.contains(IDHash(error.id))
    }
    return result
  }
}
