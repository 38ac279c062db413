import Foundation
import Rapporteur
import Testing

// The README's example stands between the marks, as it is there.
// begin
struct Questions: Stage {
  static let name = "questions", summary = "Notes the sentences that ask."
  static let reads: Set<Layer> = [.sentences], writes: Set<Layer> = []
  init(_ options: inout Options) {}
  func process(_ document: inout Document) {
    for sentence in document.sentences where document.text[sentence.range].contains("?") {
      document.warn("questions", "asked", document.text[sentence.range])
    }
  }
}

// end
@Suite struct LibraryExampleTests {
  private func run(_ print: (String) -> Void) throws {
    // begin
    let text = "\"Who pays for the bridge?\" asked Mayor Anna Berg. Karl Holm said that the state would."
    let pipeline = try Pipeline([Verbatim.self, Sentences.self, Entities.self, Speakers.self, Questions.self])
    let document = try pipeline.process(Page(id: "note", text: text))
    for said in document.attributions {
      print("\(said.speakers.map(\.name)): \(said.content.map { document.text[$0] })")
    }
    for note in document.warnings { print("\(note.code): \(note.message)") }
    // end
  }

  @Test func itSaysWhatTheReadmeSays() throws {
    var lines: [String] = []
    try run { lines.append($0) }
    #expect(lines == Self.block("```\n", behind: "<!-- example: library, its output -->"))
  }

  @Test func itStandsInTheReadme() throws {
    let parts = try Self.marked(in: #filePath)
    // What stands in the function is indented by it.
    let example = ["import Rapporteur", ""] + parts[0].map(String.init) + parts[1].map { String($0.dropFirst(4)) }
    #expect(example == Self.block("```swift\n", behind: "<!-- example: library -->"))
  }

  /// The lines between the marks of a file.
  static func marked(in file: String) throws -> [ArraySlice<Substring>] {
    try String(contentsOfFile: file, encoding: .utf8).matches(of: /\n *\/\/ begin\n((?:.*\n)*?) *\/\/ end\n/).map {
      $0.1.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
  }

  /// The lines of a block of the README.
  static func block(_ fence: String, behind mark: String) -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    guard let readme = try? String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8),
      let start = readme.range(of: mark + "\n" + fence), let end = readme[start.upperBound...].range(of: "\n```")
    else { return [] }
    return readme[start.upperBound..<end.lowerBound].components(separatedBy: "\n")
  }
}
