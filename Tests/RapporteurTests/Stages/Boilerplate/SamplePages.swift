import Foundation

@testable import Rapporteur

/// The pages under samples/pages through the boilerplate stage alone, with all that was cut.
enum SamplePages {
  /// Every sample but the JSON Lines file.
  static func documents(_ form: Document.Form) throws -> [Document] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("samples/pages")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var options = Options(
      stage: Boilerplate.name, file: "test",
      entries: [
        ConfigurationNode.Entry(
          key: "keep_removed", line: 1, column: 1, node: ConfigurationNode(.scalar("true"), line: 1, column: 1))
      ]
    ) { _ throws(Options.FileFault) in throw Options.FileFault("no files in this test") }
    let stage = Boilerplate(&options)
    return try names.filter { !$0.hasSuffix(".jsonl") && !$0.hasPrefix(".") }.compactMap { name in
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      var document = try PageDecoder.decode(Page(id: name, bytes: bytes))
      guard document.form == form else { return nil }
      try stage.process(&document)
      return document
    }
  }
}
