import Rapporteur
import RapporteurCrawl

/// What became of the documents of a run, as the file beside its output says.
///
/// Without times, folders and hashes: a report is handed on, and the same records give the same report.
struct RunSummary {
  private let name: String
  private let manifest: JSONValue

  private static let keys = KeyTree([
    "version", "ledger.read", "ledger.annotated", "ledger.failed", "ledger.filtered", "filtered",
  ])

  /// `nil` where there is no such file beside the output.
  init?(of output: String) {
    guard let bytes = SmallFile.read(RunFiles(output).manifest) else { return nil }
    var reader = JSONReader()
    guard let manifest = try? reader.read(bytes.span), manifest["ledger"] != nil else { return nil }
    name = FilePath(output).lastComponent.text
    self.manifest = manifest
  }

  func write(to json: inout JSONOutput) {
    json.raw("{\"name\":")
    json.string(name)
    json.raw(",\"run\":")
    Self.keys.write(manifest, to: &json)
    json.raw("}")
  }
}
