import Foundation
import Rapporteur
import RapporteurCrawl
import Yams

/// What pipeline.yml says, checked.
struct PipelineFile {
  /// As the messages name it; `nil` for the built-in default.
  var path: String?
  var pipeline = Pipeline.standard
  /// Its paths are relative to `folder`.
  var input = InputSection()
  /// Relative to `folder`.
  var output: String?
  var offsets = OffsetUnit.codePoint
  /// `nil` for what the output's name says.
  var compression: OutputCompression?
  /// `nil` for as many as there are cores.
  var workers: Int?

  /// What the file's paths are relative to.
  var folder: FilePath { path.map { FilePath($0).parent } ?? FilePath("") }

  /// The file that is read where none is named.
  static let usualName = "pipeline.yml"

  /// The configuration named on the command line, or the working directory's, or the built-in one.
  ///
  /// - Parameter keepingRemoved: Whether `boilerplate` keeps what it cuts, whatever the file says.
  static func load(_ named: String?, keepingRemoved: Bool = false) throws(ConfigurationError) -> PipelineFile {
    if let named { return try PipelineFile(path: named, keepingRemoved: keepingRemoved) }
    if FileManager.default.fileExists(atPath: usualName) {
      return try PipelineFile(path: usualName, keepingRemoved: keepingRemoved)
    }
    if keepingRemoved {
      let stages = "stages: [" + defaultStages.joined(separator: ", ") + "]"
      return try PipelineFile(path: "", bytes: Array(stages.utf8), keepingRemoved: true)
    }
    return PipelineFile()
  }

  private init() {}

  /// - Throws: Every fault of the file, together.
  init(path: String, keepingRemoved: Bool = false) throws(ConfigurationError) {
    let bytes: [UInt8]
    do throws(Options.FileFault) {
      bytes = try Self.read(path)
    } catch {
      let remedy = "name a file with -c, or leave it out for the built-in pipeline"
      throw ConfigurationError([
        .init(file: path, line: 1, column: 1, message: "the file cannot be read: \(error.message); \(remedy)")
      ])
    }
    try self.init(path: path, bytes: bytes, keepingRemoved: keepingRemoved)
  }

  /// - Parameters:
  ///   - path: For messages, and for what the file's paths are relative to.
  ///   - bytes: The file's content.
  ///   - keepingRemoved: Whether `boilerplate` keeps what it cuts, whatever the file says.
  init(path: String, bytes: [UInt8], keepingRemoved: Bool = false) throws(ConfigurationError) {
    self.path = path
    let root = try YAMLText.parse(bytes, file: path)
    var faults: [ConfigurationError.Fault] = []
    let reader = SectionReader(file: path)
    let folder = folder
    let sections = reader.map(root, "the file", keys: ["input", "stages", "output", "run"], &faults)
    if let section = sections["input"] { input = InputSection(section, reader, &faults) }
    if let section = sections["output"] {
      let keys = reader.map(section, "'output'", keys: ["path", "offsets", "compression"], &faults)
      if let path = keys["path"] { output = reader.text(path, "path", Setting.path.type, &faults) }
      if let offsets = keys["offsets"] {
        let words = OffsetUnit.allCases.map(\.rawValue)
        self.offsets =
          reader.word(offsets, "offsets", words, &faults).flatMap { OffsetUnit(rawValue: $0) } ?? .codePoint
      }
      if let compression = keys["compression"] {
        let words = ["auto"] + OutputCompression.allCases.map(\.rawValue)
        self.compression =
          reader.word(compression, "compression", words, &faults).flatMap { OutputCompression(rawValue: $0) }
      }
    }
    if let run = sections["run"] {
      let keys = reader.map(run, "'run'", keys: ["workers"], &faults)
      if let workers = keys["workers"] { self.workers = reader.workers(workers, &faults) }
    }
    if let stages = sections["stages"] {
      do throws(ConfigurationError) {
        let stages = keepingRemoved ? stages.keepingRemoved : stages
        pipeline = try Pipeline(stages, file: path) { name throws(Options.FileFault) in
          try Self.read(folder.appending(FilePath(name)).text)
        }
      } catch {
        faults += error.faults
      }
    } else if reader.isMap(root) {
      let example = "stages: [" + defaultStages.joined(separator: ", ") + "]"
      faults.append(.init(file: path, line: 1, column: 1, message: "'stages' is missing; for example \(example)"))
    }
    if !faults.isEmpty { throw ConfigurationError(faults) }
  }

  private static func read(_ path: String) throws(Options.FileFault) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch let error as CocoaError {
      switch error.code {
      case .fileReadNoSuchFile: throw Options.FileFault("there is no such file")
      case .fileReadNoPermission: throw Options.FileFault("permission denied")
      default: throw Options.FileFault("it is no readable file")
      }
    } catch {
      throw Options.FileFault("it is no readable file")
    }
  }
}

extension ConfigurationNode {
  /// The list of stages with `keep_removed: true` for boilerplate.
  fileprivate var keepingRemoved: ConfigurationNode {
    guard case .list(let items) = value else { return self }
    let option = "keep_removed"
    let changed = items.map { item in
      var entries: [Entry] = []
      switch item.value {
      case .scalar(Boilerplate.name): break
      case .map(let stages) where stages.count == 1 && stages[0].key == Boilerplate.name:
        if case .map(let options) = stages[0].node.value { entries = options }
      case .null, .scalar, .list, .map: return item
      }
      let on = ConfigurationNode(.scalar("true"), line: item.line, column: item.column)
      entries.removeAll { $0.key == option }
      entries.append(Entry(key: option, line: item.line, column: item.column, node: on))
      let options = ConfigurationNode(.map(entries), line: item.line, column: item.column)
      let stage = Entry(key: Boilerplate.name, line: item.line, column: item.column, node: options)
      return ConfigurationNode(.map([stage]), line: item.line, column: item.column)
    }
    return ConfigurationNode(.list(changed), line: line, column: column)
  }
}
