internal import Rapporteur

/// Reads records back from the files that runs wrote (plain, gzip, zstd), one file behind the other.
package struct RecordReader {
  private let paths: [String]
  private var nextPath = 0
  private var path = ""
  private var lines: LineReader?
  private var line = 0
  private var json = JSONReader()
  private let refusesRepeats: Bool
  private var ids = IDTable()

  /// - Parameters:
  ///   - paths: Files, or `-` for the standard input.
  ///   - refusesRepeats: Whether two records with one id are an error; sixteen bytes of each id are then kept.
  /// - Throws: Where one of the files is not there: nothing is read then.
  package init(_ paths: [String], refusesRepeats: Bool = false) throws(InputError) {
    self.paths = paths
    self.refusesRepeats = refusesRepeats
    for path in paths where path != "-" {
      guard let status = FilePath(path).status else { throw InputError.noRecords(path) }
      if status.kind == .folder {
        throw InputError("\(path): this is a folder; name the files of records in it, such as \(path)/*.jsonl")
      }
    }
  }

  /// The next record, `nil` behind the last one.
  package mutating func next() throws(InputError) -> StoredRecord? {
    while true {
      guard let bytes = try nextLine() else { return nil }
      line += 1
      if bytes.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) { continue }
      let record = try read(bytes)
      if refusesRepeats && !ids.insert(IDHash(record.id)) {
        let remedy = "name each output once, and only outputs of one run or of its shards"
        throw InputError("\(record.place): a record with the id '\(record.id)' came before; \(remedy)")
      }
      return record
    }
  }

  private mutating func nextLine() throws(InputError) -> [UInt8]? {
    do throws(StreamFault) {
      while true {
        if let found = try lines?.next() { return found.bytes }
        guard nextPath < paths.count else { return nil }
        path = paths[nextPath]
        nextPath += 1
        line = 0
        lines = path == "-" ? LineReader(ByteStream(FileStream(), .none), limit: Limits.none.line) : nil
        if lines == nil { lines = try LineReader(records: path) }
      }
    } catch {
      throw InputError("\(path):\(line + 1): \(error.message)")
    }
  }

  private mutating func read(_ bytes: [UInt8]) throws(InputError) -> StoredRecord {
    let place = "\(path):\(line)"
    let value: JSONValue
    do throws(JSONError) {
      value = try json.read(bytes.span)
    } catch {
      let isCut = bytes.last != 0x0A
      let remedy =
        isCut
        ? "the file was cut short: run the same 'rapporteur run' again"
        : "name a file of records that 'rapporteur run … -o' wrote"
      throw InputError("\(place): \(error.message) (byte \(error.offset)); \(remedy)")
    }
    let schema = value["schema"]?.name
    guard schema == RecordShape.schema || schema?.hasPrefix(RecordShape.schema + ".") == true,
      let id = value["id"]?.name, let text = value["text"]?.text
    else {
      let remedy = "annotate pages first: rapporteur run \(path) -o records.jsonl"
      throw InputError("\(place): this is no record (\"schema\":\"\(RecordShape.schema)\"); \(remedy)")
    }
    guard let unit = value["offset_unit"]?.name.flatMap({ OffsetUnit(rawValue: $0) }) else {
      throw InputError(
        "\(place): \"offset_unit\" is none of code_point, utf16, utf8; run the same 'rapporteur run' again")
    }
    return StoredRecord(place: place, id: id, value: value, text: StoredText(text, unit: unit))
  }
}
