import Foundation
import Testing

/// The real binary, as it was built beside the tests.
enum Program {
  /// What a call left behind.
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String

    /// The records on the standard output.
    var records: [[String: Any]] { Program.records(output) }
  }

  /// Lines of JSON objects.
  static func records(_ text: String) -> [[String: Any]] {
    text.split(separator: "\n").compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
    }
  }

  /// Where it stands.
  static func executable() throws -> URL {
    let test = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("rapporteur")
  }

  /// Runs it in `folder` and waits for its end.
  static func run(
    _ arguments: String..., in folder: TemporaryFolder, at place: String = "", input: Data = Data()
  ) throws -> Outcome {
    try run(arguments, in: folder, at: place, input: input)
  }

  /// - Parameter place: The folder in `folder`; empty for itself.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, at place: String = "", input: Data = Data()
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder.url.appendingPathComponent(place)
    // Files instead of pipes: nobody has to read while the program writes.
    let streams = try TemporaryFolder()
    for name in ["in", "out", "err"] { try streams.write(name == "in" ? input : Data(), to: name) }
    process.standardInput = try FileHandle(forReadingFrom: streams.url.appendingPathComponent("in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.url.appendingPathComponent("out"))
    process.standardError = try FileHandle(forWritingTo: streams.url.appendingPathComponent("err"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try streams.text("out"), errors: try streams.text("err"))
  }

  /// Runs it, and returns its exit code and the most memory it had resident, in MB.
  static func measure(_ arguments: [String]) throws -> (code: Int32, megabytes: Double) {
    let path = try executable().path
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { for index in 0...arguments.count { unsafe free(words[index]) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, path, nil, nil, &words, environ) == 0 else { throw POSIXError(.ENOENT) }
    var status: Int32 = 0
    var peak = 0.0
    // What wait4 tells counts the tests' own memory too: the process has it until it becomes the program.
    while unsafe wait4(process, &status, WNOHANG, nil) != process {
      peak = max(peak, highWater(of: process))
      usleep(2000)
    }
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : -status, peak)
  }

  /// The most memory that a running process has taken, in MB.
  private static func highWater(of process: pid_t) -> Double {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return (Double(line.split(separator: " ").dropLast().last ?? "") ?? 0) / 1024
  }
}

/// A folder that goes with the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("rapporteur-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ data: Data, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Packs bytes with the system's gzip.
  func gzip(_ data: Data) throws -> Data {
    try write(data, to: "packed")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-n", "-f", "packed"]
    process.currentDirectoryURL = url
    try process.run()
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: url.appendingPathComponent("packed.gz")) }
    return try self.data("packed.gz")
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(name)) }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  func holds(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
  }

  /// The names of everything in it, sorted.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }
}
