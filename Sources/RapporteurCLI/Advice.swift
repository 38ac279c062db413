import Rapporteur
import RapporteurCrawl

/// What to do about documents that failed, by what is wrong with them.
enum Advice {
  private static let mending = "mend the lines"

  /// What helps before they are tried again; `nil` where nothing does.
  static func remedy(_ failure: String) -> String? {
    switch failure {
    case "input, too_large": "raise 'limits' in pipeline.yml"
    case "input, truncated", "input, corrupt", "input, damaged_archive": "fetch the damaged files again"
    case "input, unreadable": "allow the files to be read"
    case "input, invalid_json", "input, no_object": mending
    case "input, no_content": "say under 'fields' in pipeline.yml what your lines call html and text"
    case "input, gone", "input, changed", "input, unsupported_type", "decoding, unsupported_type", "decoding, binary":
      nil
    default: "mend what is wrong"
    }
  }

  /// The line that says what to type next.
  ///
  /// - Parameters:
  ///   - inputs: Of all runs that made the output, as they were named; `nil` where some are not known.
  ///   - first: The output of the run that was tried again.
  ///   - configuration: The pipeline, where it is not the one that the first output tells.
  static func next(
    _ ledger: Ledger, output: String, inputs: [String]?, after first: String?, configuration: String?
  ) -> String? {
    var remedies: [String] = []
    for failure in Ledger.ranked(ledger.failures) {
      guard let remedy = remedy(failure.name), !remedies.contains(remedy) else { continue }
      remedies.append(remedy)
    }
    if remedies.contains(mending) {
      // A line that grows or shrinks moves all behind it: they are no longer where the failures say.
      return
        "next: \(remedies.prefix(2).joined(separator: ", ")), then the same command again, with -o \(quoted(output))"
    }
    if !remedies.isEmpty {
      let again = "rapporteur retry \(quoted(output)) -o \(quoted(output + ".retried.jsonl"))"
      return "next: \(remedies.prefix(2).joined(separator: ", ")), then: \(again)"
    }
    if ["input, gone", "input, changed", "input, unsupported_type"].contains(where: { ledger.failures[$0] != nil }) {
      return "next: see what the failures say; the same command with --append reads what has no record yet"
    }
    if ledger.failed > 0 {
      return "next: nothing to mend, these are no pages of text; --max-failures \(ledger.failed) lets them pass"
    }
    guard let inputs, ledger.read > 0, !inputs.contains("-") else { return nil }
    let outputs = [first, output].compactMap { $0 }.map { " --output \(quoted($0))" }.joined()
    let config = configuration.map { " -c \(quoted($0))" } ?? ""
    return "next: rapporteur verify \(inputs.map(quoted).joined(separator: " "))\(outputs)\(config)"
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || "/._-+,:@%=".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
