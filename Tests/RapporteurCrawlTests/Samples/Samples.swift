import Foundation
import Rapporteur
import RapporteurCrawl

/// The pages under samples/pages, and pipelines over them.
enum Samples {
  /// The repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every page that can be read.
  static func pages() throws -> [Page] {
    var reader = CrawlReader(try Inputs([root.appendingPathComponent("samples/pages").path]))
    var pages: [Page] = []
    while let item = reader.next() {
      if let page = try? item.page() { pages.append(page) }
    }
    return pages
  }

  /// All stages; where blocks come from HTML with the runs of their text, and nothing that was cut is lost.
  static func pipeline(verbatim: Bool) throws -> Pipeline {
    func scalar(_ text: String) -> ConfigurationNode { ConfigurationNode(.scalar(text), line: 1, column: 1) }
    func entry(_ key: String, _ node: ConfigurationNode) -> ConfigurationNode.Entry {
      ConfigurationNode.Entry(key: key, line: 1, column: 1, node: node)
    }
    var declared = Options.defaults(of: Boilerplate.name)
    _ = Boilerplate(&declared)
    let known = declared.declared.map(\.name)
    let options = ["source_map", "keep_removed"].filter { known.contains($0) }.map { entry($0, scalar("true")) }
    let boilerplate = entry(Boilerplate.name, ConfigurationNode(.map(options), line: 1, column: 1))
    let first = verbatim ? scalar(Verbatim.name) : ConfigurationNode(.map([boilerplate]), line: 1, column: 1)
    let stages = [first] + defaultStages.dropFirst().map(scalar)
    return try Pipeline(ConfigurationNode(.list(stages), line: 1, column: 1), file: "test") {
      path throws(Options.FileFault) in throw Options.FileFault("no files in this test: \(path)")
    }
  }
}
