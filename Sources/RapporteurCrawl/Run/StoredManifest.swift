internal import Rapporteur

/// What `OUT.run.json` says of a run that is over.
public struct StoredManifest: Sendable {
  /// What the inputs' paths are relative to.
  public var folder: String
  public var inputs: [String]
  var configurationFile: String?

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

  /// Whether it names the file, in whatever folder that stands now.
  func isAbout(_ output: String) -> Bool {
    outputPath.map { FilePath($0).lastComponent.bytes == FilePath(output).lastComponent.bytes } ?? false
  }
}
