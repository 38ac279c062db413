import Foundation
import Rapporteur

@testable import RapporteurCrawl

/// A folder that goes with the test.
final class Folder {
  let url: URL
  var path: FilePath { FilePath(url.path) }

  init(_ files: [String: [UInt8]] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("rapporteur-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ bytes: some Collection<UInt8>, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The names of everything in it, hidden files as well.
  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: url.path) } }

  func file(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Everything that the reader makes of it.
  func items(_ paths: [String] = ["."]) throws -> [CrawlItem] {
    var reader = CrawlReader(try Inputs(paths, in: path))
    var items: [CrawlItem] = []
    while let item = reader.next() { items.append(item) }
    return items
  }
}

extension CrawlItem {
  /// The page's id, or that of what should be one with the code of its failure.
  var summary: String {
    do throws(InputFault) {
      return try page().id
    } catch {
      return "\(error.id) \(error.failure.code)"
    }
  }
}
