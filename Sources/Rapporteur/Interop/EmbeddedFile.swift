internal import CModels

/// A word list or model that is compiled into the binary (target CModels).
enum EmbeddedFile {
  /// The bytes of the file called `name`, without its extension.
  ///
  /// A name that is not in CModels.c is a fault of the program, found by the first test that touches it.
  static func named(_ name: String) -> [UInt8] {
    let files = unsafe table
    for index in files.indices {
      let file = unsafe files[index]
      if unsafe String(cString: file.name) == name {
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
      }
    }
    preconditionFailure("no file '\(name)' in CModels.c")
  }

  /// The names of all word lists, in the order of the table.
  static var lists: [String] {
    let files = unsafe table
    return files.indices.map { unsafe String(cString: files[$0].name) }.filter { !$0.hasPrefix("model_") }
  }

  private static var table: UnsafeBufferPointer<RapporteurModelFile> {
    var count = 0
    let files = unsafe rapporteur_model_files(&count)
    return unsafe UnsafeBufferPointer(start: files, count: count)
  }
}
