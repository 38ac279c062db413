internal import Rapporteur

/// What the inputs hold, found out without reading them: names, sizes, times of change.
public struct InputSurvey: Sendable {
  public struct Root: Sendable {
    /// As it is named in messages.
    public var name: String
    public var files: Int
    public var bytes: Int
  }

  /// Each INPUT, in order.
  public private(set) var roots: [Root] = []

  /// Of everything that was found.
  let digest: Digest

  /// Whether all of it can be read twice: no standard input, no pipe.
  public private(set) var isRepeatable = true

  public var files: Int { roots.reduce(0) { $0 + $1.files } }
  public var bytes: Int { roots.reduce(0) { $0 + $1.bytes } }

  /// - Parameter output: Where the run writes: no input.
  public init(_ inputs: Inputs, output: String?) {
    let hash = DigestStream()
    let exclusion = output.flatMap { FolderWalk.Exclusion(output: FilePath($0)) }
    for input in inputs.roots {
      var root = Root(name: "-", files: 0, bytes: 0)
      func add(_ path: FilePath, _ name: FilePath) {
        let status = path.status
        root.files += 1
        root.bytes += status?.size ?? 0
        let line = " \(status?.size ?? -1) \(status?.modified ?? -1)\n"
        hash.update(name.bytes + Array(line.utf8))
      }
      switch input {
      case .standardInput, .standardLines: isRepeatable = false
      case .file(let path, let name):
        root.name = path.text
        if path.status?.kind == .other { isRepeatable = false }
        add(path, name)
      case .folder(let path, _):
        root.name = path.text
        var walk = FolderWalk(path, without: exclusion)
        while let step = walk.next() {
          if case .file(let path, let name) = step { add(path, name) }
        }
      }
      hash.update(Array("\(root.files)\n".utf8))
      roots.append(root)
    }
    digest = hash.digest
  }
}
