internal import Glibc

/// A path as the system has it: bytes, which need not be valid UTF-8.
public struct FilePath: Sendable, Hashable {
  /// Without the closing zero.
  public var bytes: [UInt8]

  public init(_ text: String) { bytes = Array(text.utf8) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path as text; bytes that are no UTF-8 become U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public var isAbsolute: Bool { bytes.first == UInt8(ascii: "/") }

  /// What follows the last slash.
  public var lastComponent: FilePath {
    let trimmed = bytes.last == UInt8(ascii: "/") && bytes.count > 1 ? bytes.dropLast() : bytes[...]
    guard let slash = trimmed.lastIndex(of: UInt8(ascii: "/")) else { return FilePath(bytes: Array(trimmed)) }
    return FilePath(bytes: Array(trimmed[(slash + 1)...]))
  }

  /// What stands before the last slash; empty for a bare name.
  public var parent: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return FilePath("") }
    return FilePath(bytes: Array(bytes[..<max(slash, 1)]))
  }

  /// The path of `name` in this folder; an absolute `name` stays as it is.
  public func appending(_ name: FilePath) -> FilePath {
    if name.isAbsolute || bytes.isEmpty { return name }
    if name.bytes.isEmpty { return self }
    return FilePath(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name.bytes)
  }

  /// Calls `body` with the path as C wants it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe characters.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("an array with an element has an address") }
      return unsafe body(base)
    }
  }

  /// What the path leads to, links followed; `nil` when there is nothing.
  var status: Status? {
    var status = stat()
    guard unsafe withCString({ unsafe stat($0, &status) }) == 0 else { return nil }
    let kind: Status.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .file
      default: .other
      }
    let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    return Status(
      kind: kind, size: Int(status.st_size), device: UInt64(status.st_dev), node: UInt64(status.st_ino),
      modified: modified)
  }

  /// The path without links, `.` and `..`; `nil` when it leads to nothing.
  var resolved: FilePath? {
    guard let path = unsafe withCString({ unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(path) }
    return unsafe FilePath(bytes: Array(UnsafeRawBufferPointer(start: path, count: strlen(path))))
  }

  /// Whether the path leads to a folder.
  package var isFolder: Bool { status?.kind == .folder }

  struct Status {
    var kind: Kind
    /// In bytes.
    var size: Int
    var device: UInt64
    var node: UInt64
    /// In nanoseconds since 1970.
    var modified: Int

    enum Kind {
      case folder, file
      /// A pipe, a device.
      case other
    }
  }
}

/// What the system says of an error number.
func systemMessage(_ code: Int32) -> String {
  guard let text = unsafe strerror(code) else { return "error \(code)" }
  return unsafe String(cString: text)
}
