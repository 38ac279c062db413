import Rapporteur
import RapporteurCrawl

/// What pipeline.yml says under `input`.
struct InputSection {
  var paths: [String] = []
  var options = InputOptions()
  /// As it is written: relative to the file.
  private var duplicatesList: String?

  static let keys = ["paths", "fields", "status", "media_types", "limits", "duplicates"]

  init() {}

  /// Faults are noted, and the default stands in their place.
  init(_ node: ConfigurationNode, _ reader: SectionReader, _ faults: inout [ConfigurationError.Fault]) {
    let keys = reader.map(node, "'input'", keys: Self.keys, &faults)
    if let node = keys["paths"] { paths = reader.texts(node, "paths", &faults) }
    if let node = keys["fields"] { readFields(node, reader, &faults) }
    if let node = keys["status"] {
      let example = "a list of HTTP statuses and ranges, such as [200-299, 404]"
      let ranges = reader.items(node, "status", example, &faults, Self.statuses)
      if !ranges.isEmpty { options.statuses = ranges }
    }
    if let node = keys["media_types"] {
      let example = "a list of media types, such as [text/html, text/*]"
      let types = reader.items(node, "media_types", example, &faults, Self.mediaType)
      if !types.isEmpty { options.mediaTypes = types }
    }
    if let node = keys["limits"] { readLimits(node, reader, &faults) }
    if let node = keys["duplicates"] { readDuplicates(node, reader, &faults) }
  }

  /// `duplicates: mark`, or a map with the mode and more.
  private mutating func readDuplicates(
    _ node: ConfigurationNode, _ reader: SectionReader, _ faults: inout [ConfigurationError.Fault]
  ) {
    typealias Mode = InputOptions.Duplicates.Mode
    let modes = Mode.allCases.map(\.rawValue)
    guard reader.isMap(node) else {
      let mode = reader.word(node, "duplicates", modes, &faults, orElse: "or a map with 'mode', 'by', 'list'")
      options.duplicates.mode = mode.flatMap { Mode(rawValue: $0) } ?? .keep
      return
    }
    let keys = reader.map(node, "'duplicates'", keys: ["mode", "by", "list"], &faults)
    if let node = keys["mode"] {
      options.duplicates.mode = reader.word(node, "mode", modes, &faults).flatMap { Mode(rawValue: $0) } ?? .keep
    }
    if let node = keys["by"] {
      let words = DuplicateKey.allCases.map(\.rawValue)
      options.duplicates.key =
        reader.word(node, "by", words, &faults).flatMap { DuplicateKey(rawValue: $0) } ?? .digest
    }
    if let node = keys["list"], let path = reader.text(node, "list", "a file, such as duplicates.jsonl", &faults) {
      duplicatesList = path
      options.duplicates.list = reader.folder.appending(FilePath(path)).text
    }
  }

  private mutating func readFields(
    _ node: ConfigurationNode, _ reader: SectionReader, _ faults: inout [ConfigurationError.Fault]
  ) {
    let names: [(String, WritableKeyPath<InputOptions.Fields, String>)] = [
      ("id", \.id), ("url", \.url), ("html", \.html), ("text", \.text), ("date", \.date),
    ]
    let keys = reader.map(node, "'fields'", keys: names.map(\.0), &faults)
    for (name, path) in names {
      guard let node = keys[name] else { continue }
      if let field = reader.text(node, name, "the name of a field", &faults) { options.fields[keyPath: path] = field }
    }
  }

  private mutating func readLimits(
    _ node: ConfigurationNode, _ reader: SectionReader, _ faults: inout [ConfigurationError.Fault]
  ) {
    let keys = reader.map(node, "'limits'", keys: ["page", "line", "ratio"], &faults)
    let sizes: [(String, WritableKeyPath<Limits, Int>)] = [("page", \.page), ("line", \.line)]
    for (name, path) in sizes {
      guard let node = keys[name] else { continue }
      let bytes = reader.item(node, name, "a size from 1kB to 1GB, such as 64MB", &faults) { text in
        Limits.bytes(text).flatMap { (1 << 10...1 << 30).contains($0) ? $0 : nil }
      }
      if let bytes { options.limits[keyPath: path] = bytes }
    }
    if let node = keys["ratio"] {
      let ratio = reader.item(node, "ratio", "a whole number from 2 to 1000000", &faults) { text in
        Int(text).flatMap { (2...1_000_000).contains($0) ? $0 : nil }
      }
      if let ratio { options.limits.ratio = ratio }
    }
  }

  /// `404` or `200-299`.
  private static func statuses(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
      (100...999).contains(first), (100...999).contains(last)
    else { return nil }
    return first...last
  }

  private static func mediaType(_ text: String) -> String? {
    let type = text.lowercased()
    if type == "*" { return type }
    return type.wholeMatch(of: /(\*|[a-z0-9][a-z0-9!#$&^_.+-]*)\/(\*|[a-z0-9][a-z0-9!#$&^_.+-]*)/) != nil ? type : nil
  }

  /// The section as YAML, every default filled in.
  func yaml(_ scalar: (String) -> String) -> String {
    var text = "input:\n"
    if !paths.isEmpty { text += "  paths: [\(paths.map(scalar).joined(separator: ", "))]\n" }
    let fields = options.fields
    let names = [
      ("id", fields.id), ("url", fields.url), ("html", fields.html), ("text", fields.text), ("date", fields.date),
    ]
    text += "  fields: {\(names.map { "\($0): \(scalar($1))" }.joined(separator: ", "))}  # of JSON Lines\n"
    text += "  status: [\(options.statusTexts.joined(separator: ", "))]  # of HTTP; others are filtered\n"
    text += "  media_types: [\(options.mediaTypes.map(scalar).joined(separator: ", "))]  # others are filtered\n"
    text += "  limits: \(options.limitsText)\n"
    let duplicates = options.duplicates
    let list = duplicatesList.map { ", list: \(scalar($0))" } ?? ""
    text += "  duplicates: {mode: \(duplicates.mode.rawValue), by: \(duplicates.key.rawValue)\(list)}\n"
    return text
  }
}
