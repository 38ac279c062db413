/// The options of one stage: declared, documented, checked and read in one line each.
///
/// ```swift
/// let words = options.integer("min_words", default: 3, in: 0...1000, "words a block needs")
/// ```
///
/// A bad value is noted with its place, and the default is returned, so that all faults of a file come out together.
public struct Options {
  /// What the stage declared, in order.
  public private(set) var declared: [Declaration] = []

  /// What was wrong with the values.
  public private(set) var faults: [ConfigurationError.Fault] = []

  private let stage: String
  private let file: String
  private let entries: [ConfigurationNode.Entry]
  private let read: FileReader

  /// Reads a file that an option names; the path is relative to the configuration's own file.
  public typealias FileReader = @Sendable (_ path: String) throws(FileFault) -> [UInt8]

  /// Why a named file cannot be used, in words for a message.
  public struct FileFault: Error, Sendable {
    public var message: String
    public init(_ message: String) { self.message = message }
  }

  /// An option as it was declared, and its value.
  public struct Declaration: Sendable {
    public var name: String
    /// "a whole number from 0 to 1000", "true or false", …
    public var type: String
    public var defaultValue: String
    public var value: String
    public var help: String
  }

  /// A file that an option names, read.
  public struct NamedFile: Sendable {
    /// As written in the configuration.
    public var path: String
    public var bytes: [UInt8]
    /// Where the option names it.
    public var line: Int
    public var column: Int
  }

  /// - Parameters:
  ///   - stage: The stage's name, for messages.
  ///   - file: The configuration's file, for messages.
  ///   - entries: What the file says of the stage.
  ///   - read: Reads the files that options name.
  public init(stage: String, file: String, entries: [ConfigurationNode.Entry] = [], read: @escaping FileReader) {
    self.stage = stage
    self.file = file
    self.entries = entries
    self.read = read
  }

  /// No values at all: every option has its default.
  public static func defaults(of stage: String) -> Options {
    Options(stage: stage, file: "") { _ throws(FileFault) in throw FileFault("no files without a configuration") }
  }

  /// A whole number.
  public mutating func integer(
    _ name: String, default fallback: Int, in range: ClosedRange<Int>, _ help: String
  ) -> Int {
    let type = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return value(name, type, fallback, help) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
  }

  /// A number.
  public mutating func number(
    _ name: String, default fallback: Double, in range: ClosedRange<Double>, _ help: String
  ) -> Double {
    let type = "a number from \(range.lowerBound) to \(range.upperBound)"
    return value(name, type, fallback, help) { text in Double(text).flatMap { range.contains($0) ? $0 : nil } }
  }

  /// true or false.
  public mutating func boolean(_ name: String, default fallback: Bool, _ help: String) -> Bool {
    value(name, "true or false", fallback, help) { text in
      switch text {
      case "true", "yes", "on": true
      case "false", "no", "off": false
      default: nil
      }
    }
  }

  /// One of the words of `Choice`.
  public mutating func choice<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ name: String, default fallback: Choice, _ help: String
  ) -> Choice {
    let words = Choice.allCases.map(\.rawValue)
    let type = "one of " + words.joined(separator: ", ")
    return value(name, type, Word(fallback), help) { text in Choice(rawValue: text).map(Word.init) }.choice
  }

  /// A text, or nothing.
  public mutating func text(_ name: String, _ help: String) -> String? {
    let entry = declare(name, "a text", "null", help)
    guard let entry, case .scalar(let text) = entry.node.value else {
      if let entry, case .null = entry.node.value { return nil }
      if let entry { fault(entry.node, "'\(name)' takes a text, not \(entry.node.kind)") }
      return nil
    }
    declared[declared.count - 1].value = text
    return text
  }

  /// Files, by their paths.
  public mutating func files(_ name: String, _ help: String) -> [NamedFile] {
    let entry = declare(name, "a list of files", "[]", help)
    guard let entry else { return [] }
    var nodes: [ConfigurationNode]
    switch entry.node.value {
    case .null: return []
    case .list(let items): nodes = items
    case .scalar: nodes = [entry.node]
    case .map:
      fault(entry.node, "'\(name)' takes a list of files, not a map")
      return []
    }
    var result: [NamedFile] = []
    var shown: [String] = []
    for node in nodes {
      guard case .scalar(let path) = node.value else {
        fault(node, "'\(name)' takes the paths of files, not \(node.kind)")
        continue
      }
      do throws(FileFault) {
        let bytes = try read(path)
        result.append(NamedFile(path: path, bytes: bytes, line: node.line, column: node.column))
        shown.append("\(path) (sha256 \(Digest(of: bytes).hexadecimal))")
      } catch {
        fault(node, "'\(path)' cannot be read: \(error.message)")
      }
    }
    declared[declared.count - 1].value = "[" + shown.joined(separator: ", ") + "]"
    return result
  }

  /// An object of a list, every field a text or a list of texts.
  public struct NamedTexts: Sendable {
    fileprivate var fields: [String: [(text: String, line: Int, column: Int)]] = [:]
    /// Where it stands.
    public var line: Int
    public var column: Int

    /// The texts of a field with their places; `nil` where the object has no such field.
    public subscript(field: String) -> [(text: String, line: Int, column: Int)]? { fields[field] }
  }

  /// Objects, every field a text or a list of texts.
  ///
  /// - Parameter fields: Their names; any other is a fault.
  public mutating func objects(_ name: String, fields: [String], _ help: String) -> [NamedTexts] {
    guard let entry = declare(name, "a list of objects", "[]", help) else { return [] }
    if case .null = entry.node.value { return [] }
    guard case .list(let items) = entry.node.value else {
      fault(entry.node, "'\(name)' takes a list of objects, not \(entry.node.kind)")
      return []
    }
    var result: [NamedTexts] = []
    var shown: [String] = []
    for item in items {
      guard case .map(let entries) = item.value else {
        fault(item, "'\(name)' takes objects, not \(item.kind)")
        continue
      }
      var object = NamedTexts(line: item.line, column: item.column)
      var parts: [String] = []
      for entry in entries {
        guard fields.contains(entry.key) else {
          fault(
            at: entry.line, entry.column,
            "'\(name)' has no '\(entry.key)'; \(Suggestion.nearest(entry.key, among: fields))")
          continue
        }
        let texts = texts(entry.node, of: entry.key)
        object.fields[entry.key] = texts
        parts.append(
          "\(entry.key): [\(texts.map { "'\($0.text.replacing("'", with: "''"))'" }.joined(separator: ", "))]")
      }
      result.append(object)
      shown.append("{" + parts.joined(separator: ", ") + "}")
    }
    declared[declared.count - 1].value = "[" + shown.joined(separator: ", ") + "]"
    return result
  }

  private mutating func texts(
    _ node: ConfigurationNode, of field: String
  ) -> [(text: String, line: Int, column: Int)] {
    var nodes = [node]
    if case .list(let items) = node.value { nodes = items }
    var texts: [(text: String, line: Int, column: Int)] = []
    for node in nodes {
      if case .scalar(let text) = node.value {
        texts.append((text, node.line, node.column))
      } else {
        fault(node, "'\(field)' takes texts, not \(node.kind)")
      }
    }
    return texts
  }

  /// Notes a fault at a place of the configuration.
  public mutating func fault(at line: Int, _ column: Int, _ message: String) {
    faults.append(.init(file: file, line: line, column: column, message: message))
  }

  /// Notes a fault inside a file that an option names.
  public mutating func fault(in named: NamedFile, line: Int, column: Int = 1, _ message: String) {
    faults.append(.init(file: named.path, line: line, column: column, message: message))
  }

  /// Notes the keys that no option declared. To be called when the stage is made.
  mutating func checkForUnknownKeys() {
    let known = declared.map(\.name)
    for entry in entries where !known.contains(entry.key) {
      let message =
        known.isEmpty
        ? "'\(stage)' has no options; take '\(entry.key)' out"
        : "'\(stage)' has no option '\(entry.key)'; \(Suggestion.nearest(entry.key, among: known))"
      faults.append(.init(file: file, line: entry.line, column: entry.column, message: message))
    }
  }

  private mutating func value<Value: CustomStringConvertible>(
    _ name: String, _ type: String, _ fallback: Value, _ help: String, parse: (String) -> Value?
  ) -> Value {
    guard let entry = declare(name, type, fallback.description, help) else { return fallback }
    guard case .scalar(let text) = entry.node.value, let value = parse(text) else {
      fault(entry.node, "'\(name)' takes \(type), not \(entry.node.kind)")
      return fallback
    }
    declared[declared.count - 1].value = value.description
    return value
  }

  private mutating func declare(
    _ name: String, _ type: String, _ fallback: String, _ help: String
  ) -> ConfigurationNode.Entry? {
    declared.append(Declaration(name: name, type: type, defaultValue: fallback, value: fallback, help: help))
    return entries.last { $0.key == name }
  }

  private mutating func fault(_ node: ConfigurationNode, _ message: String) {
    faults.append(.init(file: file, line: node.line, column: node.column, message: message))
  }

  /// A choice that prints as its word.
  private struct Word<Choice: RawRepresentable<String> & SendableMetatype>: CustomStringConvertible {
    let choice: Choice
    init(_ choice: Choice) { self.choice = choice }
    var description: String { choice.rawValue }
  }
}
