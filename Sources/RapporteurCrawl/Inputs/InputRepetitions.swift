/// Which inputs would be read a second time: named twice, or in a folder that is named too.
struct InputRepetitions {
  /// Places among the roots.
  private(set) var places: Set<Int> = []
  /// As they were named, in their order.
  private(set) var names: [String] = []

  init(_ roots: [Inputs.Root]) {
    let paths = roots.map { root -> FilePath? in
      switch root {
      case .file(let path, _), .folder(let path, _): path.resolved
      case .standardInput, .standardLines: nil
      }
    }
    let folders = roots.indices.filter { if case .folder = roots[$0] { true } else { false } }
    var seen: Set<FilePath> = []
    var readsStandardInput = false
    for (place, root) in roots.enumerated() {
      let isRepeated: Bool
      let name: String
      switch root {
      case .standardInput, .standardLines:
        isRepeated = readsStandardInput
        name = "-"
        readsStandardInput = true
      case .file(let path, _), .folder(let path, _):
        guard let whole = paths[place] else { continue }
        isRepeated =
          !seen.insert(whole).inserted
          || folders.contains { $0 != place && (paths[$0].map { Self.isWalked(whole, in: $0) } ?? false) }
        name = path.text
      }
      if isRepeated {
        places.insert(place)
        names.append(name)
      }
    }
  }

  /// Whether a walk through the folder comes to the path: it passes over what is hidden.
  private static func isWalked(_ path: FilePath, in folder: FilePath) -> Bool {
    let slash = UInt8(ascii: "/")
    let begin = folder.bytes.last == slash ? folder.bytes : folder.bytes + [slash]
    guard path.bytes.count > begin.count, path.bytes.starts(with: begin) else { return false }
    return path.bytes[begin.count...].split(separator: slash).allSatisfy { $0.first != UInt8(ascii: ".") }
  }
}
