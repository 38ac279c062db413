internal import Glibc

/// Where files stand that a run needs only while it lasts.
package enum TemporaryFiles {
  /// `TMPDIR`, and /tmp where it is not set.
  package static var folder: String {
    guard let value = unsafe getenv("TMPDIR") else { return "/tmp" }
    let folder = unsafe String(cString: value)
    return folder.isEmpty ? "/tmp" : folder
  }
}
