internal import Rapporteur

/// The documents of inputs that repeat earlier ones: what the first pass found, kept in a file beside the output.
///
/// It is JSON Lines for everybody to read. The first line says what it is the list of; the others stand in the order of
/// the input: `{"number":7,"id":"b.html","duplicate_of":"a.html","sha256":"…"}`.
struct DuplicateList {
  /// A document that repeats an earlier one.
  struct Entry: Sendable, Equatable {
    /// Its place among the documents of the inputs, from 0.
    var number: Int
    /// That of its record, where it gets one.
    var id: String
    /// The id of the first that is the same.
    var first: String
    /// SHA-256 of its page, hexadecimal.
    var digest: String
  }

  /// What the first line says.
  struct Header: Sendable, Equatable {
    /// What the list depends on: equal ones, equal lists.
    var identity: String
    var documents: Int
    var duplicates: Int
    /// SHA-256 of the lines behind it: part of the records' configuration.
    var digest: String
  }

  let header: Header
  private let storage: Storage

  private enum Storage {
    case named(String)
    case unnamed(TemporaryFile)
  }

  static let format = "rapporteur-duplicates/1"

  /// The list in a file; `nil` where there is none of this identity that is whole.
  init?(_ path: String, identity: String) {
    storage = .named(path)
    guard let stream = try? FileStream(FilePath(path)) else { return nil }
    var lines = LineReader(ByteStream(stream))
    guard let line = try? lines.next(), let header = Self.header(line.bytes), header.identity == identity else {
      return nil
    }
    self.header = header
    let hash = DigestStream()
    do throws(StreamFault) {
      while let line = try lines.next() { hash.update(line.bytes) }
    } catch {
      return nil
    }
    if hash.digest.hexadecimal != header.digest { return nil }
  }

  /// Makes it.
  ///
  /// - Parameters:
  ///   - output: Where it is kept; `nil` for as long as it is used.
  ///   - folder: On whose disk the work is done.
  init(
    _ finder: inout DuplicateFinder, identity: String, to output: OutputFile?, in folder: String
  ) throws(OutputError) {
    let lines = try TemporaryFile(in: folder)
    let hash = DigestStream()
    let counts = try finder.finish { entry throws(OutputError) in
      let line = Self.line(entry)
      hash.update(line)
      try lines.append(line)
    }
    header = Header(
      identity: identity, documents: counts.documents, duplicates: counts.duplicates, digest: hash.digest.hexadecimal)
    guard let output else {
      let file = try TemporaryFile(in: folder)
      try file.append(Self.line(header))
      try Self.copy(lines) { bytes throws(OutputError) in try file.append(bytes) }
      storage = .unnamed(file)
      return
    }
    try output.cut(to: 0)
    try output.write(Self.line(header))
    try Self.copy(lines) { bytes throws(OutputError) in try output.write(bytes) }
    try output.complete()
    try output.name()
    storage = .named(output.path)
  }

  private static func copy(
    _ lines: TemporaryFile, _ write: ([UInt8]) throws(OutputError) -> Void
  ) throws(OutputError) {
    let size = 1 << 16
    for start in stride(from: 0, to: lines.count, by: size) {
      try write(try lines.bytes(start..<min(start + size, lines.count)))
    }
  }

  /// The entries, from the first on.
  func cursor() throws(OutputError) -> DuplicateCursor {
    switch storage {
    case .unnamed(let file): return DuplicateCursor(try file.stream())
    case .named(let path):
      do throws(StreamFault) {
        return DuplicateCursor(try FileStream(FilePath(path)))
      } catch {
        throw OutputError(.create, "\(path): \(error.message)")
      }
    }
  }

  private static func line(_ header: Header) -> [UInt8] {
    var json = JSONOutput()
    json.raw("{\"format\":\"\(format)\",\"identity\":\"\(header.identity)\",\"documents\":\(header.documents)")
    json.raw(",\"duplicates\":\(header.duplicates),\"sha256\":\"\(header.digest)\"}\n")
    return json.bytes
  }

  private static func header(_ line: [UInt8]) -> Header? {
    var reader = JSONReader()
    guard let value = try? reader.read(line.span), value["format"]?.name == format,
      let identity = value["identity"]?.name, let digest = value["sha256"]?.name,
      let documents = value["documents"]?.name.flatMap({ Int($0) }),
      let duplicates = value["duplicates"]?.name.flatMap({ Int($0) })
    else { return nil }
    return Header(identity: identity, documents: documents, duplicates: duplicates, digest: digest)
  }

  private static func line(_ entry: Entry) -> [UInt8] {
    var json = JSONOutput()
    json.raw("{\"number\":\(entry.number),\"id\":")
    json.string(entry.id)
    json.raw(",\"duplicate_of\":")
    json.string(entry.first)
    json.raw(",\"sha256\":\"\(entry.digest)\"}\n")
    return json.bytes
  }

  static func entry(_ line: [UInt8]) -> Entry? {
    var reader = JSONReader()
    guard let value = try? reader.read(line.span), let number = value["number"]?.name.flatMap({ Int($0) }),
      let id = value["id"]?.name, let first = value["duplicate_of"]?.name, let digest = value["sha256"]?.name
    else { return nil }
    return Entry(number: number, id: id, first: first, digest: digest)
  }
}
