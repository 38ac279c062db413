import Rapporteur
import RapporteurCrawl

/// What pipeline.yml says under `input`.
struct InputSection {
  var paths: [String] = []
  var options = InputOptions()
  /// As it is written: relative to the file.
  private var duplicatesList: String?

  static let keys = ["paths", "fields", "status", "media_types", "limits", "duplicates"]

  private static let fields = Setting(
    "fields", fieldsText(InputOptions.Fields()), "a map of names",
    "what the fields of your JSON Lines are called; a line needs html or text")
  private static let status = Setting(
    "status", list(InputOptions().statusTexts), "a list of HTTP statuses and ranges, such as [200-299, 404]",
    "the HTTP statuses that are kept; pages of others are counted as filtered")
  private static let mediaTypes = Setting(
    "media_types", list(InputOptions().mediaTypes), "a list of media types, such as [text/html, text/*]",
    "the types that archives' pages may have; others are counted as filtered")
  private static let pageLimit = Setting(
    "limits.page", Limits.text(Limits().page), "a size from 1kB to 1GB, such as 64MB",
    "of a page, unpacked; a longer one fails as too_large")
  private static let lineLimit = Setting(
    "limits.line", Limits.text(Limits().line), pageLimit.type,
    "of a line of JSON Lines; a longer one fails as too_large")
  private static let ratioLimit = Setting(
    "limits.ratio", "\(Limits().ratio)", "a whole number from 2 to 1000000",
    "what one packed byte may become where more than a page comes out; beyond it data fails as too_large")
  private static let mode = Setting(
    "duplicates.mode", InputOptions.Duplicates.Mode.keep.rawValue, "one of keep, mark, drop",
    "mark: records name the first of their kind in duplicate_of; drop: only the first gets a record")
  private static let by = Setting(
    "duplicates.by", DuplicateKey.digest.rawValue, "one of digest, text, fingerprint",
    "what must be equal: the bytes of the pages (source.sha256), their texts (text_sha256), or the letters and digits "
      + "of the three longest sentences (fingerprint)")
  private static let listFile = Setting(
    "duplicates.list", "OUT.duplicates.jsonl", "a file, such as duplicates.jsonl",
    "where the list of duplicates is kept; runs that name one file share it")

  /// Every key, as it is documented.
  static let settings = [
    Setting(
      "paths", "[]", "a list of files, folders and globs", "what is read, relative to the file; INPUT outranks it"),
    fields, status, mediaTypes, pageLimit, lineLimit, ratioLimit, mode, by, listFile,
  ]

  init() {}

  /// Faults are noted, and the default stands in their place.
  init(_ node: ConfigurationNode, _ reader: SectionReader, _ faults: inout [ConfigurationError.Fault]) {
    let keys = reader.map(node, "'input'", keys: Self.keys, &faults)
    if let node = keys["paths"] { paths = reader.texts(node, "paths", &faults) }
    if let node = keys["fields"] { readFields(node, reader, &faults) }
    if let node = keys["status"] {
      let ranges = reader.items(node, "status", Self.status.type, &faults, Self.statuses)
      if !ranges.isEmpty { options.statuses = ranges }
    }
    if let node = keys["media_types"] {
      let types = reader.items(node, "media_types", Self.mediaTypes.type, &faults, Self.mediaType)
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
    if let node = keys["list"], let path = reader.text(node, "list", Self.listFile.type, &faults) {
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
      let bytes = reader.item(node, name, Self.pageLimit.type, &faults) { text in
        Limits.bytes(text).flatMap { (1 << 10...1 << 30).contains($0) ? $0 : nil }
      }
      if let bytes { options.limits[keyPath: path] = bytes }
    }
    if let node = keys["ratio"] {
      let ratio = reader.item(node, "ratio", Self.ratioLimit.type, &faults) { text in
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
    if !paths.isEmpty { text += "  paths: \(Self.list(paths.map(scalar)))\n" }
    text += "  fields: \(Self.fieldsText(options.fields, scalar))  # \(Self.fields.help)\n"
    text += "  status: \(Self.list(options.statusTexts))  # \(Self.status.help)\n"
    text += "  media_types: \(Self.list(options.mediaTypes.map(scalar)))  # \(Self.mediaTypes.help)\n"
    text += "  limits:\n"
    text += "    page: \(Limits.text(options.limits.page))  # \(Self.pageLimit.help)\n"
    text += "    line: \(Limits.text(options.limits.line))  # \(Self.lineLimit.help)\n"
    text += "    ratio: \(options.limits.ratio)  # \(Self.ratioLimit.help)\n"
    text += "  duplicates:\n"
    text += "    mode: \(options.duplicates.mode.rawValue)  # \(Self.mode.help)\n"
    text += "    by: \(options.duplicates.key.rawValue)  # \(Self.by.help)\n"
    if let duplicatesList { text += "    list: \(scalar(duplicatesList))  # \(Self.listFile.help)\n" }
    return text
  }

  private static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  private static func fieldsText(_ fields: InputOptions.Fields, _ scalar: (String) -> String = { $0 }) -> String {
    let names = [
      ("id", fields.id), ("url", fields.url), ("html", fields.html), ("text", fields.text), ("date", fields.date),
    ]
    return "{" + names.map { "\($0): \(scalar($1))" }.joined(separator: ", ") + "}"
  }
}
