internal import CReport

/// A part of the report's page that is compiled into the binary (target CReport).
struct PageFile {
  let name: String
  let bytes: [UInt8]

  /// All parts, in the order in which the page has them.
  static var all: [PageFile] {
    var count = 0
    let files = unsafe UnsafeBufferPointer(start: rapporteur_page_files(&count), count: count)
    return files.indices.map { index in
      let file = unsafe files[index]
      let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
      return unsafe PageFile(name: String(cString: file.name), bytes: bytes)
    }
  }

  /// Those whose names end so, one behind the other.
  static func joined(_ ending: String) -> [UInt8] {
    all.filter { $0.name.hasSuffix(ending) }.flatMap(\.bytes)
  }
}
