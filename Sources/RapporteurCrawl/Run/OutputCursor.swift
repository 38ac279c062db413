internal import Rapporteur

/// Reads a file of records from its begin to its end, with a view on the next few.
final class OutputCursor {
  /// A record, as far as it tells which document it answers for.
  struct Line {
    var id: String
    var place: Selection.Place
    /// Of the document's bytes, hexadecimal.
    var digest: String?
    var isFailed: Bool
    var duplicateOf: String?
    /// Whether its failure hides documents that were never read.
    var losesDocuments: Bool
    var number: Int
  }

  let path: String
  /// The next records, in order.
  private(set) var ahead: [Line] = []
  /// What is wrong with records that were read.
  private(set) var faults: [String] = []
  private(set) var configurations: Set<String> = []
  private(set) var count = 0
  private var reader: LineReader?
  private let begin: Int
  private let end: Int?
  private var number = 0

  /// How far it looks ahead.
  private static let window = 64

  /// - Parameters:
  ///   - begin: The records that are passed over.
  ///   - end: The records up to the end, those passed over among them; `nil` for the end of the file.
  init(_ path: String, from begin: Int = 0, to end: Int? = nil) throws(InputError) {
    self.path = path
    self.begin = begin
    self.end = end
    do throws(StreamFault) {
      reader = try LineReader(records: path)
    } catch {
      if FilePath(path).status == nil { throw InputError.noRecords(path) }
      throw InputError("\(path): \(error.message)")
    }
    fill()
  }

  /// Takes the record out that answers for the document, and those before it as well.
  ///
  /// - Returns: The records up to it, it last; `nil` where it is not in view.
  func take(_ place: Selection.Place) -> [Line]? {
    guard let index = ahead.firstIndex(where: { $0.place == place }) else { return nil }
    return take(index + 1)
  }

  /// Takes the next `count` records.
  func take(_ count: Int) -> [Line] {
    let taken = Array(ahead.prefix(count))
    ahead.removeFirst(taken.count)
    fill()
    return taken
  }

  func takeFaults() -> [String] {
    defer { faults = [] }
    return faults
  }

  private func fill() {
    while ahead.count < Self.window, reader != nil {
      do throws(StreamFault) {
        guard end != number, let line = try reader?.next() else {
          reader = nil
          return
        }
        number += 1
        if number <= begin { continue }
        count += 1
        if let parsed = parse(line.bytes) { ahead.append(parsed) }
      } catch {
        faults.append("\(path): \(error.message)")
        reader = nil
      }
    }
  }

  private func parse(_ bytes: [UInt8]) -> Line? {
    var reader = JSONReader()
    guard let value = try? reader.read(bytes.span), reader.repairs == 0, let id = value["id"]?.name,
      let source = value["source"], value["schema"]?.name != nil
    else {
      faults.append("\(path), line \(number): no record")
      return nil
    }
    if let digest = value["text_sha256"]?.name, let text = value["text"]?.text,
      Digest(of: text.utf8).hexadecimal != digest
    {
      faults.append("\(path), line \(number) (\(id)): the text is not the one that text_sha256 is of")
    }
    if let configuration = value["pipeline"]?["config"]?.name { configurations.insert(configuration) }
    return Line(
      id: id,
      place: Selection.Place(
        path: source["path"]?.name, offset: source["offset"]?.name.flatMap { Int($0) },
        recordID: source["record_id"]?.name),
      digest: source["sha256"]?.name, isFailed: value["status"]?.name == "failed",
      duplicateOf: value["duplicate_of"]?.name,
      losesDocuments: CrawlReader.losesDocuments(
        stage: value["error"]?["stage"]?.name ?? "", code: value["error"]?["code"]?.name ?? ""), number: number)
  }
}
