@testable import Rapporteur

/// A text with its names marked: `⟦PERSON Jane Doe⟧`, with the entity's key where it matters: `⟦ROLE president=PERSON:jane
/// doe⟧`. A line break in it separates paragraphs.
struct MarkedNames {
  var text: String
  var names: [String]
  /// The same, with the keys that were given.
  var keys: [String?]

  init(_ marked: String) {
    text = ""
    names = []
    keys = []
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      text += rest[..<open]
      var inner = rest[rest.index(after: open)..<close]
      var key: String?
      if let equals = inner.firstIndex(of: "=") {
        key = String(inner[inner.index(after: equals)...])
        inner = inner[..<equals]
      }
      let space = inner.firstIndex(of: " ") ?? inner.startIndex
      text += inner[inner.index(after: space)...]
      names.append(String(inner))
      keys.append(key)
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }

  /// What the stage finds in the text: names only, dates and numbers left out.
  static func annotate(_ text: String, lists: [Options.NamedFile] = []) throws -> Document {
    var document = try PageDecoder.decode(Page(id: "test", text: text))
    for name in ["verbatim", "sentences"] {
      guard let type = Rapporteur.stages.first(where: { $0.name == name }) else { continue }
      var options = Options.defaults(of: name)
      try type.init(&options).process(&document)
    }
    var options = Options.defaults(of: "entities")
    if !lists.isEmpty {
      let bytes = Dictionary(lists.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
      let paths = lists.map { ConfigurationNode(.scalar($0.path), line: 1, column: 1) }
      let entry = ConfigurationNode.Entry(
        key: "lists", line: 1, column: 1, node: ConfigurationNode(.list(paths), line: 1, column: 1))
      options = Options(stage: "entities", file: "pipeline.yml", entries: [entry]) {
        path throws(Options.FileFault) in bytes[path] ?? []
      }
    }
    try Entities(&options).process(&document)
    return document
  }
}
