internal import Glibc

/// The files under a folder, however deep, sorted bytewise by path; hidden ones are left out.
///
/// One folder's names are in memory at a time, with those of the folders above it.
package struct FolderWalk {
  /// What comes next.
  package enum Step {
    case file(FilePath, name: FilePath)
    case unreadable(FilePath, name: FilePath, message: String)
  }

  private struct Level {
    var path: FilePath
    var name: FilePath
    /// Sorted, and walked from the end. A folder's name ends in a slash: so the order is that of whole paths.
    var entries: [[UInt8]]
    var device: UInt64
    var node: UInt64
  }

  /// Files of one folder that are left out: what the run itself writes there.
  struct Exclusion: Sendable {
    let device: UInt64
    let node: UInt64
    let names: Set<[UInt8]>

    /// The output and the files beside it; `nil` where their folder is not there.
    init?(output: FilePath) {
      let folder = output.parent.bytes.isEmpty ? FilePath(".") : output.parent
      guard let status = folder.status else { return nil }
      device = status.device
      node = status.node
      let name = output.lastComponent.text
      let failures = name + ".failures.jsonl"
      names = Set(
        [name, failures, name + ".duplicates.jsonl", name + ".run.json"].flatMap { [$0, $0 + ".part"] }.map {
          Array($0.utf8)
        }
          + RunFiles.endings.map { Array((name + $0).utf8) })
    }
  }

  private let exclusion: Exclusion?
  private var levels: [Level] = []
  private var unopened: Step?

  package init(_ folder: FilePath) { self.init(folder, without: nil) }

  init(_ folder: FilePath, without exclusion: Exclusion?) {
    self.exclusion = exclusion
    enter(folder, name: FilePath(""))
  }

  package mutating func next() -> Step? {
    while true {
      if let step = unopened {
        unopened = nil
        return step
      }
      if levels.isEmpty { return nil }
      let last = levels.count - 1
      guard var entry = levels[last].entries.popLast() else {
        levels.removeLast()
        continue
      }
      let path = levels[last].path
      let name = levels[last].name
      if entry.last == UInt8(ascii: "/") {
        entry.removeLast()
        enter(path.appending(FilePath(bytes: entry)), name: name.appending(FilePath(bytes: entry)))
        continue
      }
      return .file(path.appending(FilePath(bytes: entry)), name: name.appending(FilePath(bytes: entry)))
    }
  }

  private mutating func enter(_ path: FilePath, name: FilePath) {
    guard let status = path.status else { return }
    // A link to a folder above would lead round for ever.
    if levels.contains(where: { $0.device == status.device && $0.node == status.node }) { return }
    guard let folder = unsafe path.withCString({ unsafe opendir($0) }) else {
      unopened = .unreadable(path, name: name, message: systemMessage(errno))
      return
    }
    defer { _ = unsafe closedir(folder) }
    let isOutputFolder = exclusion.map { $0.device == status.device && $0.node == status.node } ?? false
    var entries: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        // Names behind the fault are lost, and nobody would miss them.
        if errno != 0 { unopened = .unreadable(path, name: name, message: systemMessage(errno)) }
        break
      }
      var bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in unsafe Array(name.prefix { $0 != 0 }) }
      if bytes.first == UInt8(ascii: ".") { continue }
      if isOutputFolder, let exclusion, exclusion.names.contains(bytes) { continue }
      switch path.appending(FilePath(bytes: bytes)).status?.kind {
      case .folder: bytes.append(UInt8(ascii: "/"))
      case .file, nil: break
      case .other: continue
      }
      entries.append(bytes)
    }
    entries.sort { b, a in a.lexicographicallyPrecedes(b) }
    levels.append(Level(path: path, name: name, entries: entries, device: status.device, node: status.node))
  }
}
