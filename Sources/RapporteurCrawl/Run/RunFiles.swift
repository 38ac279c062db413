/// The names of the files that a run keeps beside its output.
package struct RunFiles: Sendable {
  package let output: String

  /// Of what stands beside the output only while a run is not finished.
  static let endings = [".part.checkpoint", ".part.checkpoint.new", ".part.ids"]

  package init(_ output: String) { self.output = output }

  var partial: String { output + ".part" }
  var checkpoint: String { output + Self.endings[0] }
  var ids: String { output + Self.endings[2] }
  package var failures: String { output + ".failures.jsonl" }
  var duplicates: String { output + ".duplicates.jsonl" }
  package var manifest: String { output + ".run.json" }

  /// Before it gets its name.
  var freshManifest: String { manifest + ".part" }
}
