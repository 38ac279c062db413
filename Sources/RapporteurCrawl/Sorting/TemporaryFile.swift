internal import Glibc

/// A file without a name: gone when it is let go of, or when the program ends, however it ends.
final class TemporaryFile {
  private let descriptor: Int32
  private let folder: String
  private var buffer: [UInt8] = []
  private var flushed = 0

  /// The bytes in it.
  var count: Int { flushed + buffer.count }

  private static let bufferSize = 1 << 16

  /// - Parameter folder: On whose disk it lies.
  init(in folder: String) throws(OutputError) {
    self.folder = folder
    var attempt = 0
    while true {
      let name = "\(folder)/.rapporteur-\(getpid())-\(UInt64.random(in: 0 ... .max))"
      let created = unsafe FilePath(name).withCString { unsafe open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
      attempt += 1
      if created >= 0 {
        descriptor = created
        SmallFile.remove(name)
        return
      }
      if errno != EEXIST || attempt == 10 { throw OutputError(.create, folder, errno) }
    }
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Adds entries at the end.
  func append(_ entries: ArraySlice<SortEntry>) throws(OutputError) {
    try flush()
    var start = 0
    while true {
      let (written, isWhole) = unsafe entries.withUnsafeBytes { bytes in
        let left = bytes.count - start
        let count =
          unsafe left == 0 ? 0 : pwrite(descriptor, bytes.baseAddress.map { unsafe $0 + start }, left, flushed)
        return (count, count == left)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw fault()
      }
      start += written
      flushed += written
      if isWhole { return }
    }
  }

  /// Puts a word in its place, counted in words, whether the file is as long already or not.
  func put(_ word: Int, at place: Int) throws(OutputError) {
    var word = word
    while true {
      let written = unsafe withUnsafeBytes(of: &word) { unsafe pwrite(descriptor, $0.baseAddress, 8, place * 8) }
      if written == 8 { return }
      if written >= 0 || errno != EINTR { throw fault() }
    }
  }

  /// The word in a place.
  func word(at place: Int) throws(OutputError) -> Int {
    var word = 0
    while true {
      let read = unsafe withUnsafeMutableBytes(of: &word) { unsafe pread(descriptor, $0.baseAddress, 8, place * 8) }
      if read == 8 { return word }
      if read >= 0 || errno != EINTR { throw fault() }
    }
  }

  /// The bytes in a range.
  func bytes(_ range: Range<Int>) throws(OutputError) -> [UInt8] {
    try flush()
    var bytes = [UInt8](repeating: 0, count: range.count)
    var done = 0
    while done < range.count {
      let read = unsafe bytes.withUnsafeMutableBytes { room in
        unsafe pread(descriptor, room.baseAddress.map { unsafe $0 + done }, room.count - done, range.lowerBound + done)
      }
      if read == 0 || (read < 0 && errno != EINTR) { throw fault() }
      if read > 0 { done += read }
    }
    return bytes
  }

  /// The entries from `place` on, counted in entries.
  func entries(_ range: Range<Int>) throws(OutputError) -> [SortEntry] {
    let size = MemoryLayout<SortEntry>.stride
    var entries = [SortEntry](repeating: SortEntry(0), count: range.count)
    var done = 0
    while done < range.count * size {
      let read = unsafe entries.withUnsafeMutableBytes { room in
        let place = range.lowerBound * size + done
        return unsafe pread(descriptor, room.baseAddress.map { unsafe $0 + done }, room.count - done, place)
      }
      if read == 0 || (read < 0 && errno != EINTR) { throw fault() }
      if read > 0 { done += read }
    }
    return entries
  }

  /// Reads the file from its begin on.
  func stream() throws(OutputError) -> FileStream {
    try flush()
    do throws(StreamFault) {
      return try FileStream(FilePath("/proc/self/fd/\(descriptor)"))
    } catch {
      throw OutputError(.write, "a temporary file in \(folder): \(error.message)")
    }
  }

  private func flush() throws(OutputError) {
    var start = 0
    while start < buffer.count {
      let written = unsafe buffer.withUnsafeBytes { bytes in
        unsafe pwrite(descriptor, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start, flushed)
      }
      if written < 0 && errno != EINTR { throw fault() }
      if written > 0 {
        start += written
        flushed += written
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func fault() -> OutputError { OutputError(.write, "a temporary file in \(folder)", errno) }
}
