internal import Glibc

/// The bytes of a file from its begin to its end, as they are.
final class FileStream {
  private let descriptor: Int32
  private let closes: Bool
  /// Ends the stream early.
  private let interruption: Interruption?

  /// The bytes read so far.
  private(set) var position = 0

  /// The standard input.
  init(_ interruption: Interruption? = nil) {
    descriptor = STDIN_FILENO
    closes = false
    self.interruption = interruption
  }

  /// - Parameter start: Where in the file reading begins, and `position` counts from.
  init(_ path: FilePath, at start: Int = 0, _ interruption: Interruption? = nil) throws(StreamFault) {
    self.interruption = interruption
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
  ///
  /// - Throws: Also where it was interrupted.
  func read(into buffer: inout [UInt8], from: Int = 0) throws(StreamFault) -> Int {
    try awaitBytes()
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

  /// Waits for whoever writes, and for an interruption: a signal does not end a call that waits in another thread.
  private func awaitBytes() throws(StreamFault) {
    guard let interruption else { return }
    while !interruption.isRequested {
      var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if unsafe poll(&question, 1, 100) > 0 { return }
    }
    interruption.cutInput()
    throw StreamFault(code: "unreadable", message: "reading was stopped")
  }
}
