import Rapporteur
import RapporteurCrawl

/// Reads the parts of pipeline.yml that are not stages, and notes every fault with its place.
struct SectionReader {
  let file: String

  /// What the file's paths are relative to.
  var folder: FilePath { FilePath(file).parent }

  func isMap(_ node: ConfigurationNode) -> Bool {
    if case .map = node.value { true } else { false }
  }

  /// The values of a map by their keys; unknown keys are faults.
  func map(
    _ node: ConfigurationNode, _ what: String, keys: [String], _ faults: inout [ConfigurationError.Fault]
  ) -> [String: ConfigurationNode] {
    let known = keys.map { "'\($0)'" }.joined(separator: ", ")
    switch node.value {
    case .null where what != "the file": return [:]
    case .map(let entries):
      var values: [String: ConfigurationNode] = [:]
      for entry in entries {
        if keys.contains(entry.key) {
          values[entry.key] = entry.node
        } else {
          let message = "\(what) has no key '\(entry.key)'; \(Suggestion.nearest(entry.key, among: keys))"
          faults.append(.init(file: file, line: entry.line, column: entry.column, message: message))
        }
      }
      return values
    case .null, .scalar, .list:
      let message = "\(what) is a map with the keys \(known), not \(node.kind)"
      faults.append(.init(file: file, line: node.line, column: node.column, message: message))
      return [:]
    }
  }

  /// A list of texts, or one text.
  func texts(
    _ node: ConfigurationNode, _ key: String, _ faults: inout [ConfigurationError.Fault]
  ) -> [String] {
    switch node.value {
    case .null: return []
    case .scalar(let text): return [text]
    case .list(let items):
      return items.compactMap { text($0, key, "a list of files, folders and globs", &faults) }
    case .map:
      fault(node, "'\(key)' takes a list of files, folders and globs, not a map", &faults)
      return []
    }
  }

  /// The values that `parse` makes of a list, or of one text; what it refuses is a fault.
  func items<Value>(
    _ node: ConfigurationNode, _ key: String, _ type: String, _ faults: inout [ConfigurationError.Fault],
    _ parse: (String) -> Value?
  ) -> [Value] {
    guard case .list(let items) = node.value else { return item(node, key, type, &faults, parse).map { [$0] } ?? [] }
    if items.isEmpty { fault(node, "'\(key)' takes \(type), not an empty list", &faults) }
    return items.compactMap { item($0, key, type, &faults, parse) }
  }

  /// The value that `parse` makes of a text; what it refuses is a fault.
  func item<Value>(
    _ node: ConfigurationNode, _ key: String, _ type: String, _ faults: inout [ConfigurationError.Fault],
    _ parse: (String) -> Value?
  ) -> Value? {
    if case .scalar(let text) = node.value, let value = parse(text) { return value }
    fault(node, "'\(key)' takes \(type), not \(node.kind)", &faults)
    return nil
  }

  func text(
    _ node: ConfigurationNode, _ key: String, _ type: String, _ faults: inout [ConfigurationError.Fault]
  ) -> String? {
    if case .scalar(let text) = node.value, !text.isEmpty { return text }
    if case .null = node.value, key == "path" { return nil }
    fault(node, "'\(key)' takes \(type), not \(node.kind)", &faults)
    return nil
  }

  func word(
    _ node: ConfigurationNode, _ key: String, _ words: [String], _ faults: inout [ConfigurationError.Fault],
    orElse more: String = ""
  ) -> String? {
    if case .scalar(let text) = node.value, words.contains(text) { return text }
    let words = words.joined(separator: ", ") + (more.isEmpty ? "" : ", \(more)")
    fault(node, "'\(key)' takes one of \(words), not \(node.kind)", &faults)
    return nil
  }

  /// A number of workers; `nil` for auto.
  func workers(_ node: ConfigurationNode, _ faults: inout [ConfigurationError.Fault]) -> Int? {
    if case .scalar(let text) = node.value {
      if text == "auto" { return nil }
      if let number = Int(text), (1...1024).contains(number) { return number }
    }
    fault(node, "'workers' takes \(Setting.workers.type), not \(node.kind)", &faults)
    return nil
  }

  private func fault(_ node: ConfigurationNode, _ message: String, _ faults: inout [ConfigurationError.Fault]) {
    faults.append(.init(file: file, line: node.line, column: node.column, message: message))
  }
}
