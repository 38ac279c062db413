import Glibc

/// The `gzip` program, as anybody would call it.
enum GzipProgram {
  /// Runs `gzip -dc FILE` with nowhere to write to.
  ///
  /// - Returns: The seconds that it took, by the clock and of the processor; `nil` where it is missing or fails.
  static func unpack(_ path: String) -> (seconds: Double, processor: Double)? {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("gzip"), strdup("-dc"), strdup(path), nil]
    defer { for index in 0..<3 { unsafe free(arguments[index]) } }
    let begin = ContinuousClock.now
    var process: pid_t = 0
    guard unsafe posix_spawnp(&process, "gzip", &actions, nil, &arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    guard unsafe wait4(process, &status, 0, &usage) == process, status == 0 else { return nil }
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    return (seconds, ProcessorTime.seconds(usage))
  }
}
