import Glibc
import RapporteurCrawl

/// A folder for what a run writes, which goes with all that is in it.
final class TemporaryFolder {
  let path: String

  init() throws(Failure) {
    let parent = TemporaryFiles.folder
    var name = Array("\(parent)/rapporteur-benchmark-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else { throw Failure(description: "cannot create a folder under \(parent)") }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let folder = unsafe opendir(path) {
      while let entry = unsafe readdir(folder) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
          unsafe String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        }
        _ = unsafe unlink(file(name))
      }
      unsafe closedir(folder)
    }
    _ = unsafe rmdir(path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Why nothing can be written.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }
}
