internal import Rapporteur

/// What an output holds already that is added to: the ids of its records.
struct OutputIDs: Sendable {
  private(set) var table = IDTable()
  /// The configurations that its records were made with, hexadecimal, sorted.
  private(set) var configurations: Set<String> = []

  /// The records of the output, and the failures beside it.
  private(set) var counts = [0, 0]
  /// Where runs before this one began, in records of the output and failures beside it.
  private(set) var begins: [[Int]] = []
  /// The inputs of the runs before this one; `nil` where nobody knows them.
  private(set) var inputs: [String]? = []

  private static let begin = Array("{\"schema\":".utf8)

  /// Of no output.
  init() {}

  /// The ids of the records and failures that are there; none where there is no file.
  ///
  /// - Parameter configuration: That of the run, the hash of its list of duplicates left out.
  /// - Throws: Where the records were made with another configuration, or the file is damaged.
  init(_ output: String?, configuration: String) throws(OutputError) {
    guard let output else { return }
    var allowed: Set = [configuration]
    if let manifest = StoredManifest(of: output), manifest.baseConfiguration == configuration {
      allowed.formUnion(manifest.configurations)
    }
    if SmallFile.exists(output) {
      let manifest = StoredManifest(of: output)
      begins = manifest?.begins ?? []
      inputs = manifest?.allInputs
    }
    for (index, path) in [output, RunFiles(output).failures].enumerated() where SmallFile.exists(path) {
      do throws(StreamFault) {
        var lines = try LineReader(records: path)
        while let line = try lines.next() {
          guard let id = Self.id(of: line.bytes) else {
            throw StreamFault(code: "corrupt", message: "there is no record at byte \(line.offset)")
          }
          if path == output {
            let made = String(decoding: line.bytes.dropLast(4).suffix(64), as: UTF8.self)
            guard allowed.contains(made) else {
              throw StreamFault(
                code: "corrupt", message: "'\(id)' was made with another configuration; append with the same one")
            }
            configurations.insert(made)
          }
          _ = table.insert(IDHash(id))
          counts[index] += 1
        }
      } catch {
        throw OutputError(.create, "\(path): nothing can be added to it: \(error.message)")
      }
    }
  }

  /// What `OUT.run.json` says of the parts, when one more is added.
  var nextBegins: [[Int]] { counts == [0, 0] ? begins : begins + [counts] }

  /// Whether a file begins with a record, or holds nothing.
  static func begins(_ path: String) -> Bool {
    do throws(StreamFault) {
      var lines = try LineReader(records: path)
      guard let line = try lines.next() else { return true }
      return id(of: line.bytes) != nil
    } catch {
      return false
    }
  }

  /// The id of a record. It stands at the begin: the rest is not parsed.
  static func id(of line: [UInt8]) -> String? {
    guard line.starts(with: begin), let comma = line.firstIndex(of: UInt8(ascii: ",")) else { return nil }
    let key = Array("\"id\":".utf8)
    guard line[(comma + 1)...].starts(with: key) else { return nil }
    let start = comma + 1 + key.count
    var end = start + 1
    while end < line.count, line[end] != UInt8(ascii: "\"") { end += line[end] == UInt8(ascii: "\\") ? 2 : 1 }
    guard end < line.count else { return nil }
    var reader = JSONReader()
    return (try? reader.read(Array(line[start...end]).span))?.name
  }
}
