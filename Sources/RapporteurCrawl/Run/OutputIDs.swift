internal import Rapporteur

/// Reads the ids of an output that is added to.
enum OutputIDs {
  private static let begin = Array("{\"schema\":".utf8)

  /// The ids of the records and failures that are there; none where there is no file.
  ///
  /// - Throws: Where the records were made with another configuration, or the file is damaged.
  static func read(_ output: String?, configuration: String) throws(OutputError) -> IDTable {
    var table = IDTable()
    guard let output else { return table }
    let ending = Array("\"config\":\"\(configuration)\"}}\n".utf8)
    for path in [output, RunFiles(output).failures] where SmallFile.exists(path) {
      do throws(StreamFault) {
        var lines = LineReader(ByteStream(try FileStream(FilePath(path))))
        while let line = try lines.next() {
          guard let id = id(of: line.bytes) else {
            throw StreamFault(code: "corrupt", message: "there is no record at byte \(line.offset)")
          }
          if path == output, !line.bytes.suffix(ending.count).elementsEqual(ending) {
            throw StreamFault(
              code: "corrupt", message: "'\(id)' was made with another configuration; append with the same one")
          }
          _ = table.insert(IDHash(id))
        }
      } catch {
        throw OutputError(.create, "\(path): nothing can be added to it: \(error.message)")
      }
    }
    return table
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
