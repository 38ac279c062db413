internal import Glibc

/// The bytes of a file from its begin to its end, as they are.
final class FileStream {
  private let descriptor: Int32
  private let closes: Bool

  /// The bytes read so far.
  private(set) var position = 0

  /// The standard input.
  init() {
    descriptor = STDIN_FILENO
    closes = false
  }

  /// - Parameter start: Where in the file reading begins, and `position` counts from.
  init(_ path: FilePath, at start: Int = 0) throws(StreamFault) {
    descriptor = unsafe path.withCString { unsafe open($0, O_RDONLY | O_CLOEXEC) }
    closes = true
    if descriptor < 0 { throw StreamFault(code: "unreadable", message: systemMessage(errno)) }
    if start > 0, lseek(descriptor, start, SEEK_SET) == start { position = start }
  }

  deinit {
    if closes && descriptor >= 0 { close(descriptor) }
  }

  /// Whether reading would not wait. Files never wait.
  var isReady: Bool {
    if closes { return true }
    var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&question, 1, 0) != 0
  }

  /// Fills `buffer[from...]` with what comes next; 0 at the end of the file.
  func read(into buffer: inout [UInt8], from: Int = 0) throws(StreamFault) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress.map { unsafe $0 + from }, bytes.count - from)
      }
      if count >= 0 {
        position += count
        return count
      }
      if errno != EINTR { throw StreamFault(code: "unreadable", message: systemMessage(errno)) }
    }
  }
}
