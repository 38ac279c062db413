internal import Glibc
internal import Rapporteur

/// A file that is whole or not there: written under another name, given its own when everything is on the disk.
package final class OutputFile {
  /// The name it gets in the end.
  package let path: String
  /// The name it has until then; `nil` for a stream.
  let partial: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var packed: [UInt8] = []
  private let encoder: (any Compressor)?
  private var isInsideFrame = false
  private let hash = DigestStream()

  /// The bytes of the file so far, those still in memory left out.
  private(set) var position = 0

  /// Whether the file is kept under its other name when nothing more is done: a run can go on from it.
  var isKept = false

  /// The standard output: written as it comes.
  package init(_ compression: OutputCompression = .none) {
    path = "standard output"
    partial = nil
    descriptor = STDOUT_FILENO
    encoder = compression.encoder
  }

  /// Opens `path.part`, and creates it and the folders above it where they are not there. A device or a pipe is written
  /// as it comes.
  ///
  /// - Throws: Also when another run is writing it.
  package convenience init(_ path: String, _ compression: OutputCompression = .none) throws(OutputError) {
    let kind = FilePath(path).status?.kind
    if kind == .folder { throw OutputError(.create, path, EISDIR) }
    if kind == nil { SmallFile.createFolder(of: FilePath(path)) }
    try self.init(path, under: kind == .other ? nil : path + ".part", compression)
  }

  /// Opens a file of a run that has one name from begin to end.
  convenience init(lasting path: String) throws(OutputError) { try self.init(path, under: path, .none) }

  private init(_ path: String, under partial: String?, _ compression: OutputCompression) throws(OutputError) {
    self.path = path
    self.partial = partial
    encoder = compression.encoder
    let flags = partial == nil ? O_WRONLY | O_CLOEXEC : O_RDWR | O_CREAT | O_CLOEXEC
    descriptor = unsafe FilePath(partial ?? path).withCString { unsafe open($0, flags, 0o644) }
    if descriptor < 0 { throw OutputError(.create, partial ?? path, errno) }
    guard let partial else { return }
    isKept = true
    // The other run may have given the file its name between the two calls.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 || node != FilePath(partial).status?.node {
      throw OutputError.busy(partial)
    }
    isKept = size > 0
  }

  /// Whether what is written cannot be taken back.
  var isStream: Bool { partial == nil }

  private var node: UInt64 {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? UInt64(status.st_ino) : 0
  }

  /// The bytes on the disk.
  var size: Int {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// SHA-256 of everything up to `position`.
  var digest: Digest { hash.digest }

  deinit {
    guard let partial, descriptor >= 0 else { return }
    if !isKept { SmallFile.remove(partial) }
    close(descriptor)
  }

  /// Cuts the file off behind its first `count` bytes, and goes on there.
  package func cut(to count: Int) throws(OutputError) {
    guard let partial else { return }
    if count > size {
      throw OutputError(.create, "\(partial): shorter than its checkpoint says; begin anew with --restart")
    }
    if ftruncate(descriptor, count) != 0 { throw OutputError(.write, partial, errno) }
    isKept = count > 0
    lseek(descriptor, 0, SEEK_SET)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while position < count {
      let read = unsafe chunk.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      }
      if read <= 0 { throw OutputError(.write, partial, read < 0 ? errno : EIO) }
      hash.update(chunk, count: read)
      position += read
    }
  }

  /// Begins with the bytes of another file.
  func copy(_ other: String) throws(OutputError) {
    do throws(StreamFault) {
      let file = try FileStream(FilePath(other))
      var chunk = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let count = try file.read(into: &chunk)
        if count == 0 { return }
        do throws(OutputError) {
          try emit(count == chunk.count ? chunk : Array(chunk[..<count]))
        } catch {
          throw StreamFault(code: "write", message: error.description)
        }
      }
    } catch {
      throw OutputError(.write, error.code == "write" ? error.message : "\(other): \(error.message)")
    }
  }

  package func write(_ bytes: [UInt8]) throws(OutputError) {
    if encoder == nil && bytes.count >= 1 << 14 {
      // Handing it over as it is costs less than copying it.
      try flush()
      return try emit(bytes)
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 17 { try flush() }
  }

  /// Hands everything to the system, but for what the packing keeps back.
  package func flush() throws(OutputError) {
    if buffer.isEmpty { return }
    if let encoder {
      isInsideFrame = true
      packed.removeAll(keepingCapacity: true)
      encoder.write(&buffer, to: &packed)
      try emit(packed)
    } else {
      try emit(buffer)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the member or frame of a packed file: up to here the file is whole.
  func endFrame() throws(OutputError) {
    try flush()
    guard let encoder, isInsideFrame else { return }
    packed.removeAll(keepingCapacity: true)
    encoder.end(&packed)
    isInsideFrame = false
    try emit(packed)
  }

  /// Puts everything on the disk.
  func sync() throws(OutputError) {
    guard let partial else { return }
    if fsync(descriptor) != 0 { throw OutputError(.write, partial, errno) }
  }

  /// Ends the file and puts it on the disk. A packed file without content is an empty member, not nothing.
  package func complete() throws(OutputError) {
    if position == 0 && buffer.isEmpty { isInsideFrame = true }
    try endFrame()
    try sync()
  }

  /// Gives the file its name.
  package func name() throws(OutputError) {
    guard let partial else { return }
    try SmallFile.rename(partial, path)
    close(descriptor)
    descriptor = -1
    SmallFile.syncFolder(of: path)
  }

  private func emit(_ bytes: [UInt8]) throws(OutputError) {
    try SmallFile.write(bytes, to: descriptor, partial ?? path)
    hash.update(bytes)
    position += bytes.count
  }
}
