internal import Glibc

/// Files that are read and written whole.
package enum SmallFile {
  /// The bytes of a file, `nil` where there is none that can be read.
  package static func read(_ path: String) -> [UInt8]? {
    guard let file = try? FileStream(FilePath(path)) else { return nil }
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      guard let count = try? file.read(into: &chunk) else { return nil }
      if count == 0 { return content }
      content.append(contentsOf: chunk[..<count])
    }
  }

  /// Puts `bytes` in the place of what the file held, at once: a reader sees the old or the new.
  package static func replace(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
    let fresh = path + ".new"
    try write(fresh, bytes)
    try rename(fresh, path)
  }

  /// Writes a file down to the disk.
  static func write(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
    let descriptor = unsafe FilePath(path).withCString {
      unsafe open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    if descriptor < 0 { throw OutputError(.create, path, errno) }
    defer { close(descriptor) }
    do throws(OutputError) {
      try write(bytes, to: descriptor, path)
      if fsync(descriptor) != 0 { throw OutputError(.write, path, errno) }
    } catch {
      remove(path)
      throw error
    }
  }

  /// Writes all of `bytes`.
  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(OutputError) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        throw OutputError(.write, path, errno)
      }
    }
  }

  static func rename(_ from: String, _ to: String) throws(OutputError) {
    let code = unsafe FilePath(from).withCString { from in
      unsafe FilePath(to).withCString { to in unsafe Glibc.rename(from, to) }
    }
    if code != 0 { throw OutputError(.write, to, errno) }
  }

  static func remove(_ path: String) {
    unsafe FilePath(path).withCString { _ = unsafe unlink($0) }
  }

  package static func exists(_ path: String) -> Bool { FilePath(path).status != nil }

  /// A rename is on the disk when its folder is.
  static func syncFolder(of path: String) {
    let parent = FilePath(path).parent
    let folder = parent.bytes.isEmpty ? FilePath(".") : parent
    let descriptor = unsafe folder.withCString { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Makes the folder of a file, and those above it.
  package static func createFolder(of path: FilePath) {
    let folder = path.parent
    guard !folder.bytes.isEmpty, folder.status == nil else { return }
    createFolder(of: folder)
    unsafe folder.withCString { _ = unsafe mkdir($0, 0o755) }
  }
}
