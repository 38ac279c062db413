internal import Glibc

/// A file that is whole or not there: written under another name, given its own when everything is on the disk.
final class OutputFile {
  private let path: String
  private let partial: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// The standard output: written as it comes.
  init() {
    path = "standard output"
    partial = nil
    descriptor = STDOUT_FILENO
  }

  /// Creates `path.part`, and the folders above it. A device or a pipe is written as it comes.
  init(_ path: String) throws(OutputError) {
    self.path = path
    let kind = FilePath(path).status?.kind
    if kind == .folder { throw OutputError(.create, path, EISDIR) }
    partial = kind == .other ? nil : path + ".part"
    if kind == nil { Self.createFolders(FilePath(path).parent) }
    let flags = kind == .other ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    descriptor = unsafe FilePath(partial ?? path).withCString { unsafe open($0, flags, 0o644) }
    if descriptor < 0 { throw OutputError(.create, partial ?? path, errno) }
  }

  /// Whether what is written cannot be taken back.
  var isStream: Bool { partial == nil }

  deinit {
    guard let partial, descriptor >= 0 else { return }
    close(descriptor)
    unsafe FilePath(partial).withCString { _ = unsafe unlink($0) }
  }

  func write(_ bytes: [UInt8]) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 17 { try flush() }
  }

  /// Hands everything to the system.
  func flush() throws(OutputError) {
    var start = 0
    while start < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        throw OutputError(.write, partial ?? path, errno)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the file on the disk and gives it its name.
  func finish() throws(OutputError) {
    try flush()
    guard let partial else { return }
    if fsync(descriptor) != 0 { throw OutputError(.write, partial, errno) }
    close(descriptor)
    descriptor = -1
    let renamed = unsafe FilePath(partial).withCString { from in
      unsafe FilePath(path).withCString { to in unsafe rename(from, to) }
    }
    if renamed != 0 { throw OutputError(.write, path, errno) }
    Self.syncFolder(FilePath(path).parent)
  }

  /// A rename is on the disk when its folder is.
  private static func syncFolder(_ path: FilePath) {
    let folder = path.bytes.isEmpty ? FilePath(".") : path
    let descriptor = unsafe folder.withCString { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func createFolders(_ path: FilePath) {
    guard !path.bytes.isEmpty, path.status == nil else { return }
    createFolders(path.parent)
    unsafe path.withCString { _ = unsafe mkdir($0, 0o755) }
  }
}
