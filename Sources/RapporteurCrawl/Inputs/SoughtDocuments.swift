internal import Rapporteur

/// Reads single documents of files, by the places that records give them, and as little else as it can.
///
/// A line of a plain file and a record of an archive are read where they stand. Where a file cannot be entered in its
/// middle, or something else stands there now, it is read from its begin up to the last document that is sought.
final class SoughtDocuments {
  /// Those not found yet, by file, in the order of the input.
  private var places: [String: [Selection.Place]] = [:]
  private let sought: Selection.Sought
  private let options: InputOptions

  // Of the file that is being read.
  private var path = FilePath("")
  private var name = ""
  private var form = Form.unknown
  private var wanted: ArraySlice<Selection.Place> = []
  private var missed: Set<Selection.Place> = []
  private var takesAll = false
  private var whole: CrawlReader?

  /// Those that no file holds.
  private var lost: [Selection.Place]?

  /// The bytes that were read, about.
  private(set) var bytes = 0

  private enum Form {
    case unknown
    /// A file that is one page, or that cannot be entered in its middle.
    case closed
    case lines, archive
  }

  init(_ sought: Selection.Sought, _ options: InputOptions) {
    self.sought = sought
    self.options = options
    for place in sought.order { places[place.path ?? "", default: []].append(place) }
  }

  /// Looks for documents in a file.
  func open(_ path: FilePath, _ name: String) {
    self.path = path
    self.name = name
    wanted = places[name]?[...] ?? []
    missed = []
    form = .unknown
    takesAll = sought.takesAll(of: name)
    if takesAll {
      wanted = []
      for reason in sought.reasons(for: name) { places[reason] = nil }
      whole = CrawlReader(path, name, options)
    } else {
      places[name] = nil
    }
  }

  /// The next document of the file that was opened, `nil` when there are no more.
  func next() -> CrawlItem? {
    while let place = wanted.popFirst() {
      if let item = read(place) { return found(item) }
      missed.insert(place)
    }
    if !takesAll {
      guard !missed.isEmpty else { return nil }
      if whole == nil { whole = CrawlReader(path, name, options) }
    }
    while let item = whole?.next() {
      if takesAll { return found(item) }
      guard missed.remove(item.place) != nil else { continue }
      if missed.isEmpty { close() }
      return found(item)
    }
    close()
    // Another file may have the same name, under another INPUT.
    if !missed.isEmpty { places[name] = sought.order.filter { missed.contains($0) } }
    missed = []
    return nil
  }

  /// A folder that could not be read, and cannot be read now.
  func see(_ folder: String) { places[folder] = nil }

  /// The documents that no file holds, as faults, behind all others.
  func nextLost() -> CrawlItem? {
    if lost == nil {
      let left = places.values.reduce(into: Set<Selection.Place>()) { $0.formUnion($1) }
      lost = sought.order.reversed().filter { left.contains($0) }
    }
    guard let place = lost?.popLast() else { return nil }
    let source = Page.Source(path: place.path, recordID: place.recordID, offset: place.offset)
    let message = "the document is not where it stood: the inputs have changed; run --append reads what is new"
    let failure = StageFailure(stage: "input", code: "gone", message: message)
    let id = place.recordID ?? "\(place.path ?? ""):\(place.offset ?? 0)"
    return .fault(InputFault(id: id, source: source, digest: nil, failure: failure))
  }

  private func found(_ item: CrawlItem) -> CrawlItem {
    bytes += item.weight
    return item
  }

  private func close() {
    bytes += whole?.position ?? 0
    whole = nil
  }

  /// The document that stands there; `nil` where it is not found without reading the file from its begin.
  private func read(_ place: Selection.Place) -> CrawlItem? {
    if form == .unknown {
      var reader = CrawlReader(path, name, options)
      let first = reader.next()
      form =
        switch reader.form {
        case .archive: .archive
        case .lines where !reader.isPacked: .lines
        case .lines, .page: .closed
        }
      if let first, first.place == place { return first }
    }
    let item: CrawlItem? =
      switch form {
      case .lines: place.offset.flatMap { CrawlReader.line(path, name, at: $0, options) }
      case .archive: place.offset.flatMap { CrawlReader.record(path, name, at: $0, options) }
      case .unknown, .closed: nil
      }
    return item?.place == place ? item : nil
  }
}

extension CrawlReader {
  /// The line of a plain file of JSON Lines that begins at `offset`; `nil` where none does.
  static func line(_ path: FilePath, _ name: String, at offset: Int, _ options: InputOptions) -> CrawlItem? {
    do throws(StreamFault) {
      if offset > 0 {
        var before: [UInt8] = [0]
        guard try FileStream(path, at: offset - 1).read(into: &before) == 1, before[0] == 0x0A else { return nil }
      }
      var reader = CrawlReader(path, name, options)
      return reader.beginLines(at: offset, try FileStream(path, at: offset), name)
    } catch {
      return nil
    }
  }

  /// The record of an archive that begins at `offset`, in a packed file with a member; `nil` where none does.
  static func record(_ path: FilePath, _ name: String, at offset: Int, _ options: InputOptions) -> CrawlItem? {
    do throws(StreamFault) {
      let stream = ByteStream(try FileStream(path, at: offset), options.limits)
      var chunk = [UInt8](repeating: 0, count: ByteStream.chunkSize)
      let count = try stream.read(into: &chunk)
      let prefix = Array(chunk[..<count])
      // Packed or not: what stands there must be a record's first byte.
      guard prefix.first.map({ $0 > 0x20 }) ?? false else { return nil }
      var archive = ArchiveReader(
        stream, prefix: prefix, start: stream.isCompressed ? 0 : offset, memberStart: stream.memberStart ?? offset,
        path: name, options: options)
      return archive?.next()
    } catch {
      return nil
    }
  }
}
