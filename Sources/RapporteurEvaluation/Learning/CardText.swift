internal import Rapporteur
internal import RapporteurCrawl

/// The JSON that stands beside a model: what it was made of, how, and how well it does.
struct CardText {
  private var lines: [String]

  /// - Parameter source: What the data are and under which licence, in the user's words.
  init(kind: String, model: [UInt8], source: String?) {
    lines = [
      "{",
      "  \"kind\": \(Self.quoted(kind)),",
      "  \"sha256\": \"\(Digest(of: model).hexadecimal)\",",
      "  \"bytes\": \(model.count),",
      "  \"program\": \(Self.quoted("rapporteur \(Rapporteur.version)")),",
    ]
    if let source { lines.append("  \"source\": \(Self.quoted(source)),") }
  }

  /// Adds lines that are JSON already.
  mutating func add(_ json: String) { lines.append(json) }

  /// Adds files with their digests.
  mutating func add(_ name: String, files: [(path: String, digest: Digest)]) {
    let entries = files.map { file in
      "{\"name\": \(Self.quoted(FilePath(file.path).lastComponent.text)), \"sha256\": \"\(file.digest.hexadecimal)\"}"
    }
    lines.append("  \"\(name)\": [\n    \(entries.joined(separator: ",\n    "))\n  ],")
  }

  /// Adds what the model's confidence is worth.
  ///
  /// - Parameter counted: What is counted: "names".
  mutating func add(_ calibration: Calibration, counted: String) {
    let bins = calibration.bins.map { Self.json($0, counted: counted) }
    lines.append("  \"confidence\": [\n    \(bins.joined(separator: ",\n    "))\n  ],")
  }

  /// The whole text, with the figures at its end: JSON of each part by the name of what was measured.
  func text(figures: [(name: String, parts: [(name: String, json: String)])]) -> String {
    let blocks = figures.map { figure in
      let parts = figure.parts.map { "      \(Self.quoted($0.name)): \($0.json)" }
      return "    \(Self.quoted(figure.name)): {\n\(parts.joined(separator: ",\n"))\n    }"
    }
    return (lines + ["  \"figures\": {\n\(blocks.joined(separator: ",\n"))\n  }", "}"]).joined(separator: "\n") + "\n"
  }

  static func json(_ bin: Calibration.Bin, counted: String) -> String {
    "{\"mean\": \(rounded(bin.meanConfidence)), \"right\": \(rounded(bin.precision)), \"\(counted)\": \(bin.count)}"
  }

  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  static func quoted(_ text: String) -> String {
    var json = JSONOutput()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
