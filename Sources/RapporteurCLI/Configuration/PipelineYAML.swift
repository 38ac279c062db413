import Rapporteur
import RapporteurCrawl

extension PipelineFile {
  /// The configuration as YAML, every default filled in: what `check --print` shows, and can be read again.
  var yaml: String {
    var text = input.yaml(Self.scalar)
    text += "stages:\n"
    for step in pipeline.stages {
      guard !step.options.isEmpty else {
        text += "  - \(step.name)\n"
        continue
      }
      text += "  - \(step.name):\n"
      for option in step.options { text += "      \(option.name): \(Self.value(option))  # \(option.help)\n" }
    }
    text += "output:\n"
    if let output { text += "  path: \(Self.scalar(output))\n" }
    text += "  offsets: \(offsets.rawValue)  # \(Setting.offsets.help)\n"
    text += "  compression: \(compression?.rawValue ?? "auto")  # \(Setting.compression.help)\n"
    text += "run:\n  workers: \(workers.map(String.init) ?? "auto")  # \(Setting.workers.help)\n"
    return text
  }

  private static func value(_ option: Options.Declaration) -> String {
    switch option.type {
    case "list of files":
      // The declaration adds the hash of each file's content, which is no part of the configuration.
      let files = option.value.dropFirst().dropLast().replacing(#/ \(sha256 [0-9a-f]{64}\)/#, with: "")
      return "[" + files.split(separator: ", ").map { scalar(String($0)) }.joined(separator: ", ") + "]"
    case "text": return option.value == "null" ? "null" : scalar(option.value)
    default: return option.value
    }
  }

  /// A text as YAML reads it back: in quotes where it could be taken for something else.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.wholeMatch(of: /[A-Za-z\/.][A-Za-z0-9_\/.+-]*/) != nil
    if isPlain && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased()) { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
