public import Rapporteur

/// Reads the inputs of a run, one page after the other, in an order that depends on nothing but names and content.
public struct CrawlReader {
  private let options: InputOptions
  private let exclusion: FolderWalk.Exclusion?
  private var roots: ArraySlice<Inputs.Root>
  private var walk: FolderWalk?
  private var folderName = FilePath("")
  private var lines: LineReader?
  private var archive: ArchiveReader?
  private var stream: ByteStream?
  private var name = ""
  private var takesBlankLines = false
  private var finished = 0
  private var duplicates: DuplicateCursor?
  private var count = 0
  private var sought: SoughtDocuments?
  private var interruption: Interruption?

  /// What the list of duplicates says of the page that was read last.
  private(set) var duplicate: DuplicateList.Entry?

  /// The records of archives that hold no page, by their type.
  public private(set) var passedOver: [String: Int] = [:]

  /// - Parameters:
  ///   - inputs: What is read.
  ///   - output: The file that the run writes: where it lies in a folder that is read, it is no input.
  public init(_ inputs: Inputs, output: String? = nil) { self.init(inputs, output: output, duplicates: nil) }

  /// - Parameters:
  ///   - duplicates: Read along with the pages.
  ///   - sought: The documents that are read; `nil` for all.
  ///   - interruption: Ends the reading behind the last document that was read whole.
  init(
    _ inputs: Inputs, output: String?, duplicates: DuplicateCursor?, sought: Selection.Sought? = nil,
    interruption: Interruption? = nil
  ) {
    self.interruption = interruption
    self.duplicates = duplicates
    self.sought = sought.map { SoughtDocuments($0, inputs.options) }
    roots = inputs.roots[...]
    options = inputs.options
    exclusion = output.flatMap { FolderWalk.Exclusion(output: FilePath($0)) }
  }

  /// Reads one file.
  init(_ path: FilePath, _ name: String, _ options: InputOptions) {
    roots = [.file(path, name: FilePath(name))]
    self.options = options
    exclusion = nil
  }

  /// What the file is that is being read.
  var form: Form { archive != nil ? .archive : lines != nil ? .lines : .page }

  enum Form {
    case page, lines, archive
  }

  /// Whether the file that is being read is packed.
  var isPacked: Bool { stream?.isCompressed ?? false }

  /// The bytes read so far, as they are in the files.
  public var position: Int { finished + (stream?.position ?? 0) + (sought?.bytes ?? 0) }

  /// Whether the next page is there, or the end: not so where the standard input waits for somebody to write.
  public var isReady: Bool {
    guard let lines, let stream else { return true }
    return lines.hasMore || stream.isReady
  }

  /// What is wrong with the list of duplicates.
  var duplicatesFault: String? { duplicates?.fault }

  /// The next page or line, `nil` when all are read.
  public mutating func next() -> CrawlItem? {
    if isCut { return nil }
    guard let item = read(), !isCut else { return nil }
    duplicate = duplicates?.take(count)
    count += 1
    return item
  }

  private var isCut: Bool { interruption?.hasCutInput ?? false }

  private mutating func read() -> CrawlItem? {
    while true {
      if let item = nextLine() ?? nextRecord() ?? sought?.next() { return item }
      if let step = walk?.next() {
        switch step {
        case .file(let path, let name):
          if let item = open(path, folderName.appending(name).text) { return item }
        case .unreadable(_, let name, let message):
          let path = folderName.appending(name).text
          sought?.see(path)
          let failure = StageFailure(
            stage: "input", code: "unreadable", message: "the folder cannot be read: \(message)")
          return .fault(InputFault(id: path + "/", source: Page.Source(path: path), digest: nil, failure: failure))
        }
        continue
      }
      walk = nil
      guard let root = roots.popFirst() else { return sought?.nextLost() }
      switch root {
      case .standardInput:
        if let item = read(FileStream(interruption), "-") { return item }
      case .standardLines(let part):
        let stream = ByteStream(FileStream(interruption), options.limits)
        self.stream = stream
        name = part?.path ?? "-"
        takesBlankLines = part == nil
        lines = LineReader(stream, limit: options.limits.line, position: part?.offset ?? 0)
      case .file(let path, let name):
        if let item = open(path, name.text) { return item }
      case .folder(let path, let name):
        walk = FolderWalk(path, without: exclusion)
        folderName = name
      }
    }
  }

  /// Whether a failure hides documents that were never read: the rest of a damaged file.
  public static func losesDocuments(_ failure: StageFailure) -> Bool {
    losesDocuments(stage: failure.stage, code: failure.code)
  }

  static func losesDocuments(stage: String, code: String) -> Bool {
    stage == "input" && ["truncated", "corrupt", "unreadable", "damaged_archive", "unsupported_type"].contains(code)
  }

  /// The next record of an archive that is being read.
  private mutating func nextRecord() -> CrawlItem? {
    guard archive != nil else { return nil }
    if let item = archive?.next() { return item }
    for (type, count) in archive?.passedOver ?? [:] { passedOver[type, default: 0] += count }
    close()
    return nil
  }

  private mutating func nextLine() -> CrawlItem? {
    guard lines != nil else { return nil }
    while true {
      do throws(StreamFault) {
        guard let line = try lines?.next() else { break }
        if line.isTooLong {
          let message = "the line is longer than \(Limits.text(options.limits.line)) (input: limits: line)"
          let failure = StageFailure(stage: "input", code: "too_large", message: message)
          return .fault(fault(line.offset, line.length, failure))
        }
        if !takesBlankLines && line.bytes.allSatisfy({ $0 <= 0x20 }) { continue }
        return .line(JSONLine(bytes: line.bytes, path: name, offset: line.offset, fields: options.fields))
      } catch {
        let item = CrawlItem.fault(fault(lines?.lineStart ?? 0, nil, error.failure))
        if lines?.recover() != true { close() }
        return item
      }
    }
    close()
    return nil
  }

  private mutating func close() {
    finished += stream?.position ?? 0
    stream = nil
    lines = nil
    archive = nil
  }

  private func fault(_ offset: Int, _ length: Int?, _ failure: StageFailure) -> InputFault {
    let source = Page.Source(path: name, offset: offset, length: length)
    return InputFault(id: "\(name):\(offset)", source: source, digest: nil, failure: failure)
  }

  /// Begins with a line of a file that is no page for certain.
  mutating func beginLines(at offset: Int, _ file: FileStream, _ name: String) -> CrawlItem? {
    let stream = ByteStream(file, options.limits)
    self.stream = stream
    self.name = name
    lines = LineReader(stream, limit: options.limits.line, position: offset)
    return nextLine()
  }

  private mutating func open(_ path: FilePath, _ name: String) -> CrawlItem? {
    if let sought {
      sought.open(path, name)
      return nil
    }
    do throws(StreamFault) {
      return read(try FileStream(path, interruption), name)
    } catch {
      return .fault(InputFault(id: name, source: Page.Source(path: name), digest: nil, failure: error.failure))
    }
  }

  /// The page that the file is, or `nil` when it is an archive or JSON Lines, whose pages come next.
  private mutating func read(_ file: FileStream, _ name: String) -> CrawlItem? {
    let stream = ByteStream(file, options.limits)
    self.stream = stream
    self.name = name
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: ByteStream.chunkSize)
    var mayBeLines = true
    // The first byte that is no white space.
    var first = 0
    do throws(StreamFault) {
      while content.count <= options.limits.page {
        let count = try stream.read(into: &chunk)
        if count == 0 { break }
        let searched = content.count
        content.append(contentsOf: chunk[..<count])
        // Pipes and packed files may give their first bytes one by one.
        if searched < 16, beginArchive(stream, content) { return nextRecord() }
        guard mayBeLines else { continue }
        if first == 0 && content.starts(with: [0xEF, 0xBB, 0xBF]) { first = 3 }
        while first < content.count && content[first] <= 0x20 { first += 1 }
        guard first < content.count else { continue }
        mayBeLines = content[first] == UInt8(ascii: "{")
        guard mayBeLines, ByteSearch.first(0x0A, in: content, max(first, searched)..<content.count) != nil else {
          continue
        }
        if holdsRows(content) { return beginLines(stream, content) }
        mayBeLines = false
      }
    } catch {
      return damaged(stream, error, content)
    }
    if mayBeLines && first < content.count && (content.count > options.limits.page || holdsRows(content)) {
      return beginLines(stream, content)
    }
    close()
    if content.isEmpty && Self.isContainer(name) { return nil }
    let source = Page.Source(path: name, offset: 0, length: content.count)
    if content.count > options.limits.page {
      let message = "the page is longer than \(Limits.text(options.limits.page)) (input: limits: page)"
      let failure = StageFailure(stage: "input", code: "too_large", message: message)
      return .fault(InputFault(id: name, source: source, digest: nil, failure: failure))
    }
    return .page(Page(id: name, source: source, content: .bytes(content)))
  }

  /// Whether a file without content holds no page, rather than being an empty one: only its name can tell.
  private static func isContainer(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: ".").dropFirst()
    return parts.contains { ["warc", "wet", "arc", "jsonl", "ndjson"].contains($0) }
  }

  /// The fault of a file that is damaged before it could be told what it is. An archive goes on behind the damage.
  private mutating func damaged(_ stream: ByteStream, _ fault: StreamFault, _ content: [UInt8]) -> CrawlItem {
    let source = Page.Source(path: name, offset: 0, length: content.count)
    let item = CrawlItem.fault(InputFault(id: name, source: source, digest: nil, failure: fault.failure))
    var chunk = [UInt8](repeating: 0, count: ByteStream.chunkSize)
    while content.isEmpty, (try? stream.skipDamage()) == true {
      // Three bytes look like the begin of a member by chance, too: then the next are looked for.
      guard let count = try? stream.read(into: &chunk), count > 0 else { continue }
      if beginArchive(stream, Array(chunk[..<count])) { return item }
    }
    close()
    return item
  }

  private mutating func beginArchive(_ stream: ByteStream, _ content: [UInt8]) -> Bool {
    archive = ArchiveReader(
      stream, prefix: content, memberStart: stream.memberStart ?? 0, path: name, options: options)
    return archive != nil
  }

  private mutating func beginLines(_ stream: ByteStream, _ prefix: [UInt8]) -> CrawlItem? {
    lines = LineReader(stream, prefix: prefix, limit: options.limits.line)
    return nextLine()
  }

  /// Whether one of the first lines is a row. One bad line, even the first, does not turn the file into a page.
  private func holdsRows(_ content: [UInt8]) -> Bool {
    let lines = content.split(separator: UInt8(ascii: "\n"), maxSplits: 10)
    return lines.prefix(10).contains { JSONLine.isRow(Array($0), options.fields) }
  }
}
