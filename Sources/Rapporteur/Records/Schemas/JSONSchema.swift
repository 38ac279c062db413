/// JSON Schema, draft 2020-12: every key required, no other key allowed, vocabularies closed.
enum JSONSchema {
  static func text(_ fields: [Shape.Field]) -> String {
    var lines = object(fields, help: "A document that Rapporteur annotated, or could not.", isNull: false)
    lines.insert("  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",", at: 1)
    lines.insert("  \"title\": \"\(RecordShape.schema)\",", at: 2)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a schema; the first is the opening brace.
  private static func lines(_ shape: Shape, help: String?, isNull: Bool = false) -> [String] {
    switch shape {
    case .string: simple(["\"type\": \(type("string", isNull))"], help)
    case .digest: simple(["\"type\": \(type("string", isNull))", "\"pattern\": \"^[0-9a-f]{64}$\""], help)
    case .integer: simple(["\"type\": \(type("integer", isNull))", "\"minimum\": 0"], help)
    case .share: simple(["\"type\": \(type("number", isNull))", "\"minimum\": 0", "\"maximum\": 1"], help)
    case .boolean: simple(["\"type\": \(type("boolean", isNull))"], help)
    case .choice(let words):
      simple(
        ["\"enum\": [" + (words.map { "\"\($0)\"" } + (isNull ? ["null"] : [])).joined(separator: ", ") + "]"], help)
    case .optional(let shape): lines(shape, help: help, isNull: true)
    case .list(let shape):
      nested(["\"type\": \(type("array", isNull))"], help, [("items", lines(shape, help: nil))])
    case .object(let fields): object(fields, help: help, isNull: isNull)
    }
  }

  private static func object(_ fields: [Shape.Field], help: String?, isNull: Bool) -> [String] {
    let required = fields.filter { !$0.isOptional }.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let properties = fields.map { ($0.name, lines($0.shape, help: $0.help)) }
    let keys = [
      "\"type\": \(type("object", isNull))", "\"additionalProperties\": false", "\"required\": [\(required)]",
    ]
    return nested(keys, help, [("properties", nested([], nil, properties))])
  }

  private static func type(_ name: String, _ isNull: Bool) -> String {
    isNull ? "[\"\(name)\", \"null\"]" : "\"\(name)\""
  }

  private static func simple(_ keys: [String], _ help: String?) -> [String] {
    ["{" + (keys + description(help)).joined(separator: ", ") + "}"]
  }

  /// An object with simple keys and then keys whose values have lines of their own.
  private static func nested(_ keys: [String], _ help: String?, _ values: [(String, [String])]) -> [String] {
    var parts = (keys + description(help)).map { ["  " + $0] }
    for (name, lines) in values {
      var part = lines.map { "  " + $0 }
      part[0] = "  \"\(name)\": " + lines[0]
      parts.append(part)
    }
    for index in parts.indices.dropLast() { parts[index][parts[index].count - 1] += "," }
    return ["{"] + parts.flatMap { $0 } + ["}"]
  }

  private static func description(_ help: String?) -> [String] { help.map { ["\"description\": \"\($0)\""] } ?? [] }
}
