internal import Rapporteur

/// What `OUT.run.json` says of a run that is over.
public struct StoredManifest: Sendable {
  /// What the inputs' paths are relative to.
  public var folder: String
  public var inputs: [String]
  var configurationFile: String?
  /// Those of the runs that the last one added to.
  var earlierInputs: [String]?
  /// Where runs that added began, in records of the output and failures beside it.
  var begins: [[Int]] = []

  /// Where the configuration stands; `nil` for the built-in one.
  public var configurationPath: String? {
    configurationFile.map { FilePath(folder).appending(FilePath($0)).text }
  }

  /// Whether documents failed.
  public var hasFailures: Bool { failuresDigest != nil }

  /// Those that its records were made with.
  var configurations: Set<String>
  /// The same, the hashes of lists of duplicates left out.
  var baseConfiguration: String?

  /// The output, as it was named.
  private var outputPath: String?
  /// SHA-256 of the files, hexadecimal.
  var outputDigest: String?
  var failuresDigest: String?
  var selection = Selection()
  var limit: Int?
  var appends: Bool

  /// `nil` where there is no such file beside the output, or it cannot be understood.
  public init?(of output: String) {
    guard let bytes = SmallFile.read(RunFiles(output).manifest) else { return nil }
    var reader = JSONReader()
    guard let value = try? reader.read(bytes.span), value["format"]?.name == RunManifest.format else { return nil }
    folder = value["folder"]?.name ?? ""
    inputs = []
    if case .array(let items) = value["inputs"] { inputs = items.compactMap(\.name) }
    if case .array(let items) = value["earlier_inputs"] { earlierInputs = items.compactMap(\.name) }
    if case .array(let items) = value["begins"] {
      begins = items.compactMap { item in
        guard case .array(let numbers) = item, numbers.count == 2 else { return nil }
        return numbers.map { $0.name.flatMap { Int($0) } ?? 0 }
      }
    }
    configurationFile = value["config_file"]?.name
    configurations = []
    if case .array(let items) = value["configs"] { configurations = Set(items.compactMap(\.name)) }
    baseConfiguration = value["base_config"]?.name
    outputPath = value["output"]?["path"]?.name
    outputDigest = value["output"]?["sha256"]?.name
    failuresDigest = value["failures"]?["sha256"]?.name
    selection.shard = value["shard"]?.name.flatMap { Selection.Shard($0) }
    selection.sample = value["sample"]?.name.flatMap { Double($0) }
    limit = value["limit"]?.name.flatMap { Int($0) }
    appends = value["append"] == .bool(true)
  }

  /// Those of all runs that made the output, as far as they are known.
  public var inputsOfAllRuns: [String] {
    var known: Set<String> = []
    return ((earlierInputs ?? []) + inputs).filter { known.insert($0).inserted }
  }

  /// Those of all runs that made the output, each as it is found from here; `nil` where some are not known.
  public var allInputs: [String]? {
    if earlierInputs == nil { return nil }
    let isHere = folder == Run.currentFolder
    return inputsOfAllRuns.map { name in
      isHere || name == "-" ? name : FilePath(folder).appending(FilePath(name)).text
    }
  }

  /// Whether it names the file, in whatever folder that stands now.
  func isAbout(_ output: String) -> Bool {
    outputPath.map { FilePath($0).lastComponent.bytes == FilePath(output).lastComponent.bytes } ?? false
  }
}
