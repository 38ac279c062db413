internal import Glibc

/// What a run reads: files, folders, globs and the standard input, in the order in which they were named.
public struct Inputs: Sendable {
  /// Where each begins, checked to be there.
  let roots: [Root]

  /// How they are read.
  public let options: InputOptions

  /// The size of all files together where every input is a file, to measure progress by.
  public let bytes: Int?

  /// As they were named.
  public let names: [String]

  /// Those that were named before, or stand in a folder that is named too: they are read once.
  public let repeated: [String]

  enum Root: Sendable {
    case standardInput
    /// The standard input, every line of it a row.
    case standardLines(Part?)
    case file(FilePath, name: FilePath)
    case folder(FilePath, name: FilePath)
  }

  /// What the standard input holds of a file that somebody else has cut up.
  public struct Part: Sendable {
    /// The file, as records are to name it.
    public var path: String
    /// Where in it the part begins, in bytes.
    public var offset: Int

    public init(path: String, offset: Int) {
      self.path = path
      self.offset = offset
    }
  }

  /// The standard input as JSON Lines, whatever its lines look like.
  ///
  /// - Parameter part: What file the lines are of; then blank ones are passed over, as where the file itself is read.
  public static func lines(_ options: InputOptions = InputOptions(), of part: Part? = nil) -> Inputs {
    Inputs(roots: [.standardLines(part)], options: options)
  }

  private init(roots: [Root], options: InputOptions) {
    self.roots = roots
    self.options = options
    bytes = nil
    names = ["-"]
    repeated = []
  }

  /// - Parameters:
  ///   - paths: Files, folders, globs (`*`, `?`, `[…]`), or `-` for the standard input.
  ///   - folder: What relative paths are relative to; empty for the working directory.
  ///   - options: How they are read.
  /// - Throws: For the first path that leads nowhere, or that may not be read.
  public init(
    _ paths: [String], in folder: FilePath = FilePath(""), options: InputOptions = InputOptions()
  ) throws(InputError) {
    self.options = options
    var roots: [Root] = []
    for path in paths {
      if path == "-" {
        roots.append(.standardInput)
        continue
      }
      let whole = folder.appending(FilePath(path))
      if let root = Self.root(whole, name: nil) {
        // A folder is read by its names and entered.
        let mode = whole.status?.kind == .folder ? R_OK | X_OK : R_OK
        guard unsafe whole.withCString({ unsafe access($0, mode) }) == 0 else {
          throw InputError("\(whole.text): \(systemMessage(errno)). Allow it to be read, or leave it out.")
        }
        roots.append(root)
        continue
      }
      guard path.contains(where: { "*?[".contains($0) }) else {
        let reason = systemMessage(errno)
        throw InputError(
          "\(whole.text): \(reason). Name a file, a folder, a glob, or - for the standard input.")
      }
      let matches = Self.matches(of: whole)
      if matches.isEmpty {
        throw InputError("\(whole.text): no file matches. Put a glob in quotes if your shell changes it.")
      }
      let fixed = Self.fixedPart(of: whole)
      for match in matches {
        let name = fixed.bytes.isEmpty ? match : FilePath(bytes: Array(match.bytes.dropFirst(fixed.bytes.count)))
        if let root = Self.root(match, name: name) { roots.append(root) }
      }
    }
    let repetitions = InputRepetitions(roots)
    roots = roots.indices.filter { !repetitions.places.contains($0) }.map { roots[$0] }
    self.roots = roots
    repeated = repetitions.names
    names = paths.map { path in path == "-" ? path : folder.appending(FilePath(path)).text }
    var total: Int? = 0
    for root in roots {
      switch root {
      case .file(let path, _): total = path.status.flatMap { status in total.map { $0 + status.size } }
      case .folder, .standardInput, .standardLines: total = nil
      }
    }
    bytes = total
  }

  /// - Parameter isOurs: Whether the program has made the file that is there.
  /// - Throws: Where the file that is to be written is there, and an input or somebody else's: it would be lost.
  func check(output: String, isOurs: (String) -> Bool) throws(OutputError) {
    guard let target = FilePath(output).status, target.kind == .file else { return }
    let isForeign = target.size > 0 && !isOurs(output)
    func isTarget(_ path: FilePath) -> Bool {
      path.status.map { $0.device == target.device && $0.node == target.node } ?? false
    }
    for root in roots {
      switch root {
      case .standardInput, .standardLines: continue
      case .file(let path, _):
        if isTarget(path) {
          throw OutputError(.create, "\(output): this is one of the inputs, and would be lost; name another output")
        }
      case .folder(let folder, _):
        if !isForeign { continue }
        var walk = FolderWalk(folder)
        while let step = walk.next() {
          guard case .file(let path, _) = step, isTarget(path) else { continue }
          throw OutputError(
            .create,
            "\(output): this file of the input folder \(folder.text) is no output of this program, and would be lost; "
              + "name another output, or move the file away if it is no input")
        }
      }
    }
    if isForeign {
      throw OutputError(
        .create,
        "\(output): this file is no output of this program, and would be lost; name another output, or move it away")
    }
  }

  private static func root(_ path: FilePath, name: FilePath?) -> Root? {
    guard let status = path.status else { return nil }
    if status.kind == .folder { return .folder(path, name: name ?? FilePath("")) }
    return .file(path, name: name ?? path.lastComponent)
  }

  /// The paths that a glob matches, sorted bytewise.
  private static func matches(of pattern: FilePath) -> [FilePath] {
    var result = unsafe glob_t()
    defer { unsafe globfree(&result) }
    guard unsafe pattern.withCString({ unsafe glob($0, GLOB_NOSORT, nil, &result) }) == 0 else { return [] }
    var paths: [[UInt8]] = []
    for index in 0..<Int(unsafe result.gl_pathc) {
      guard let path = unsafe result.gl_pathv[index] else { continue }
      let text = unsafe UnsafeRawBufferPointer(start: path, count: strlen(path))
      paths.append(unsafe Array(text))
    }
    paths.sort { $0.lexicographicallyPrecedes($1) }
    return paths.map { FilePath(bytes: $0) }
  }

  /// The folders of a glob before its first wild card, with the slash: names are relative to them.
  private static func fixedPart(of pattern: FilePath) -> FilePath {
    let wild = pattern.bytes.firstIndex { "*?[".utf8.contains($0) } ?? pattern.bytes.count
    let slash = pattern.bytes[..<wild].lastIndex(of: UInt8(ascii: "/"))
    return FilePath(bytes: slash.map { Array(pattern.bytes[...$0]) } ?? [])
  }
}
