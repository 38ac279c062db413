import Rapporteur
import Yams

/// YAML as Yams reads it, turned into the library's own nodes.
enum YAMLText {
  /// - Throws: The place where the text stops being YAML, and what to do there.
  static func parse(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> ConfigurationNode {
    func fault(_ line: Int, _ column: Int, _ message: String) -> ConfigurationError {
      ConfigurationError([.init(file: file, line: line, column: column, message: message)])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault(lineOfFirstBadByte(bytes), 1, "the file is no UTF-8; save it as UTF-8")
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        return ConfigurationNode(.null, line: 1, column: 1)
      }
      return convert(node)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw fault(
          mark.line, mark.column, "this is no YAML: \(problem); \(remedy(for: problem, line(mark.line, of: text)))")
      case .duplicatedKeysInMapping(let keys, let context):
        let message = "'\(keys.first ?? "")' stands twice in one map; take one of them out"
        throw fault(context.mark.line, context.mark.column, message)
      case .reader(let problem, _, _, _):
        throw fault(1, 1, "this is no YAML: \(problem); take out characters that cannot be seen")
      default: throw fault(1, 1, "this is no YAML: \(error)")
      }
    } catch {
      throw fault(1, 1, "this is no YAML: \(error)")
    }
  }

  private static func convert(_ node: Node) -> ConfigurationNode {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return ConfigurationNode(isNull ? .null : .scalar(scalar.string), line: line, column: column)
    case .sequence(let items):
      return ConfigurationNode(.list(items.map(convert)), line: line, column: column)
    case .mapping(let pairs):
      let entries = pairs.map { key, value in
        ConfigurationNode.Entry(
          key: key.string ?? "", line: key.mark?.line ?? line, column: key.mark?.column ?? column,
          node: convert(value))
      }
      return ConfigurationNode(.map(entries), line: line, column: column)
    case .alias: return ConfigurationNode(.null, line: line, column: column)
    }
  }

  /// What most often causes the fault, and its cure.
  private static func remedy(for problem: String, _ line: String) -> String {
    if line.contains("\t") { return "indent with spaces, not with tabs" }
    if problem.contains("could not find expected ':'") { return "put ': ' behind the key" }
    if problem.contains("mapping values are not allowed") {
      return "check the indentation, and put a value that holds ': ' in quotes"
    }
    if problem.contains("expected ',' or") { return "close the bracket, and put commas between the items" }
    if problem.contains("end of stream") || problem.contains("quoted scalar") { return "close the quotation marks" }
    if problem.contains("alias") { return "put a value that begins with '*' in quotes" }
    if problem.contains("cannot start any token") { return "put the value in quotes" }
    return "check the indentation: items of one list stand in one column"
  }

  private static func line(_ number: Int, of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return number >= 1 && number <= lines.count ? String(lines[number - 1]) : ""
  }

  private static func lineOfFirstBadByte(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
